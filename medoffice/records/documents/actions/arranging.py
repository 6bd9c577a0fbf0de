"""What dividing, joining, turning and moving pages share: whether it may be done, and telling where pages went."""

from collections.abc import Sequence
from uuid import UUID

from medoffice.kernel.refusals import Refusal
from medoffice.records.documents import models
from medoffice.records.documents.actions.holding import refuse_held
from medoffice.records.documents.actions.laying import leaves_now
from medoffice.records.documents.actions.writing import require_for
from medoffice.records.documents.offers import page_followers
from medoffice.records.documents.types.papers import FileState, Leaf, Moved, State
from medoffice.security.types import Actor

MOST = 500  # pages of one document


def refuse_fixed(actor: Actor, row: models.Document) -> None:
    """Raise NotFound for what the actor may not file, Refusal for what is not to be rearranged: held, unread, words."""
    require_for(actor, row, "documents.file")
    if row.state not in (State.INBOX, State.FILED):
        raise Refusal("not-open", f"This is {row.state}.", "")
    refuse_held(row)
    leaves = leaves_now(row)
    if not all(one.file.drawn for one in leaves):
        raise Refusal("one-document", "This paper is words, not pages.", "File it as it is.")
    if any(one.file.state is not FileState.READ for one in leaves):
        raise Refusal("unread", "It is still being read.", "Try again in a moment.")


def tell(actor: Actor, row: models.Document, moved: Sequence[Moved]) -> None:
    """Say where pages of a filed document are by now, to the rooms that have said something of a page, in this act."""
    if row.patient_id is not None and moved:
        for follow in page_followers.values():
            follow(actor, row.patient_id, moved)


def moves(before: dict[UUID, tuple[Leaf, ...]], after: dict[UUID, tuple[Leaf, ...]]) -> list[Moved]:
    """Where each page went, between two states of some documents."""
    places = {
        (one.file.id, one.page): (document_id, place, one.turn)
        for document_id, leaves in after.items()
        for place, one in enumerate(leaves, 1)
    }
    found = []
    for document_id, leaves in before.items():
        for place, one in enumerate(leaves, 1):
            to_document, to_place, turn = places[one.file.id, one.page]
            if (to_document, to_place, turn) != (document_id, place, one.turn):
                found.append(Moved(document_id, place, to_document, to_place, (turn - one.turn) % 360))
    return found
