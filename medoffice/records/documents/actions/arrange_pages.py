"""Turn and move the pages of a document, waiting or filed: an arrangement beside the file, which stays as it came."""

from collections.abc import Sequence
from uuid import UUID

from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.records.documents.actions.arranging import moves, refuse_fixed, tell
from medoffice.records.documents.actions.file_document import refuse_stale
from medoffice.records.documents.actions.laying import leaves_now
from medoffice.records.documents.actions.splitting import take_pages
from medoffice.records.documents.actions.writing import row_of
from medoffice.records.documents.rules.arranging import TURNS
from medoffice.records.documents.types.papers import Leaf, Placed
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("documents.file")
def arrange_pages(*, actor: Actor, document_id: UUID, seen_version: int, order: Sequence[Placed]) -> None:
    """Show its pages in this order, each turned further as said: every page once, none is lost.

    Raises Invalid for what is no order of them or changes nothing, Refusal for what is held or was changed meanwhile.
    """
    row = row_of(document_id)
    refuse_fixed(actor, row)
    refuse_stale(row, seen_version)
    before = leaves_now(row)
    if sorted(one.page for one in order) != list(range(1, len(before) + 1)) or any(
        one.turn not in TURNS for one in order
    ):
        raise Invalid("no-order", "Each page stands once, turned by quarters.", "Open it again.")
    after = tuple(_turned(before[one.page - 1], one.turn) for one in order)
    if after == before:
        raise Refusal("no-change", "The pages stand like this already.", "Type another place, or choose a turn.")
    turned = sum(1 for one in order if one.turn)
    said = [f"{turned} turned"] if turned else []
    if [one.page for one in order] != sorted(one.page for one in order):
        said.append("moved: " + ", ".join(str(one.page) for one in order))
    take_pages(actor, row, after, "; ".join(said), "pages arranged")
    tell(actor, row, moves({row.id: before}, {row.id: after}))
    record("document", row.id, subjects=[row.patient_id] if row.patient_id else [], turned=turned)


def _turned(leaf: Leaf, turn: int) -> Leaf:
    return Leaf(leaf.file, leaf.page, (leaf.turn + turn) % 360)
