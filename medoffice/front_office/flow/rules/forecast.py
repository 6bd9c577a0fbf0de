"""When each waiting patient will be seen: the day as it stands, run on many times with lengths learned from the log.

What is told is a span that eight of ten such patients were seen within, not a promise. Chance is a fixed sequence, so
that the same day gives the same forecast.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from medoffice.front_office.flow.types import Forecast, PastVisit

RUNS = 200
LOW, HIGH = 0.07, 0.93  # a little wider than eight of ten: few days are learned from, and they differ less than all do
ENOUGH = 8  # visits before a kind's, or a provider's, own lengths are taken
IDLE = timedelta(minutes=1)  # a provider who came so long after the last patient left had waited, not the patient
AHEAD = 60  # minutes: who is due within it may still come before somebody who waits
Lengths = Sequence[float]
Kinded = tuple[str, float]  # a kind of visit, and minutes


@dataclass(frozen=True, slots=True)
class Learned:
    """Lengths in minutes, each sorted: to the room, from the room until a free provider comes, with the provider by
    kind (blank: any), and how much after its time a patient comes; ``missed`` is the share that does not come.
    """

    to_room: Lengths
    to_provider: Lengths
    inside: Mapping[str, Lengths]
    late: Lengths
    missed: float

    def of(self, kind: str) -> Lengths:
        """How long visits of a kind take; of any, where too few were seen."""
        return self.inside.get(kind, self.inside[""])


def learn(past: Iterable[PastVisit], missed: float) -> Learned | None:
    """What finished visits say; None before there are enough of them."""
    visits = sorted(
        ((one, one.entered, one.done) for one in past if one.entered and one.done), key=lambda told: told[1]
    )
    if len(visits) < ENOUGH:
        return None
    inside: dict[str, list[float]] = defaultdict(list)
    ready, free = [], dict[UUID, datetime]()
    for one, entered, done in visits:
        length = _minutes(done - entered)
        inside[one.kind].append(length)
        inside[""].append(length)
        if one.roomed and free.get(one.provider_id, one.arrived) + IDLE < entered:
            ready.append(_minutes(entered - one.roomed))
        free[one.provider_id] = max(done, free.get(one.provider_id, done))
    rooms = sorted(_minutes(one.roomed - one.arrived) for one, _, _ in visits if one.roomed)
    late = sorted(_minutes(one.arrived - one.starts) for one, _, _ in visits if one.starts)
    if len(ready) < ENOUGH:  # nobody ever waits for a patient here: the quickest say how quick it can be
        quick = sorted(_minutes(entered - one.roomed) for one, entered, _ in visits if one.roomed)
        ready = quick[: max(1, len(quick) // 4)]
    kept = {kind: sorted(found) for kind, found in inside.items() if kind == "" or len(found) >= ENOUGH}
    return Learned(rooms or [0.0], sorted(ready) or [0.0], kept, late or [0.0], missed)


def forecast(today: Sequence[PastVisit], due: Sequence[PastVisit], learned: Learned, now: datetime) -> list[Forecast]:
    """For everybody who waits, when they will be seen. ``due`` have not come yet; their ``starts`` says when they may.

    Who was seen, left or is with the provider is not forecast; a provider is taken to see whoever is ready first.
    """
    found: list[Forecast] = []
    for provider_id in {one.provider_id for one in today}:
        mine = [one for one in today if one.provider_id == provider_id and not one.ended]
        waiting = [one for one in mine if one.entered is None]
        inside = [(one.kind, _minutes(now - one.entered)) for one in mine if one.entered and one.done is None]
        booked = [
            (one.kind, _minutes(one.starts - now)) for one in due if one.provider_id == provider_id and one.starts
        ]
        coming = [(kind, until) for kind, until in booked if abs(until) < AHEAD]
        if waiting:
            found += _of_provider(waiting, inside, coming, learned, now)
    return sorted(found, key=lambda one: one.middle)


def _of_provider(
    waiting: Sequence[PastVisit],
    inside: Sequence[Kinded],
    coming: Sequence[Kinded],
    learned: Learned,
    now: datetime,
) -> list[Forecast]:
    seen: dict[UUID, list[float]] = {one.encounter_id: [] for one in waiting}
    for run in range(RUNS):
        chance = _Chance(run)
        free = max((_draw(learned.of(kind), chance, beyond=spent) - spent for kind, spent in inside), default=0.0)
        queue: list[tuple[float, str, UUID | None]] = [
            (_ready(one, learned, now, chance), one.kind, one.encounter_id) for one in waiting
        ]
        queue += [
            (_comes(until, learned, chance), kind, None) for kind, until in coming if chance.next() > learned.missed
        ]
        for ready, kind, visit in sorted(queue, key=lambda told: told[0]):
            enters = max(ready, free)
            free = enters + _draw(learned.of(kind), chance)
            if visit is not None:
                seen[visit].append(enters)
    return [_told(one, sorted(seen[one.encounter_id]), now) for one in waiting]


def _told(one: PastVisit, minutes: Lengths, now: datetime) -> Forecast:
    low, middle, high = (minutes[min(RUNS - 1, int(share * RUNS))] for share in (LOW, 0.5, HIGH))
    spread = [now + timedelta(minutes=value) for value in (low, middle, high)]
    return Forecast(one.encounter_id, one.provider_id, *spread)


def _ready(one: PastVisit, learned: Learned, now: datetime, chance: "_Chance") -> float:
    """Minutes until this patient could be seen if the provider were free."""
    if one.roomed is not None:
        spent = _minutes(now - one.roomed)
        return _draw(learned.to_provider, chance, beyond=spent) - spent
    spent = _minutes(now - one.arrived)
    return _draw(learned.to_room, chance, beyond=spent) - spent + _draw(learned.to_provider, chance)


def _comes(until: float, learned: Learned, chance: "_Chance") -> float:
    """Minutes until somebody who is due could be seen, if they come."""
    arrives = max(0.0, until + _draw(learned.late, chance, beyond=-until))
    return arrives + _draw(learned.to_room, chance) + _draw(learned.to_provider, chance)


def _draw(lengths: Lengths, chance: "_Chance", beyond: float | None = None) -> float:
    """A length that was seen before, of those longer than what has passed already; just longer if none was."""
    first = 0 if beyond is None else bisect_right(lengths, beyond)
    last = len(lengths) - 1
    if first > last:
        return (beyond or 0.0) + 1.0
    place = first + chance.next() * (last - first)
    low = int(place)
    high = min(low + 1, last)
    return lengths[low] + (place - low) * (lengths[high] - lengths[low])


class _Chance:
    """A fixed sequence of numbers from 0 to 1, another for each run (a linear congruential generator)."""

    def __init__(self, run: int) -> None:
        self.state = (run * 2_654_435_761 + 12_345) % 2**32
        self.next()

    def next(self) -> float:
        """The next number."""
        self.state = (self.state * 1_664_525 + 1_013_904_223) % 2**32
        return self.state / 2**32


def _minutes(length: timedelta) -> float:
    return length.total_seconds() / 60
