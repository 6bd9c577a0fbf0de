"""Note what a patient says about themselves, where the record has it otherwise."""

from collections.abc import Mapping
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound
from medoffice.records.patients.models import Patient, Said
from medoffice.records.patients.rules.saying import differing
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("patients.hear")
def note_said(*, actor: Actor, patient_id: UUID, told: Mapping[str, str], source_id: UUID | None = None) -> list[UUID]:
    """Keep what differs from the record until a person decides; returns what was kept. Nothing is changed yet.

    What was said before about the same field, and not decided, is replaced. Raises Invalid for a field that is not
    the patient's to say.
    """
    require(actor, "patients.hear", patient_id)
    row = Patient.objects.select_for_update().filter(id=patient_id).first()
    if row is None:
        raise NotFound
    found, unknown = differing(told, lambda field: str(getattr(row, field)))
    if unknown:
        raise Invalid("not-to-say", f"A patient does not say {', '.join(unknown)} here.", "", {"fields": {}})
    now, kept = clock.now(), []
    for field, (said, was) in found.items():
        Said.objects.filter(patient_id=patient_id, field=field, state="open").update(state="replaced", decided_at=now)
        kept.append(
            Said.objects.create(
                patient_id=patient_id,
                field=field,
                said=said,
                was=was,
                source_id=source_id,
                said_at=now,
                noted_by=actor.name,
            ).id
        )
    record("patient", patient_id, subjects=[patient_id], said=sorted(found))
    return kept
