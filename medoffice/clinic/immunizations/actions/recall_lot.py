"""Note that the manufacturer or the authority recalled a lot."""

from uuid import UUID

from medoffice.clinic.immunizations.actions.moving import locked, save
from medoffice.clinic.immunizations.queries.stock import lot, same_lots
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("vaccines.keep")
def recall_lot(*, actor: Actor, lot_id: UUID, why: str) -> int:
    """Nothing of it is given any more, at any site, however it was paid for; returns at how many places it lay.

    Doing it again changes nothing. Raises NotFound, Invalid without a reason.
    """
    if not why.strip():
        raise Invalid("why-missing", "Say who recalled it and why.", "", {"fields": {"why": ["This is needed."]}})
    now, done = clock.now(), 0
    for row in locked(*(one.id for one in same_lots(lot(lot_id)))).values():
        if row.recalled_at is None:
            row.recalled_at, row.recalled_by, row.recall_why = now, actor.name, why.strip()[:200]
            save(actor, row)
            done += 1
    record("vaccine_lot", lot_id, recalled=done)
    return done
