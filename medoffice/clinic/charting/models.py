"""Tables of the chart: vital signs, notes, addenda. The database refuses any change to a signed note."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models

from medoffice.kernel.full_text import words_of
from medoffice.kernel.ids import new_id


class VitalSigns(models.Model):
    """Vital signs as taken; a second taking is a second row. Units as in types.Vitals."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    encounter = models.ForeignKey("encounters.Encounter", on_delete=models.PROTECT, related_name="+")
    systolic = models.PositiveSmallIntegerField(null=True)
    diastolic = models.PositiveSmallIntegerField(null=True)
    pulse = models.PositiveSmallIntegerField(null=True)
    respirations = models.PositiveSmallIntegerField(null=True)
    temperature = models.DecimalField(max_digits=4, decimal_places=1, null=True)
    oxygen = models.PositiveSmallIntegerField(null=True)
    weight = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    height = models.DecimalField(max_digits=5, decimal_places=1, null=True)
    pain = models.PositiveSmallIntegerField(null=True)
    taken_at = models.DateTimeField()
    taken_by = models.CharField(max_length=120)

    class Meta:
        db_table = "vital_signs"
        indexes = [models.Index(fields=["encounter", "-id"], name="vitals_latest")]


class Note(models.Model):
    """A visit note. A trigger refuses any change once ``signed_at`` is set."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    encounter = models.OneToOneField("encounters.Encounter", on_delete=models.PROTECT, related_name="+")
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    author_id = models.UUIDField()
    author = models.CharField(max_length=140)
    text = models.TextField(blank=True, default="")
    started_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=120)
    version = models.PositiveIntegerField(default=1)
    signed_at = models.DateTimeField(null=True)
    sha256 = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        db_table = "note"
        indexes = [
            models.Index(fields=["started_at"], name="note_unsigned", condition=models.Q(signed_at=None)),
            GinIndex(words_of("text"), name="note_words"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(signed_at=None, sha256="")
                | (models.Q(signed_at__isnull=False) & ~models.Q(sha256="")),
                name="signed_means_sealed",
            )
        ]


class Addendum(models.Model):
    """Words added to a signed note. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    note = models.ForeignKey(Note, on_delete=models.PROTECT, related_name="addenda")
    author = models.CharField(max_length=140)
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        db_table = "note_addendum"
