"""Services that are not paid beside each other, each with its ways out."""

from collections.abc import Iterable
from dataclasses import dataclass

from medoffice.kernel.findings import Finding
from medoffice.revenue.coding.rules.pointing import apart
from medoffice.revenue.coding.types import CodedEncounter, CodedService
from medoffice.standards.terminology.api import modifiers

PAIR, NEVER = "ncci-pair", "ncci-never"
PAIRS = frozenset({PAIR, NEVER})


@dataclass(frozen=True, slots=True)
class Colliding:
    """What the list says, the line that is not paid, and the modifiers that may say it was separate; none for never."""

    finding: Finding
    line: CodedService
    marks: tuple[tuple[str, str], ...]


def pairs_of(found: CodedEncounter | None, against: Iterable[Finding]) -> list[Colliding]:
    """The pairs among what stands against the release of a visit. No query."""
    lines = {f"service {one.line}": one for one in found.services} if found else {}
    told = [(one, lines[one.where]) for one in against if one.code in PAIRS and one.where in lines]
    return [Colliding(one, line, _marks(one, line, found) if found else ()) for one, line in told]


def _marks(finding: Finding, line: CodedService, found: CodedEncounter) -> tuple[tuple[str, str], ...]:
    known = modifiers(found.date)
    offered = (mark for mark in apart(line.key) if mark in known and mark not in line.modifiers)
    return tuple((mark, known[mark].words) for mark in offered) if finding.code == PAIR else ()
