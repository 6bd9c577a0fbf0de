"""Take doses out of the stock that nobody got, or count what is there."""

from uuid import UUID

from medoffice.clinic.immunizations.actions.moving import locked, move
from medoffice.clinic.immunizations.types import Moved
from medoffice.kernel.refusals import Conflict, Invalid
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("vaccines.keep")
def take_out(*, actor: Actor, lot_id: UUID, count: int, why: str) -> None:
    """Doses that broke, got warm or were drawn up in vain. Raises as ``move``, and Invalid."""
    wrong = {} if count > 0 else {"count": ["How many doses?"]}
    if not why.strip():
        wrong["why"] = ["Say what became of them."]
    if wrong:
        raise Invalid("take-out-odd", "Some fields need another look.", "", {"fields": wrong})
    move(actor, locked(lot_id)[lot_id], Moved.WASTED, -count, why)
    record("vaccine_lot", lot_id, wasted=count)


@action("vaccines.keep")
def count_lot(*, actor: Actor, lot_id: UUID, there: int, seen: int, why: str) -> None:
    """So many are there by hand, where the stock said ``seen``; a difference is written down, with its reason.

    Raises NotFound, Invalid, Conflict if one was given or came while somebody counted.
    """
    wrong = {} if there >= 0 else {"there": ["How many are there?"]}
    if there != seen and not why.strip():
        wrong["why"] = ["Say what may have become of the difference."]
    if wrong:
        raise Invalid("count-odd", "Some fields need another look.", "", {"fields": wrong})
    row = locked(lot_id)[lot_id]
    if row.on_hand != seen:
        words = f"The stock says {row.on_hand} now, and said {seen} when you began to count."
        raise Conflict("changed-meanwhile", words, "Count again.", {"mine": {"there": str(there)}})
    if there != row.on_hand:
        move(actor, row, Moved.COUNTED, there - row.on_hand, why)
    record("vaccine_lot", lot_id, counted=there)
