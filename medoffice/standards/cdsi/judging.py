"""What a dose that was given counts for: age, intervals, live vaccines, product."""

from collections.abc import Sequence
from datetime import date

from medoffice.standards.cdsi.answers import Asked, Standing, Verdict, Walk, Why
from medoffice.standards.cdsi.skipping import in_ages, skipped
from medoffice.standards.cdsi.spans import Span, after
from medoffice.standards.cdsi.types import Age, Dose, Interval, Product, Series, Target


def walked(asked: Asked, series: Series, doses: Sequence[Dose], complete: frozenset[str]) -> Walk:
    """The series with these doses, in order, held against it."""
    walk = Walk(series)
    for dose in doses:
        while (target := walk.target) and skipped(asked, walk, target, dose.on, complete, judging=True):
            walk.at += 1
        if target is None:
            walk.verdicts.append(Verdict(dose, Standing.EXTRA, Why.DONE))
            continue
        why = why_not(asked, walk, target, dose)
        if why is not None:
            walk.verdicts.append(Verdict(dose, Standing.EXTRA if why is Why.OLD else Standing.NOT_VALID, why))
            continue
        walk.verdicts.append(Verdict(dose, Standing.VALID, number=target.number))
        walk.met[target.number] = dose.on
        if not target.recurs:
            walk.at += 1
    return walk


def why_not(asked: Asked, walk: Walk, target: Target, dose: Dose) -> Why | None:
    """Why a dose does not meet the dose of the series that is next; None if it does."""
    if dose.cvx in target.inadvertent:
        return Why.INADVERTENT
    return (
        _by_age(asked, walk, target, dose.on)
        or _by_interval(asked, walk, target, dose)
        or (Why.LIVE if _live(asked, dose) else None)
        or (None if _fits(asked, target, dose) else Why.PRODUCT)
    )


def reference(asked: Asked, walk: Walk, interval: Interval, until: date) -> date | None:
    """From which day an interval counts, seen from a day; None if what it counts from is not there."""
    if interval.previous:
        return walk.before.on if walk.before else None
    if interval.dose is not None:
        return walk.met.get(interval.dose)
    if interval.recent:
        return max((one.on for one in asked.doses if one.cvx in interval.recent and one.on < until), default=None)
    return asked.observed.get(interval.observed)


def age_of(target: Target, on: date) -> Age | None:
    """What is said of the age on a day."""
    return next((one for one in target.ages if one.times.hold(on)), None)


def _by_age(asked: Asked, walk: Walk, target: Target, on: date) -> Why | None:
    age = age_of(target, on)
    if age is None:
        return None
    if age.most and on >= after(asked.person.born, age.most):
        return Why.OLD
    return Why.YOUNG if _early(walk, asked.person.born, age.floor, age.least, on, first=target.number == 1) else None


def _by_interval(asked: Asked, walk: Walk, target: Target, dose: Dose) -> Why | None:
    for one in target.intervals:
        if one.observed and one.times.hold(dose.on) and asked.observed.get(one.observed) is None:
            return Why.SOON  # nobody noted when that was
        since = reference(asked, walk, one, dose.on) if one.times.hold(dose.on) else None
        if since is not None and _early(walk, since, one.floor, one.least, dose.on, first=target.number == 1):
            return None if _allowable(asked, walk, target, dose) else Why.SOON
    return None


def _allowable(asked: Asked, walk: Walk, target: Target, dose: Dose) -> bool:
    """Whether an interval that is not preferred lets the dose count all the same."""
    for one in target.allowable:
        since = reference(asked, walk, one, dose.on) if one.times.hold(dose.on) else None
        if since is not None and one.floor is not None and after(since, one.floor) <= dose.on:
            return True
    return False


def _early(walk: Walk, since: date, floor: Span | None, least: Span | None, on: date, *, first: bool) -> bool:
    """Whether a day comes too early: before the floor, or in the grace after a dose that came too early itself."""
    if floor is not None and on < after(since, floor):
        return True
    if least is None or on >= after(since, least) or first:
        return False
    last = walk.verdicts[-1] if walk.verdicts else None
    return last is not None and last.why in (Why.YOUNG, Why.SOON)


def _live(asked: Asked, dose: Dose) -> bool:
    """Whether another live vaccine was given too shortly before."""
    for one in asked.doses:
        conflict = asked.schedule.conflicts.get((one.cvx, dose.cvx)) if one.on < dose.on else None
        if conflict is not None:
            end = conflict.end if one.key in asked.doubted else conflict.least
            if after(one.on, conflict.begin) <= dose.on < after(one.on, end):
                return True
    return False


def _fits(asked: Asked, target: Target, dose: Dose) -> bool:
    return any(_is(asked, one, dose) for one in (*target.preferable, *target.allowed))


def _is(asked: Asked, one: Product, dose: Dose) -> bool:
    """Whether a dose is of a product at an age it is for; an unknown maker is not held against it."""
    same = one.cvx == dose.cvx and (not one.mvx or not dose.mvx or one.mvx == dose.mvx)
    return same and in_ages(asked.person.born, one.ages, dose.on)
