"""Which version of a result counts: final follows preliminary, a correction a final; what is late follows none."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from medoffice.clinic.results.rules.levels import level_of
from medoffice.clinic.results.types import WITHDRAWN, Fate, Held, Line

EARLY = frozenset({"P", "I", "S", "R", "O", "N", ""})  # not final yet
SETTLED = frozenset({"F", "C", "X", "D", "U", "W"})
CORRECTED, UNCHANGED = "C", "U"
_TAKEN_BACK = (CORRECTED, WITHDRAWN)


def as_said_before(line: Line, known: Held | None) -> Line:
    """What is final as it was said before (U) comes without its value: it is the one that stands."""
    if known is None or line.status != UNCHANGED or line.value:
        return line
    flags = tuple(filter(None, known.flags.split("~")))
    return replace(
        line, value=known.value, number=known.number, unit=known.unit, range=known.range, flags=flags,
        level=level_of(flags, known.value, known.range, known.unit), notes=line.notes or known.notes,
    )  # fmt: skip


def fate_of(line: Line, known: Held | None, said_at: datetime | None) -> Fate:
    """What becomes of an observation beside the one that stands. ``said_at``: when the laboratory said it."""
    if known is None:
        return Fate.NEW
    flags = "~".join(line.flags)
    shown = (line.value, line.unit, line.range, flags, line.status, line.notes)
    if shown == (known.value, known.unit, known.range, known.flags, known.status, known.notes):
        return Fate.SAME
    if _is_late(line, known, said_at):
        return Fate.LATE
    settled = known.status in SETTLED
    otherwise = (line.value, line.unit, flags) != (known.value, known.unit, known.flags)
    return Fate.CORRECTION if settled and (otherwise or line.status in _TAKEN_BACK) else Fate.NEXT


def fates(lines: Iterable[Line], known: Mapping[str, Held], said_at: datetime | None) -> list[tuple[Line, Fate]]:
    """The same for all of a report."""
    now = [(as_said_before(line, known.get(line.key)), known.get(line.key)) for line in lines]
    return [(line, fate_of(line, stands, said_at)) for line, stands in now]


def reopens(found: Iterable[Fate]) -> bool:
    """Whether somebody has to look again."""
    return any(fate in (Fate.NEW, Fate.NEXT, Fate.CORRECTION) for fate in found)


def _is_late(line: Line, known: Held, said_at: datetime | None) -> bool:
    """Said before what stands; or not final where what stands is, and nobody says when.

    What was struck by taking it off a chart has the time of what it struck: said at that time it is put there again.
    """
    if said_at and known.said_at and said_at != known.said_at:
        return said_at < known.said_at
    if said_at and known.said_at and known.status == WITHDRAWN:
        return False  # taken off a chart, and put on it again
    if line.status in EARLY and known.status in SETTLED:
        return True
    return known.status == CORRECTED and line.status == "F"
