"""Tables of referrals: outside providers, referrals, their stories, and when each step is due."""

from django.db import models

from medoffice.front_office.referrals.types import Direction, Priority, State
from medoffice.kernel.ids import new_id
from medoffice.kernel.models import Versioned


class Performer(Versioned):
    """Somebody outside whom patients are sent to, or who sends them here."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=120)
    practice = models.CharField(max_length=120, blank=True, default="")
    specialty = models.CharField(max_length=80)
    npi = models.CharField(max_length=10, blank=True, default="")
    phone = models.CharField(max_length=24, blank=True, default="")
    fax = models.CharField(max_length=24, blank=True, default="")
    line1 = models.CharField(max_length=120, blank=True, default="")
    line2 = models.CharField(max_length=120, blank=True, default="")
    city = models.CharField(max_length=60, blank=True, default="")
    state = models.CharField(max_length=2, blank=True, default="")
    zip = models.CharField(max_length=9, blank=True, default="")
    used = models.BooleanField(default=True)

    class Meta:
        db_table = "referral_performer"
        constraints = [
            models.UniqueConstraint(fields=["npi"], condition=~models.Q(npi=""), name="one_performer_of_an_npi")
        ]


class Referral(models.Model):
    """A referral; what it asks never changes once it went. ``due_on`` is the day of its next step."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=16, unique=True)
    direction = models.CharField(max_length=3, choices=[(one.value, one.value) for one in Direction])
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    encounter = models.ForeignKey("encounters.Encounter", on_delete=models.PROTECT, null=True, related_name="+")
    performer = models.ForeignKey(Performer, on_delete=models.PROTECT, related_name="+")
    requester = models.ForeignKey("practice.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    diagnosis = models.CharField(max_length=300)
    question = models.TextField()
    priority = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Priority])
    authorization = models.CharField(max_length=40, blank=True, default="")
    state = models.CharField(max_length=16, choices=[(one.value, one.value) for one in State])
    state_since = models.DateTimeField()
    due_on = models.DateField(null=True)
    quiet_until = models.DateField(null=True)
    visit_on = models.DateField(null=True)
    letter = models.ForeignKey("letters.Letter", on_delete=models.PROTECT, null=True, related_name="+")
    report = models.ForeignKey("documents.Document", on_delete=models.PROTECT, null=True, related_name="+")
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "referral"
        indexes = [
            models.Index(fields=["patient", "-made_at"], name="referral_by_patient"),
            models.Index(fields=["due_on"], name="referral_open", condition=~models.Q(state="closed")),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="closed") ^ models.Q(due_on__isnull=False), name="what_is_open_is_due"
            )
        ]


class ReferralEvent(models.Model):
    """A line of a referral's story. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="events")
    what = models.CharField(max_length=24)
    words = models.CharField(max_length=300, blank=True, default="")
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "referral_event"
        indexes = [models.Index(fields=["referral", "id"], name="event_of_referral")]


class Pace(models.Model):
    """In how many days each step is due, from a day on, as the office has decided. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    priority = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Priority])
    since = models.DateField()
    send = models.PositiveSmallIntegerField()
    acknowledge = models.PositiveSmallIntegerField()
    schedule = models.PositiveSmallIntegerField()
    report = models.PositiveSmallIntegerField()
    review = models.PositiveSmallIntegerField()
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "referral_pace"
