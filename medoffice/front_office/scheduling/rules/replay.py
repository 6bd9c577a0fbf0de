"""The past once more under another week: each visit with the length, the lateness and the way to the room it had.

A visit that the new week takes stays where it was. One that loses its place moves to the nearest free time of its day,
else of the days after; who finds none is counted, and not seen. A provider sees one patient after the other, whoever is
ready first, and nobody before the day opens. Nobody is added who was not there.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from statistics import fmean, median, quantiles
from zoneinfo import ZoneInfo

from medoffice.front_office.scheduling.rules.spans import Span, less, union
from medoffice.front_office.scheduling.rules.supply import Taken, UnitDay
from medoffice.front_office.scheduling.types import Rule
from medoffice.kernel.money import Money

DAYS_ON, FEW = 14, 5  # days after its own to which a visit may be moved; charged visits that tell of their kind alone
NONE = timedelta(0)
DayOf = Callable[[date], UnitDay]


@dataclass(frozen=True, slots=True)
class Came:
    """A past visit: its booked time and kind. ``late`` is how long after its time the patient came, ``to_room`` from
    there until they could be seen, ``inside`` how long they were with the provider; None for who did not come.
    """

    span: Span
    kind: str
    late: timedelta = NONE
    to_room: timedelta = NONE
    inside: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the visits are under a week: those that have a time, how many were moved within their day and to another
    one, and those without a time.
    """

    visits: tuple[Came, ...]
    moved: int = 0
    other_day: int = 0
    lost: tuple[Came, ...] = ()


