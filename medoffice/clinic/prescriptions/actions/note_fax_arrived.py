"""Note that the fax of a prescription arrived."""

from uuid import UUID

from medoffice.clinic.prescriptions.actions.dispatching import moved, say
from medoffice.clinic.prescriptions.models import Dispatch
from medoffice.clinic.prescriptions.types.exchange import Event, Message
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("prescriptions.hear")
def note_fax_arrived(*, actor: Actor, dispatch_id: UUID) -> None:
    """All its pages arrived; told twice it is noted once."""
    row = Dispatch.objects.select_for_update(of=("self",)).filter(id=dispatch_id).first()
    if row is not None and moved(actor, row, Event.STATUS):
        say(actor, row, Message.STATUS, "all pages of the fax arrived", out=False)
    record("dispatch", dispatch_id, subjects=[row.patient_id] if row else [])
