"""Co-sign a note: the supervisor's signature beside the author's, whose words stay as they are."""

from uuid import UUID

from medoffice.clinic.charting.actions.rows import author_of
from medoffice.clinic.charting.models import Cosignature
from medoffice.clinic.charting.rules.sealing import note_hash
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, staff_member, staff_of_user
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("notes.sign")
def cosign_note(*, actor: Actor, note_id: UUID) -> str:
    """Sign a note that waits for one's signature; returns its seal. Signing again changes nothing.

    Raises NotFound if none waits or the actor may not see it, Refusal if another is to sign it.
    """
    row = Cosignature.objects.select_for_update(of=("self",)).select_related("note").filter(note_id=note_id).first()
    if row is None:
        raise NotFound
    require(actor, "notes.sign", row.note.patient_id, row.note.encounter_id)
    signer = staff_of_user(actor.id)
    if signer is None or signer.id != row.supervisor_id:
        raise Refusal("not-the-supervisor", f"{staff_member(row.supervisor_id).name} co-signs this note.", "Ask them.")
    if row.signed_at is None:
        row.signed_at, row.signed_by = clock.now(), author_of(signer.name, signer.credentials)
        row.sha256 = note_hash(row.note.sha256, signer.id, row.signed_at)
        row.save(update_fields=["signed_at", "signed_by", "sha256"])
        finish_work_about(actor=actor, ref=Ref("note", note_id), outcome="co-signed", kind="note-to-cosign")
    record("note", note_id, subjects=[row.note.patient_id], seal=row.sha256)
    return row.sha256
