"""Start a visit."""

from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import next_number, site
from medoffice.records.encounters.actions.move_encounter import move_encounter
from medoffice.records.encounters.actions.rows import encounter_rows
from medoffice.records.encounters.models import Encounter
from medoffice.records.encounters.types import EncounterClass, Stage
from medoffice.security.api import action, carry_labels, record, require
from medoffice.security.types import Actor


@action("encounters.start")
def start_encounter(
    *,
    actor: Actor,
    patient_id: UUID,
    provider_id: UUID,
    site_id: UUID,
    kind: EncounterClass,
    reason: str,
    cause: Ref,
) -> UUID:
    """Start a visit at the stage ARRIVED, dated at the site; one that was begun by mistake begins anew.

    Raises Refusal if its cause has one already.
    """
    require(actor, "encounters.start", patient_id)
    now = clock.now()
    before = Encounter.objects.select_for_update().filter(cause_kind=cause.kind, cause_id=cause.id).first()
    if before is not None and before.stage != Stage.MISTAKEN:
        raise Refusal("visit-exists", "This patient is checked in already.", "Open the visit on the board.")
    if before is not None:
        move_encounter(actor=actor, encounter_id=before.id, stage=Stage.ARRIVED)
        Encounter.objects.filter(id=before.id).update(started_at=now)
        return before.id
    row, arrived = encounter_rows(
        number=next_number("E"),
        patient_id=patient_id,
        provider_id=provider_id,
        site_id=site_id,
        kind=kind,
        reason=reason,
        cause=cause,
        on=clock.today(ZoneInfo(site(site_id).zone)),
        by=actor.name,
        at=now,
    )
    row.save(force_insert=True)
    arrived.save(force_insert=True)
    carry_labels(cause.id, row.id)
    record("encounter", row.id, subjects=[patient_id])
    return row.id
