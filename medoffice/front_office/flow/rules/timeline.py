"""A visit's log laid out in time: how long it was at each stage. It names who moved the patient, and blames nobody."""

from collections.abc import Sequence
from datetime import datetime

from medoffice.front_office.flow.types import Part
from medoffice.records.encounters.types import OVER, Stage, StageChange


def parts_of(log: Sequence[StageChange], now: datetime) -> tuple[Part, ...]:
    """The stretches of a visit, from the last time it began; they follow one another without a gap."""
    begun = max((place for place, line in enumerate(log) if line.stage is Stage.MISTAKEN), default=-1) + 1
    lines = log[begun:]
    found = []
    for place, line in enumerate(lines):
        if line.stage in OVER:
            break
        later = lines[place + 1] if place + 1 < len(lines) else None
        ends = later.at if later else max(now, line.at)
        found.append(Part(line.stage.value, line.at, ends, line.room, line.by, lasts=later is None))
    return tuple(found)
