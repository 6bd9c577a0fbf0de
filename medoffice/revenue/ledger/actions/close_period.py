"""Close the books through a date."""

from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.practice.api import sites
from medoffice.revenue.ledger.models import PeriodClose
from medoffice.revenue.ledger.queries import closed_through
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("ledger.close")
def close_period(*, actor: Actor, through: date) -> UUID:
    """Refuse every posting dated up to here from now on. Raises Refusal if it is closed already or lies ahead."""
    closed = closed_through()
    if closed is not None and through <= closed:
        raise Refusal("closed-already", f"The books are closed through {closed:%m/%d/%Y} already.")
    zones = {place.zone for place in sites()} or {"UTC"}
    if through >= min(clock.today(ZoneInfo(zone)) for zone in zones):  # over at every site
        raise Refusal("not-over", "That day is not over yet.", "Close it tomorrow.")
    row = PeriodClose.objects.create(through=through, closed_at=clock.now(), closed_by=actor.name)
    record("period_close", row.id, through=through.isoformat())
    return row.id
