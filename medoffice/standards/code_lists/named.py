"""Lists of codes with words that an office loads: CARC and RARC, NUCC taxonomy, CVX, LOINC, FDA's NDC directory.

Columns are found by their names. Texts of X12, NUCC and Regenstrief are theirs: none ships, and what an office loads
goes nowhere but to its own screens. A code that its publisher ended without a day says so behind its words.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from medoffice.standards.code_lists.reading import cell, day_of, needed, place_of, rows_of, squeezed, unfit
from medoffice.standards.code_lists.types import CodeRow

_SHORT = 40
_CARC, _RARC = re.compile(r"\d{1,3}|[A-Z]\d{1,3}", re.ASCII), re.compile(r"[A-Z]{1,2}\d{1,3}", re.ASCII)
_NUCC, _CVX = re.compile(r"[0-9A-Z]{10}", re.ASCII), re.compile(r"\d{2,3}", re.ASCII)
_LOINC = re.compile(r"\d{1,7}-\d", re.ASCII)
_SAID = re.compile(r"\s*\b(Start|Last Modified|Stop|Notes):\s*")
_NDC_PARTS = {(4, 4, 2), (5, 3, 2), (5, 4, 1), (5, 4, 2)}
_PRODUCT_PARTS = {(4, 4), (5, 3), (5, 4)}


def read_carc(lines: Iterable[str]) -> Iterator[CodeRow]:
    """X12's claim adjustment reason codes: Code, Description with its dates. Raises Refusal, also for RARC's file."""
    numbered = False
    for row in _reasons(lines, _CARC):
        numbered = numbered or row.code.isdecimal()
        yield row
    if not numbered:
        raise unfit("It has no code that is a number: these are no claim adjustment reason codes.")


def read_rarc(lines: Iterable[str]) -> Iterator[CodeRow]:
    """X12's remittance advice remark codes, in the same layout. Raises Refusal, also for CARC's file."""
    return _reasons(lines, _RARC)


def _reasons(lines: Iterable[str], shape: re.Pattern[str]) -> Iterator[CodeRow]:
    """A cell may go on in rows of its own, whose first column is no code."""
    places: tuple[int, int] | None = None
    held: tuple[str, list[str], int] | None = None
    for line, row in rows_of(lines, ","):
        if places is None:
            columns = [squeezed(name) for name in row]
            if place_of(columns, "description") is not None:
                places = (
                    needed(place_of(columns, "code"), "Code"),
                    needed(place_of(columns, "description"), "Description"),
                )
        elif any(row):
            code, words = cell(row, places[0]), cell(row, places[1])
            if shape.fullmatch(code) and words:
                if held:
                    yield _reason(*held)
                held = (code, [words], line)
            elif held is None or _CARC.fullmatch(code) or _RARC.fullmatch(code):
                raise unfit(f"{code[:20] or 'a blank'} is no code of this list.", line)
            else:
                held[1].append(" ".join(one for one in row if one))
    if places is None:
        raise unfit("It has no columns Code and Description.")
    if held:
        yield _reason(*held)


def _reason(code: str, told: list[str], line: int) -> CodeRow:
    words, *said = _SAID.split(" ".join(told))
    days = dict(zip(said[::2], said[1::2], strict=True))
    if not words.strip():
        raise unfit("a code stands without its words.", line)
    return CodeRow(code, _cut(words), words.strip(), _us_day(days.get("Start"), line), _us_day(days.get("Stop"), line))


def read_taxonomy(lines: Iterable[str]) -> Iterator[CodeRow]:
    """NUCC's provider taxonomy. Raises Refusal for a column that is missing, a code that is none, one without name."""
    places: dict[str, int | None] | None = None
    for line, row in rows_of(lines, ","):
        if places is None:
            columns = [squeezed(name) for name in row]
            places = {
                "code": needed(place_of(columns, "code", whole=True), "Code"),
                "class": needed(place_of(columns, "classification", whole=True), "Classification"),
                "special": place_of(columns, "specialization", whole=True),
                "shown": place_of(columns, "displayname", whole=True),
                "ends": place_of(columns, "deactivationdate", whole=True),
            }
        elif any(row):
            parts = [cell(row, places["class"]), cell(row, places["special"])]
            words = cell(row, places["shown"]) or ", ".join(one for one in parts if one)
            yield _named(cell(row, places["code"]), _NUCC, words, line, ends=_us_day(cell(row, places["ends"]), line))


def read_cvx(lines: Iterable[str]) -> Iterator[CodeRow]:
    """CDC's vaccine codes, parted by bars, without a header; zeros in front stay. Raises Refusal."""
    for line, told in enumerate(lines, 1):
        if not told.strip():
            continue
        row = [one.strip() for one in told.rstrip("\r\n").split("|")]
        if len(row) < 7:
            raise unfit("it has not the seven columns of CDC's file.", line)
        code, short, full, _, status, *_ = row
        words = full or short
        yield _named(code, _CVX, words if status in ("Active", "") else f"{words} ({status})", line, short=short)


