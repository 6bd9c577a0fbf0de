"""Tables of faxes: each fax, its story, how the line stands."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from medoffice.kernel.ids import new_id
from medoffice.records.faxes.types import FaxState


class Fax(models.Model):
    """Pages to a number. Its ``key`` says what it is for: the same is never queued twice. The pages are a file."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=16, unique=True)
    key = models.CharField(max_length=120, unique=True)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    encounter = models.ForeignKey("encounters.Encounter", on_delete=models.PROTECT, null=True, related_name="+")
    abouts = ArrayField(models.UUIDField(), default=list, blank=True)
    what = models.CharField(max_length=160)
    to_name = models.CharField(max_length=120)
    to_number = models.CharField(max_length=10)
    sha256 = models.CharField(max_length=64)
    pages = models.PositiveSmallIntegerField()
    purpose = models.CharField(max_length=20)
    least = models.CharField(max_length=200, blank=True, default="")
    state = models.CharField(max_length=10, choices=[(one.value, one.value) for one in FaxState])
    why = models.CharField(max_length=200, blank=True, default="")
    tries = models.PositiveSmallIntegerField(default=0)
    since_again = models.PositiveSmallIntegerField(default=0)
    try_at = models.DateTimeField(null=True)
    handed_at = models.DateTimeField(null=True)
    document = models.ForeignKey("documents.Document", on_delete=models.PROTECT, null=True, related_name="+")
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "fax"
        indexes = [
            models.Index(fields=["try_at", "id"], name="fax_waits", condition=models.Q(state=FaxState.QUEUED)),
            models.Index(fields=["patient", "-made_at"], name="fax_by_patient"),
            models.Index(fields=["-made_at"], name="fax_latest"),
        ]


class FaxEvent(models.Model):
    """A line of a fax's story; append-only. ``told`` is the line's own name for its news: it counts once."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    fax = models.ForeignKey(Fax, on_delete=models.PROTECT, related_name="events")
    state = models.CharField(max_length=10)
    words = models.CharField(max_length=200, blank=True, default="")
    told = models.CharField(max_length=120, null=True, unique=True)
    by = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        db_table = "fax_event"
        indexes = [models.Index(fields=["fax", "id"], name="fax_story")]


class FaxLine(models.Model):
    """How the line stands; one row. After a failure of the line itself nothing is tried before ``try_at``."""

    only = models.BooleanField(primary_key=True, default=True)
    failures = models.PositiveIntegerField(default=0)
    why = models.CharField(max_length=200, blank=True, default="")
    try_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "fax_line"
