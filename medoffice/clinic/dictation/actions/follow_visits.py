"""Have dictations stand with the patient of their visit once two records are apart again."""

from uuid import UUID

from medoffice.clinic.dictation.actions.drawing import review_again
from medoffice.clinic.dictation.actions.rows import turn
from medoffice.clinic.dictation.queries.agreement import apart
from medoffice.security.api import record
from medoffice.security.types import Actor


def follow_visits(actor: Actor, survivor: UUID, merged: UUID) -> None:
    """One that was moved while the two were one goes where its visit goes, not where it came from; so does its work."""
    for row in apart().filter(patient_id__in=[survivor, merged]).select_for_update(of=("self",)):
        row.patient_id = row.encounter.patient_id
        row.save(update_fields=["patient_id"])
        turn(actor, row, "follows its visit")
        review_again(actor, row)
        record("dictation", row.id, subjects=[row.patient_id], follows="its visit")
