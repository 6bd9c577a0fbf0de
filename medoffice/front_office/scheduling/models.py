"""Tables of the schedule: kinds of visits, what can be booked and when, appointments, and what they hold.

The database itself refuses that a lane of a unit is held twice at once.
"""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models.functions import Lower

from medoffice.front_office.scheduling.types import HOLDS_THE_SLOT, AppointmentState, UnitKind
from medoffice.kernel.ids import new_id


class VisitType(models.Model):
    """A kind of visit."""

    key = models.SlugField(primary_key=True)
    name = models.CharField(max_length=60)
    minutes = models.PositiveSmallIntegerField()
    encounter_class = models.CharField(max_length=12, default="office")
    takes_copay = models.BooleanField(default=True)
    needs = ArrayField(models.SlugField(), default=list)
    fasting = models.BooleanField(default=False)

    class Meta:
        db_table = "visit_type"
        constraints = [models.CheckConstraint(condition=models.Q(minutes__gte=5, minutes__lte=240), name="sane_length")]


class Unit(models.Model):
    """Something that is booked; of a person or a room it has the id."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in UnitKind])
    group = models.SlugField(default="", blank=True)
    site = models.ForeignKey("practice.Site", on_delete=models.PROTECT, null=True, related_name="+")
    staff = models.OneToOneField("practice.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    room = models.OneToOneField("practice.ExamRoom", on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=60, default="", blank=True)

    class Meta:
        db_table = "schedule_unit"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["provider", "assistant"], staff=models.F("id"), room=None)
                | models.Q(kind="room", room=models.F("id"), staff=None)
                | models.Q(kind="device", staff=None, room=None),
                name="unit_is_what_it_says",
            )
        ]


class Template(models.Model):
    """A usual week of a unit at a site; one at a time. One of whose days nothing is left is replaced, not deleted."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="templates")
    site = models.ForeignKey("practice.Site", on_delete=models.PROTECT, related_name="+")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "schedule_template"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_to=None) | models.Q(valid_to__gte=models.F("valid_from")),
                name="template_ends_later",
            ),
            ExclusionConstraint(
                name="one_template_at_a_time",
                expressions=[
                    ("unit", RangeOperators.EQUAL),
                    ("site", RangeOperators.EQUAL),
                    (
                        models.Func("valid_from", "valid_to", models.Value("[]"), function="DATERANGE"),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=models.Q(replaced_at=None),
            ),
        ]


class Block(models.Model):
    """A stretch of a template's week."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    template = models.ForeignKey(Template, on_delete=models.PROTECT, related_name="blocks")
    weekday = models.PositiveSmallIntegerField()
    starts = models.TimeField()
    ends = models.TimeField()
    kinds = ArrayField(models.SlugField(), default=list)
    opens_days = models.PositiveSmallIntegerField(null=True)
    at_once = models.PositiveSmallIntegerField(null=True)
    label = models.CharField(max_length=40, default="", blank=True)

    class Meta:
        db_table = "schedule_block"
        constraints = [
            models.CheckConstraint(condition=models.Q(weekday__lte=6), name="block_on_a_weekday"),
            models.CheckConstraint(condition=models.Q(ends__gt=models.F("starts")), name="block_ends_later"),
        ]


class Away(models.Model):
    """A unit is not there."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    during = DateTimeRangeField()
    reason = models.CharField(max_length=80)
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "schedule_away"


class Rule(models.Model):
    """How many visits at once, a day, beyond, or how long; about a unit, a kind, a label of blocks."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    visit_type = models.ForeignKey(VisitType, on_delete=models.PROTECT, null=True, related_name="+")
    label = models.CharField(max_length=40, default="", blank=True)
    at_once = models.PositiveSmallIntegerField(null=True)
    over = models.PositiveSmallIntegerField(null=True)
    per_day = models.PositiveSmallIntegerField(null=True)
    minutes = models.PositiveSmallIntegerField(null=True)

    class Meta:
        db_table = "schedule_rule"
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "visit_type", "label"], name="one_rule_about_it", nulls_distinct=False
            ),
            models.CheckConstraint(
                condition=models.Q(minutes=None) | models.Q(unit__isnull=False, visit_type__isnull=False, label=""),
                name="minutes_of_a_kind_at_a_unit",
            ),
        ]


class Series(models.Model):
    """Visits that were booked to recur; each has its own row."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    rule = models.CharField(max_length=120)
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "appointment_series"


class Appointment(models.Model):
    """A booked time of a provider. A walk-in is squeezed in and holds nothing against others.

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
    state = models.CharField(max_length=12, choices=[(s.value, s.value) for s in AppointmentState])
    call = models.ForeignKey("calls.Call", on_delete=models.PROTECT, null=True, related_name="+")
    case = models.ForeignKey("coverage.Case", on_delete=models.PROTECT, null=True, related_name="+")
    walk_in = models.BooleanField(default=False)
    overbooked = models.CharField(max_length=200, blank=True, default="")
    series = models.ForeignKey(Series, on_delete=models.PROTECT, null=True, related_name="+")
    moved_to = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    why = models.CharField(max_length=200, blank=True, default="")
    booked_by = models.CharField(max_length=120)
    booked_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "appointment"
        constraints = [
            ExclusionConstraint(
                name="one_walk_in_at_a_time",
                expressions=[("during", RangeOperators.OVERLAPS), ("patient", RangeOperators.EQUAL)],
                condition=models.Q(state__in=[state.value for state in sorted(HOLDS_THE_SLOT)], walk_in=True),
            ),
        ]
        indexes = [
            models.Index(Lower("during"), name="appointment_by_start"),
            models.Index(fields=["patient", "-booked_at"], name="appointment_by_patient"),
            models.Index(fields=["series"], name="appointment_by_series", condition=models.Q(series__isnull=False)),
        ]


class Hold(models.Model):
    """A time that is kept for somebody for a while, as if it were booked. ``until`` it ends by itself."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    provider = models.ForeignKey("practice.Staff", on_delete=models.PROTECT, related_name="+")
    site = models.ForeignKey("practice.Site", on_delete=models.PROTECT, related_name="+")
    visit_type = models.ForeignKey(VisitType, on_delete=models.PROTECT, related_name="+")
    during = DateTimeRangeField()
    until = models.DateTimeField()
    says = models.CharField(max_length=80)
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "schedule_hold"
        indexes = [models.Index(fields=["until"], name="hold_standing", condition=models.Q(ended_at=None))]


class Holding(models.Model):
    """A lane of a unit that an appointment or a hold keeps, as long as it is ``live``."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, related_name="holdings")
    hold = models.ForeignKey(Hold, on_delete=models.PROTECT, null=True, related_name="holdings")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    lane = models.PositiveSmallIntegerField(default=0)
    during = DateTimeRangeField()
    live = models.BooleanField(default=True)

    class Meta:
        db_table = "appointment_holding"
        constraints = [
            ExclusionConstraint(
                name="no_lane_held_twice",
                expressions=[
                    ("unit", RangeOperators.EQUAL),
                    ("lane", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
                condition=models.Q(live=True),
            ),
            models.CheckConstraint(
                condition=models.Q(appointment=None) ^ models.Q(hold=None), name="held_by_a_visit_or_a_hold"
            ),
        ]
        indexes = [
            models.Index("unit", Lower("during"), name="holding_by_start", condition=models.Q(live=True)),
        ]


class StateChange(models.Model):
    """A line of the log of an appointment's states. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="changes")
    state = models.CharField(max_length=12)
    why = models.CharField(max_length=200, blank=True, default="")
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "appointment_state"
        indexes = [models.Index(fields=["appointment", "id"], name="state_in_order")]


class Feed(models.Model):
    """A calendar feed of somebody's times, for as long as it is not revoked; only the hash of its token is kept."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    staff = models.ForeignKey("practice.Staff", on_delete=models.PROTECT, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "schedule_feed"
