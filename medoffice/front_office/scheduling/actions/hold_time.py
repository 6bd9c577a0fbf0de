"""Keep a free time for somebody for a while."""

from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.front_office.scheduling.actions.holds import end_old_holds, lock_day
from medoffice.front_office.scheduling.models import Hold, Holding
from medoffice.front_office.scheduling.queries.supply import office_day
from medoffice.front_office.scheduling.queries.units import visit_type
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.practice.api import site
from medoffice.security.api import action, record
from medoffice.security.types import Actor

LONGEST = timedelta(days=7)


@action("appointments.book")
def hold_time(
    *,
    actor: Actor,
    kind: str,
    provider_id: UUID,
    site_id: UUID,
    starts: datetime,
    until: datetime,
    says: str,
) -> UUID:
    """Keep all that a visit of a kind needs then, until an instant; others are told what it is kept for (``says``).

    Raises Refusal as ``book`` does, and where a hold would be for longer than a week.
    """
    if not clock.now() < until <= clock.now() + LONGEST:
        raise Invalid("odd-hold", "A time is held for at most a week.", "Choose an earlier end.")
    what, zone = visit_type(kind), ZoneInfo(site(site_id).zone)
    lock_day([provider_id], site_id, what, starts.astimezone(zone).date())
    end_old_holds()
    day = office_day(what, provider_id, site_id, starts)
    why, places = day.why_not(starts), day.places(starts)
    if why or places is None:
        raise Refusal(why[0].code if why else "slot-taken", why[0].words if why else "This time is taken.")
    during = (starts, starts + timedelta(minutes=day.minutes))
    row = Hold.objects.create(
        provider_id=provider_id,
        site_id=site_id,
        visit_type_id=kind,
        during=during,
        until=until,
        says=says[:80],
        made_by=actor.name,
        made_at=clock.now(),
    )
    Holding.objects.bulk_create(
        Holding(hold_id=row.id, unit_id=unit, lane=lane, during=during) for unit, lane in places
    )
    record("hold", row.id)
    return row.id
