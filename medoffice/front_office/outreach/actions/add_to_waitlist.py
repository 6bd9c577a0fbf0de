"""Put somebody on the waitlist."""

from datetime import date, time
from uuid import UUID

from medoffice.front_office.outreach.models import Waiter
from medoffice.front_office.outreach.types.waitlist import Urgency, WaitState
from medoffice.front_office.scheduling.api import appointment, visit_type
from medoffice.front_office.scheduling.types import OPEN
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.api import providers
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor

MOST_NOTICE = 24 * 14


@action("outreach.waitlist")
def add_to_waitlist(
    *,
    actor: Actor,
    patient_id: UUID,
    kind: str,
    provider_ids: tuple[UUID, ...] = (),
    weekdays: tuple[int, ...] = (),
    not_before: time | None = None,
    not_after: time | None = None,
    notice_hours: int = 0,
    from_day: date | None = None,
    to_day: date | None = None,
    urgency: Urgency = Urgency.USUAL,
    why: str = "",
    instead_of: UUID | None = None,
) -> UUID:
    """They wait for a time of a kind that suits them. Raises Invalid per field, Refusal for who waits already."""
    require(actor, "outreach.waitlist", patient_id)
    wrong = {}
    if set(provider_ids) - {one.id for one in providers()}:
        wrong["provider_ids"] = ["Choose providers of the list."]
    if not 0 <= notice_hours <= MOST_NOTICE:
        wrong["notice_hours"] = [f"0 to {MOST_NOTICE} hours."]
    if (not_before and not_after and not_after < not_before) or (from_day and to_day and to_day < from_day):
        wrong["not_after"] = ["It ends before it begins."]
    if urgency is not Urgency.USUAL and not why.strip():
        wrong["why"] = ["Say why it is pressing."]
    if wrong:
        raise Invalid("odd-wait", "Some fields need another look.", "Correct them.", {"fields": wrong})
    _refuse_other(patient_id, kind, instead_of)
    row = Waiter.objects.create(
        patient_id=patient_id,
        visit_type_id=visit_type(kind).key,
        provider_ids=list(provider_ids),
        weekdays=sorted(set(weekdays)),
        not_before=not_before,
        not_after=not_after,
        notice_hours=notice_hours,
        from_day=from_day,
        to_day=to_day,
        urgency=urgency,
        why=why.strip()[:120],
        instead_of_id=instead_of,
        since=clock.now(),
        added_by=actor.name,
        state=WaitState.WAITING,
    )
    record("waiter", row.id, subjects=[patient_id])
    return row.id


def _refuse_other(patient_id: UUID, kind: str, instead_of: UUID | None) -> None:
    if Waiter.objects.filter(patient_id=patient_id, visit_type_id=kind, state=WaitState.WAITING).exists():
        raise Refusal("waits-already", "This patient waits for such a visit already.", "End that wait first.")
    if instead_of is None:
        return
    other = appointment(instead_of)
    if other.patient_id != patient_id or other.visit_type != kind or other.state not in OPEN:
        raise NotFound