def read_loinc(lines: Iterable[str]) -> Iterator[CodeRow]:
    """Regenstrief's table of LOINC terms. Raises Refusal, also for a code whose check digit is wrong."""
    places: dict[str, int] | None = None
    for line, row in rows_of(lines, ","):
        if places is None:
            columns = [squeezed(name) for name in row]
            names = {"code": "loincnum", "words": "longcommonname", "short": "shortname", "status": "status"}
            places = {key: needed(place_of(columns, name, whole=True), name.upper()) for key, name in names.items()}
        elif any(row):
            code, status = cell(row, places["code"]), cell(row, places["status"])
            words, short = cell(row, places["words"]), cell(row, places["short"])
            if _LOINC.fullmatch(code) and not checks(code):
                raise unfit(f"the check digit of {code} is wrong.", line)
            told = words if status in ("ACTIVE", "TRIAL", "") else f"{words} ({status.lower()})"
            yield _named(code, _LOINC, told, line, short=short)


def checks(code: str) -> bool:
    """Whether the check digit of a LOINC code is right: modulo 10, every second digit from the right doubled."""
    digits, _, mark = code.partition("-")
    doubled = [int(one) * (2 if place % 2 == 0 else 1) for place, one in enumerate(reversed(digits))]
    return (10 - sum(one // 10 + one % 10 for one in doubled) % 10) % 10 == int(mark)


def read_ndc(lines: Iterable[str]) -> Iterator[CodeRow]:
    """FDA's product.txt or package.txt: products by nine digits, packages by the eleven that claims use.

    Of rows that name one code more than once the first counts. Raises Refusal for a number without its dashes: which
    part is short cannot be told then.
    """
    places: dict[str, int] | None = None
    seen, package = set[str](), False
    for line, row in rows_of(lines, "\t"):
        if places is None:
            columns = [squeezed(name) for name in row]
            package = place_of(columns, "ndcpackagecode", whole=True) is not None
            names = _PACKAGE if package else _PRODUCT
            places = {key: needed(place_of(columns, name, whole=True), name.upper()) for key, name in names.items()}
        elif any(row):
            code = digits_of(cell(row, places["code"]), package=package, line=line)
            if code not in seen:
                seen.add(code)
                yield _drug(code, [cell(row, places[key]) for key in ("words", "more")], row, places, line)


_PACKAGE = {
    "code": "ndcpackagecode",
    "words": "packagedescription",
    "more": "packagedescription",
    "from": "startmarketingdate",
    "ends": "endmarketingdate",
}
_PRODUCT = _PACKAGE | {"code": "productndc", "words": "proprietaryname", "more": "nonproprietaryname"}


def _drug(code: str, names: list[str], row: list[str], places: dict[str, int], line: int) -> CodeRow:
    words = names[0] if names[0] == names[1] or not names[1] else f"{names[0]} ({names[1]})"
    if not words:
        raise unfit("a code stands without its words.", line)
    days = [cell(row, places[key]) for key in ("from", "ends")]
    first, last = (day_of(one, line) if one else None for one in days)
    return CodeRow(code, _cut(words), words, first, last)


def digits_of(text: str, *, package: bool, line: int) -> str:
    """A number of the directory as claims write it, without dashes, the short part filled with a zero in front."""
    parts = text.split("-")
    sizes = tuple(map(len, parts))
    if sizes not in (_NDC_PARTS if package else _PRODUCT_PARTS) or not all(
        one.isascii() and one.isalnum() for one in parts
    ):
        raise unfit(f"{text[:20] or 'a blank'} is no number of the directory with its dashes.", line)
    return "".join(part.zfill(size) for part, size in zip(parts, (5, 4, 2), strict=False))


def _named(
    code: str, shape: re.Pattern[str], words: str, line: int, *, short: str = "", ends: date | None = None
) -> CodeRow:
    if not shape.fullmatch(code):
        raise unfit(f"{code[:20] or 'a blank'} is no code of this list.", line)
    if not words:
        raise unfit("a code stands without its words.", line)
    return CodeRow(code, _cut(short or words), words, None, ends)


def _cut(words: str) -> str:
    return words.strip()[:_SHORT]


def _us_day(text: str | None, line: int) -> date | None:
    """A date as MM/DD/YYYY; None for none. Raises Refusal."""
    if not text or not text.strip():
        return None
    try:
        return datetime.strptime(text.strip(), "%m/%d/%Y").date()  # noqa: DTZ007 - a day, of no zone
    except ValueError:
        raise unfit(f"{text.strip()[:20]} is no date (MM/DD/YYYY).", line) from None
