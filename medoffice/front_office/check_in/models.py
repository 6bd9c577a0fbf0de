"""The table of arrivals."""

from django.db import models

from medoffice.kernel.ids import new_id


class Arrival(models.Model):
    """A check-in: it turned an appointment into a visit."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    appointment = models.OneToOneField("scheduling.Appointment", on_delete=models.PROTECT, related_name="+")
    encounter = models.OneToOneField("encounters.Encounter", on_delete=models.PROTECT, related_name="+")
    coverage = models.ForeignKey("coverage.Policy", on_delete=models.PROTECT, null=True, related_name="+")
    identity_checked = models.CharField(max_length=80)
    arrived_at = models.DateTimeField()
    by = models.CharField(max_length=120)
    left_because = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        db_table = "arrival"
