"""What came in a message goes where its results are, once two records are apart again."""

from uuid import UUID

from medoffice.clinic.results.actions.filing import save
from medoffice.clinic.results.models import LabMessage, LabResult
from medoffice.security.types import Actor


def follow_reports(actor: Actor, survivor: UUID, merged: UUID) -> None:
    """A message that was filed while the two were one is theirs whose results all of it are."""
    went = LabResult.objects.filter(report__patient_id=merged, message__patient_id=survivor)
    stays = LabResult.objects.filter(report__patient_id=survivor, message__patient_id=survivor)
    rows = LabMessage.objects.select_for_update().filter(id__in=went.values("message_id"))
    for row in rows.exclude(id__in=stays.values("message_id")):
        row.patient_id = merged
        save(actor, row)
