"""Take back the last that was done with the pages of a document: turned, moved, joined, divided."""

from uuid import UUID

from medoffice.kernel.facts import publish
from medoffice.kernel.refusals import Refusal
from medoffice.records.documents.actions.arranging import moves, refuse_fixed, tell
from medoffice.records.documents.actions.file_document import ask_sign_off
from medoffice.records.documents.actions.join_documents import absorb, refuse_unlike
from medoffice.records.documents.actions.laying import leaves_now
from medoffice.records.documents.actions.splitting import take_pages
from medoffice.records.documents.actions.writing import ask_filing, note, row_of, save, told
from medoffice.records.documents.models import Document, DocumentChange, PaperFile
from medoffice.records.documents.types.papers import DocumentFiled, Leaf, Moved, SignOff, State
from medoffice.security.api import action, carry_labels, record
from medoffice.security.types import Actor

ARRANGED = ("pages arranged", "joined", "divided")
SHOWN = ("file_id", "first", "last", "arranged")
BACK = "pages put back"


@action("documents.file")
def arrange_back(*, actor: Actor, document_id: UUID) -> None:
    """Let it show what it showed before; what was joined is a document of its own again, what was divided one.

    Labels that came with what was joined stay on both. Raises Refusal if there is nothing to take back, or one of the
    two has gone its own way meanwhile, or is held.
    """
    row = row_of(document_id)
    refuse_fixed(actor, row)
    last = last_arranging(document_id)
    if last is None:
        raise Refusal("nothing-to-undo", "There is nothing to take back.", "")
    now, was = leaves_now(row), _leaves_before(row, last)
    moved = moves({row.id: now}, {row.id: was}) if last.what == "pages arranged" else []
    if last.what == "joined":
        other = row_of(UUID(last.after["other"]))
        _part(actor, row, other)
        moved = moves({row.id: now}, {row.id: was, other.id: leaves_now(other)})
    elif last.what == "divided":
        other = row_of(UUID(last.after["other"]))
        moved = _together(actor, row, other, was)
    take_pages(actor, row, was, last.what, BACK)
    tell(actor, row, moved)
    record("document", row.id, subjects=[row.patient_id] if row.patient_id else [], back=last.what)


def last_arranging(document_id: UUID) -> DocumentChange | None:
    """What can be taken back; None if nothing can. One query."""
    rows = DocumentChange.objects.filter(document_id=document_id, what__in=(*ARRANGED, BACK)).order_by("-id")
    last = rows.first()
    gone = last is None or last.what == BACK or (last.what != "pages arranged" and "other" not in last.after)
    return None if gone else last


def _leaves_before(row: Document, last: DocumentChange) -> tuple[Leaf, ...]:
    shown = {name: last.before.get(name, getattr(row, name)) for name in SHOWN}
    return leaves_now(Document(id=row.id, file=PaperFile.objects.get(id=shown.pop("file_id")), **shown))


def _part(actor: Actor, row: Document, other: Document) -> None:
    """What was joined is a document of its own again, as it was."""
    joined = DocumentChange.objects.filter(document=other, after__other=str(row.id)).order_by("-id").first()
    state = joined.before.get("state") if joined else None
    if (other.state, other.gone_into_id, other.patient_id) != (State.JOINED, row.id, row.patient_id) or (
        state != row.state
    ):
        raise Refusal("own-way", "It was filed meanwhile.", "Divide it where the other begins.")
    before = told(other)
    other.state, other.gone_into = State(state), None
    row.origins = [one for one in row.origins if one not in (other.id, *other.origins)]
    carry_labels(row.about_id, other.about_id)
    save(actor, other)
    note(actor, other, "a document of its own again", before=before, other=row.id)
    if other.patient_id is None:
        ask_filing(actor, other, PaperFile.objects.get(id=other.file_id))
        return
    publish(DocumentFiled(other.id, other.patient_id), subject=other.id)
    if other.sign == SignOff.WAITS:
        ask_sign_off(actor, other, other.signer_id)


def _together(actor: Actor, row: Document, other: Document, was: tuple[Leaf, ...]) -> list[Moved]:
    """What was divided is one document again."""
    refuse_fixed(actor, other)
    before = {row.id: leaves_now(row), other.id: leaves_now(other)}
    refuse_unlike(row, other, before)
    if sorted((one.file.id, one.page) for leaves in before.values() for one in leaves) != sorted(
        (one.file.id, one.page) for one in was
    ):
        raise Refusal("own-way", "The other was arranged meanwhile.", "Join the two instead.")
    absorb(actor, row, other, "joined into another")
    return moves(before, {row.id: was})
