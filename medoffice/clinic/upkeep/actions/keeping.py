"""What the verbs of this room share: the row, locked, refusing field by field, and ending work that is done."""

from collections.abc import Iterable
from uuid import UUID

from medoffice.clinic.upkeep.models import Equipment
from medoffice.clinic.upkeep.queries import equipment, lots_in, odd_of
from medoffice.kernel.findings import Finding
from medoffice.kernel.refusals import Invalid, NotFound
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.security.types import Actor

MISSED, ODD = "upkeep-missed", "upkeep-odd"


def locked(equipment_id: UUID) -> Equipment:
    """The row of something that is looked after, locked: whoever holds it is alone with its log. Raises NotFound."""
    row = Equipment.objects.select_for_update().filter(id=equipment_id).first()
    if row is None:
        raise NotFound
    return row


def refuse_found(code: str, found: Iterable[Finding]) -> None:
    """Raises Invalid, field by field, if anything was found."""
    fields: dict[str, list[str]] = {}
    for one in found:
        fields.setdefault(one.where, []).append(one.words)
    if fields:
        raise Invalid(code, "Some fields need another look.", "", {"fields": fields})


def needed(why: str) -> None:
    """Raises Invalid without a reason."""
    if not why.strip():
        raise Invalid("why-missing", "Say why.", "", {"fields": {"why": ["This is needed."]}})


def end_if_done(actor: Actor, equipment_id: UUID, outcome: str) -> None:
    """Finish the work about what is out of its limits, once nothing of it waits and no lot is set aside."""
    waits = odd_of([equipment_id]).get(equipment_id)
    if not waits and not any(lot.aside_at for lot, _ in lots_in(equipment(equipment_id))):
        finish_work_about(actor=actor, ref=Ref("upkeep_equipment", equipment_id), outcome=outcome, kind=ODD)
