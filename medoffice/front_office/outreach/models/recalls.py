"""Tables of recalls."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from medoffice.front_office.outreach.types.recalls import Basis, RecallState
from medoffice.kernel.ids import new_id


class RecallRule(models.Model):
    """Who is to be seen again. One that is no longer wanted ends; it is not deleted."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=60)
    basis = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Basis])
    codes = ArrayField(models.CharField(max_length=24), default=list)
    months = models.PositiveSmallIntegerField()
    visit_type = models.ForeignKey("scheduling.VisitType", on_delete=models.PROTECT, related_name="+")
    from_age = models.PositiveSmallIntegerField(null=True)
    to_age = models.PositiveSmallIntegerField(null=True)
    source = models.CharField(max_length=120)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        db_table = "outreach_recall_rule"
        constraints = [models.CheckConstraint(condition=models.Q(months__gte=1), name="recall_after_a_month")]


class Recall(models.Model):
    """Somebody who is due. By a rule once for what it rests on; ``visit_id`` is the visit that told of it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    rule = models.ForeignKey(RecallRule, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=60)
    visit_type = models.ForeignKey("scheduling.VisitType", on_delete=models.PROTECT, related_name="+")
    visit_id = models.UUIDField(null=True)
    due_on = models.DateField()
    state = models.CharField(max_length=8, choices=[(one.value, one.value) for one in RecallState])
    attempts = models.PositiveSmallIntegerField(default=0)
    last_channel = models.CharField(max_length=8, blank=True, default="")
    last_at = models.DateTimeField(null=True)
    appointment = models.ForeignKey("scheduling.Appointment", on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=120)

    class Meta:
        db_table = "outreach_recall"
        constraints = [
            models.UniqueConstraint(fields=["rule", "patient", "due_on"], name="due_once_by_a_rule"),
            models.UniqueConstraint(
                fields=["patient", "visit_type"],
                condition=models.Q(state=RecallState.DUE),
                name="due_once_for_a_kind",
            ),
        ]
        indexes = [models.Index(fields=["due_on"], name="recall_due", condition=models.Q(state=RecallState.DUE))]


class RecallAttempt(models.Model):
    """An attempt to reach somebody who is due; append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    recall = models.ForeignKey(Recall, on_delete=models.PROTECT, related_name="tries")
    channel = models.CharField(max_length=8)
    outcome = models.CharField(max_length=10)
    words = models.CharField(max_length=200, blank=True, default="")
    by = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        db_table = "outreach_recall_attempt"
        indexes = [models.Index(fields=["recall", "id"], name="attempt_in_order")]
