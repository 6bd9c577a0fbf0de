"""The picture of all open loops: a lane for each kind of waiting, and in it how long each has waited."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from medoffice.front_office.referrals.types import Loop

WIDTH, LEFT, LANE, TOP = 760, 130, 34, 8


@dataclass(frozen=True, slots=True)
class Spot:
    """A loop in the picture; ``late`` says that its next step is overdue."""

    x: float
    y: float
    late: bool
    words: str


@dataclass(frozen=True, slots=True)
class Radar:
    """The picture in pixels: lanes (y, words), marks of days (x, words), and the loops as spots."""

    width: int
    height: int
    lanes: tuple[tuple[int, str], ...]
    marks: tuple[tuple[float, str], ...]
    spots: tuple[Spot, ...]
    told: str

    @property
    def foot(self) -> int:
        """Where the days are written."""
        return self.height - 6

    @property
    def bottom(self) -> int:
        """Where the lanes end."""
        return self.height - 22


def radar_of(found: Sequence[Loop], today: date) -> Radar | None:
    """The picture; None when nothing is open. Loops of a lane that would cover each other stand a little apart."""
    if not found:
        return None
    lanes = list(dict.fromkeys(one.lane for one in sorted(found, key=lambda one: one.lane)))
    days = [max(0, (today - one.since).days) for one in found]
    longest = max(30, -(-max(days) // 30) * 30)
    step = 30 if longest <= 180 else 90

    def across(count: int) -> float:
        return round(LEFT + count / longest * (WIDTH - LEFT - 20), 1)

    seen: dict[tuple[str, int], int] = {}
    spots = []
    for one, count in zip(found, days, strict=True):
        place = one.lane, round(across(count) / 8)
        seen[place] = seen.get(place, -1) + 1
        shift = (0, -8, 8)[seen[place] % 3]
        y = TOP + lanes.index(one.lane) * LANE + LANE // 2 + shift
        spots.append(Spot(across(count), y, one.danger > 0, f"{one.what}: {count} days, held by {one.holder}"))
    late = sum(spot.late for spot in spots)
    return Radar(
        width=WIDTH,
        height=TOP + len(lanes) * LANE + 22,
        lanes=tuple((TOP + number * LANE + LANE // 2, lane) for number, lane in enumerate(lanes)),
        marks=tuple((across(count), f"{count} d") for count in range(0, longest + 1, step)),
        spots=tuple(spots),
        told=f"{len(spots)} open, {late} overdue, the oldest of {max(days)} days",
    )
