"""Set a lot aside until somebody decides, and decide: use what is left of it, or discard it."""

from uuid import UUID

from medoffice.clinic.immunizations.actions.moving import locked, move
from medoffice.clinic.immunizations.types import Moved
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("vaccines.keep")
def set_aside(*, actor: Actor, lot_id: UUID, why: str) -> bool:
    """Nothing is given of a lot until somebody decides; False if it was set aside before, and stays so.

    Raises NotFound, Invalid without a reason.
    """
    _needed(why)
    row = locked(lot_id)[lot_id]
    fresh = row.aside_at is None
    if fresh:
        row.aside_at, row.aside_by, row.aside_why = clock.now(), actor.name, why.strip()[:200]
        move(actor, row, Moved.ASIDE, 0, why)
    record("vaccine_lot", lot_id, aside=fresh)
    return fresh


@action("vaccines.decide")
def decide_lot(*, actor: Actor, lot_id: UUID, use: bool, why: str) -> None:
    """What was set aside is used after all, or all that is left of it is discarded.

    Raises NotFound, Invalid without a reason, Refusal if it is not set aside.
    """
    _needed(why)
    row = locked(lot_id)[lot_id]
    if row.aside_at is None:
        raise Refusal("lot-not-aside", f"Lot {row.lot} is not set aside any more.", "Look at the lot.")
    row.aside_at, row.aside_by, row.aside_why = None, "", ""
    if use or not row.on_hand:
        move(actor, row, Moved.CLEARED, 0, why)
    else:
        move(actor, row, Moved.WASTED, -row.on_hand, why)
    record("vaccine_lot", lot_id, used=use)


def _needed(why: str) -> None:
    if not why.strip():
        raise Invalid("why-missing", "Say why.", "", {"fields": {"why": ["This is needed."]}})
