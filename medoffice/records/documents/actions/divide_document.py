"""Divide a document, waiting or filed: what stands behind a page becomes a document of its own."""

from collections.abc import Sequence
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.facts import publish
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Invalid
from medoffice.records.documents.actions.arranging import moves, refuse_fixed, tell
from medoffice.records.documents.actions.file_document import ask_sign_off
from medoffice.records.documents.actions.laying import lay_out, leaves_now
from medoffice.records.documents.actions.splitting import take_pages
from medoffice.records.documents.actions.suggesting import suggest
from medoffice.records.documents.actions.writing import add_to_inbox, is_waiting, note, row_of
from medoffice.records.documents.models import Document, PaperFile
from medoffice.records.documents.types.papers import DocumentFiled, Leaf, SignOff, State
from medoffice.security.api import action, carry_labels, record
from medoffice.security.types import Actor


@action("documents.file")
def divide_document(*, actor: Actor, document_id: UUID, after: int) -> UUID:
    """Leave it the pages up to ``after`` (from 1); returns the new document, which waits or is filed as this one is.

    The new one has the labels of this one, and what stands beside it. Raises Invalid, Refusal for what is held.
    """
    row = row_of(document_id)
    refuse_fixed(actor, row)
    leaves = leaves_now(row)
    if not 1 <= after < len(leaves):
        words = f"Between 1 and {len(leaves) - 1}." if len(leaves) > 1 else "It has one page."
        raise Invalid("no-such-page", words, "", {"fields": {"after": [words]}})
    kept, gone = leaves[:after], leaves[after:]
    rest = _waiting(actor, row, gone) if is_waiting(row) else _filed(actor, row, gone)
    take_pages(actor, row, kept, f"behind page {after}", other=rest.id)
    if is_waiting(row):
        for one in (row, rest):
            suggest(one, PaperFile.objects.get(id=one.file_id))
    tell(actor, row, moves({row.id: leaves}, {row.id: kept, rest.id: gone}))
    record("document", row.id, subjects=[row.patient_id] if row.patient_id else [], after=after, rest=str(rest.id))
    return rest.id


def _waiting(actor: Actor, row: Document, leaves: Sequence[Leaf]) -> Document:
    file = PaperFile.objects.get(id=leaves[0].file.id)
    return add_to_inbox(actor, file, title=row.title, at=clock.now(), leaves=leaves)


def _filed(actor: Actor, row: Document, leaves: Sequence[Leaf]) -> Document:
    """The rest of a filed document, filed the same; whoever is to see it is asked of both, or has seen both."""
    key, now = new_id(), clock.now()
    waits = row.sign in (SignOff.WAITS, SignOff.BACK)
    made = Document(
        id=key,
        patient_id=row.patient_id,
        kind=row.kind,
        title=row.title,
        dated=row.dated,
        encounter_id=row.encounter_id,
        about_id=row.encounter_id or key,
        state=State.FILED,
        sign=SignOff.NONE if waits else row.sign,
        signer_id=row.signer_id,
        signed_by=row.signed_by,
        added_at=now,
        added_by=actor.name,
        filed_at=now,
        filed_by=actor.name,
        origins=[row.id, *row.origins],
        file_id=leaves[0].file.id,
    )
    made.save(force_insert=True)
    lay_out(made, leaves)
    made.save()
    carry_labels(row.about_id, made.about_id)
    note(actor, made, "divided from another", before={}, other=row.id)
    if row.patient_id is not None:
        publish(DocumentFiled(made.id, row.patient_id), subject=made.id)
    if waits:
        ask_sign_off(actor, made, row.signer_id)
    return made
