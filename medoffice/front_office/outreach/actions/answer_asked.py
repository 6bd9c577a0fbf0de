"""Answer a visit that was asked for on the web."""

from uuid import UUID

from medoffice.front_office.outreach.actions.booking_asked import book_asked
from medoffice.front_office.outreach.models import Asked
from medoffice.front_office.outreach.types.visits import AskedState
from medoffice.front_office.scheduling.api import release_time
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("outreach.answer_asked")
def answer_asked(
    *, actor: Actor, asked_id: UUID, book: bool, patient_id: UUID | None = None, why: str = ""
) -> UUID | None:
    """Book it, for a patient who is here or for somebody new; or decline it, saying why. Returns the visit.

    What was booked at once is only looked at: then its work is done. Raises Refusal if it was answered, as ``book``.
    """
    row = Asked.objects.select_for_update(of=("self",)).filter(id=asked_id).first()
    if row is None:
        raise NotFound
    if patient_id is not None:
        require(actor, "outreach.answer_asked", patient_id)
    if row.state != AskedState.WAITING:
        raise Refusal("asked-over", f"This was {row.state} by {row.decided_by}.", "Look at the visit.")
    if book:
        book_asked(actor, row, patient_id)
    elif why.strip():
        row.state, row.why, row.decided_by = AskedState.DECLINED, why.strip()[:200], actor.name
        row.save()
        if row.hold_id:
            release_time(actor=actor, hold_id=row.hold_id)
    else:
        raise Invalid("reason-missing", "Say why it is declined.", "", {"fields": {"why": ["This is needed."]}})
    finish_work_about(actor=actor, ref=Ref("outreach_asked", row.id), outcome=row.state)
    record("outreach_asked", row.id, subjects=[row.patient_id] if row.patient_id else [])
    return row.appointment_id
