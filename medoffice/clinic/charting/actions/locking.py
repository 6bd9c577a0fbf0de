"""Locking a note that is about to be written or signed: it must be there, unsigned, and the version that was seen."""

from uuid import UUID

from medoffice.clinic.charting.models import Note
from medoffice.kernel.refusals import Conflict, NotFound, Refusal
from medoffice.security.api import require
from medoffice.security.types import Actor


def lock_draft(actor: Actor, word: str, note_id: UUID, seen_version: int, mine: str | None = None) -> Note:
    """The locked draft. Raises NotFound, Refusal if it is signed, Conflict with both texts if it was changed."""
    row = Note.objects.select_for_update().filter(id=note_id).first()
    if row is None:
        raise NotFound
    require(actor, word, row.patient_id, row.encounter_id)
    if row.signed_at is not None:
        raise Refusal("note-signed", "This note is signed; its words stay.", "Write an addendum.")
    if row.version != seen_version and row.text != mine:
        detail = {
            "mine": {"text": mine},
            "theirs": {"text": row.text},
            "changed_by": row.changed_by,
            "changed_at": row.changed_at,
            "version": row.version,
        }
        words = f"{row.changed_by} changed this note while you were typing."
        raise Conflict("changed-meanwhile", words, "Keep your words or theirs, then go on.", detail)
    return row
