"""Note what a patient says about themselves, or a payer tells of them, where the record has it otherwise."""

from collections.abc import Mapping
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound
from medoffice.records.patients.models import Patient, Said
from medoffice.records.patients.rules.saying import differing
from medoffice.records.patients.types.said import PAYERS_TELL, SAYABLE
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("patients.hear")
def note_said(
    *, actor: Actor, patient_id: UUID, told: Mapping[str, str], source_id: UUID | None = None, teller: str = ""
) -> list[UUID]:
    """Keep what differs from the record until a person decides; returns what was kept. Nothing is changed yet.

    What was said before about the same field, and not decided, is replaced. A payer (``teller``) that tells again what
    was declined is not heard. Raises Invalid for a field that is not theirs to say.
    """
    require(actor, "patients.hear", patient_id)
    row = Patient.objects.select_for_update().filter(id=patient_id).first()
    if row is None:
        raise NotFound
    known = PAYERS_TELL if teller else SAYABLE
    found, unknown = differing(told, lambda field: str(getattr(row, field)), known)
    if unknown:
        raise Invalid("not-to-say", f"This is not said here: {', '.join(unknown)}.", "", {"fields": {}})
    now, kept = clock.now(), []
    for field, (said, was) in found.items():
        if teller and _declined(patient_id, field, said, teller):
            continue
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
                teller=teller[:120],
            ).id
        )
    record("patient", patient_id, subjects=[patient_id], said=sorted(found))
    return kept


def _declined(patient_id: UUID, field: str, said: str, teller: str) -> bool:
    rows = Said.objects.filter(patient_id=patient_id, field=field, said=said, teller=teller[:120])
    return rows.filter(state="declined").exists()
