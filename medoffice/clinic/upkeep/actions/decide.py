"""Decide what becomes of what was out of its limits, and of the vaccines that it set aside."""

from collections.abc import Sequence
from uuid import UUID

from medoffice.clinic.immunizations.api import decide_lot
from medoffice.clinic.upkeep.actions.keeping import end_if_done, locked, needed
from medoffice.clinic.upkeep.models import Decided
from medoffice.clinic.upkeep.queries import equipment, equipment_of, lots_in, odd_of
from medoffice.clinic.upkeep.types import Equipment, Verdict
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.kernel.rows import new_row
from medoffice.security.api import action, record
from medoffice.security.types import Actor


def _odd_elsewhere(one: Equipment, lot_ids: set[UUID]) -> list[str]:
    """What else may hold one of these lots and waits for a decision itself."""
    others = [each for each in equipment_of(one.kept.site_id) if each.id != one.id]
    odd = odd_of([each.id for each in others])
    return [each.kept.name for each in others if each.id in odd and lot_ids & {lot.id for lot, _ in lots_in(each)}]


@action("upkeep.decide")
def decide(
    *, actor: Actor, equipment_id: UUID, verdict: Verdict, why: str, lot_ids: Sequence[UUID] = ()
) -> UUID:  # fmt: skip
    """Lots that are set aside are used after all or discarded; with none of them, what was wrong is dealt with.

    The work ends once nothing waits: while a lot is set aside, only lots are decided. Raises NotFound, Invalid by
    field, Refusal if nothing waits here.
    """
    locked(equipment_id)
    needed(why)
    one = equipment(equipment_id)
    aside = {lot.id for lot, _ in lots_in(one) if lot.aside_at}
    if not aside and not odd_of([equipment_id]):
        raise Refusal("nothing-waits", "Nothing waits for a decision here.", "Look at its log.")
    chosen = set(lot_ids)
    if aside and (not chosen or verdict is Verdict.DONE):
        raise Invalid("lots-missing", "Choose lots.", "", {"fields": {"lots": ["Choose the lots you decide on."]}})
    if not chosen <= aside:
        raise Refusal("lot-not-aside", "One of these lots is not set aside here.", "Read the page again.")
    for other in _odd_elsewhere(one, chosen) if verdict is Verdict.USE else ():
        raise Refusal(
            "lot-aside-elsewhere",
            f"One of these lots may stand in {other}, which was warm too.",
            "Say where it stands.",
        )
    for lot_id in sorted(chosen):
        decide_lot(actor=actor, lot_id=lot_id, use=verdict is Verdict.USE, why=why)
    row = new_row(
        Decided, equipment_id=equipment_id, verdict=verdict if chosen else Verdict.DONE, lots=len(chosen),
        whole=chosen == aside, why=why.strip()[:200], at=clock.now(), by=actor.name, by_id=actor.id,
    )  # fmt: skip
    row.save(force_insert=True)
    end_if_done(actor, equipment_id, f"{row.verdict}: {row.why}")
    record("upkeep_decided", row.id, lots=len(chosen))
    return row.id
