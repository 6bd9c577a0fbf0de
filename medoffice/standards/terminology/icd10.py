"""ICD-10-CM: looking a code up, what stands against it on a date, what replaces it, what the tabular list says of it.

Codes are taken with or without the dot, in small or capital letters. The date of service decides everything.
"""

import re
import sqlite3
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from medoffice.kernel.findings import Finding, Severity
from medoffice.standards.terminology.store import connection
from medoffice.standards.terminology.types import NO_TITLE, Code, CodeRange, Edition, Note, Verdict

_SHAPE = re.compile(r"[A-Z][0-9A][0-9A-Z]{1,5}", re.ASCII)
_NAMED = re.compile(r"\b([A-Z][0-9A][0-9A-Z](?:\.[0-9A-Z]{1,4})?)(\.?-)?(?![0-9A-Za-z])", re.ASCII)
_BRACKETS = re.compile(r"\(([^()]*)\)")
_IN_FORCE = "start > 0 AND start <= :day AND (stop = 0 OR stop >= :day)"


def bare(code: str) -> str:
    """A code without dot and blanks, in capitals: ``m72.20`` -> ``M7220``. Empty if a dot is not after the third."""
    plain = code.strip()
    head, dot, tail = plain.partition(".")
    if not plain.isascii() or "." in tail or (dot and len(head) != 3):  # E1.19 may be a slip of E11.9, or of E10.19
        return ""
    return f"{head}{tail}".upper()


def dotted(code: str) -> str:
    """A code as people write it: ``M7220`` -> ``M72.20``. Sections (``A00-A09``) stay as they are."""
    return f"{code[:3]}.{code[3:]}" if len(code) > 3 and "-" not in code else code


def icd10(code: str, on: date) -> Code | None:
    """A code or heading as it stands on a date of service; None if there is no such code at any time."""
    name = bare(code)
    row = _row(name) if _SHAPE.fullmatch(name) else None
    return to_code(row, on) if row else None


def icd10_check(code: str, on: date) -> list[Finding]:
    """What stands against billing a code on a date of service, with what to do instead; nothing if it is valid then.

    Error codes: ``icd10-unknown``, ``icd10-not-billable``, ``icd10-not-yet``, ``icd10-expired``. A date after the last
    one that the loaded edition speaks for adds the warning ``icd10-edition-over``.
    """
    verdict, known, written = icd10_verdict(code, on), icd10(code, on), dotted(bare(code)) or code.strip() or "(blank)"
    if verdict is Verdict.VALID:
        last = last_day()
        over = f"The loaded codes end on {last:%m/%d/%Y}. Load the newer release and check {written} again."
        return [Finding("icd10-edition-over", written, over, Severity.WARNING)] if on > last else []
    if verdict is Verdict.NOT_BILLABLE:
        return [Finding("icd10-not-billable", written, f"{written} needs more characters. {_offer(code, on)}")]
    if known is None or known.valid_from is None:
        words = f"{written[:20]} is not an ICD-10-CM code. Search for the diagnosis by its words."
        return [Finding("icd10-unknown", written[:20], words)]
    if verdict is Verdict.NOT_YET:
        words = f"{written} is valid from {known.valid_from:%m/%d/%Y} on. {_offer(code, on)}"
        return [Finding("icd10-not-yet", written, words)]
    return [Finding("icd10-expired", written, f"{written} ended on {known.valid_to:%m/%d/%Y}. {_offer(code, on)}")]


def icd10_verdict(code: str, on: date) -> Verdict:
    """How a code stands on a date. The beginning of codes that are in force is not billable rather than unknown."""
    known, name = icd10(code, on), bare(code)
    if known is not None and known.verdict is not Verdict.NOT_BILLABLE:
        return known.verdict
    if _SHAPE.fullmatch(name) and (known is not None or _under(name, on, 1)):
        return Verdict.NOT_BILLABLE
    return Verdict.UNKNOWN


def icd10_replacements(code: str, on: date, limit: int = 40) -> list[Code]:
    """The codes in force on a date that stand for this one: those below it, else what it was renumbered to or from.

    The conversion table reaches to October 2025; for later changes the shape of the codes shows what was cut up.
    """
    name = bare(code)
    if not _SHAPE.fullmatch(name):
        return []
    sql = (
        "SELECT * FROM node WHERE id IN (SELECT id FROM node WHERE old != '' AND old = :name"  # noqa: S608 - constants only
        " UNION SELECT current FROM replaced WHERE previous = :name"
        " UNION SELECT previous FROM replaced WHERE current = :name UNION SELECT old FROM node WHERE id = :name)"
        f" AND {_IN_FORCE} ORDER BY id LIMIT :limit"
    )
    named = connection().execute(sql, {"name": name, "day": number(on), "limit": limit}).fetchall()
    return [to_code(row, on) for row in named or _under(name, on, limit) if row["id"] != name]


def icd10_children(code: str, on: date) -> list[Code]:
    """The codes directly below a code, section (``A00-A09``) or chapter (``1``) that are in use on a date."""
    name = bare(code)
    rows = connection().execute("SELECT * FROM node WHERE parent = ? AND level = 'code' ORDER BY id", [name])
    found = [to_code(row, on) for row in rows]
    return [one for one in found if one.verdict in (Verdict.VALID, Verdict.NOT_BILLABLE)]


def parents(codes: Iterable[str]) -> dict[str, str]:
    """What each code, bare, stands directly below; what is no code is left out."""
    return {code: above for code in codes if (above := _parent(code))}


