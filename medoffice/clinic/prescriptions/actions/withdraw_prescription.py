"""Withdraw a prescription that nobody has signed."""

from uuid import UUID

from medoffice.clinic.prescriptions.actions.rows import held, note
from medoffice.clinic.prescriptions.types.prescribing import State
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("prescriptions.prepare")
def withdraw_prescription(*, actor: Actor, prescription_id: UUID, why: str = "") -> None:
    """It is not prescribed after all; it stays to be read. Raises NotFound, Refusal if it was signed or withdrawn."""
    row = held(actor, prescription_id, "prescriptions.prepare")
    if row.state != State.PREPARED:
        raise Refusal("not-to-sign", f"{row.number} is {row.state}.", "What was signed is ended by a prescriber.")
    row.state, row.ended_why, row.version = State.WITHDRAWN.value, why.strip()[:200], row.version + 1
    row.changed_by, row.changed_at = actor.name, clock.now()
    row.save()
    note(actor, row, "withdrawn", why)
    finish_work_about(actor=actor, ref=Ref("prescription", row.id), outcome="withdrawn")
    record("prescription", row.id, subjects=[row.patient_id])
