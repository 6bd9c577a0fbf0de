"""Join two documents into one: the pages of the second behind those of the first."""

from collections.abc import Mapping
from uuid import UUID

from medoffice.kernel.facts import publish
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.records.documents.actions.arranging import MOST, moves, refuse_fixed, tell
from medoffice.records.documents.actions.file_document import ask_sign_off
from medoffice.records.documents.actions.laying import leaves_now
from medoffice.records.documents.actions.splitting import take_pages
from medoffice.records.documents.actions.suggesting import suggest
from medoffice.records.documents.actions.writing import is_waiting, note, row_of, save, told
from medoffice.records.documents.models import Document, PaperFile
from medoffice.records.documents.rules.arranging import sign_of_joined
from medoffice.records.documents.types.papers import DocumentLeft, Leaf, SignOff, State
from medoffice.security.api import action, carry_labels, record
from medoffice.security.types import Actor


@action("documents.file")
def join_documents(*, actor: Actor, document_id: UUID, other_id: UUID) -> None:
    """Put the pages of ``other_id`` behind these; it stays on record as joined, and can be taken back.

    Both wait, or both are filed for one patient. What made either confidential keeps the whole; what stood beside
    either stands beside the whole; it waits to be seen as long as either did. Raises Refusal for what does not go
    together or is held, NotFound for what the actor may not file.
    """
    rows = {one: row_of(one) for one in sorted({document_id, other_id})}
    row, other = rows[document_id], rows[other_id]
    for one in (row, other):
        refuse_fixed(actor, one)
    before = {row.id: leaves_now(row), other.id: leaves_now(other)}
    refuse_unlike(row, other, before)
    whole = (*before[row.id], *before[other.id])
    absorb(actor, row, other, "joined into another")
    take_pages(actor, row, whole, f"with {len(before[other.id])} pages of another", "joined", other=other.id)
    if is_waiting(row):
        suggest(row, PaperFile.objects.get(id=row.file_id))
    tell(actor, row, moves(before, {row.id: whole}))
    record("document", row.id, subjects=[row.patient_id] if row.patient_id else [], other=str(other.id))


def absorb(actor: Actor, row: Document, other: Document, what: str) -> None:
    """Let a document stand for another as well: its labels, its visit, who is to see it; the other is done with."""
    was = told(other)
    if row.encounter_id is None and other.encounter_id is not None:
        carry_labels(row.about_id, other.about_id)
        row.encounter_id, row.about_id = other.encounter_id, other.about_id
    carry_labels(other.about_id, row.about_id)
    row.origins = list(dict.fromkeys([*row.origins, other.id, *other.origins]))
    sign, signer = sign_of_joined(SignOff(row.sign), SignOff(other.sign)), row.signer_id or other.signer_id
    asked_before = row.sign in (SignOff.WAITS, SignOff.BACK)
    row.sign, row.signer_id = sign, signer
    row.signed_by = row.signed_by or other.signed_by if sign is SignOff.SIGNED else ""
    if sign is SignOff.WAITS and not asked_before:
        ask_sign_off(actor, row, signer)
    other.state, other.gone_into_id = State.JOINED, row.id
    save(actor, other)
    note(actor, other, what, before=was, other=row.id)
    finish_work_about(actor=actor, ref=Ref("document", other.id), outcome=what)
    if other.patient_id is not None:
        publish(DocumentLeft(other.id, other.patient_id), subject=other.id)


def refuse_unlike(row: Document, other: Document, leaves: Mapping[UUID, tuple[Leaf, ...]]) -> None:
    """Raise Refusal for two that do not go together: the same pages, another patient, another visit, too many."""
    if row.id == other.id or {(one.file.id, one.page) for one in leaves[row.id]} & {
        (one.file.id, one.page) for one in leaves[other.id]
    }:
        raise Refusal("same-pages", "These are the same pages.", "Choose another document.")
    if (row.state, row.patient_id) != (other.state, other.patient_id):
        raise Refusal("not-together", "One is not where the other is.", "File both for the same patient first.")
    if row.encounter_id and other.encounter_id and row.encounter_id != other.encounter_id:
        raise Refusal("two-visits", "They belong to different visits.", "File one again to the visit of the other.")
    if sum(len(one) for one in leaves.values()) > MOST:
        raise Refusal("pages", f"Together they have more than {MOST} pages.", "")
