"""Tables of memos: threads, what was written, who has read how far."""

from django.db import models

from medoffice.front_office.memos.types import Wants
from medoffice.kernel.ids import new_id


class Thread(models.Model):
    """Messages about one thing. Whose turn it is and until when is its item in the work queue."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    subject = models.CharField(max_length=120)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, null=True, related_name="+")
    clinical = models.BooleanField(default=False)
    wants = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Wants])
    starter = models.ForeignKey("security.User", on_delete=models.PROTECT, related_name="+")
    to_user = models.ForeignKey("security.User", on_delete=models.PROTECT, null=True, related_name="+")
    to_role = models.CharField(max_length=30, blank=True, default="")
    last_at = models.DateTimeField()
    last_by = models.CharField(max_length=120)

    class Meta:
        db_table = "memo_thread"
        indexes = [models.Index(fields=["patient", "-last_at"], name="memo_by_patient")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(to_user__isnull=True) ^ models.Q(to_role=""), name="memo_to_a_person_or_a_role"
            ),
            models.CheckConstraint(
                condition=models.Q(clinical=False) | models.Q(patient__isnull=False), name="clinical_is_of_a_patient"
            ),
        ]


class Memo(models.Model):
    """One message of a thread. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    thread = models.ForeignKey(Thread, on_delete=models.PROTECT, related_name="memos")
    body = models.TextField()
    by = models.ForeignKey("security.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        db_table = "memo"
        indexes = [models.Index(fields=["thread", "id"], name="memo_in_order")]


class Looked(models.Model):
    """When somebody last had a thread before them and did something with it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    thread = models.ForeignKey(Thread, on_delete=models.PROTECT, related_name="looked")
    user = models.ForeignKey("security.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        db_table = "memo_looked"
        constraints = [models.UniqueConstraint(fields=["thread", "user"], name="looked_once")]
