"""A provider's last ninety days once more, under the week as it was and under another."""

from datetime import date, datetime, time, timedelta
from functools import cache
from statistics import median
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from medoffice.front_office.scheduling.models import Appointment as Row
from medoffice.front_office.scheduling.offers import worths
from medoffice.front_office.scheduling.queries.hours import Hours
from medoffice.front_office.scheduling.queries.units import rules, unit
from medoffice.front_office.scheduling.rules.replay import (
    DAYS_ON,
    NONE,
    Came,
    DayOf,
    WhatIf,
    averages,
    placed,
    replayed,
    value,
)
from medoffice.front_office.scheduling.rules.spans import Span
from medoffice.front_office.scheduling.rules.supply import UnitDay
from medoffice.front_office.scheduling.types import AppointmentState, Block, Unit, UnitKind, Week
from medoffice.kernel import clock
from medoffice.practice.api import site
from medoffice.practice.types import Site
from medoffice.records.encounters.api import stage_times
from medoffice.records.encounters.types import StageTimes
from medoffice.security.types import Actor

BEHIND = 90  # days
_ENDED = (AppointmentState.ARRIVED, AppointmentState.NO_SHOW)


def what_if(actor: Actor, unit_id: UUID, site_id: UUID, blocks: tuple[Block, ...]) -> WhatIf | None:
    """What this week would have made of the visits behind; None of what is no provider, or without any.

    Thirteen queries, whatever the number of visits.
    """
    what, place = unit(unit_id), site(site_id)
    zone = ZoneInfo(place.zone)
    today = clock.today(zone)
    first, last = today - timedelta(days=BEHIND), today - timedelta(days=1)
    rows = _rows(unit_id, site_id, first, today, zone) if what.kind is UnitKind.PROVIDER else []
    if not rows:
        return None
    times = {one.cause: one for one in stage_times(first, last)}
    visits = {id_: _came(span, kind, state, times.get(id_)) for id_, span, kind, state in rows}
    before = _days(what, place, first)
    after = _days(what, place, first, Week(uuid4(), unit_id, site_id, first, None, blocks))
    days = [first + timedelta(days=number) for number in range(BEHIND)]
    then = placed(visits.values(), before, after, zone, rules())
    charged = _charged(actor, visits, times)
    cents = averages(charged)
    logged = [times[id_] for id_ in visits if id_ in times and times[id_].entered and times[id_].done]
    return WhatIf(
        visits=sum(one.inside is not None for one in visits.values()),
        missed=sum(one.inside is None for one in visits.values()),
        logged=len(logged),
        logged_middle=median(_wait(one) for one in logged) if logged else 0.0,
        placed=then,
        before=replayed(visits.values(), before, days, zone),
        after=replayed(then.visits, after, days, zone),
        charged=len(charged),
        money_before=value(visits.values(), cents) if cents else None,
        money_after=value(then.visits, cents) if cents else None,
    )


def _rows(unit_id: UUID, site_id: UUID, first: date, today: date, zone: ZoneInfo) -> list[tuple[UUID, Span, str, str]]:
    rows = Row.objects.filter(
        provider_id=unit_id,
        site_id=site_id,
        state__in=_ENDED,
        during__startswith__gte=datetime.combine(first, time.min, zone),
        during__startswith__lt=datetime.combine(today, time.min, zone),
    )
    found = rows.order_by("during", "id").values_list("id", "during", "visit_type_id", "state")
    return [(id_, Span(during.lower, during.upper), kind, state) for id_, during, kind, state in found]


def _came(span: Span, kind: str, state: str, times: StageTimes | None) -> Came:
    """A visit as the log tells it; as planned, where the log does not."""
    if state == AppointmentState.NO_SHOW or (times and times.ended and times.entered is None):
        return Came(span, kind)
    if times is None or times.entered is None:
        return Came(span, kind, inside=span.ends - span.starts)
    roomed = min(times.roomed or times.arrived, times.entered)
    length = times.done - times.entered if times.done else span.ends - span.starts
    return Came(span, kind, times.arrived - span.starts, max(NONE, roomed - times.arrived), max(NONE, length))


def _days(what: Unit, place: Site, first: date, new: Week | None = None) -> DayOf:
    """The days of a provider from a first one on as they were, or under another week."""
    hours = Hours([what.id], [place], first, first + timedelta(days=BEHIND + DAYS_ON))
    if new is not None:
        hours.templates[what.id] = [new]

    @cache
    def day(on: date) -> UnitDay:
        closed = (place.id, on) in hours.closed
        return UnitDay(what.id, what.name, ()) if closed else hours.day(what.id, what.name, place, on)

    return day


def _charged(actor: Actor, visits: dict[UUID, Came], times: dict[UUID, StageTimes]) -> list[tuple[str, int]]:
    """What these visits were charged, by kind, as far as somebody says."""
    kinds = {times[id_].encounter_id: one.kind for id_, one in visits.items() if id_ in times}
    say = worths.get("worth")
    return [(kinds[visit], money.cents) for visit, money in say(actor, kinds).items()] if say and kinds else []


def _wait(times: StageTimes) -> float:
    return (times.entered - times.arrived).total_seconds() / 60 if times.entered else 0.0