@dataclass(frozen=True, slots=True)
class Replayed:
    """What came of it: minutes from arrival until the provider came, minutes with patients within the hours and after
    the last of them, minutes of hours.
    """

    waited: tuple[float, ...]
    busy: float
    after: float
    open: float

    @property
    def middle(self) -> float:
        """The wait that half had."""
        return median(self.waited) if self.waited else 0.0

    @property
    def nine_of_ten(self) -> float:
        """The wait that nine of ten stay under."""
        return quantiles(self.waited, n=10, method="inclusive")[-1] if len(self.waited) > 1 else sum(self.waited)

    @property
    def use(self) -> float:
        """The share of the hours that was spent with patients."""
        return self.busy / self.open if self.open else 0.0

    @property
    def use_percent(self) -> int:
        """The same in whole percent."""
        return round(100 * self.use)


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The same past visits under the week as it was, and under another: estimates, and what they rest on.

    ``logged`` had their length in the log, the others count as planned; ``logged_middle`` is the wait that the log
    itself tells. Money is what ``charged`` visits were charged on average by kind; None where nobody says.
    """

    visits: int
    missed: int
    logged: int
    logged_middle: float
    placed: Placed
    before: Replayed
    after: Replayed
    charged: int
    money_before: Money | None
    money_after: Money | None


def placed(visits: Iterable[Came], before: DayOf, after: DayOf, zone: ZoneInfo, rules: Sequence[Rule] = ()) -> Placed:
    """The visits under the week after. What had no place in the week before was squeezed in, and stays so."""
    stay, move = list[Came](), list[Came]()
    for one in sorted(visits, key=_order):
        on = one.span.starts.astimezone(zone).date()
        loses = _fits(one, before(on), on, rules) and not _fits(one, after(on), on, rules)
        (move if loses else stay).append(one)
    taken: dict[date, list[Taken]] = defaultdict(list)
    for one in stay:
        _take(taken[one.span.starts.astimezone(zone).date()], one.span)
    found, lost, other_day = list(stay), list[Came](), 0
    for one in move:
        span = _nearest(one, after, taken, zone, rules)
        if span is None:
            lost.append(one)
            continue
        _take(taken[span.starts.astimezone(zone).date()], span)
        other_day += span.starts.astimezone(zone).date() != one.span.starts.astimezone(zone).date()
        found.append(replace(one, span=span))
    moved = len(found) - len(stay) - other_day
    return Placed(tuple(sorted(found, key=_order)), moved, other_day, tuple(lost))


def replayed(visits: Iterable[Came], day_of: DayOf, days: Iterable[date], zone: ZoneInfo) -> Replayed:
    """These days as they go when the visits come so."""
    on: dict[date, list[Came]] = defaultdict(list)
    for one in visits:
        on[one.span.starts.astimezone(zone).date()].append(one)
    told = [_day(on.get(day, []), _hours(day_of(day))) for day in sorted({*days, *on})]
    return Replayed(
        tuple(wait for one in told for wait in one.waited),
        sum(one.busy for one in told),
        sum(one.after for one in told),
        sum(one.open for one in told),
    )


def averages(charged: Iterable[tuple[str, int]]) -> dict[str, float]:
    """What a visit of each kind was charged on average, in cents; under "" that of any, for kinds with too few."""
    seen: dict[str, list[int]] = defaultdict(list)
    for kind, cents in charged:
        seen[kind].append(cents)
        seen[""].append(cents)
    return {kind: fmean(all_) for kind, all_ in seen.items() if kind == "" or len(all_) >= FEW}


def value(visits: Iterable[Came], cents: Mapping[str, float]) -> Money:
    """What visits of these kinds bring on average; who did not come brings nothing."""
    usual = cents.get("", 0.0)
    return Money(round(sum(cents.get(one.kind, usual) for one in visits if one.inside is not None)))


def _day(visits: Iterable[Came], hours: Sequence[Span]) -> Replayed:
    came = [(one, one.inside) for one in visits if one.inside is not None]
    free, waited, inside = hours[0].starts if hours else None, list[float](), list[Span]()
    for one, took in sorted(came, key=lambda each: (_ready(each[0]), *_order(each[0]))):
        enters = max(_ready(one), free) if free else _ready(one)
        free = enters + took
        waited.append(_minutes(enters - one.span.starts - one.late))
        inside.append(Span(enters, free))
    total, outside = _length(inside), less(inside, hours)
    after = [one for one in outside if not hours or one.starts >= hours[-1].ends]
    return Replayed(tuple(waited), total - _length(outside), _length(after), _length(hours))


def _fits(one: Came, day: UnitDay, on: date, rules: Sequence[Rule]) -> bool:
    return not day.why_not(one.span, one.kind, on, rules)


def _nearest(
    one: Came, after: DayOf, taken: Mapping[date, list[Taken]], zone: ZoneInfo, rules: Sequence[Rule]
) -> Span | None:
    """The free time nearest to that of the visit, on its day or the first day after that has one."""
    length, local = one.span.ends - one.span.starts, one.span.starts.astimezone(zone)
    for number in range(DAYS_ON + 1):
        on = local.date() + timedelta(days=number)
        wanted = datetime.combine(on, local.time(), zone).astimezone(UTC)
        day = replace(after(on), taken=taken.get(on, []))
        free = [span for lane in day.lanes(one.kind, on, rules) for span in lane if span.ends - span.starts >= length]
        starts = [min(max(wanted, span.starts), span.ends - length) for span in free]
        if starts:
            best = min(starts, key=lambda at: (abs(at - wanted), at))
            return Span(best, best + length)
    return None


def _take(taken: list[Taken], span: Span) -> None:
    """Put a visit into the first lane that is free then."""
    busy = {one.lane for one in taken if one.span.meets(span)}
    taken.append(Taken(span, next(lane for lane in range(len(taken) + 1) if lane not in busy)))


def _hours(day: UnitDay) -> list[Span]:
    return less((one.span for one in day.openings), (span for span, _ in day.away))


def _ready(one: Came) -> datetime:
    return one.span.starts + one.late + one.to_room


def _order(one: Came) -> tuple[datetime, datetime, str]:
    return one.span.starts, one.span.ends, one.kind


def _length(spans: Iterable[Span]) -> float:
    return sum(_minutes(one.ends - one.starts) for one in union(spans))


def _minutes(length: timedelta) -> float:
    return length.total_seconds() / 60
