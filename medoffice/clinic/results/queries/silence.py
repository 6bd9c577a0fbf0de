"""Which laboratories have gone silent."""

from datetime import UTC, datetime, timedelta

from medoffice.clinic.orders.api import laboratories, sent_orders
from medoffice.clinic.orders.types import Laboratory
from medoffice.clinic.results import models
from medoffice.clinic.results.rules.silence import LOOKED_BACK, QUIET, is_open, open_time
from medoffice.clinic.results.types import Heard, MessageState
from medoffice.front_office.scheduling.api import open_spans
from medoffice.kernel import clock
from medoffice.practice.api import work_last_finished

Spans = list[tuple[datetime, datetime]]


def heard() -> tuple[list[Heard], bool]:
    """How each laboratory in use stands, and whether the office is open now.

    Seven queries, one for each, and one for each that has never sent.
    """
    now = clock.now()
    first = (now - LOOKED_BACK).astimezone(UTC).date()
    spans = open_spans(first, (now + timedelta(days=1)).date())
    waiting = sent_orders()
    return [_heard(one, waiting.get(one.id, []), spans, now) for one in laboratories()], is_open(spans, now)


def _heard(lab: Laboratory, waiting: list[tuple[datetime, bool]], spans: Spans, now: datetime) -> Heard:
    last = _last_from(lab)
    by_wire = [at for at, wire in waiting if wire]
    since = last or min(by_wire, default=None)
    oldest = min((at for at, _ in waiting), default=None)
    over = work_last_finished(QUIET, lab.id) if last is None else None
    anew = min((at for at in by_wire if over and at > over), default=None)
    settled = over is not None and _hours(spans, anew, now) < lab.quiet_hours
    hours = _hours(spans, since, now)
    return Heard(lab.id, lab.name, lab.phone, last, since, hours, lab.quiet_hours, len(waiting), oldest, settled)


def _hours(spans: Spans, since: datetime | None, now: datetime) -> int:
    """For how many whole hours the office was open since then."""
    return int(open_time(spans, since, now) / timedelta(hours=1)) if since else 0


def _last_from(lab: Laboratory) -> datetime | None:
    """When it last sent something that was taken: by the name that orders go to, which it sends under as well."""
    if not (lab.facility or lab.application):
        return None
    rows = models.LabMessage.objects.filter(facility=lab.facility)
    rows = rows if lab.facility else rows.filter(sender=lab.application)
    row = rows.exclude(state=MessageState.REFUSED).order_by("-came_at").only("came_at").first()
    return row.came_at if row else None
