"""Which series of a disease speak for a person: one of each group of series, and the best of those."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from medoffice.standards.cdsi.answers import Asked, State, Way
from medoffice.standards.cdsi.skipping import in_ages
from medoffice.standards.cdsi.types import Series

SEXES = {"M": "Male", "F": "Female"}
FAR = date.max


def concerns(asked: Asked, series: Series) -> bool:
    """Whether a series is for this person at all: by sex, and by what puts them at risk."""
    if series.sexes and SEXES.get(asked.person.sex, "Unknown") not in series.sexes:
        return False
    return series.kind != "risk" or any(
        one.code in asked.observed and in_ages(asked.person.born, one.ages, asked.today) for one in series.indications
    )


def best(asked: Asked, ways: Sequence[Way]) -> list[Way]:
    """The ways that speak for a disease: of each group of series the first, unless an equal group stands above it."""
    groups: dict[str, list[Way]] = {}
    for way in ways:
        if way.walk.series.kind != "judging" or way.next.state is State.COMPLETE:
            groups.setdefault(way.walk.series.group, []).append(way)
    chosen = {key: one for key, found in groups.items() if (one := _of_group(asked, found))}
    return [one for one in chosen.values() if not any(_above(chosen.get(key), one) for key in one.walk.series.equal)]


def _above(other: Way | None, one: Way) -> bool:
    """Whether the way of an equal group makes this one idle: it is complete, or for a risk that the person has."""
    if other is None or one.next.state is State.COMPLETE:
        return False
    if other.next.state is State.COMPLETE:
        return True
    return other.walk.series.kind == "risk" and one.walk.series.kind == "standard"


def _of_group(asked: Asked, ways: Sequence[Way]) -> Way | None:
    """The way of a group of series that counts."""
    highest = min(one.walk.series.priority for one in ways)
    found = [one for one in ways if one.walk.series.priority == highest and _in_time(asked, one)]
    complete = [one for one in found if one.next.state is State.COMPLETE]
    if complete:
        return min(complete, key=lambda one: (_finished(one), -len(one.walk.valid), one.walk.series.preference))
    begun = [one for one in found if one.walk.met]
    if begun:
        return _highest(begun, [_clean, _ends, _fullest, _nearest, partial(_soonest, asked.today)])
    default = next((one for one in found if one.walk.series.default), None)
    if default is None or default.next.state is not State.OPEN:
        of_age = [
            one for one in found if one.next.state is State.OPEN and (default is None or one.walk.series.start.begin)
        ]
        return _highest(of_age, [_free, partial(_soonest, asked.today)]) or default or next(iter(found), None)
    return default


def _in_time(asked: Asked, way: Way) -> bool:
    """Whether the person is old enough for it today, and began it, or would today, when still young enough."""
    born, start = asked.person.born, way.walk.series.start
    begun = min(way.walk.met.values(), default=asked.today)
    return in_ages(born, replace(start, end=None), asked.today) and in_ages(born, replace(start, begin=None), begun)


def _highest(ways: Sequence[Way], marks: Sequence[Callable[[Way, Sequence[Way]], int]]) -> Way | None:
    return max(
        ways,
        key=lambda one: (sum(mark(one, ways) for mark in marks), -one.walk.series.preference),
        default=None,
    )


def _clean(one: Way, _: Sequence[Way]) -> int:
    """A way of one product is followed while all its doses count."""
    if not one.walk.series.product:
        return 0
    return 2 if len(one.walk.valid) == len(one.walk.verdicts) else -2


def _ends(one: Way, _: Sequence[Way]) -> int:
    return 3 if one.next.state is State.OPEN else -3


def _fullest(one: Way, ways: Sequence[Way]) -> int:
    return _alone(2, one, ways, lambda each: -len(each.walk.valid))


def _nearest(one: Way, ways: Sequence[Way]) -> int:
    return _alone(2, one, ways, lambda each: len(each.walk.series.targets) - each.walk.at)


def _free(one: Way, _: Sequence[Way]) -> int:
    return -1 if one.walk.series.product else 0


def _soonest(today: date, one: Way, ways: Sequence[Way]) -> int:
    return _alone(
        1, one, ways, lambda each: (max(each.next.dates.earliest, today) if each.next.dates else FAR).toordinal()
    )


def _alone(mark: int, one: Way, ways: Sequence[Way], measure: Callable[[Way], int]) -> int:
    """A mark for the one with the least of it, none if it shares that, one less for the others."""
    least = [each for each in ways if measure(each) == min(measure(it) for it in ways)]
    return (0 if len(least) > 1 else mark) if one in least else -mark


def _finished(one: Way) -> date:
    return max(one.walk.met.values())
