"""Tables of letters: the letter, each time it went, and what became of that."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from medoffice.front_office.letters.types.letters import LetterState, SendingState, Way
from medoffice.kernel.ids import new_id
from medoffice.kernel.models import Versioned


class Merge(models.Model):
    """Letters or postcards to a list, written and printed in one act: one file. The same key is the same mailing.

    Append-only.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.UUIDField(unique=True)
    template_key = models.SlugField()
    title = models.CharField(max_length=120)
    source = models.CharField(max_length=80)
    count = models.PositiveIntegerField()
    left_out = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    card = models.BooleanField(default=False, db_default=False)
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "letter_merge"
        indexes = [models.Index(fields=["-made_at"], name="merge_latest")]


class TakenOff(models.Model):
    """Somebody whom a person took off a mailing before it was printed, and why. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    merge = models.ForeignKey(Merge, on_delete=models.PROTECT, related_name="taken_off")
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    why = models.CharField(max_length=200)

    class Meta:
        db_table = "letter_merge_taken_off"


class Letter(Versioned):
    """A letter about a patient. Its body is that of the template's version; words of its own are kept in ``words``.

    ``plain_of``: the letter it says in plain words, at its ``plain_version``.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=16, unique=True)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    encounter = models.ForeignKey(
        "encounters.Encounter", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    site = models.ForeignKey("practice.Site", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    template_key = models.SlugField()
    template_version = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=8)
    title = models.CharField(max_length=120)
    body = models.TextField()
    given = models.JSONField(default=dict, blank=True)
    words = models.TextField(blank=True, default="")
    to = models.CharField(max_length=8)
    to_name = models.CharField(max_length=120, blank=True, default="")
    to_lines = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    to_fax = models.CharField(max_length=24, blank=True, default="")
    purpose = models.CharField(max_length=20)
    why = models.CharField(max_length=200, blank=True, default="")
    signed = models.BooleanField()
    signer = models.ForeignKey("practice.Staff", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    signed_by = models.CharField(max_length=160, blank=True, default="")
    signed_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=[(one.value, one.value) for one in LetterState])
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    merge = models.ForeignKey(Merge, on_delete=models.PROTECT, null=True, blank=True, related_name="letters")
    plain_of = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="plain_copies")
    plain_version = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        db_table = "letter"
        indexes = [
            models.Index(fields=["patient", "-made_at"], name="letter_by_patient"),
            models.Index(fields=["-made_at"], name="letter_open", condition=~models.Q(state__in=["sent", "withdrawn"])),
        ]


class Sending(models.Model):
    """A letter went: the pages as they went (in the file store), by which way, to whom. Append-only.

    ``first`` is the page of the file at which it begins: letters to a list stand in one file.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="sendings")
    way = models.CharField(max_length=5, choices=[(one.value, one.value) for one in Way])
    to_name = models.CharField(max_length=120)
    to_address = models.CharField(max_length=254)
    sha256 = models.CharField(max_length=64)
    first = models.PositiveIntegerField(default=1)
    pages = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "letter_sending"


class SendingEvent(models.Model):
    """What became of a sending; the words are the proof. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    sending = models.ForeignKey(Sending, on_delete=models.PROTECT, related_name="events")
    state = models.CharField(max_length=10, choices=[(one.value, one.value) for one in SendingState])
    words = models.CharField(max_length=200, blank=True, default="")
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "letter_sending_event"
        indexes = [models.Index(fields=["sending"], name="event_of_sending")]
