"""Say whom a call is about, and which identifiers of the caller were checked."""

from uuid import UUID

from medoffice.front_office.calls.actions.checking import checked_identity, open_call
from medoffice.kernel.trace import Ref
from medoffice.practice.api import say_whose_work
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("calls.take")
def link_patient(*, actor: Actor, call_id: UUID, patient_id: UUID, identity_checked: str = "") -> None:
    """Link a call to a patient, with the two identifiers that were asked; without them nothing may be told yet.

    Raises Invalid for fewer than two, Refusal once the call is closed, NotFound if it is about somebody kept from the
    actor.
    """
    require(actor, "calls.take", patient_id)
    row = open_call(actor, call_id)
    row.patient_id = patient_id
    row.identity_checked = checked_identity(identity_checked) if identity_checked.strip() else ""
    row.save(update_fields=["patient", "identity_checked"])
    say_whose_work(actor=actor, ref=Ref("call", row.id), patient_id=patient_id)
    record("call", row.id, subjects=[patient_id])
