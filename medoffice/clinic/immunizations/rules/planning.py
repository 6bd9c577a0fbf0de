"""How a patient is told to the schedule, and in which order what it says is read."""

from collections.abc import Iterable
from datetime import date, timedelta

from medoffice.clinic.charting.types import Version
from medoffice.clinic.immunizations.types import Fact, Lot
from medoffice.standards.cdsi.answers import Advice, Due, OfGroup
from medoffice.standards.cdsi.types import Dose, Person, Schedule, Series

NOW = (Due.OVERDUE, Due.DUE)
ORDER = (*NOW, Due.LATER, Due.AGAINST, Due.COMPLETE, Due.IMMUNE, Due.NONE)
SOON = timedelta(days=366)  # what is due later than that is not named on its own
WHOLE_DAY = 10  # letters of a date that has a year, a month and a day


def counted(entries: Iterable[Version], schedule: Schedule) -> tuple[list[Dose], list[str]]:
    """The doses among a list's entries, and the others in words. Doses that were not given are neither."""
    doses, unread = [], []
    for one in entries:
        told = one.told
        if one.struck or told.status != "completed":
            continue
        if told.system == "CVX" and told.code in schedule.products and len(told.began) == WHOLE_DAY:
            doses.append(Dose(str(one.entry_id), told.code, date.fromisoformat(told.began)))
        else:
            unread.append(f"{told.words} ({told.began or 'no day'})")
    return doses, unread


def person_of(born: date, sex: str, doses: Iterable[Dose], facts: Iterable[Fact]) -> Person:
    """The patient as the schedule is asked about them."""
    return Person(born, sex, tuple(doses), tuple((one.code, one.since) for one in facts))


def in_order(groups: Iterable[OfGroup]) -> list[OfGroup]:
    """What is overdue and due first, then what comes next, the soonest before the others."""
    return sorted(
        groups,
        key=lambda one: (
            ORDER.index(one.due), one.next.dates.recommended if one.next.dates else date.max, one.name,
        ),
    )  # fmt: skip


def due_now(advice: Advice) -> list[OfGroup]:
    """What may be given today and should be."""
    return [one for one in in_order(advice.groups) if one.due in NOW]


def far(one: OfGroup, today: date) -> bool:
    """Whether a group is due so late that one line for all such is enough."""
    return one.due is Due.LATER and one.next.dates is not None and one.next.dates.recommended > today + SOON


def lots_by_need(lots: Iterable[Lot], groups: Iterable[OfGroup], wanted: str = "") -> list[tuple[Lot, list[OfGroup]]]:
    """The lots with what each is due for: first what was asked for by name, then what is due, then the others."""
    due = sorted(groups, key=lambda one: one.name != wanted)
    found = [(lot, [one for one in due if lot.vial.cvx in one.next.products]) for lot in lots]
    return sorted(found, key=lambda one: due.index(one[1][0]) if one[1] else len(due))


def asked_for(schedule: Schedule) -> list[tuple[str, str]]:
    """The observations that change anything, by code, in the order of their words."""
    used: set[str] = set()
    for antigen in schedule.antigens.values():
        used |= antigen.immune | {one.code for one in antigen.against}
        used |= {code for _, _, unless in antigen.born_before for code in unless}
        for series in antigen.series:
            used |= {one.code for one in series.indications} | _begins(series)
    found = [(code, words) for code, words in schedule.observations.items() if code in used]
    return sorted(found, key=lambda one: one[1].lower())


def counts_from(schedule: Schedule) -> frozenset[str]:
    """The observations from whose day doses count, so that without it nothing can be said."""
    return frozenset(
        code for antigen in schedule.antigens.values() for series in antigen.series for code in _begins(series)
    )


def undated(schedule: Schedule, facts: Iterable[Fact]) -> tuple[str, ...]:
    """What must be noted with its day, in words, because what is noted already makes it count."""
    held = {one.code: one.since for one in facts}
    wanted = {
        code
        for antigen in schedule.antigens.values()
        for series in antigen.series
        if any(one.code in held for one in series.indications)
        for code in _begins(series)
    }
    return tuple(sorted(schedule.observations[code] for code in wanted if held.get(code) is None))


def _begins(series: Series) -> set[str]:
    return {one.observed for target in series.targets for one in target.intervals if one.observed}
