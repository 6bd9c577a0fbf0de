"""The telephone log, what was written about a call, what was promised, and the office's own lists."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateTimeRangeField, RangeBoundary, RangeOperators
from django.db import models

from medoffice.front_office.calls.types import EventKind
from medoffice.kernel.ids import new_id


class Call(models.Model):
    """A call as it was taken. Without an end it is still open.

    ``outcome`` is in words, ``outcome_key`` its key in the office's list; ``source`` says how it came if not by
    telephone.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=16, unique=True)
    kind = models.CharField(max_length=24)
    caller = models.CharField(max_length=120)
    relation = models.CharField(max_length=40, blank=True, default="")
    phone = models.CharField(max_length=24, blank=True, default="")
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, null=True, related_name="+")
    identity_checked = models.CharField(max_length=80, blank=True, default="")
    reason = models.TextField()
    urgent = models.BooleanField(default=False)
    outcome = models.CharField(max_length=240, blank=True, default="")
    outcome_key = models.CharField(max_length=24, blank=True, default="")
    taken_by = models.CharField(max_length=120)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    callback = models.CharField(max_length=24, blank=True, default="")
    best_time = models.CharField(max_length=60, blank=True, default="")
    due_at = models.DateTimeField(null=True)
    touched_at = models.DateTimeField(null=True)
    red_flags = ArrayField(models.CharField(max_length=24), default=list)
    in_chart = models.BooleanField(default=True)
    told = models.CharField(max_length=120, blank=True, default="")
    read_back = models.BooleanField(default=False)
    with_call = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="bundle")
    cause = models.CharField(max_length=24, blank=True, default="")
    because_kind = models.CharField(max_length=40, blank=True, default="")
    because_id = models.UUIDField(null=True)
    source = models.CharField(max_length=24, blank=True, default="")

    class Meta:
        db_table = "call"
        indexes = [
            models.Index(fields=["-started_at"], name="call_latest"),
            models.Index(fields=["started_at"], name="call_open", condition=models.Q(ended_at=None)),
            models.Index(fields=["patient", "-started_at"], name="call_by_patient"),
        ]


class CallEvent(models.Model):
    """Something written about a call; append-only. ``detail``: to whom an emergency went, or how a nurse decided."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(max_length=16, choices=[(kind.value, kind.value) for kind in EventKind])
    words = models.TextField()
    detail = models.JSONField(default=dict)
    by = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        db_table = "call_event"
        indexes = [models.Index(fields=["call", "at"], name="call_event_of_call")]


class Promise(models.Model):
    """What was promised on a call, to whom, by when; done or not."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="promises")
    words = models.CharField(max_length=200)
    to = models.CharField(max_length=120)
    due_at = models.DateTimeField()
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    done_by = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        db_table = "call_promise"
        constraints = [
            models.CheckConstraint(condition=models.Q(due_at__gt=models.F("made_at")), name="promise_is_ahead")
        ]
        indexes = [
            models.Index(fields=["call"], name="promise_of_call"),
            models.Index(fields=["due_at"], name="promise_due"),
        ]


class ListEntry(models.Model):
    """What the office changed in a list of the telephone: an entry of its own, or one that ships, changed, retired."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    which = models.CharField(max_length=16)
    key = models.CharField(max_length=24)
    entry = models.JSONField(default=dict)
    retired = models.BooleanField(default=False)
    changed_by = models.CharField(max_length=120)
    changed_at = models.DateTimeField()

    class Meta:
        db_table = "call_list_entry"
        constraints = [models.UniqueConstraint(fields=["which", "key"], name="list_entry_once")]


class PhoneDoor(models.Model):
    """The telephone system's door: one row. Its secret is sealed with the office's key; blank closes the door."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    secret = models.BinaryField()
    set_by = models.CharField(max_length=120)
    set_at = models.DateTimeField()

    class Meta:
        db_table = "call_phone_door"
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_phone_door")]


class Ring(models.Model):
    """A ring that the telephone system told of, once by its own number for it; ``call`` is what became of it.

    ``seen_to``: nobody answered it in time, and it was looked whether somebody must call back.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.CharField(max_length=80, unique=True)
    phone = models.CharField(max_length=24)
    line = models.CharField(max_length=24, blank=True, default="")
    rang_at = models.DateTimeField()
    call = models.ForeignKey(Call, on_delete=models.PROTECT, null=True, related_name="+")
    seen_to = models.BooleanField(default=False)

    class Meta:
        db_table = "call_ring"
        indexes = [models.Index(fields=["-rang_at"], name="ring_latest", condition=models.Q(call=None))]


class TsTzRange(models.Func):
    """From one instant up to another."""

    function = "TSTZRANGE"
    output_field = DateTimeRangeField()


class OnCall(models.Model):
    """Who is on call from when until when, and the number that reaches them; never two at a time."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    staff = models.ForeignKey("practice.Staff", on_delete=models.PROTECT, related_name="+")
    phone = models.CharField(max_length=24)
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    set_by = models.CharField(max_length=120)

    class Meta:
        db_table = "call_on_call"
        constraints = [
            models.CheckConstraint(condition=models.Q(ends__gt=models.F("starts")), name="on_call_ends_later"),
            ExclusionConstraint(
                name="one_person_on_call",
                expressions=[(TsTzRange("starts", "ends", RangeBoundary()), RangeOperators.OVERLAPS)],
            ),
        ]


class HandOff(models.Model):
    """What whoever was on call handed to the next, and how they read it back; without that it is not handed over."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    to = models.ForeignKey("security.User", on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    calls = ArrayField(models.UUIDField(), default=list)
    by = models.CharField(max_length=120)
    at = models.DateTimeField()
    read_back = models.TextField(blank=True, default="")
    accepted_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "call_hand_off"


class MessageFile(models.Model):
    """Messages of the answering service as they were brought in: how many became calls, were here, could not be read.

    ``errors`` are (line, words) without anything of what was written there.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=120)
    taken = models.PositiveIntegerField()
    known = models.PositiveIntegerField()
    errors = models.JSONField(default=list)
    by = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        db_table = "call_message_file"


class Message(models.Model):
    """A message of the answering service by the hash of its words, so that the same one is taken once."""

    key = models.CharField(max_length=64, primary_key=True)
    file = models.ForeignKey(MessageFile, on_delete=models.PROTECT, related_name="messages")
    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "call_message"
