"""Tables of recapture: what was said of a condition, and whether the office has the what-if of scores.

Both are append-only: of several rows the last one counts.
"""

from django.db import models
from django.db.models import Q

from medoffice.kernel.ids import new_id
from medoffice.revenue.recapture.types import Said


class ConditionMark(models.Model):
    """What somebody said of a condition of a patient in a year, why, and the visit whose words they looked at.

    Append-only.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    encounter = models.ForeignKey("encounters.Encounter", on_delete=models.PROTECT, related_name="+")
    hcc = models.CharField(max_length=3)
    year = models.PositiveSmallIntegerField()
    said = models.CharField(max_length=5, choices=[(one.value, one.words) for one in Said])
    why = models.CharField(max_length=300)
    by = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        db_table = "recapture_mark"
        indexes = [models.Index(fields=["year", "patient"], name="recapture_marks_of_year")]
        constraints = [
            models.CheckConstraint(condition=~Q(why="") & ~Q(hcc=""), name="recapture_mark_says_why"),
        ]


class ScoreSwitch(models.Model):
    """Somebody switched the what-if of scores on or off for the office. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    on = models.BooleanField()
    by = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        db_table = "recapture_score_switch"
