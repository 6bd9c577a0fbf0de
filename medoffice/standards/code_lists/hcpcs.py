"""HCPCS level II as CMS publishes it each quarter: records of 320 characters. And an office's licensed CPT file."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, islice

from medoffice.standards.code_lists.reading import CODE, cell, code_in, day_of, place_of, rows_of, squeezed, unfit
from medoffice.standards.code_lists.types import CodeRow

_RECORD = 320
_FIRST, _NEXT, _MARK, _MARK_NEXT = "3", "4", "7", "8"
_NUMBER = re.compile(r"\d{5}", re.ASCII)
_TITLE = re.compile("descript(?:or|ion)", re.IGNORECASE)
_LEAD = 20


_AMERICAN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)


def read_hcpcs(lines: Iterable[str]) -> Iterator[CodeRow]:
    """The codes, each with its text joined from its records; modifiers and notices are passed over.

    Raises Refusal for a continuation without its code, a bad code or date, or a file without such records.
    """
    held: str | None = None
    words: list[str] = []
    number = 0
    for line, told in enumerate(lines, 1):
        record = told.rstrip("\r\n")
        kind = record[10:11]
        if record == told and len(record) < _RECORD and number and kind in (_FIRST, _NEXT, _MARK, _MARK_NEXT):
            raise unfit("the last record is cut: the file is a part of one.", line)
        if len(record) != _RECORD or kind not in (_FIRST, _NEXT, _MARK, _MARK_NEXT):
            continue
        if kind == _NEXT:
            if held is None or held[:5] != record[:5]:
                raise unfit("a continuation stands without its code.", line)
            words.append(record[11:91].strip())
            continue
        if held is not None:
            yield _code(held, words, number)
        held, words, number = (record, [record[11:91].strip()], line) if kind == _FIRST else (None, [], line)
    if held is not None:
        yield _code(held, words, number)
    if not number:
        raise unfit(f"It has no records of {_RECORD} characters.")


def _code(record: str, words: list[str], line: int) -> CodeRow:
    return CodeRow(
        code=code_in(record[:5], line),
        short=record[91:119].strip(),
        long=" ".join(words),
        valid_from=_day(record[276:284], line) or _day(record[268:276], line),
        valid_to=_day(record[284:292], line),
        coverage=record[229:230].strip(),
    )


def _day(text: str, line: int) -> date | None:
    return day_of(text.strip(), line) if text.strip() else None


def read_cpt(lines: Iterable[str]) -> Iterator[CodeRow]:
    """An office's licensed file: columns code, descriptor, effective, term (CSV or tabs), or a code and words a line.

    The layouts of AMA's own data files are not at hand; what is read here is a code in front and words behind it.
    Raises Refusal for a row without code or words.
    """
    waiting = iter(lines)
    lead = list(islice(waiting, _LEAD))
    titled = next((line for line in lead if _TITLE.search(line) and not CODE.match(line)), "")
    everything = chain(lead, waiting)
    if titled:
        yield from _titled(everything, "\t" if "\t" in titled else ",")
        return
    for line, told in enumerate(everything, 1):
        code, words = told[:5], told[5:].strip()
        if CODE.fullmatch(code) and words and told[5:6] in (" ", "\t"):
            yield CodeRow(code, words[:28], words, None, None)
        elif _NUMBER.match(code):
            raise unfit("a code stands without its words.", line)


def _titled(lines: Iterable[str], delimiter: str) -> Iterator[CodeRow]:
    places: dict[str, int | None] | None = None
    for line, row in rows_of(lines, delimiter):
        if places is None:
            columns = [squeezed(name) for name in row]
            words = place_of(columns, "descriptor", "description")
            if words is not None:
                code = place_of(columns, "cptcode", "code")
                if code is None:
                    raise unfit("It has no column code.")
                places = {
                    "code": code,
                    "words": words,
                    "from": place_of(columns, "effective"),
                    "ends": place_of(columns, "term"),
                }
        elif any(row):
            yield _licensed(row, places, line)


def _licensed(row: list[str], places: dict[str, int | None], line: int) -> CodeRow:
    words = cell(row, places["words"])
    if not words:
        raise unfit("a code stands without its words.", line)
    begins, ends = (_any_day(cell(row, places[name]), line) for name in ("from", "ends"))
    if begins and ends and ends < begins:
        raise unfit("the code ends before it begins.", line)
    return CodeRow(
        code=code_in(cell(row, places["code"]), line), short=words[:28], long=words, valid_from=begins, valid_to=ends
    )


def _any_day(text: str, line: int) -> date | None:
    """A day as 20240131, 2024-01-31 or 01/31/2024, as spreadsheets write it; None for none."""
    american = _AMERICAN.fullmatch(text)
    plain = f"{american[3]}{american[1]:0>2}{american[2]:0>2}" if american else text.replace("-", "")
    return day_of(plain, line) if text else None
