"""ICD-10-CM: looking a code up, and what stands against it on a date."""

import sqlite3
from datetime import date

from medoffice.kernel.findings import Finding
from medoffice.standards.terminology.store import connection
from medoffice.standards.terminology.types import Code


def bare(code: str) -> str:
    """A code without dot and blanks, in capitals: ``m72.20`` -> ``M7220``."""
    return code.strip().replace(".", "").upper()


def dotted(code: str) -> str:
    """A code as people write it: ``M7220`` -> ``M72.20``."""
    return f"{code[:3]}.{code[3:]}" if len(code) > 3 else code


def icd10(code: str, on: date) -> Code | None:  # noqa: ARG001 - one release is loaded; a second one will choose by it
    """A code with its title and dates, whether or not it is in force on the date; None if there is no such code."""
    row = connection().execute("SELECT * FROM code WHERE code = ?", [bare(code)]).fetchone()
    return to_code(row) if row else None


def icd10_check(code: str, on: date) -> list[Finding]:
    """What stands against billing a code on a date of service; nothing if it is valid and billable then."""
    known, written = icd10(code, on), dotted(bare(code)) or "(blank)"
    if known is None:
        return [Finding("icd10-unknown", written, f"{written} is not an ICD-10-CM code.")]
    if known.in_force(on):
        return []
    if not known.billable:
        return [Finding("icd10-not-billable", written, f"{written} needs more characters: {_offers(code, on)}")]
    if known.valid_from is not None and on < known.valid_from:
        words = f"{written} is valid from {known.valid_from:%m/%d/%Y} on."
        return [Finding("icd10-not-yet", written, words)]
    words = f"{written} ended on {known.valid_to:%m/%d/%Y}. {_offers(code, on)}"
    return [Finding("icd10-expired", written, words)]


def icd10_replacements(code: str, on: date) -> list[Code]:
    """The billable codes under this one on a date: what a header, or a code cut up, is replaced by."""
    start = bare(code)
    rows = connection().execute(
        "SELECT * FROM code WHERE code > ? AND code < ? AND billable AND start <= ? AND (stop = 0 OR stop >= ?)"
        " ORDER BY code LIMIT 40",
        [start, start + "Z~", _number(on), _number(on)],
    )
    return [to_code(row) for row in rows] if start else []


def icd10_notes(code: str) -> list[tuple[str, str]]:
    """The tabular notes of a code and of those above it, nearest first: (kind, words)."""
    whole = bare(code)
    found: list[tuple[str, str]] = []
    for size in range(len(whole), 2, -1):
        place = whole[:size]
        rows = connection().execute("SELECT kind, words FROM note WHERE code = ?", [dotted(place).replace(".", "")])
        found += [(row["kind"], row["words"]) for row in rows]
    return found


def billable_count(on: date) -> int:
    """How many codes may be billed on a date."""
    sql = "SELECT count(*) FROM code WHERE billable AND start <= ? AND (stop = 0 OR stop >= ?)"
    return int(connection().execute(sql, [_number(on), _number(on)]).fetchone()[0])


def editions() -> list[str]:
    """Which releases are loaded, in words."""
    return [row[0] for row in connection().execute("SELECT words FROM edition ORDER BY rowid")]


def to_code(row: sqlite3.Row) -> Code:
    """A row as the noun; a code without official title says so, with its predecessor's."""
    old = (dotted(row["old"]), row["old_title"]) if row["old"] else None
    title = row["title"]
    if not title:
        title = "official title not loaded" + (f" (predecessor {old[0]}: {old[1]})" if old else "")
    return Code(
        code=dotted(row["code"]),
        title=title,
        official=bool(row["title"]),
        predecessor=old,
        billable=bool(row["billable"]),
        valid_from=_date(row["start"]),
        valid_to=_date(row["stop"]),
    )


def _offers(code: str, on: date) -> str:
    offered = [found.code for found in icd10_replacements(code, on)]
    if not offered:
        return "Search for the diagnosis by its words."
    return f"Use {', '.join(offered[:8])}{' ...' if len(offered) > 8 else ''}."


def _number(on: date) -> int:
    return on.year * 10_000 + on.month * 100 + on.day


def _date(number: int) -> date | None:
    return date(number // 10_000, number // 100 % 100, number % 100) if number else None
