"""Add words to a signed note."""

from uuid import UUID

from medoffice.clinic.charting.models import Addendum, Note
from medoffice.clinic.charting.types import NoteAmended
from medoffice.kernel import clock
from medoffice.kernel.facts import publish
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("notes.sign")
def add_addendum(*, actor: Actor, note_id: UUID, text: str) -> UUID:
    """Add a labelled, dated, signed addendum; the note itself stays as it is. Raises Refusal before the signature."""
    row = Note.objects.filter(id=note_id).first()
    if row is None:
        raise NotFound
    require(actor, "notes.sign", row.patient_id, row.encounter_id)
    if row.signed_at is None:
        raise Refusal("note-unsigned", "This note is not signed yet.", "Change the note itself.")
    if not text.strip():
        raise Invalid("text-missing", "Write what is to be added.", "", {"fields": {"text": ["This is needed."]}})
    added = Addendum.objects.create(note=row, author=actor.name, text=text.strip(), at=clock.now())
    publish(NoteAmended(row.id, row.encounter_id, row.patient_id), subject=row.encounter_id)
    record("addendum", added.id, subjects=[row.patient_id])
    return added.id
