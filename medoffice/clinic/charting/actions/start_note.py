"""Start the note of a visit."""

from uuid import UUID

from medoffice.clinic.charting.models import Note
from medoffice.kernel import clock
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work, staff_member
from medoffice.records.encounters.api import encounter
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("notes.write")
def start_note(*, actor: Actor, encounter_id: UUID, text: str = "") -> UUID:
    """Start the visit's one note; its author is the visit's provider. If it is there already, that note is returned."""
    visit = encounter(encounter_id)
    require(actor, "notes.write", visit.patient_id)
    existing = Note.objects.filter(encounter_id=encounter_id).first()
    if existing is not None:
        return existing.id
    provider, now = staff_member(visit.provider_id), clock.now()
    row = Note.objects.create(
        encounter_id=encounter_id,
        patient_id=visit.patient_id,
        author_id=provider.id,
        author=", ".join(filter(None, (provider.name, provider.credentials))),
        text=text,
        started_at=now,
        changed_at=now,
        changed_by=actor.name,
    )
    open_work(
        actor=actor,
        kind="note-to-sign",
        title=f"Note of visit {visit.number} to finish and sign",
        ref=Ref("note", row.id),
        patient_id=visit.patient_id,
        key=str(row.id),
    )
    record("note", row.id, subjects=[visit.patient_id])
    return row.id
