"""Tables of absences whose visits are moved, and of what patients book by themselves."""

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from medoffice.front_office.outreach.types.visits import AskedState, For
from medoffice.kernel.ids import new_id
from medoffice.kernel.models import Versioned


class Reschedule(models.Model):
    """The visits of somebody who is absent, to be moved, until none is left."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    provider = models.ForeignKey("practice.Staff", on_delete=models.PROTECT, related_name="+")
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    why = models.CharField(max_length=80)
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "outreach_reschedule"


class RescheduleLine(models.Model):
    """A visit that was booked when the absence became known."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    batch = models.ForeignKey(Reschedule, on_delete=models.PROTECT, related_name="lines")
    appointment = models.ForeignKey("scheduling.Appointment", on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "outreach_reschedule_line"
        constraints = [models.UniqueConstraint(fields=["batch", "appointment"], name="a_visit_once_in_an_absence")]


class SelfBooking(Versioned):
    """What patients may book by themselves; one row."""

    only = models.BooleanField(primary_key=True, default=True)
    on = models.BooleanField(default=False)
    kinds = ArrayField(models.SlugField(), default=list, blank=True)
    provider_ids = ArrayField(models.UUIDField(), default=list, blank=True)
    lead_hours = models.PositiveSmallIntegerField(default=24, validators=[MaxValueValidator(720)])
    horizon_days = models.PositiveSmallIntegerField(
        default=30, validators=[MinValueValidator(1), MaxValueValidator(60)]
    )
    per_day = models.PositiveSmallIntegerField(default=4, validators=[MaxValueValidator(50)])
    who = models.CharField(max_length=6, choices=[(one.value, one.value) for one in For], default=For.BOTH)
    approval = models.BooleanField(default=True)

    class Meta:
        db_table = "outreach_self_booking"


class Asked(models.Model):
    """A visit somebody asked for on the web. ``asker`` is a keyed hash of the network it came from."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    family = models.CharField(max_length=80)
    given = models.CharField(max_length=80, blank=True, default="")
    birth_date = models.DateField()
    phone = models.CharField(max_length=24)
    phone_digits = models.CharField(max_length=10)
    email = models.EmailField(blank=True, default="")
    language = models.CharField(max_length=8, default="en")
    known = models.BooleanField()
    visit_type = models.ForeignKey("scheduling.VisitType", on_delete=models.PROTECT, related_name="+")
    provider = models.ForeignKey("practice.Staff", on_delete=models.PROTECT, related_name="+")
    site = models.ForeignKey("practice.Site", on_delete=models.PROTECT, related_name="+")
    starts = models.DateTimeField()
    hold = models.ForeignKey("scheduling.Hold", on_delete=models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=8, choices=[(one.value, one.value) for one in AskedState])
    asker = models.CharField(max_length=64)
    at = models.DateTimeField()
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, null=True, related_name="+")
    appointment = models.ForeignKey("scheduling.Appointment", on_delete=models.PROTECT, null=True, related_name="+")
    why = models.CharField(max_length=200, blank=True, default="")
    decided_by = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        db_table = "outreach_asked"
        constraints = [
            models.UniqueConstraint(
                fields=["phone_digits", "provider", "starts"],
                condition=models.Q(state=AskedState.WAITING),
                name="asked_once",
            )
        ]
        indexes = [
            models.Index(fields=["asker", "-at"], name="asked_from"),
            models.Index(fields=["-at"], name="asked_latest"),
        ]
