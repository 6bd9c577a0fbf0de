"""All that the schedule says of a person on a day."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from medoffice.standards.cdsi.answers import Advice, Asked, Dates, Due, Next, OfDose, OfGroup, Standing, State, Way
from medoffice.standards.cdsi.choosing import best, concerns
from medoffice.standards.cdsi.forecasting import what_next
from medoffice.standards.cdsi.judging import walked
from medoffice.standards.cdsi.skipping import in_ages
from medoffice.standards.cdsi.spans import after
from medoffice.standards.cdsi.types import Against, Antigen, Dose, Group, Person, Schedule, Series

_LASTS = re.compile(r"previous (\d+) (day|week|month|year)s?\b")
# Of several states the one that is acted on: what stands first.
ORDER = (State.OPEN, State.AGAINST, State.COMPLETE, State.IMMUNE, State.AGED_OUT, State.NOT_RECOMMENDED)
DUE = {State.COMPLETE: Due.COMPLETE, State.IMMUNE: Due.IMMUNE, State.AGAINST: Due.AGAINST}


def advise(schedule: Schedule, person: Person, today: date) -> Advice:
    """What each dose counts for and what is due, by a schedule, on a day. Doses of later days are left out."""
    doses = tuple(sorted((one for one in person.doses if one.on <= today), key=lambda one: (one.on, one.cvx, one.key)))
    asked = Asked(schedule, person, today, doses, dict(person.observed))
    found = _ways(asked)
    if asked.doses and (doubted := _doubted(found)):
        asked = replace(asked, doubted=doubted)
        found = _ways(asked)
    groups = tuple(one for group in schedule.groups if (one := _of_group(asked, group, found)))
    return Advice(schedule.version, schedule.released, _of_doses(asked, found), groups)


def _ways(asked: Asked) -> dict[str, list[Way]]:
    """By disease, the ways that speak for it."""
    return {name: _of_antigen(asked, antigen) for name, antigen in asked.schedule.antigens.items()}


def _of_antigen(asked: Asked, antigen: Antigen) -> list[Way]:
    series = [one for one in antigen.series if concerns(asked, one)]
    if not series:
        return []
    doses = [one for one in asked.doses if _protects(asked, one, antigen.name)]
    unfit = frozenset(
        product.cvx
        for one in antigen.against
        if _holds(asked, one)
        for product in one.products
        if in_ages(asked.person.born, product.ages, asked.today)
    )
    complete: set[str] = set()
    ways = []
    for one in sorted(series, key=_needs_others):
        walk = walked(asked, one, doses, frozenset(complete))
        way = Way(walk, what_next(asked, walk, frozenset(complete), unfit))
        if way.next.state is State.COMPLETE:
            complete.add(one.group)
        ways.append(way)
    return best(asked, ways)


def _needs_others(series: Series) -> bool:
    """Whether doses of a series are skipped once another series is complete: such come after the others."""
    return any(
        condition.kind == "series"
        for target in series.targets
        for skip in target.skips
        for each in skip.sets
        for condition in each.conditions
    )


def _protects(asked: Asked, dose: Dose, antigen: str) -> bool:
    return any(
        name == antigen and in_ages(asked.person.born, ages, dose.on)
        for name, ages in asked.schedule.antigens_of.get(dose.cvx, ())
    )


def _doubted(found: dict[str, list[Way]]) -> frozenset[str]:
    """Doses that counted for nothing: another live vaccine keeps the whole distance from them."""
    verdicts = [one for ways in found.values() for way in ways for one in way.walk.verdicts]
    valid = {one.dose.key for one in verdicts if one.standing is Standing.VALID}
    return frozenset(one.dose.key for one in verdicts) - valid


def _of_doses(asked: Asked, found: dict[str, list[Way]]) -> tuple[OfDose, ...]:
    told = []
    for dose in asked.doses:
        verdicts = []
        for name, ways in found.items():
            of_it = [one for way in ways for one in way.walk.verdicts if one.dose is dose]
            if of_it:
                verdicts.append((name, min(of_it, key=lambda one: list(Standing).index(one.standing))))
        told.append(OfDose(dose, asked.schedule.products.get(dose.cvx, ""), tuple(verdicts)))
    return tuple(told)


def _of_group(asked: Asked, group: Group, found: dict[str, list[Way]]) -> OfGroup | None:
    """What is said of a group; None if no series of it is for this person.

    What is always given together is not given if one of it speaks against that; else products without it are named.
    """
    told = {name: one for name in group.antigens if (one := _of_disease(asked, name, found.get(name, [])))}
    if not told:
        return None
    states = {one.state for one in told.values()}
    against = State.AGAINST if group.full and State.AGAINST in states else None
    state = against or next(one for one in ORDER if one in states)
    one = _joined([each for each in told.values() if each.state is state])
    unfit = {name for name, each in told.items() if each.state is State.AGAINST}
    if state is State.OPEN and unfit:
        fit = [each for each in one.products if not unfit & {name for name, _ in asked.schedule.antigens_of[each]}]
        one = replace(one, products=tuple(fit))
    ways = [way for name in group.antigens for way in found.get(name, ()) if way.next.state is state]
    return OfGroup(group.name, _due(one, asked.today), one, tuple(dict.fromkeys(way.walk.series.name for way in ways)))


def _of_disease(asked: Asked, name: str, ways: Sequence[Way]) -> Next | None:
    if not ways:
        return None
    antigen = asked.schedule.antigens[name]
    if _immune(asked, antigen):
        return Next(State.IMMUNE)
    state = next(one for one in ORDER if any(way.next.state is one for way in ways))
    against = next((one for one in antigen.against if not one.products and _holds(asked, one)), None)
    if against and state is State.OPEN:
        return Next(State.AGAINST, words=against.words)
    return _soonest([way.next for way in ways if way.next.state is state])


def _soonest(found: Sequence[Next]) -> Next:
    """Of several ways that stand alike, the one that is recommended first."""
    return min(
        found, key=lambda one: (one.dates.recommended, one.dates.earliest) if one.dates else (date.max, date.max)
    )


def _joined(found: Sequence[Next]) -> Next:
    """Diseases that stand alike as one: given together once the last may be, wanted as soon as the first is.

    An interval that stands above the others, or counts from what a person has (a pregnancy), does not wait for them;
    where several do, what may be given first counts.
    """
    over = [one.dates.earliest for one in found if one.override and one.dates]
    if over:
        found = [one for one in found if one.dates and one.dates.earliest == min(over)]
    first = _soonest(found)
    dates = [one.dates for one in found if one.dates]
    if not dates:
        return first
    earliest = max(one.earliest for one in dates)
    late = min((one.late for one in dates if one.late), default=None)
    joined = Dates(
        earliest,
        max(earliest, min(one.recommended for one in dates)),
        max(earliest, late) if late else None,
        max((one.latest for one in dates if one.latest), default=None),
    )
    return replace(first, dates=joined, products=_products(found))


def _products(found: Sequence[Next]) -> tuple[str, ...]:
    """Those that are for every one of them; if none is, those of the first."""
    shared = [one for one in found[0].products if all(one in each.products for each in found)]
    return tuple(shared) or found[0].products


def _due(one: Next, today: date) -> Due:
    if one.state is not State.OPEN or one.dates is None:
        return DUE.get(one.state, Due.NONE)
    if one.dates.late is not None and today > one.dates.late:
        return Due.OVERDUE
    return Due.DUE if today >= one.dates.recommended else Due.LATER


def _holds(asked: Asked, one: Against) -> bool:
    """Whether it holds today; what by its words lasts so long is over by then, if the day it began is known."""
    if one.code not in asked.observed or not in_ages(asked.person.born, one.ages, asked.today):
        return False
    since, lasts = asked.observed[one.code], _LASTS.search(one.words)
    return not (since and lasts) or asked.today < after(since, ((int(lasts[1]), lasts[2]),))


def _immune(asked: Asked, antigen: Antigen) -> bool:
    """By what is known of them, or by their birth where no country of birth matters: that is not known here."""
    if any(code in asked.observed for code in antigen.immune):
        return True
    return any(
        asked.person.born < born and not country and not any(code in asked.observed for code in unless)
        for born, country, unless in antigen.born_before
    )