@lru_cache(maxsize=20_000)
def _parent(code: str) -> str:
    row = _row(code)
    return str(row["parent"]) if row else ""


def icd10_notes(code: str) -> list[Note]:
    """The tabular notes that hold for a code, its own first, then those of everything above it up to the chapter.

    Kinds: term, includes, excludes1, excludes2, code_first, use_additional, code_also, note, seventh_note. Inclusion
    terms are of the code itself only.
    """
    found: list[Note] = []
    for depth, place in enumerate(_places(code)):
        rows = connection().execute("SELECT kind, words FROM note WHERE id = ? ORDER BY rowid", [place])
        found += [Note(dotted(place), kind, words) for kind, words in rows if depth == 0 or kind != "term"]
    return found


def icd10_seventh(code: str) -> dict[str, str]:
    """The seventh characters of a code with their meaning, from the nearest place that defines them; else empty."""
    for place in _places(code):
        rows = connection().execute("SELECT mark, words FROM seventh WHERE id = ? ORDER BY mark", [place]).fetchall()
        if rows:
            return {row[0]: row[1] for row in rows}
    return {}


def excludes1(code: str) -> list[CodeRange]:
    """The codes that may not stand beside this one, read from its Excludes1 notes and those above, with their words."""
    return _ranges(code, "excludes1")


def excludes2(code: str) -> list[CodeRange]:
    """The codes that are something else than this one but may stand beside it."""
    return _ranges(code, "excludes2")


def code_first(code: str) -> list[CodeRange]:
    """The codes that stand before this one where they apply, read from its code-first notes and those above."""
    return _ranges(code, "code_first")


def billable_count(on: date) -> int:
    """How many codes may be billed on a date."""
    sql = f"SELECT count(*) FROM node WHERE {_IN_FORCE}"  # noqa: S608 - constants only
    return int(connection().execute(sql, {"day": number(on)}).fetchone()[0])


def last_day() -> date:
    """The last date of service that the loaded codes speak for."""
    return day_of(connection().execute("SELECT last FROM reach").fetchone()[0])


def editions() -> list[Edition]:
    """Which releases are loaded, of what, from where."""
    return [Edition(*row) for row in connection().execute("SELECT * FROM edition ORDER BY rowid")]


def to_code(row: sqlite3.Row, on: date) -> Code:
    """A row of ``node`` as the noun; a code without official title says so, with its predecessor's."""
    before = _row(row["old"])
    old = (dotted(row["old"]), before["title"]) if before else None
    above = list(_places(row["id"]))
    title = row["title"] or NO_TITLE + (f" (predecessor {old[0]}: {old[1]})" if old else "")
    return Code(
        code=dotted(row["id"]),
        title=title,
        title_official=bool(row["title"]),
        predecessor=old,
        verdict=_verdict(row, number(on)),
        valid_from=day_of(row["start"]) if row["start"] else None,
        valid_to=day_of(row["stop"]) if row["stop"] else None,
        parent=dotted(row["parent"]),
        chapter=above[-1] if above[-1].isdigit() else "",
    )


def number(on: date) -> int:
    """A date as the tables hold it: YYYYMMDD."""
    return on.year * 10_000 + on.month * 100 + on.day


def _verdict(row: sqlite3.Row, day: int) -> Verdict:
    if not row["start"]:
        return Verdict.NOT_BILLABLE
    if day < row["start"]:
        return Verdict.NOT_YET
    return Verdict.EXPIRED if row["stop"] and row["stop"] < day else Verdict.VALID


def _row(name: str) -> sqlite3.Row | None:
    row: sqlite3.Row | None = connection().execute("SELECT * FROM node WHERE id = ?", [name]).fetchone()
    return row


def _places(code: str) -> list[str]:
    """A code and everything above it, as far as it is in the tables; for a beginning of codes what is above that."""
    name, places = bare(code), []
    while name:
        row = _row(name)
        if row:
            places.append(name)
        name = row["parent"] if row else name[:-1]
    return places


def _under(name: str, on: date, limit: int) -> list[sqlite3.Row]:
    sql = f"SELECT * FROM node WHERE id > :name AND id < :end AND {_IN_FORCE} ORDER BY id LIMIT :limit"  # noqa: S608
    return connection().execute(sql, {"name": name, "end": name + "~", "day": number(on), "limit": limit}).fetchall()


def _ranges(code: str, kind: str) -> list[CodeRange]:
    return [
        CodeRange(first, last, note.at, note.words)
        for note in icd10_notes(code)
        if note.kind == kind
        for first, last in named_codes(note.words)
    ]


def named_codes(words: str) -> list[tuple[str, str]]:
    """The codes a note names in brackets, bare: ``(J10-J11)``, ``(E08.-)``, ``(M62.82, R40.-)`` -> (first, last)."""
    found: list[tuple[str, str]] = []
    for inside in _BRACKETS.findall(words):
        for part in re.split(r"[,;]| and ", inside):
            codes = [code for code, _ in _NAMED.findall(part.replace("–", "-"))]
            if codes:
                found.append((bare(codes[0]), bare(codes[-1])))
    return found


def _offer(code: str, on: date) -> str:
    offered = [found.code for found in icd10_replacements(code, on)]
    if not offered:
        return "Search for the diagnosis by its words."
    return f"Use {', '.join(offered[:8])}{' or another below it' if len(offered) > 8 else ''}."


def day_of(day: int) -> date:
    """A date that the tables hold as YYYYMMDD."""
    return date(day // 10_000, day // 100 % 100, day % 100)
