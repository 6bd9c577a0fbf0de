"""Tables of rights: amendments and restrictions that were asked for and answered; the notice, and who was given it."""

from django.db import models

from medoffice.kernel.ids import new_id
from medoffice.kernel.models import Versioned
from medoffice.records.rights.types import Answer, Asker, LineKind, Named, Receipt, Standing


class Amendment(Versioned):
    """A request that something in the chart be amended. Of the item only its kind and id: it stays as it is."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=16, unique=True)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    item_kind = models.CharField(max_length=30)
    item_id = models.UUIDField()
    about_id = models.UUIDField(null=True)
    item_title = models.CharField(max_length=200)
    item_on = models.DateField(null=True)
    wrong = models.CharField(max_length=2000)
    right = models.CharField(max_length=2000, blank=True, default="")
    asker = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Asker])
    asker_name = models.CharField(max_length=120, blank=True, default="")
    identity = models.CharField(max_length=200)
    came_on = models.DateField()
    due_on = models.DateField()
    extended_why = models.CharField(max_length=200, blank=True, default="")
    answer = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Answer], default=Answer.OPEN)
    statement = models.CharField(max_length=2000, blank=True, default="")
    tell = models.CharField(max_length=1000, blank=True, default="")
    ground = models.CharField(max_length=20, blank=True, default="")
    answered_why = models.CharField(max_length=1000, blank=True, default="")
    answered_by = models.CharField(max_length=120, blank=True, default="")
    answered_at = models.DateTimeField(null=True)
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "amendment"
        indexes = [
            models.Index(fields=["item_id"], name="amendment_by_item"),
            models.Index(fields=["patient", "-made_at"], name="amendment_by_patient"),
            models.Index(fields=["due_on"], name="amendment_open", condition=models.Q(answer="open")),
        ]


class AmendmentLine(models.Model):
    """What was said after the answer: by the patient, by the office, or that somebody was told. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    amendment = models.ForeignKey(Amendment, on_delete=models.PROTECT, related_name="lines")
    kind = models.CharField(max_length=10, choices=[(one.value, one.value) for one in LineKind])
    words = models.CharField(max_length=2000)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "amendment_line"
        indexes = [models.Index(fields=["amendment", "id"], name="amendment_said")]


class Restriction(Versioned):
    """A request not to tell something to somebody; while it is agreed, nothing goes there."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=16, unique=True)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    to_name = models.CharField(max_length=120)
    named = models.CharField(
        max_length=8, choices=[(one.value, one.value) for one in Named], default=Named.WORDS, db_default=Named.WORDS
    )
    what = models.CharField(max_length=300)
    why = models.CharField(max_length=300, blank=True, default="")
    identity = models.CharField(max_length=200)
    came_on = models.DateField()
    standing = models.CharField(
        max_length=10, choices=[(one.value, one.value) for one in Standing], default=Standing.OPEN
    )
    answered_why = models.CharField(max_length=300, blank=True, default="")
    answered_by = models.CharField(max_length=120, blank=True, default="")
    answered_at = models.DateTimeField(null=True)
    ended_why = models.CharField(max_length=300, blank=True, default="")
    ended_by = models.CharField(max_length=120, blank=True, default="")
    ended_at = models.DateTimeField(null=True)
    lifted_until = models.DateTimeField(null=True)
    lifted_why = models.CharField(max_length=300, blank=True, default="")
    lifted_by = models.CharField(max_length=120, blank=True, default="")
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "restriction"
        indexes = [
            models.Index(fields=["patient", "-made_at"], name="restriction_by_patient"),
            models.Index(fields=["made_at"], name="restriction_open", condition=models.Q(standing="open")),
        ]


class PrivacyNotice(models.Model):
    """A version of the office's notice of privacy practices. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    version = models.PositiveSmallIntegerField(unique=True)
    effective_on = models.DateField()
    text = models.TextField()
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "privacy_notice"


class NoticeReceipt(models.Model):
    """A patient was given a version of the notice, and signed that they were, or why not. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    notice = models.ForeignKey(PrivacyNotice, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Receipt])
    signed_by = models.CharField(max_length=120, blank=True, default="")
    why = models.CharField(max_length=300, blank=True, default="")
    on = models.DateField()
    noted_by = models.CharField(max_length=120)
    noted_at = models.DateTimeField()

    class Meta:
        db_table = "notice_receipt"
        indexes = [models.Index(fields=["patient", "-id"], name="notice_by_patient")]
        constraints = [
            models.CheckConstraint(
                condition=(models.Q(outcome="signed") & ~models.Q(signed_by=""))
                | (~models.Q(outcome="signed") & ~models.Q(why="")),
                name="a_receipt_says_who_or_why",
            )
        ]
