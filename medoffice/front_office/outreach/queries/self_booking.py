"""Reads of what patients book by themselves: the rules, the times they may ask for, what was asked."""

import tomllib
from collections import Counter
from datetime import date, timedelta
from functools import cache
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.front_office.outreach import models
from medoffice.front_office.outreach.queries.set_up import DATA
from medoffice.front_office.outreach.rules.self_booking import offered
from medoffice.front_office.outreach.types.visits import Asked, AskedState, For, Person, SelfBooking
from medoffice.front_office.scheduling.api import find_next, visit_types
from medoffice.front_office.scheduling.types import Search, Slot, VisitType
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import providers, sites
from medoffice.ui.spoken import say_when

SHOWN, LOOKED_AT = 12, 200


def self_booking() -> SelfBooking:
    """What the office decided. One query."""
    row = models.SelfBooking.objects.first()
    if row is None:
        return SelfBooking()
    return SelfBooking(
        row.on,
        tuple(row.kinds),
        tuple(row.provider_ids),
        row.lead_hours,
        row.horizon_days,
        row.per_day,
        For(row.who),
        row.approval,
        row.version,
    )


def kinds_offered(rules: SelfBooking) -> list[VisitType]:
    """The kinds of visits that may be asked for. One query."""
    return [kind for kind in visit_types() if kind.key in rules.kinds]


def times_offered(rules: SelfBooking, kind: str, limit: int = SHOWN) -> list[Slot]:
    """The next times of a kind that may be asked for. Those of ``find_next`` and three queries."""
    who = tuple(one.id for one in providers() if one.id in rules.provider_ids)
    if not rules.on or not who or kind not in rules.kinds:
        return []
    now = clock.now()
    free = find_next(Search(kind, who), now + timedelta(hours=rules.lead_hours), LOOKED_AT)
    zones = {place.id: ZoneInfo(place.zone) for place in sites()}
    return offered(rules, free, zones, now, _asked_ahead(zones))[:limit]


def times_said(rules: SelfBooking, kind: str, language: str) -> list[tuple[str, str, str]]:
    """Each as a form sends it, when it is in a language and the time of its site, and with whom. One query more."""
    zones = {place.id: ZoneInfo(place.zone) for place in sites()}
    found = times_offered(rules, kind)
    return [
        (
            f"{one.provider_id} {one.site_id} {one.starts.isoformat()}",
            say_when(one.starts.astimezone(zones[one.site_id]), language),
            one.provider,
        )
        for one in found
    ]


def asked(asked_id: UUID) -> Asked:
    """What somebody asked for. Raises NotFound. One query."""
    row = models.Asked.objects.filter(id=asked_id).first()
    if row is None:
        raise NotFound
    return to_asked(row)


def waiting_requests() -> list[Asked]:
    """What waits for staff, longest first. One query."""
    return [to_asked(row) for row in models.Asked.objects.filter(state=AskedState.WAITING).order_by("at", "id")]


@cache
def words(language: str) -> dict[str, str]:
    """What the public page says, in a language; English where there is none. No query."""
    found: dict[str, dict[str, str]] = tomllib.loads((DATA / "self_booking.toml").read_text(encoding="utf-8"))
    return found.get(language) or found["en"]


def _asked_ahead(zones: dict[UUID, ZoneInfo]) -> Counter[tuple[UUID, date]]:
    """How many were asked for or booked on the web, by provider and day."""
    rows = models.Asked.objects.filter(starts__gte=clock.now()).exclude(state=AskedState.DECLINED)
    return Counter(
        (who, starts.astimezone(zones[site]).date())
        for who, site, starts in rows.values_list("provider_id", "site_id", "starts")
        if site in zones
    )


def to_asked(row: models.Asked) -> Asked:
    """A row as the noun."""
    return Asked(
        id=row.id,
        person=Person(row.family, row.given, row.birth_date, row.phone, row.email, row.language),
        known=row.known,
        kind=row.visit_type_id,
        provider_id=row.provider_id,
        site_id=row.site_id,
        starts=row.starts,
        state=AskedState(row.state),
        at=row.at,
        patient_id=row.patient_id,
        appointment_id=row.appointment_id,
        why=row.why,
        by=row.decided_by,
    )
