"""Send a fax again that did not arrive."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.records.faxes.actions.rows import held_fax, note_event, refuse_unless
from medoffice.records.faxes.rules.calling import as_said, digits_of
from medoffice.records.faxes.types import FaxState
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("faxes.send")
def send_again(*, actor: Actor, fax_id: UUID, to_number: str) -> None:
    """It waits for the line again, at this number, with all its calls. Raises Refusal for one that is on its way."""
    row = held_fax(actor, fax_id)
    refuse_unless(row, FaxState.FAILED, FaxState.STOPPED)
    try:
        row.to_number = digits_of(to_number)
    except ValueError as error:
        raise Invalid("fax-unfit", str(error), "", {"fields": {"fax": [str(error)]}}) from error
    row.state, row.try_at, row.since_again, row.why = FaxState.QUEUED, clock.now(), row.tries, ""
    row.save()
    note_event(row, f"again, to {as_said(row.to_number)}", actor.name)
    finish_work_about(actor=actor, ref=Ref("fax", row.id), outcome="sent again")
    record("fax", row.id, subjects=[row.patient_id])
