"""Take what is proposed for the level of a visit."""

from collections.abc import Sequence
from uuid import UUID

from medoffice.kernel.refusals import Invalid
from medoffice.revenue.coding.actions.counting import count
from medoffice.revenue.coding.actions.open_coding import open_coding
from medoffice.revenue.coding.queries.codings import to_coded
from medoffice.revenue.coding.queries.levels import proposals
from medoffice.security.api import action
from medoffice.security.types import Actor


@action("coding.code")
def take_elements(*, actor: Actor, coding_id: UUID, keys: Sequence[str]) -> int:
    """Take those of the proposed elements, by their keys; returns how many. Raises Invalid for one not proposed."""
    row = open_coding(actor, coding_id)
    offered = {one.key: one for one in proposals(actor, to_coded(row))}
    wanted = list(dict.fromkeys(keys))
    if not wanted or not set(wanted) <= set(offered):
        words = "This is not proposed any more." if wanted else "Nothing is chosen."
        raise Invalid("not-proposed", words, "Look at the list again.")
    for key in wanted:
        one = offered[key]
        count(actor, row, one.kind, one.about, one.evidence, one.minutes)
    return len(wanted)
