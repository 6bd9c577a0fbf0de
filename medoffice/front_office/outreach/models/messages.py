"""Tables of messages: their story, what came back, who wants to be reached how, the way out, reminders."""

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from medoffice.front_office.outreach.types.messages import Channel, Detail, MessageState, Purpose
from medoffice.kernel.ids import new_id
from medoffice.kernel.models import Versioned


class Preference(Versioned):
    """How a patient wants to be reached; without a row, as they are on file."""

    patient = models.OneToOneField("patients.Patient", on_delete=models.PROTECT, primary_key=True, related_name="+")
    channel = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Channel])
    detail = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Detail])
    phone = models.CharField(max_length=24, blank=True, default="")
    email = models.EmailField(blank=True, default="")

    class Meta:
        db_table = "outreach_preference"


class Message(models.Model):
    """A message to a patient. Its ``key`` says what it is about: the same is never queued twice.

    ``said`` are the fields its text was filled with; ``to_key`` is the address as a reply names it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.CharField(max_length=120, unique=True)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Purpose])
    about_kind = models.CharField(max_length=24)
    about_id = models.UUIDField()
    channel = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Channel])
    to = models.CharField(max_length=254)
    to_key = models.CharField(max_length=254)
    detail = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Detail])
    said = models.JSONField(default=dict)
    language = models.CharField(max_length=8)
    subject = models.CharField(max_length=200)
    body = models.CharField(max_length=1000)
    state = models.CharField(max_length=10, choices=[(one.value, one.value) for one in MessageState])
    made_at = models.DateTimeField()
    not_before = models.DateTimeField()
    handed_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    why = models.CharField(max_length=200, blank=True, default="")
    answer = models.CharField(max_length=200, blank=True, default="")
    made_by = models.CharField(max_length=120)

    class Meta:
        db_table = "outreach_message"
        indexes = [
            models.Index(
                fields=["not_before", "id"], name="message_waits", condition=models.Q(state=MessageState.QUEUED)
            ),
            models.Index(fields=["handed_at"], name="message_untold", condition=models.Q(state=MessageState.HANDED)),
            models.Index(fields=["about_id"], name="message_about"),
            models.Index(fields=["patient", "-made_at"], name="message_of_patient"),
            models.Index(fields=["to_key", "-made_at"], name="message_to"),
            models.Index(fields=["-made_at"], name="message_latest"),
        ]


class MessageEvent(models.Model):
    """A line of a message's story; append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="events")
    state = models.CharField(max_length=10)
    words = models.CharField(max_length=200, blank=True, default="")
    by = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        db_table = "outreach_message_event"
        indexes = [models.Index(fields=["message", "id"], name="message_story")]


class Heard(models.Model):
    """Something a gateway told, by its own name for it; append-only. A reply keeps what was written, and from where."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=10)
    message = models.ForeignKey(Message, on_delete=models.PROTECT, null=True, related_name="+")
    sender = models.CharField(max_length=254, blank=True, default="")
    text = models.CharField(max_length=1000, blank=True, default="")
    read_as = models.CharField(max_length=8, blank=True, default="")
    at = models.DateTimeField()

    class Meta:
        db_table = "outreach_heard"


class Stopped(models.Model):
    """A telephone whose owner asked for no more texts, until they ask for them again."""

    digits = models.CharField(max_length=15, primary_key=True)
    since = models.DateTimeField()

    class Meta:
        db_table = "outreach_stopped"


class OwnText(models.Model):
    """A text as the office wrote it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    purpose = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Purpose])
    language = models.CharField(max_length=8)
    detail = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Detail])
    subject = models.CharField(max_length=200)
    body = models.CharField(max_length=600)
    changed_by = models.CharField(max_length=120)
    changed_at = models.DateTimeField()

    class Meta:
        db_table = "outreach_text"
        constraints = [models.UniqueConstraint(fields=["purpose", "language", "detail"], name="one_text_of_a_purpose")]


class ReminderRule(models.Model):
    """When patients are reminded. One that is no longer wanted ends; it is not deleted."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=60)
    days_before = models.PositiveSmallIntegerField()
    kinds = ArrayField(models.SlugField(), default=list)
    confirmed_too = models.BooleanField(default=False)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        db_table = "outreach_reminder_rule"
        constraints = [models.CheckConstraint(condition=models.Q(days_before__lte=30), name="reminds_within_a_month")]


class Settings(Versioned):
    """What the office decided about outreach; one row."""

    only = models.BooleanField(primary_key=True, default=True)
    gateway_on = models.BooleanField(default=False)
    quiet_from = models.TimeField()
    quiet_to = models.TimeField()
    hold_minutes = models.PositiveSmallIntegerField(
        default=30, validators=[MinValueValidator(5), MaxValueValidator(1440)]
    )

    class Meta:
        db_table = "outreach_settings"


class Door(models.Model):
    """How the way out stands; one row. After a failure nothing is tried before ``try_at``."""

    only = models.BooleanField(primary_key=True, default=True)
    failures = models.PositiveIntegerField(default=0)
    since = models.DateTimeField(null=True)
    why = models.CharField(max_length=200, blank=True, default="")
    try_at = models.DateTimeField(null=True)
    worked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "outreach_door"
