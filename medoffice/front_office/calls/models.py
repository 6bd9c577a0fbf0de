"""The telephone log."""

from django.db import models

from medoffice.front_office.calls.types import CallKind
from medoffice.kernel.ids import new_id


class Call(models.Model):
    """A call as it was taken. Without an end it is still open."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=16, unique=True)
    kind = models.CharField(max_length=16, choices=[(k.value, k.value) for k in CallKind])
    caller = models.CharField(max_length=120)
    relation = models.CharField(max_length=40, blank=True, default="")
    phone = models.CharField(max_length=24, blank=True, default="")
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, null=True, related_name="+")
    identity_checked = models.CharField(max_length=80, blank=True, default="")
    reason = models.TextField()
    urgent = models.BooleanField(default=False)
    outcome = models.CharField(max_length=200, blank=True, default="")
    taken_by = models.CharField(max_length=120)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "call"
        indexes = [
            models.Index(fields=["-started_at"], name="call_latest"),
            models.Index(fields=["started_at"], name="call_open", condition=models.Q(ended_at=None)),
            models.Index(fields=["patient", "-started_at"], name="call_by_patient"),
        ]
