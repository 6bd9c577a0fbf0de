"""Checking the codes of a claim as JSON, without any office data: what ``medoffice codes check FILE`` says.

A claim is an object with ``diagnoses`` (codes, or objects with a ``code``), ``lines`` (each with a ``procedure``, its
``modifiers``, the 1-based places of its diagnoses as ``pointers``, its ``day``, its ``place``), ``place`` and ``day``;
what ``medoffice x12 show --json`` prints of a claim is one. Everything may be absent; nothing given raises.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from medoffice.kernel.findings import Finding, Severity
from medoffice.standards.terminology.icd10 import dotted, excludes1, icd10, icd10_check
from medoffice.standards.terminology.tables import modifiers, place_of_service

_MOST_DIAGNOSES, _MOST_POINTERS = 12, 4
_DAYS = ("day", "date", "date_of_service", "service_date")
_SECOND_ONLY = re.compile(r"\bin (?:\w+ )*classified elsewhere")


def check_claim_codes(claim: object, on: date) -> list[Finding]:
    """What stands against the codes of a claim; ``on`` is the date of service where neither claim nor line says one."""
    if isinstance(claim, dict) and isinstance(claim.get("content"), dict):
        claim = claim["content"]
    if not isinstance(claim, dict):
        return [Finding("claim-shape", "claim", "This is no claim: an object with diagnoses and lines is expected.")]
    lines = [line for line in _list(claim.get("lines")) if isinstance(line, dict)]
    days = [day for day in map(_day, lines) if day]
    day = _day(claim) or min(days, default=on)
    codes = [code for code in map(_code, _list(claim.get("diagnoses"))) if code]
    found = [*_diagnoses(codes, day), *_together(codes), *_place(claim.get("place"), "claim")]
    for number, line in enumerate(lines, 1):
        found += _line(line, len(codes), _day(line) or day, f"line {number}")
    return found


def _diagnoses(codes: list[str], day: date) -> Iterator[Finding]:
    if not codes:
        yield Finding("no-diagnosis", "claim", "The claim has no diagnosis.")
    if len(codes) > _MOST_DIAGNOSES:
        yield Finding("too-many-diagnoses", "claim", f"The claim has {len(codes)} diagnoses; twelve is the most.")
    for place, code in enumerate(codes, 1):
        for finding in icd10_check(code, day):
            yield Finding(finding.code, f"diagnosis {place}", finding.words, finding.severity)
        if code in codes[: place - 1]:
            yield Finding("diagnosis-twice", f"diagnosis {place}", f"{code} stands twice in the claim.")
    known = icd10(codes[0], day) if codes else None
    if known and known.code[0] in "VWXY":
        words = f"{known.code} says how it came about and cannot be first. Put the injury or illness first."
        yield Finding("external-cause-first", "diagnosis 1", words)
    if known and _SECOND_ONLY.search(known.title):
        words = f"{known.code} is the manifestation of another disease and cannot be first. Put that disease first."
        yield Finding("manifestation-first", "diagnosis 1", words)


def _together(codes: list[str]) -> Iterator[Finding]:
    """Pairs that an Excludes1 note keeps apart; a warning, for two unrelated conditions may stand together."""
    for place, code in enumerate(codes, 1):
        for other_place, other in enumerate(codes, 1):
            note = next((one for one in excludes1(code) if code != other and one.holds(other)), None)
            if note and place != other_place:
                words = f"{code} and {other} are not coded together (Excludes1 at {dotted(note.at)}: {note.words})."
                yield Finding("excludes1", f"diagnosis {place}, diagnosis {other_place}", words, Severity.WARNING)


def _line(line: dict[str, Any], count: int, day: date, where: str) -> Iterator[Finding]:
    procedure = line.get("procedure", line.get("code"))
    marks = _list(line.get("modifiers")) or _list(procedure.get("modifiers") if isinstance(procedure, dict) else None)
    if not _code(procedure):
        yield Finding("no-procedure", where, "The line has no procedure code.")
    in_use = modifiers(day)
    for mark in marks:
        if str(mark).upper() not in in_use:
            words = f"{str(mark)[:20]} is not among the modifiers that are loaded for {day:%m/%d/%Y}."
            yield Finding("modifier-unknown", where, words, Severity.WARNING)
    yield from _place(line.get("place"), where)
    pointers = _list(line.get("pointers"))
    if len(pointers) > _MOST_POINTERS:
        yield Finding("pointers-count", where, "A line points to at most four diagnoses.")
    for pointer in pointers:
        if not (isinstance(pointer, int) and 1 <= pointer <= count):
            words = f"The line points to diagnosis {str(pointer)[:20]}; the claim has {count}."
            yield Finding("pointer-dangling", where, words)


def _place(place: object, where: str) -> Iterator[Finding]:
    if place not in (None, "") and str(place).zfill(2) not in place_of_service():
        yield Finding("place-unknown", where, f"{str(place)[:20]} is no place of service.")


def _list(value: object) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else []


def _code(value: object) -> str:
    """The code of an entry: text, or an object's ``code``, dotted as people write it."""
    text = value.get("code") if isinstance(value, dict) else value
    return text.strip().upper() if isinstance(text, str) else ""


def _day(holder: dict[str, Any]) -> date | None:
    for name in _DAYS:
        if isinstance(holder.get(name), str):
            try:
                return date.fromisoformat(holder[name][:10])
            except ValueError:
                return None
    return None
