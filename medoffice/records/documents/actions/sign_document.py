"""A provider has seen a document: signed off, or sent back with what is wrong with it."""

from uuid import UUID

from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work
from medoffice.records.documents.actions.writing import note, require_for, row_of, save, told
from medoffice.records.documents.models import Document
from medoffice.records.documents.offers import filing_slots
from medoffice.records.documents.types.papers import SignOff, State
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("documents.sign")
def sign_document(*, actor: Actor, document_id: UUID) -> None:
    """Sign it off; any provider may, for one who is away. Signing again changes nothing. Raises Refusal."""
    row = _seen(actor, document_id)
    if row.sign == SignOff.SIGNED:
        return
    before = told(row)
    row.sign, row.signed_by = SignOff.SIGNED, actor.name
    save(actor, row)
    note(actor, row, "signed off", before=before)
    finish_work_about(actor=actor, ref=Ref("document", row.id), outcome="signed off", kind="document-sign")
    finish_work_about(actor=actor, ref=Ref("document", row.id), outcome="signed off", kind="document-back")
    joined = list(Document.objects.filter(gone_into=row).values_list("id", flat=True))
    for slot in filing_slots.values():
        for one in (row.id, *joined):
            slot.signed(actor, one)


@action("documents.sign")
def send_back(*, actor: Actor, document_id: UUID, why: str) -> None:
    """Send it back to who files, with what is wrong. Raises Invalid without words, Refusal for what is signed off."""
    if not why.strip():
        raise Invalid("no-reason", "Say what is wrong.", "", {"fields": {"why": ["Say what is wrong."]}})
    row = _seen(actor, document_id)
    if row.sign == SignOff.SIGNED:
        raise Refusal("signed-off", f"{row.signed_by} has signed this off.", "")
    before = told(row)
    row.sign = SignOff.BACK
    save(actor, row)
    note(actor, row, "sent back", before=before, why=why)
    ref = Ref("document", row.id)
    finish_work_about(actor=actor, ref=ref, outcome="sent back", kind="document-sign")
    title = f"Sent back by {actor.name}: {why.strip()}"
    open_work(
        actor=actor,
        kind="document-back",
        title=title,
        ref=ref,
        patient_id=row.patient_id,
        visit_id=row.about_id,
        key=str(row.id),
    )


def _seen(actor: Actor, document_id: UUID) -> Document:
    row = row_of(document_id)
    require_for(actor, row, "documents.sign")
    if row.state != State.FILED:
        raise Refusal("not-filed", f"This is {row.state}.", "")
    record("document", row.id, subjects=[row.patient_id] if row.patient_id else [])
    return row
