"""The table of arrivals."""

from django.db import models

from medoffice.kernel.ids import new_id


class Arrival(models.Model):
    """A check-in: it turned an appointment into a visit, billed to a case or to health coverage, never to both."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    appointment = models.OneToOneField("scheduling.Appointment", on_delete=models.PROTECT, related_name="+")
    encounter = models.OneToOneField("encounters.Encounter", on_delete=models.PROTECT, related_name="+")
    coverage = models.ForeignKey("coverage.Policy", on_delete=models.PROTECT, null=True, related_name="+")
    case = models.ForeignKey("coverage.Case", on_delete=models.PROTECT, null=True, related_name="+")
    identity_checked = models.CharField(max_length=80)
    arrived_at = models.DateTimeField()
    by = models.CharField(max_length=120)
    left_because = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        db_table = "arrival"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(coverage=None) | models.Q(case=None), name="billed_to_a_case_or_to_health_coverage"
            )
        ]


class Card(models.Model):
    """An insurance card as it was scanned, what was read on it, and the policy a person made of it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    front = models.ForeignKey("documents.Document", on_delete=models.PROTECT, related_name="+")
    back = models.ForeignKey("documents.Document", on_delete=models.PROTECT, null=True, related_name="+")
    suggested = models.JSONField(default=dict)
    read = models.BooleanField(default=False)
    policy = models.ForeignKey("coverage.Policy", on_delete=models.PROTECT, null=True, related_name="+")
    corrected = models.JSONField(default=list)
    scanned_at = models.DateTimeField()
    scanned_by = models.CharField(max_length=120)
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        db_table = "insurance_card"
        indexes = [models.Index(fields=["patient", "-scanned_at"], name="card_by_patient")]
