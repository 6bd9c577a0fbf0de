"""Say whom a call is about, once the caller's identity was checked."""

from uuid import UUID

from medoffice.front_office.calls.models import Call
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("calls.take")
def link_patient(*, actor: Actor, call_id: UUID, patient_id: UUID, identity_checked: str) -> None:
    """Link a call to a patient; which two identifiers were asked must be said.

    Raises Invalid without, Refusal once the call is closed, NotFound if it is about somebody kept from the actor.
    """
    require(actor, "calls.take", patient_id)
    row = Call.objects.select_for_update().filter(id=call_id).first()
    if row is None:
        raise NotFound
    require(actor, "calls.take", row.patient_id)
    if not 0 < len(identity_checked.strip()) <= 80:
        words = "Ask for two identifiers, such as birth date and address, and say which, in up to 80 letters."
        raise Invalid("identity-unchecked", words, "", {"fields": {"identity_checked": [words]}})
    if row.ended_at is not None:
        raise Refusal("call-closed", f"This call is closed: {row.outcome}.", "Take a new call.")
    row.patient_id, row.identity_checked = patient_id, identity_checked.strip()
    row.save(update_fields=["patient", "identity_checked"])
    record("call", row.id, subjects=[patient_id])
