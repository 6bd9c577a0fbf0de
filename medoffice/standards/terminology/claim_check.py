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
from medoffice.standards.terminology.fits import check_fits, is_manifestation
from medoffice.standards.terminology.icd10 import code_first, dotted, excludes1, icd10, icd10_check
from medoffice.standards.terminology.tables import modifiers, place_of_service

_MOST_DIAGNOSES, _MOST_POINTERS = 12, 4
_DAYS = ("day", "date", "date_of_service", "service_date")
_SECOND_ONLY = re.compile(r"\bin (?:\w+ )*classified elsewhere")
_SIDE = re.compile(r"\b(left|right|bilateral)\b", re.IGNORECASE)
_SIDED = {"LT": "left", "RT": "right"}
# With one of these a service stands on a claim a second time.
_AGAIN = frozenset({"59", "76", "77", "91", "XE", "XP", "XS", "XU"})


def check_claim_codes(claim: object, on: date, *, sex: str = "", born: date | None = None) -> list[Finding]:
    """What stands against the codes of a claim; ``on`` is the date of service where neither claim nor line says one.

    ``sex`` and ``born`` are the patient's, if known.
    """
    if isinstance(claim, dict) and isinstance(claim.get("content"), dict):
        claim = claim["content"]
    if not isinstance(claim, dict):
        return [Finding("claim-shape", "claim", "This is no claim: an object with diagnoses and lines is expected.")]
    lines = [line for line in _list(claim.get("lines")) if isinstance(line, dict)]
    days = [day for day in map(_day, lines) if day]
    day = _day(claim) or min(days, default=on)
    codes = [code for code in map(_code, _list(claim.get("diagnoses"))) if code]
    found = [*_diagnoses(codes, day), *_together(codes), *_in_order(codes, day), *_place(claim.get("place"), "claim")]
    for place, code in enumerate(codes, 1):
        fits = check_fits(code, day, sex=sex, born=born)
        found += [Finding(one.code, f"diagnosis {place}", one.words, one.severity) for one in fits]
    for number, line in enumerate(lines, 1):
        found += _line(line, len(codes), _day(line) or day, f"line {number}")
        found += _sided(line, codes, day, f"line {number}")
    return [*found, *_twice(lines, day)]


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
    if known and (is_manifestation(known.code, day) or _SECOND_ONLY.search(known.title)):
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


def _in_order(codes: list[str], day: date) -> Iterator[Finding]:
    """What a code-first note wants in front: an error for a manifestation, else a thing to look at."""
    for place, code in enumerate(codes, 1):
        wanted = code_first(code)
        known = icd10(code, day)
        if not wanted or known is None:
            continue
        before, after = codes[: place - 1], codes[place:]
        manifested = is_manifestation(code, day)
        late = next((one for one in after for note in wanted if note.holds(one)), "")
        if any(note.holds(one) for one in before for note in wanted):
            continue
        if late:
            words = f"Put {late} before {known.code} (code first, at {dotted(wanted[0].at)})."
            severity = Severity.ERROR if manifested else Severity.WARNING
            yield Finding("code-first", f"diagnosis {place}", words, severity)
        elif manifested and place > 1:
            words = f"{known.code} is a manifestation and none of the diseases that its note names stands before it: "
            words += f"{wanted[0].words}. Code the disease first."
            yield Finding("code-first", f"diagnosis {place}", words, Severity.WARNING)


def _sided(line: dict[str, Any], codes: list[str], day: date, where: str) -> Iterator[Finding]:
    """A side that a modifier says and the diagnoses of the line do not."""
    said = {_SIDED[mark] for mark in _marks(line) if mark in _SIDED}
    if len(said) != 1:
        return
    side = said.pop()
    pointed = [codes[one - 1] for one in _list(line.get("pointers")) if isinstance(one, int) and 1 <= one <= len(codes)]
    sides: set[str] = set()
    for code in pointed:
        known = icd10(code, day)
        sides |= {one.lower() for one in _SIDE.findall(known.title)} if known else set()
    if sides and not sides & {side, "bilateral"}:
        other = "left" if side == "right" else "right"
        words = f"The modifier says {side} and the diagnoses say {other}. Mend the one that is wrong by the note."
        yield Finding("side-differs", where, words)


def _twice(lines: list[dict[str, Any]], day: date) -> Iterator[Finding]:
    """The same service with the same modifiers on the same day, without one that says that it was done again."""
    seen: dict[tuple[str, frozenset[str], date], int] = {}
    for number, line in enumerate(lines, 1):
        code, marks = _code(line.get("procedure", line.get("code"))), frozenset(_marks(line))
        first = seen.setdefault((code, marks, _day(line) or day), number)
        if code and first != number and not marks & _AGAIN:
            words = f"{code} stands on line {first} too. Add the units there, or the modifier for what was done again."
            yield Finding("line-twice", f"line {number}", words, Severity.WARNING)


def _marks(line: dict[str, Any]) -> list[str]:
    procedure = line.get("procedure", line.get("code"))
    marks = _list(line.get("modifiers")) or _list(procedure.get("modifiers") if isinstance(procedure, dict) else None)
    return [str(mark).upper() for mark in marks]


def _line(line: dict[str, Any], count: int, day: date, where: str) -> Iterator[Finding]:
    procedure = line.get("procedure", line.get("code"))
    if not _code(procedure):
        yield Finding("no-procedure", where, "The line has no procedure code.")
    in_use = modifiers(day)
    for mark in _marks(line):
        if mark not in in_use:
            words = f"{mark[:20]} is not among the modifiers that are loaded for {day:%m/%d/%Y}."
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
