"""The table of disclosures."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from medoffice.kernel.ids import new_id


class Disclosure(models.Model):
    """Something about a patient left the office. Append-only: a mistake is a line of its own.

    ``abouts``: beside the visit, the papers it names; a label on one of them keeps the line's title from who reads.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    encounter = models.ForeignKey("encounters.Encounter", on_delete=models.PROTECT, null=True, related_name="+")
    abouts = ArrayField(models.UUIDField(), default=list, blank=True)
    purpose = models.CharField(max_length=20)
    counts = models.BooleanField()
    what = models.CharField(max_length=200)
    why = models.CharField(max_length=200, blank=True, default="")
    to_name = models.CharField(max_length=120)
    to_address = models.CharField(max_length=254)
    way = models.CharField(max_length=12)
    cause_kind = models.CharField(max_length=30)
    cause_id = models.UUIDField()
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "disclosure"
        indexes = [
            models.Index(fields=["patient", "-at"], name="disclosure_by_patient"),
            models.Index(fields=["-at"], name="disclosure_by_time"),
        ]
        constraints = [models.UniqueConstraint(fields=["cause_kind", "cause_id"], name="disclosed_once")]
