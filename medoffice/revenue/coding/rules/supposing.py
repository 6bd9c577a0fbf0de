"""One thing of a visit's codes changed in thought: what it would be then, and whether the chart supports it. Pure.

Nothing of it is stored. What supports a code comes first, and money has no part in it (P51).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from medoffice.kernel.findings import Finding, Severity
from medoffice.revenue.coding.types import CodedDiagnosis, CodedEncounter, CodedService

ADDED = "new"


class What(StrEnum):
    """What of a diagnosis, a service or the whole claim is changed."""

    CODE = "code"
    OUT = "out"
    MODIFIERS = "modifiers"
    UNITS = "units"
    POINTERS = "pointers"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Change:
    """One change: of which part (``diagnosis 1``, ``service new``, ``claim``), what of it. ``to`` is typed."""

    part: str
    what: What
    to: str = ""

    @property
    def key(self) -> str:
        """How a form names it."""
        return f"{self.part}: {self.what}"

    @property
    def number(self) -> int:
        """The place or line that is changed; 0 where one is added, and for the whole claim."""
        last = self.part.rsplit(" ", 1)[-1]
        return int(last) if last.isdecimal() else 0


@dataclass(frozen=True, slots=True)
class Supposed:
    """The codes as they would be, at which place of service, where one was supposed; and what supports the change."""

    codes: CodedEncounter
    place: str
    support: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What the chart says of what could be coded: words found for diagnoses, services done by order, the level."""

    sure: dict[str, str]
    unsure: dict[str, str]
    done: Collection[str]
    level: int


def changes(found: CodedEncounter) -> list[tuple[Change, str]]:
    """What can be changed of a visit's codes, one thing at a time, each in words."""
    offered = list[tuple[Change, str]]()
    for line in found.services:
        part, called = f"service {line.line}", f"{line.line} {line.code}"
        offered += [
            (Change(part, What.CODE), f"Service {called}: another code"),
            (Change(part, What.MODIFIERS), f"Service {called}: its modifiers"),
            (Change(part, What.UNITS), f"Service {called}: its units"),
            (Change(part, What.POINTERS), f"Service {called}: which diagnoses it is for"),
            (Change(part, What.OUT), f"Service {called}: left out"),
        ]
    offered.append((Change(f"service {ADDED}", What.CODE), "One service more"))
    for one in found.diagnoses:
        part, called = f"diagnosis {one.position}", f"{one.position} {one.code}"
        offered.append((Change(part, What.CODE), f"Diagnosis {called}: another code"))
        offered.append((Change(part, What.OUT), f"Diagnosis {called}: left out"))
    offered.append((Change(f"diagnosis {ADDED}", What.CODE), "One diagnosis more"))
    return [*offered, (Change("claim", What.PLACE), "The place of service")]


def with_diagnosis(found: CodedEncounter, change: Change, given: CodedDiagnosis) -> CodedEncounter:
    """Another code at a place, or one more at the end."""
    if not change.number:
        return replace(found, diagnoses=(*found.diagnoses, replace(given, position=len(found.diagnoses) + 1)))
    new = replace(given, position=change.number)
    return replace(found, diagnoses=tuple(new if one.position == new.position else one for one in found.diagnoses))


def with_service(found: CodedEncounter, change: Change, given: CodedService) -> CodedEncounter:
    """Another code on a line, all else of it as it is; or one more line, for the first diagnosis."""
    if not change.number:
        return replace(found, services=(*found.services, replace(given, line=len(found.services) + 1)))
    return _line(found, change.number, id=given.id, key=given.key, code=given.code, words=given.words)


def with_units(found: CodedEncounter, line: int, units: int) -> CodedEncounter:
    """Other units on a line."""
    return _line(found, line, units=units)


def with_modifiers(found: CodedEncounter, line: int, modifiers: Sequence[str]) -> CodedEncounter:
    """Other modifiers on a line."""
    return _line(found, line, modifiers=tuple(modifiers))


def with_pointers(found: CodedEncounter, line: int, pointers: Sequence[int]) -> CodedEncounter:
    """A line for other diagnoses."""
    return _line(found, line, pointers=tuple(pointers))


def without_service(found: CodedEncounter, line: int) -> CodedEncounter:
    """A line less; those after it move up."""
    left = [one for one in found.services if one.line != line]
    return replace(found, services=tuple(replace(one, line=number) for number, one in enumerate(left, 1)))


def without_diagnosis(found: CodedEncounter, position: int) -> CodedEncounter:
    """A diagnosis less; those after it move up, and the lines point to them where they are now."""
    left = [one for one in found.diagnoses if one.position != position]
    lines = (
        replace(line, pointers=tuple(one - (one > position) for one in line.pointers if one != position))
        for line in found.services
    )
    moved = tuple(replace(one, position=number) for number, one in enumerate(left, 1))
    return replace(found, diagnoses=moved, services=tuple(lines))


def _line(found: CodedEncounter, line: int, **new: object) -> CodedEncounter:
    # ``replace`` is told the fields of one noun by the functions above.
    told = tuple(replace(one, **new) if one.line == line else one for one in found.services)  # type: ignore[arg-type]
    return replace(found, services=told)


def supports_diagnosis(code: str, told: Told) -> Finding:
    """Whether the note supports a diagnosis: first of all, before anything else is said of it."""
    if words := told.sure.get(code):
        said = f"{code}: the note says “{words}”. It is coded at the desk, on these words."
        return Finding("supported", "evidence", said, Severity.INFO)
    if words := told.unsure.get(code):
        said = f"{code}: the note says “{words}”, which may be it and may not. Read it, or ask who wrote it."
        return Finding("supported-perhaps", "evidence", said, Severity.WARNING)
    words = f"{code}: no words of the note were found for it. Without words that support it it is not coded."
    return Finding("no-evidence", "evidence", words)


def supports_service(key: str, code: str, told: Told) -> Finding:
    """Whether the chart supports a service: an order that was carried out, or the level that the worksheet gives."""
    if key in told.done:
        return Finding("supported", "evidence", f"{code}: an order of it was carried out at the visit.", Severity.INFO)
    who, _, level = key.rpartition("_")
    if who in ("new", "est") and level.isdecimal() and told.level:
        if int(level) == told.level:
            words = f"{code}: the worksheet of the visit supports level {level}."
            return Finding("supported", "evidence", words, Severity.INFO)
        words = f"{code} is level {level}; the worksheet of the visit supports level {told.level}."
        return Finding("no-evidence", "evidence", f"{words} The level is what was done, no other.")
    words = f"{code}: no order of it was carried out, and no words of the note are marked for it."
    return Finding("no-evidence", "evidence", f"{words} Without what supports it it is not coded.")


def supports_rest(change: Change) -> list[Finding]:
    """What must be shown for a change that brings no other code."""
    said = {
        What.MODIFIERS: "A modifier says that something was so; the note must show it.",
        What.UNITS: "Units are what was done, as the note or the order shows it.",
        What.POINTERS: "A service is for the diagnosis that the note gives as its reason.",
        What.PLACE: "The place of service is where the patient was, as the visit shows it.",
        What.OUT: "What was done and is written stays coded, whatever it is paid.",
    }
    return [Finding("shown", "evidence", said[change.what], Severity.WARNING)] if change.what in said else []


def differences(before: Sequence[Finding], after: Sequence[Finding]) -> tuple[list[Finding], list[Finding]]:
    """What a change would end of what the checks say, and what it would bring."""
    ended = [one for one in before if one not in after]
    return ended, [one for one in after if one not in before]
