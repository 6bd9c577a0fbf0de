"""Tables of the waitlist and of missed visits."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from medoffice.front_office.outreach.types.waitlist import FeeState, OfferState, Urgency, WaitState
from medoffice.kernel.ids import new_id


class Waiter(models.Model):
    """Somebody who waits for a time, and what would suit them."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    visit_type = models.ForeignKey("scheduling.VisitType", on_delete=models.PROTECT, related_name="+")
    provider_ids = ArrayField(models.UUIDField(), default=list)
    weekdays = ArrayField(models.PositiveSmallIntegerField(), default=list)
    not_before = models.TimeField(null=True)
    not_after = models.TimeField(null=True)
    notice_hours = models.PositiveSmallIntegerField(default=0)
    from_day = models.DateField(null=True)
    to_day = models.DateField(null=True)
    urgency = models.PositiveSmallIntegerField(choices=[(one.value, one.name) for one in Urgency])
    why = models.CharField(max_length=120, blank=True, default="")
    instead_of = models.ForeignKey("scheduling.Appointment", on_delete=models.PROTECT, null=True, related_name="+")
    since = models.DateTimeField()
    added_by = models.CharField(max_length=120)
    state = models.CharField(max_length=8, choices=[(one.value, one.value) for one in WaitState])
    ended_why = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        db_table = "outreach_waiter"
        indexes = [
            models.Index(
                fields=["-urgency", "since"], name="waiter_waits", condition=models.Q(state=WaitState.WAITING)
            ),
        ]


class Offer(models.Model):
    """A time offered to somebody who waits. Several may be offered the same, behind one hold: the first takes it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    waiter = models.ForeignKey(Waiter, on_delete=models.PROTECT, related_name="offers")
    hold = models.ForeignKey("scheduling.Hold", on_delete=models.PROTECT, related_name="+")
    provider = models.ForeignKey("practice.Staff", on_delete=models.PROTECT, related_name="+")
    site = models.ForeignKey("practice.Site", on_delete=models.PROTECT, related_name="+")
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    state = models.CharField(max_length=8, choices=[(one.value, one.value) for one in OfferState])
    made_at = models.DateTimeField()
    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    appointment = models.ForeignKey("scheduling.Appointment", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "outreach_offer"
        constraints = [
            models.UniqueConstraint(fields=["waiter", "provider", "starts"], name="a_time_is_offered_once"),
            models.UniqueConstraint(
                fields=["hold"], condition=models.Q(state=OfferState.ACCEPTED), name="first_accept_wins"
            ),
        ]
        indexes = [
            models.Index(fields=["until"], name="offer_open", condition=models.Q(state=OfferState.OPEN)),
        ]


class MissedPolicy(models.Model):
    """What is done about missed visits, from a day on to the next one's."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    valid_from = models.DateField(unique=True)
    no_show_cents = models.PositiveIntegerField(default=0)
    late_cents = models.PositiveIntegerField(default=0)
    free_times = models.PositiveSmallIntegerField(default=0)
    tells = models.BooleanField(default=False)
    spared = ArrayField(models.UUIDField(), default=list)
    set_by = models.CharField(max_length=120)

    class Meta:
        db_table = "outreach_missed_policy"


class Missed(models.Model):
    """A visit that was missed or cancelled late, and what became of its fee."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    appointment = models.OneToOneField("scheduling.Appointment", on_delete=models.PROTECT, related_name="+")
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    policy = models.ForeignKey(MissedPolicy, on_delete=models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=12)
    at = models.DateTimeField()
    before = models.PositiveSmallIntegerField()
    fee_cents = models.PositiveIntegerField(default=0)
    fee_state = models.CharField(max_length=8, choices=[(one.value, one.value) for one in FeeState])
    charge_kind = models.CharField(max_length=24, blank=True, default="")
    charge_id = models.UUIDField(null=True)
    why = models.CharField(max_length=200, blank=True, default="")
    decided_by = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        db_table = "outreach_missed"
        indexes = [models.Index(fields=["patient", "-at"], name="missed_of_patient")]
