"""Call a prescription back from its pharmacy."""

from uuid import UUID

from medoffice.clinic.prescriptions.actions.dispatching import call_off, held_dispatch
from medoffice.clinic.prescriptions.types.exchange import Stand
from medoffice.kernel.refusals import Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("prescriptions.send")
def call_back_prescription(*, actor: Actor, dispatch_id: UUID, seen_version: int) -> None:
    """It is not to be dispensed there. A fax or message that has not gone is stopped;

    what went by wire is cancelled by wire, for anything else somebody calls them, which is work.

    Raises NotFound, Conflict, Refusal for what has ended.
    """
    row = held_dispatch(actor, dispatch_id, seen_version)
    before = row.stand
    call_off(actor, row, "called back by the office")
    if row.stand == before:
        raise Refusal("dispatch-ended", f"It is {Stand(row.stand).value}.", "There is nothing to call back.")
    record("dispatch", row.id, subjects=[row.patient_id], back=True)
