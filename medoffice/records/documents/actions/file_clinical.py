"""Take in a clinical document for a patient and file it, in one go: for who has it in hand and knows whose it is."""

from uuid import UUID

from medoffice.kernel.papers import TROUBLES
from medoffice.kernel.refusals import Refusal
from medoffice.records.documents.actions.clinical import CLINICAL, clinical_of
from medoffice.records.documents.actions.file_document import file_document
from medoffice.records.documents.actions.look_into import look_into
from medoffice.records.documents.actions.take_in import take_in
from medoffice.records.documents.models import Document, PaperFile
from medoffice.records.documents.types.papers import Door, Filing, State
from medoffice.security.api import acts_of_their_own
from medoffice.security.types import Actor

SUMMARY = "clinical-summary"


def file_clinical(*, actor: Actor, name: str, data: bytes, patient_id: UUID) -> bool:
    """Keep it, look into it, file it; whether it is new: the same file is filed once, on one chart.

    Raises Refusal for what is no clinical document, or is about or filed for somebody else; then it waits in the inbox
    or stands among what was refused. Raises Busy when the machine is.
    """
    with acts_of_their_own():
        kept = take_in(actor=actor, door=Door.UPLOAD, name=name, data=data, patient_id=patient_id)
        trouble = look_into(actor=actor, file_id=kept.file_id)
        file = PaperFile.objects.get(id=kept.file_id)
        if trouble or file.kind != CLINICAL:
            words, fix = TROUBLES[trouble or "not-clinical"]
            raise Refusal(trouble or "not-clinical", words, fix)
        row = Document.objects.get(file=file)
        if row.state == State.INBOX:
            found = clinical_of(file)
            day = found.at.day if found and found.at and found.at.day <= row.added_at.date() else None
            filing = Filing(kind=SUMMARY, dated=day, patient_id=patient_id, title=(found.title if found else "")[:120])
            file_document(actor=actor, document_id=row.id, seen_version=row.version, filing=filing)
            return True
    if row.patient_id != patient_id:
        raise Refusal("filed-elsewhere", f"This very file came before and is {row.state}.", "Look at it under Papers.")
    return False
