"""Tables of the schedule: kinds of visits and appointments. The database itself refuses a double booking."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models.functions import Lower

from medoffice.front_office.scheduling.types import HOLDS_THE_SLOT, AppointmentState
from medoffice.kernel.ids import new_id


class VisitType(models.Model):
    """A kind of visit."""

    key = models.SlugField(primary_key=True)
    name = models.CharField(max_length=60)
    minutes = models.PositiveSmallIntegerField()
    encounter_class = models.CharField(max_length=12, default="office")
    takes_copay = models.BooleanField(default=True)

    class Meta:
        db_table = "visit_type"
        constraints = [models.CheckConstraint(condition=models.Q(minutes__gte=5, minutes__lte=240), name="sane_length")]


class Appointment(models.Model):
    """A booked time of a provider. A walk-in is squeezed in and does not hold the slot against others.

    Nobody walks in twice at once: two desks that take the same patient make one visit.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=16, unique=True)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    provider = models.ForeignKey("practice.Staff", on_delete=models.PROTECT, related_name="+")
    site = models.ForeignKey("practice.Site", on_delete=models.PROTECT, related_name="+")
    during = DateTimeRangeField()
    visit_type = models.ForeignKey(VisitType, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=200)
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in AppointmentState])
    call = models.ForeignKey("calls.Call", on_delete=models.PROTECT, null=True, related_name="+")
    walk_in = models.BooleanField(default=False)
    moved_to = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    why = models.CharField(max_length=200, blank=True, default="")
    booked_by = models.CharField(max_length=120)
    booked_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "appointment"
        constraints = [
            ExclusionConstraint(
                name="no_double_booking",
                expressions=[("during", RangeOperators.OVERLAPS), ("provider", RangeOperators.EQUAL)],
                condition=models.Q(state__in=[state.value for state in sorted(HOLDS_THE_SLOT)], walk_in=False),
            ),
            ExclusionConstraint(
                name="one_walk_in_at_a_time",
                expressions=[("during", RangeOperators.OVERLAPS), ("patient", RangeOperators.EQUAL)],
                condition=models.Q(state__in=[state.value for state in sorted(HOLDS_THE_SLOT)], walk_in=True),
            ),
        ]
        indexes = [
            models.Index(Lower("during"), name="appointment_by_start"),
            models.Index(fields=["patient", "-booked_at"], name="appointment_by_patient"),
        ]
