"""Say what is looked after, when it is logged, and within which limits."""

from uuid import UUID

from medoffice.clinic.upkeep.actions.keeping import locked, refuse_found
from medoffice.clinic.upkeep.models import Equipment
from medoffice.clinic.upkeep.rules.judging import check_kept
from medoffice.clinic.upkeep.types import Kept
from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, Refusal
from medoffice.practice.api import site
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("upkeep.set_up")
def set_up_equipment(
    *, actor: Actor, kept: Kept, equipment_id: UUID | None = None, used: bool = True, seen_version: int = 0
) -> UUID:
    """Something is looked after from now on, or otherwise than before. What was logged stays as it was judged then.

    Raises NotFound, Invalid by field, Conflict if somebody changed it meanwhile, Refusal for a name that is taken, and
    for another site or kind: what is on its log would be of something else.
    """
    site(kept.site_id)
    refuse_found("equipment-odd", check_kept(kept))
    row = locked(equipment_id) if equipment_id else Equipment(since=clock.now(), version=0)
    if equipment_id and row.version != seen_version:
        raise Conflict("changed-meanwhile", f"{row.changed_by} changed it meanwhile.", "Read it again, then change it.")
    if equipment_id and (row.site_id, row.kind) != (kept.site_id, kept.kind):
        raise Refusal("stays-what-it-is", "It stays what it is, and where.", "Set up another one instead.")
    name = kept.name.strip()[:60]
    if Equipment.objects.filter(site_id=kept.site_id, name=name).exclude(id=row.id).exists():
        raise Refusal("name-taken", f"{name} is looked after here already.", "Give it another name.")
    when = sorted(set(kept.times)), sorted(set(kept.days))
    if (row.times, row.days, row.used) != (*when, used):
        row.since = clock.now()  # nobody missed what was not asked for then
    row.site_id, row.kind, row.name, row.used = kept.site_id, kept.kind, name, used
    row.times, row.days = when
    row.unit, row.low, row.high = kept.unit.strip()[:12], kept.low, kept.high
    row.source, row.vaccines = kept.source.strip()[:120], kept.vaccines
    row.version, row.changed_by, row.changed_at = row.version + 1, actor.name, clock.now()
    row.save()
    record("upkeep_equipment", row.id, used=used)
    return row.id
