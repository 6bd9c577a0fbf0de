"""Say by one key that a document is confidential: from that moment every sink obeys; and end it with a reason."""

from uuid import UUID

from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.practice.api import staff_member
from medoffice.records.documents.actions.writing import note, row_of, told
from medoffice.records.documents.models import Document
from medoffice.security.api import action, end_label, label_visit, labels_of, record, require
from medoffice.security.types import Actor, Label


@action("labels.visit")
def label_document(*, actor: Actor, document_id: UUID, label: Label, why: str) -> UUID:
    """Label a filed document; one that belongs to a visit labels that visit as a whole.

    A psychotherapy note is the signer's. Raises NotFound for what the actor may not see, Refusal for what is not filed
    or has no signer to read it, and as ``label_visit``.
    """
    row = row_of(document_id)
    who = _whose(actor, row)
    author = staff_member(row.signer_id).user_id if label is Label.PSYCHOTHERAPY and row.signer_id else None
    if label is Label.PSYCHOTHERAPY and author is None:
        raise Refusal("no-author", "Nobody with an account signs this off.", "File it again with its provider.")
    made = label_visit(actor=actor, subject=who, things=[row.about_id], label=label, why=why, written_by=author)
    note(actor, row, "made confidential", before=told(row))
    record("document", row.id, subjects=[who], label=label.value)
    return made


@action("labels.end")
def unlabel_document(*, actor: Actor, document_id: UUID, label_id: UUID, why: str) -> None:
    """End a label of a document; it stays on record. Raises NotFound if it has none such, and as ``end_label``."""
    row = row_of(document_id)
    if row.patient_id is None or label_id not in {one.id for one in labels_of(row.patient_id, row.about_id)}:
        raise NotFound
    end_label(actor=actor, label_id=label_id, why=why)
    note(actor, row, "a label ended", before=told(row))
    record("document", row.id, subjects=[row.patient_id])


def _whose(actor: Actor, row: Document) -> UUID:
    if row.patient_id is None:
        raise Refusal("not-filed", f"This is {row.state}.", "File it first.")
    require(actor, "documents.read", row.patient_id, row.about_id)
    return row.patient_id
