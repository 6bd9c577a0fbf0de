"""How a patient is told to the schedule, and in which order what it says is read."""

from collections.abc import Iterable
from datetime import date, timedelta

from medoffice.clinic.charting.types import Version
from medoffice.clinic.immunizations.types import Fact, Lot
from medoffice.standards.cdsi.answers import Advice, Due, OfGroup
from medoffice.standards.cdsi.spans import after
from medoffice.standards.cdsi.types import Dose, Person, Schedule, Series, birth_in

LACKS = (Due.OVERDUE, Due.DUE)
NOW = (*LACKS, Due.SHARED, Due.ASK)
ORDER = (*NOW, Due.LATER, Due.AGAINST, Due.COMPLETE, Due.IMMUNE, Due.NONE)
SOON = timedelta(days=366)  # what is due later than that is not named on its own
YEAR = ((1, "year"),)
TOLD_BEFORE = timedelta(days=14)  # the next release comes some weeks before the season it is for
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


def person_of(schedule: Schedule, born: date, sex: str, doses: Iterable[Dose], facts: Iterable[Fact]) -> Person:
    """The patient as the schedule is asked about them: of two answers that cannot both hold, by the later one."""
    noted = {one.code: one for one in facts}
    holds = [one for one in noted.values() if _last_word(one, noted.get(opposite(schedule, one.code)))]
    return Person(born, sex, tuple(doses), tuple((one.code, one.since) for one in holds))


def _last_word(one: Fact, other: Fact | None) -> bool:
    return other is None or (one.at, one.code) > (other.at, other.code)


def in_order(groups: Iterable[OfGroup]) -> list[OfGroup]:
    """What is overdue and due first, then what comes next, the soonest before the others."""
    return sorted(
        groups,
        key=lambda one: (
            ORDER.index(one.due), one.next.dates.recommended if one.next.dates else date.max, one.name,
        ),
    )  # fmt: skip


def due_now(advice: Advice) -> list[OfGroup]:
    """What may be given today: what should be, then what is decided together or first asked about."""
    return [one for one in in_order(advice.groups) if one.due in NOW]


def lacking(advice: Advice) -> list[OfGroup]:
    """What should be given today, whatever is decided."""
    return [one for one in in_order(advice.groups) if one.due in LACKS]


def far(one: OfGroup, today: date) -> bool:
    """Whether a group is due so late that one line for all such is enough."""
    return one.due is Due.LATER and one.next.dates is not None and one.next.dates.recommended > today + SOON


def lots_by_need(lots: Iterable[Lot], groups: Iterable[OfGroup], wanted: str = "") -> list[tuple[Lot, list[OfGroup]]]:
    """The lots with what each is due for: first what was asked for by name, then what is due, then the others.

    Of one vaccine the preferred products come before those that count all the same.
    """
    due = sorted(groups, key=lambda one: one.name != wanted)
    found = [(lot, [one for one in due if _is_for(lot, one)]) for lot in lots]
    return sorted(
        found,
        key=lambda one: (
            due.index(one[1][0]) if one[1] else len(due),
            not any(one[0].vial.cvx in each.next.products for each in one[1]),
        ),
    )


def _is_for(lot: Lot, one: OfGroup) -> bool:
    return lot.vial.cvx in one.next.products or lot.vial.cvx in one.next.allowed


def asked_for(schedule: Schedule) -> list[tuple[str, str]]:
    """The observations that change anything, by code, in the order of their words."""
    used: set[str] = set()
    for antigen in schedule.antigens.values():
        used |= antigen.immune | {one.code for one in antigen.against}
        used |= {code for _, _, unless in antigen.born_before for code in unless}
        for series in antigen.series:
            used |= {one.code for one in series.indications} | _begins(series)
    found = [(code, words) for code, words in schedule.observations.items() if code in used]
    return sorted((*found, *births(schedule).items()), key=lambda one: one[1].lower())


def births(schedule: Schedule) -> dict[str, str]:
    """Where somebody was born, as far as a birth there is held for immunity, by code: there, or not there."""
    countries = {one for antigen in schedule.antigens.values() for _, one, _ in antigen.born_before if one}
    return {
        birth_in(one, so=so): f"Country of birth: {'' if so else 'not '}{one}"
        for one in sorted(countries)
        for so in (True, False)
    }


def opposite(schedule: Schedule, code: str) -> str:
    """What cannot hold beside this; nothing, as a rule."""
    for antigen in schedule.antigens.values():
        for _, country, _ in antigen.born_before:
            pair = (birth_in(country), birth_in(country, so=False))
            if country and code in pair:
                return pair[1 - pair.index(code)]
    return ""


def old_from(schedule: Schedule) -> date:
    """From which day a release is old: a season that it knows has come round again, or a year has passed.

    The releases say no end; seasons are those of the series for everybody.
    """
    begun = (
        target.season.first
        for antigen in schedule.antigens.values()
        for series in antigen.series
        for target in (series.targets if series.kind == "standard" else ())
        if target.season and target.season.first
    )
    return after(min(begun, default=schedule.released), YEAR)


def ends(schedule: Schedule, today: date) -> str:
    """What is to be said of a release that is old, or will be soon; nothing of one that is not."""
    old = old_from(schedule)
    if today >= old:
        return f"CDSi {schedule.version} is old since {old:%m/%d/%Y}: it knows no season that began later."
    if today >= old - TOLD_BEFORE:
        return f"CDSi {schedule.version} is old from {old:%m/%d/%Y} on: it knows no season that begins then."
    return ""


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
