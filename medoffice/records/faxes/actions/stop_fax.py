"""Stop a fax."""

from uuid import UUID

from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.records.faxes.actions.rows import held_fax, note_event, refuse_unless
from medoffice.records.faxes.types import FaxState
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("faxes.send")
def stop_fax(*, actor: Actor, fax_id: UUID) -> None:
    """It does not go, or no more: whoever may see it stops it, also where a label keeps by now what it says.

    Raises NotFound; Refusal for one that is with the line: what is there cannot be taken back.
    """
    row = held_fax(actor, fax_id, "faxes.read")
    refuse_unless(row, FaxState.QUEUED, FaxState.FAILED)
    row.state, row.try_at = FaxState.STOPPED, None
    row.save()
    note_event(row, "", actor.name)
    finish_work_about(actor=actor, ref=Ref("fax", row.id), outcome="stopped")
    record("fax", row.id, subjects=[row.patient_id])
