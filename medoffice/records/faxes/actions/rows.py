"""The rows of faxes as actions hold them, and the lines of their stories."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.records.faxes.models import Fax, FaxEvent
from medoffice.records.faxes.types import FaxState
from medoffice.security.api import require
from medoffice.security.types import Actor


def held_fax(actor: Actor, fax_id: UUID) -> Fax:
    """A fax, locked, that the actor may send. Raises NotFound, or Refusal with the words of a label."""
    row = Fax.objects.select_for_update(of=("self",)).filter(id=fax_id).first()
    if row is None:
        raise NotFound
    require(actor, "faxes.send", row.patient_id, row.encounter_id, to_patient=row.purpose == "patient")
    return row


def refuse_unless(row: Fax, *states: FaxState) -> None:
    """Raise Refusal for a fax that stands elsewhere by now."""
    if row.state not in states:
        raise Refusal("fax-elsewhere", f"This fax is {row.state} by now.", "Open it again.")


def note_event(row: Fax, words: str, by: str, told: str | None = None) -> FaxEvent:
    """A line of its story, as it stands now."""
    return FaxEvent.objects.create(fax=row, state=row.state, words=words[:200], told=told, by=by, at=clock.now())
