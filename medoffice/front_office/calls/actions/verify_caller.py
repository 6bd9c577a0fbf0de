"""Say which two identifiers a caller was asked for."""

from uuid import UUID

from medoffice.front_office.calls.actions.checking import checked_identity, open_call
from medoffice.kernel.refusals import Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("calls.take")
def verify_caller(*, actor: Actor, call_id: UUID, identity_checked: str) -> None:
    """Note the identifiers of a call about a patient. Raises Invalid for fewer than two, Refusal without a patient."""
    row = open_call(actor, call_id)
    if row.patient_id is None:
        raise Refusal("whom", "It is not said whom the call is about.", "Find the patient first.")
    row.identity_checked = checked_identity(identity_checked)
    row.save(update_fields=["identity_checked"])
    record("call", row.id, subjects=[row.patient_id])
