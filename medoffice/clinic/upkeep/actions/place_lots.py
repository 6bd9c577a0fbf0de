"""Say which lots of vaccine stand in a refrigerator or a freezer."""

from collections.abc import Sequence
from uuid import UUID

from medoffice.clinic.immunizations.api import lots_of_site
from medoffice.clinic.upkeep.actions.keeping import locked
from medoffice.clinic.upkeep.models import LotPlace
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("upkeep.log")
def place_lots(*, actor: Actor, equipment_id: UUID, lot_ids: Sequence[UUID]) -> None:
    """These lots stand in it, wherever they stood; those that are not named stand in it no more.

    Raises NotFound, Refusal if no vaccines stand in it, or for a lot of another site.
    """
    row = locked(equipment_id)
    if not row.vaccines:
        raise Refusal("no-vaccines", f"No vaccines stand in {row.name}.", "Say at its set-up that they do.")
    here = {one.id for one in lots_of_site(row.site_id)}
    if not set(lot_ids) <= here:
        raise Refusal("lot-elsewhere", "One of these lots lies at another site.", "Choose lots of this site.")
    now = clock.now()
    gone = LotPlace.objects.filter(equipment_id=equipment_id).exclude(lot_id__in=lot_ids)
    gone.update(equipment_id=None, at=now, by=actor.name)
    for lot_id in sorted(set(lot_ids)):
        LotPlace.objects.update_or_create(
            lot_id=lot_id, defaults={"equipment_id": equipment_id, "at": now, "by": actor.name}
        )
    record("upkeep_equipment", equipment_id, lots=len(set(lot_ids)))
