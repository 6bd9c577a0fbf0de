"""Sign a visit note: from then on its words stay."""

from uuid import UUID

from medoffice.clinic.charting.actions.locking import lock_draft
from medoffice.clinic.charting.actions.rows import code_work_title, note_signed
from medoffice.clinic.charting.types import NoteSigned
from medoffice.kernel import clock
from medoffice.kernel.facts import publish
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work, staff_of_user
from medoffice.records.encounters.api import encounter
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("notes.sign")
def sign_note(*, actor: Actor, note_id: UUID, seen_version: int) -> str:
    """Sign one's own note as it was seen; returns its seal. The visit is then due for coding.

    Raises Refusal for an empty note or another provider's, Conflict if the words changed since they were read.
    """
    row = lock_draft(actor, "notes.sign", note_id, seen_version)
    signer = staff_of_user(actor.id)
    if signer is None or signer.id != row.author_id:
        raise Refusal("not-the-author", f"This note is {row.author}'s to sign.", "Ask them to sign it.")
    if not row.text.strip():
        raise Refusal("note-empty", "There is nothing to sign yet.", "Write the note first.")
    note_signed(row, clock.now()).save(update_fields=["signed_at", "sha256"])
    visit = encounter(row.encounter_id)
    finish_work_about(actor=actor, ref=Ref("note", row.id), outcome="signed")
    open_work(
        actor=actor,
        kind="to-code",
        title=code_work_title(visit.number),
        ref=Ref("encounter", visit.id),
        patient_id=row.patient_id,
        key=str(visit.id),
    )
    publish(NoteSigned(row.id, row.encounter_id, row.patient_id), subject=row.encounter_id)
    record("note", row.id, subjects=[row.patient_id], seal=row.sha256)
    return row.sha256
