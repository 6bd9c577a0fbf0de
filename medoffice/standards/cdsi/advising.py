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
from medoffice.standards.cdsi.types import Against, Antigen, Dose, Group, Person, Schedule, Series, birth_in

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
        one = replace(one, products=_without(asked, one.products, unfit), allowed=_without(asked, one.allowed, unfit))
    ways = [way for name in group.antigens for way in found.get(name, ()) if way.next.state is state]
    names = tuple(dict.fromkeys(way.walk.series.name for way in ways))
    due = _due(one, asked.today)
    if due not in (Due.OVERDUE, Due.DUE) or not all(_shared(asked, way) for way in ways):
        return OfGroup(group.name, due, one, names)
    texts = dict.fromkeys(text for way in ways for text in way.walk.series.guidance)
    return OfGroup(group.name, Due.SHARED, one, names, tuple(text for text in texts if "decision-making" in text))


def _without(asked: Asked, products: Sequence[str], unfit: set[str]) -> tuple[str, ...]:
    """Of these products those without a disease that speaks against it."""
    return tuple(one for one in products if not unfit & {name for name, _ in asked.schedule.antigens_of[one]})


def _shared(asked: Asked, way: Way) -> bool:
    """Whether patient and provider decide together today."""
    ages = way.walk.series.shared
    return ages is not None and in_ages(asked.person.born, ages, asked.today)


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
    soonest = _soonest([way.next for way in ways if way.next.state is state])
    return replace(soonest, asks=_unasked(asked, antigen)) if state is State.OPEN else soonest


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
    products = _products(found)
    return replace(first, dates=joined, products=products, allowed=_allowed(found, products))


def _products(found: Sequence[Next]) -> tuple[str, ...]:
    """Those that are for every one of them; if none is, those of the first."""
    shared = [one for one in found[0].products if all(one in each.products for each in found)]
    return tuple(shared) or found[0].products


def _allowed(found: Sequence[Next], products: Sequence[str]) -> tuple[str, ...]:
    """Those that count for every one of them, whether or not they are the preferred ones."""
    fit = [{*one.products, *one.allowed} for one in found]
    every = dict.fromkeys(cvx for one in found for cvx in (*one.products, *one.allowed))
    return tuple(cvx for cvx in every if cvx not in products and all(cvx in one for one in fit))


def _due(one: Next, today: date) -> Due:
    if one.state is not State.OPEN or one.dates is None:
        return DUE.get(one.state, Due.NONE)
    if one.asks and today >= one.dates.recommended:
        return Due.ASK
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
    """By what is known of them, or by their birth: the day, and the country where it matters."""
    if any(code in asked.observed for code in antigen.immune):
        return True
    return any(not country or birth_in(country) in asked.observed for _, country in _by_birth(asked, antigen))


def _unasked(asked: Asked, antigen: Antigen) -> str:
    """What would make them immune by their birth, and nobody noted whether it is so."""
    for born, country in _by_birth(asked, antigen):
        if country and birth_in(country, so=False) not in asked.observed:
            return f"immune if born in {country} before {born:%m/%d/%Y}: note the country of birth"
    return ""


def _by_birth(asked: Asked, antigen: Antigen) -> list[tuple[date, str]]:
    """The days before which who was born (in a country) is immune, as far as they are for this person."""
    return [
        (born, country)
        for born, country, unless in antigen.born_before
        if asked.person.born < born and not any(code in asked.observed for code in unless)
    ]
