"""Write a visit note."""

from uuid import UUID

from medoffice.clinic.charting.actions.locking import lock_draft
from medoffice.kernel import clock
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("notes.write")
def write_note(*, actor: Actor, note_id: UUID, text: str, seen_version: int) -> int:
    """Save the draft's words; returns the new version. Raises Conflict if somebody else wrote meanwhile."""
    row = lock_draft(actor, "notes.write", note_id, seen_version, text)
    if row.text != text:
        row.text, row.version, row.changed_at, row.changed_by = text, row.version + 1, clock.now(), actor.name
        row.save(update_fields=["text", "version", "changed_at", "changed_by"])
    record("note", row.id, subjects=[row.patient_id])
    return row.version
