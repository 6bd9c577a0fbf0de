"""Tables of encounters: the visit and the log of its stages."""

from django.db import models

from medoffice.kernel.ids import new_id
from medoffice.records.encounters.types import EncounterClass, Stage


class Encounter(models.Model):
    """A visit. ``stage`` repeats the last stage change, for finding; the log is the truth."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=16, unique=True)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    provider = models.ForeignKey("practice.Staff", on_delete=models.PROTECT, related_name="+")
    site = models.ForeignKey("practice.Site", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in EncounterClass])
    reason = models.CharField(max_length=200)
    stage = models.CharField(max_length=14, choices=[(s.value, s.value) for s in Stage])
    stage_since = models.DateTimeField()
    room = models.CharField(max_length=40, default="", blank=True)
    date = models.DateField()
    started_at = models.DateTimeField()
    cause_kind = models.CharField(max_length=40)
    cause_id = models.UUIDField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "encounter"
        constraints = [models.UniqueConstraint(fields=["cause_kind", "cause_id"], name="one_encounter_per_cause")]
        indexes = [
            models.Index(fields=["date", "site"], name="encounter_by_day"),
            models.Index(fields=["patient", "-date"], name="encounter_by_patient"),
        ]


class StageChange(models.Model):
    """One move of a visit. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    encounter = models.ForeignKey(Encounter, on_delete=models.PROTECT, related_name="changes")
    stage = models.CharField(max_length=14)
    room = models.CharField(max_length=40, default="", blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "encounter_stage"
        indexes = [models.Index(fields=["encounter", "id"], name="stage_in_order")]
