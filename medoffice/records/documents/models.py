"""The table of documents."""

from django.db import models

from medoffice.kernel.ids import new_id
from medoffice.records.documents.types import DocumentKind


class Document(models.Model):
    """A file of a patient, by its content. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=30, choices=[(kind.value, kind.value) for kind in DocumentKind])
    sha256 = models.CharField(max_length=64)
    media_type = models.CharField(max_length=20)
    size = models.PositiveIntegerField()
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=120)

    class Meta:
        db_table = "document"
        indexes = [models.Index(fields=["patient", "-added_at"], name="document_by_patient")]
