"""What comes next in a series, and when."""

from collections.abc import Iterable
from datetime import date, timedelta

from medoffice.standards.cdsi.answers import Asked, Dates, Next, State, Walk
from medoffice.standards.cdsi.judging import age_of, reference
from medoffice.standards.cdsi.skipping import in_ages, skipped
from medoffice.standards.cdsi.spans import after
from medoffice.standards.cdsi.types import Interval, Target

DAY = timedelta(days=1)


def what_next(asked: Asked, walk: Walk, complete: frozenset[str], unfit: frozenset[str]) -> Next:
    """Where a series stands today, and the dates of the dose that is next; ``unfit``: products not for this person.

    A dose that is skipped today is passed over, and one that will be skipped by the first day it could be given, too.
    """
    targets, at = walk.series.targets, walk.at
    while at < len(targets):
        target = targets[at]
        if not skipped(asked, walk, target, asked.today, complete, judging=False):
            dates = _dates(asked, walk, target)
            if dates.earliest <= asked.today or not skipped(
                asked, walk, target, dates.earliest, complete, judging=False
            ):
                return _told(asked, walk, target, dates, unfit)
        if over := _over(target, asked.today):
            return over
        at += 1
    return Next(State.COMPLETE if walk.met else State.NOT_RECOMMENDED)


def _told(asked: Asked, walk: Walk, target: Target, dates: Dates, unfit: frozenset[str]) -> Next:
    if dates.latest and max(dates.earliest, asked.today) > dates.latest:
        return Next(State.AGED_OUT, words=f"not given after {dates.latest:%m/%d/%Y}")
    if over := _over(target, asked.today):
        return over
    undated = next((one for one in target.intervals if _undated(asked, one)), None)
    if undated:
        words = f"note the day: {asked.schedule.observations.get(undated.observed, undated.observed)}"
        return Next(State.NOT_RECOMMENDED, words=words)
    on = max(dates.recommended, asked.today)
    known = [one for one in target.preferable if in_ages(asked.person.born, one.ages, on)]
    products = tuple(dict.fromkeys(one.cvx for one in known if one.cvx not in unfit))
    if target.preferable and not known:
        return Next(State.AGED_OUT, words="no product of the schedule is for this age")
    if known and not products:
        return Next(State.AGAINST, words="no product for this dose is fit")
    allowed = [one for one in target.allowed if in_ages(asked.person.born, one.ages, on)]
    also = tuple(dict.fromkeys(one.cvx for one in allowed if one.cvx not in unfit and one.cvx not in products))
    number = len(walk.valid if target.recurs else walk.met) + 1
    override = any(one.override or one.observed for one in target.intervals if one.times.hold(asked.today))
    return Next(State.OPEN, dates, number, products, override=override, allowed=also)


def _dates(asked: Asked, walk: Walk, target: Target) -> Dates:
    """By ages first, by intervals where no age is said; never before what makes it valid."""
    born, age = asked.person.born, age_of(target, asked.today)
    tomorrow = asked.today + DAY
    since = [
        (one, day)
        for one in target.intervals
        if one.times.hold(asked.today) and (day := reference(asked, walk, one, tomorrow)) is not None
    ]
    earliest = max(
        (
            after(born, age.least or age.floor or ()) if age else born,
            *(after(day, one.least or one.floor or ()) for one, day in since),
            _season(target) or born,
            _after_live(asked, target) or born,
        )
    )
    wanted = after(born, age.recommended) if age and age.recommended else None
    wanted = wanted or max(_days(since, late=False), default=earliest)
    by_age = after(born, age.late) if age and age.late else None
    late = by_age or max(_days(since, late=True), default=None)
    latest = after(born, age.most) - DAY if age and age.most else None
    return Dates(earliest, max(earliest, wanted), max(earliest, late - DAY) if late else None, latest)


def _days(since: Iterable[tuple[Interval, date]], *, late: bool) -> list[date]:
    found = ((day, one.late if late else one.recommended) for one, day in since)
    return [after(day, much) for day, much in found if much is not None]


def _over(target: Target, today: date) -> Next | None:
    """What is said once the season of a dose is over; a season without an end is over after a year."""
    one = target.season
    if one is None or not (one.first or one.last):
        return None
    end = one.last or after(one.first or today, ((1, "year"),)) - DAY
    words = f"this release knows no season after {end:%m/%d/%Y}"
    return Next(State.NOT_RECOMMENDED, words=words) if today > end else None


def _undated(asked: Asked, one: Interval) -> bool:
    """Whether it counts from something whose day nobody noted."""
    return bool(one.observed) and one.times.hold(asked.today) and asked.observed.get(one.observed) is None


def _season(target: Target) -> date | None:
    return target.season.first if target.season else None


def _after_live(asked: Asked, target: Target) -> date | None:
    """The first day on which a product is out of the way of live vaccines; None if one is in nobody's way."""
    free: list[date] = []
    for product in target.preferable:
        ends = [
            after(one.on, conflict.end)
            for one in asked.doses
            if (conflict := asked.schedule.conflicts.get((one.cvx, product.cvx)))
        ]
        if not ends:
            return None
        free.append(max(ends))
    return min(free, default=None)
