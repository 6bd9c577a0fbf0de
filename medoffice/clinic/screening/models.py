"""Tables of screening: what was answered at visits, and the instruments an office brought in."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from medoffice.kernel.ids import new_id


class Screened(models.Model):
    """What was answered, fields as in types.Screened; ``entry_id`` is its line among what was measured. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    encounter = models.ForeignKey("encounters.Encounter", on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=40)
    name = models.CharField(max_length=80)
    answers = ArrayField(models.PositiveSmallIntegerField())
    score = models.PositiveSmallIntegerField()
    most = models.PositiveSmallIntegerField()
    band = models.CharField(max_length=80)
    tone = models.CharField(max_length=8)
    urgent = models.CharField(max_length=200, blank=True, default="")
    edition = models.CharField(max_length=80)
    entry_id = models.UUIDField()
    instead_of = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="corrected")
    why = models.CharField(max_length=200, blank=True, default="")
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "screened"
        indexes = [
            models.Index(fields=["encounter"], name="screened_at_visit"),
            models.Index(fields=["patient", "key"], name="screened_course"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(instead_of=None) | ~models.Q(why=""), name="a_corrected_screening_says_why"
            ),
            models.CheckConstraint(condition=models.Q(score__lte=models.F("most")), name="a_score_is_none_too_high"),
        ]


class InstrumentBook(models.Model):
    """Instruments that the office brought in itself, from a day on, as their file says them. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    version = models.CharField(max_length=40)
    since = models.DateField()
    told = models.TextField()
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "instrument_book"
