"""The table of the work queue."""

from django.db import models

from medoffice.kernel.ids import new_id
from medoffice.practice.types import WorkState


class WorkItem(models.Model):
    """Something a person must see: which queue owns it, until when, how pressing, and what became of it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=120, default="")
    title = models.CharField(max_length=200)
    queue = models.CharField(max_length=30)
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in WorkState], default=WorkState.NEW)
    priority = models.PositiveSmallIntegerField(default=2)
    opened_at = models.DateTimeField()
    due_at = models.DateTimeField()
    ref_kind = models.CharField(max_length=40)
    ref_id = models.UUIDField()
    patient_id = models.UUIDField(null=True)
    visit_id = models.UUIDField(null=True)
    owner = models.ForeignKey("security.User", on_delete=models.PROTECT, null=True, related_name="+")
    finished_at = models.DateTimeField(null=True)
    finished_by = models.CharField(max_length=120, default="")
    outcome = models.CharField(max_length=200, default="")

    class Meta:
        db_table = "practice_work"
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "key"],
                condition=~models.Q(state=WorkState.DONE) & ~models.Q(key=""),
                name="one_open_item_per_key",
            )
        ]
        indexes = [
            models.Index(
                fields=["queue", "priority", "due_at"], name="work_open", condition=~models.Q(state=WorkState.DONE)
            ),
            models.Index(
                fields=["kind", "priority", "due_at", "id"],
                name="work_of_kind",
                condition=~models.Q(state=WorkState.DONE),
            ),
            models.Index(fields=["ref_kind", "ref_id"], name="work_about"),
        ]
