"""Whether a dose of a series is not needed (a conditional skip)."""

from datetime import date

from medoffice.standards.cdsi.answers import Asked, Standing, Verdict, Walk
from medoffice.standards.cdsi.spans import after
from medoffice.standards.cdsi.types import Between, Condition, Dose, SkipSet, Target

Counted = tuple[list[Verdict], list[Dose]]


def in_ages(born: date, ages: Between, on: date) -> bool:
    """Whether somebody is of these ages on a day."""
    return (ages.begin is None or after(born, ages.begin) <= on) and (ages.end is None or on < after(born, ages.end))


def skipped(asked: Asked, walk: Walk, target: Target, on: date, complete: frozenset[str], *, judging: bool) -> bool:
    """Whether the dose is skipped on a day: as a dose of that day is judged, or as the next one is forecast.

    ``complete``: the groups of series of the disease of which one is complete.
    """
    for skip in target.skips:
        if skip.judging if judging else skip.forecasting:
            counted = walk.verdicts, [one for one in asked.doses if one.on < on or (one.on == on and not judging)]
            found = (_set(asked, walk, one, on, complete, counted) for one in skip.sets)
            if all(found) if skip.every else any(found):
                return True
    return False


def _set(asked: Asked, walk: Walk, one: SkipSet, on: date, complete: frozenset[str], counted: Counted) -> bool:
    if not one.times.hold(on):
        return False
    found = (_condition(asked, walk, each, on, complete, counted) for each in one.conditions)
    return all(found) if one.every else any(found)


def _condition(asked: Asked, walk: Walk, one: Condition, on: date, complete: frozenset[str], counted: Counted) -> bool:
    if one.kind == "age":
        return in_ages(asked.person.born, one.ages, on)
    if one.kind == "series":
        return bool(one.groups & complete)
    if one.kind == "interval":
        before = walk.before
        return before is not None and one.interval is not None and after(before.on, one.interval) <= on
    count = _count(asked.person.born, one, counted)
    return {"greater than": count > one.count, "equal to": count == one.count}.get(one.logic, count < one.count)


def _count(born: date, one: Condition, counted: Counted) -> int:
    """How many doses count: valid ones of the series, those of the series, or of named products whatever they met."""
    verdicts, doses = counted
    if one.valid:
        doses = [each.dose for each in verdicts if each.standing is Standing.VALID]
    elif not one.products:
        doses = [each.dose for each in verdicts]
    return sum(
        (not one.products or each.cvx in one.products)
        and in_ages(born, one.ages, each.on)
        and (one.first is None or one.first <= each.on)
        and (one.end is None or each.on < one.end)
        for each in doses
    )
