"""Tables of procedures: kinds, consents, time-outs, what was done, who is observed, how they were afterwards."""

from django.db import models

from medoffice.clinic.procedures.types import Consent, Line, Medicine
from medoffice.kernel.ids import new_id
from medoffice.kernel.models import Versioned


class ProcedureKind(Versioned):
    """What the office says of a kind of procedure, by the key of the service."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.SlugField(unique=True)
    name = models.CharField(max_length=80)
    consent = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Consent])
    time_out = models.BooleanField()
    second = models.BooleanField()
    observe = models.PositiveSmallIntegerField()
    medicine = models.CharField(max_length=4, choices=[(one.value, one.value) for one in Medicine])
    source = models.CharField(max_length=120, blank=True, default="")
    standing_by = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        db_table = "procedure_kind"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(second=False) | models.Q(time_out=True), name="a_second_stands_by_at_a_time_out"
            )
        ]


class OfOrder(models.Model):
    """What belongs to an order of a visit, who wrote it and when."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    order = models.ForeignKey("orders.Order", on_delete=models.PROTECT, related_name="+")
    encounter = models.ForeignKey("encounters.Encounter", on_delete=models.PROTECT, related_name="+")
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    by_id = models.UUIDField()

    class Meta:
        abstract = True


class ConsentTaken(OfOrder):
    """That a patient agreed to what was ordered; the latest of an order counts. Append-only."""

    how = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Consent])
    obtained_by = models.ForeignKey("practice.Staff", on_delete=models.PROTECT, related_name="+")
    obtained_at = models.DateTimeField()
    document = models.ForeignKey("documents.Document", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "procedure_consent"
        indexes = [models.Index(fields=["order", "id"], name="consent_of_order")]


class TimeOutRead(OfOrder):
    """A time-out as it was read, stopped ones too; the latest of an order counts. Append-only."""

    site = models.CharField(max_length=120, blank=True, default="")
    second = models.ForeignKey("practice.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    stopped = models.CharField(max_length=9, blank=True, default="", choices=[(one.value, one.value) for one in Line])
    words = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        db_table = "procedure_time_out"
        indexes = [models.Index(fields=["order", "id"], name="time_out_of_order")]
        constraints = [
            models.CheckConstraint(
                condition=(models.Q(stopped="") & ~models.Q(site="")) | (~models.Q(stopped="") & ~models.Q(words="")),
                name="a_time_out_is_whole_or_says_why_not",
            )
        ]


class ProcedureDone(OfOrder):
    """What was done for an order, as it was entered. ``at``: when; an entry is corrected by another. Append-only."""

    number = models.CharField(max_length=20)
    key = models.SlugField()
    name = models.CharField(max_length=80)
    time_out = models.ForeignKey(TimeOutRead, on_delete=models.PROTECT, null=True, related_name="+")
    what = models.CharField(max_length=500, blank=True, default="")
    site = models.CharField(max_length=120, blank=True, default="")
    medicine = models.CharField(max_length=120, blank=True, default="")
    ndc = models.CharField(max_length=13, blank=True, default="")
    lot = models.CharField(max_length=30, blank=True, default="")
    expires = models.DateField(null=True)
    dose = models.CharField(max_length=40, blank=True, default="")
    controlled = models.BooleanField(null=True)
    wasted = models.CharField(max_length=40, blank=True, default="")
    witness = models.ForeignKey("practice.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    doer = models.ForeignKey("practice.Staff", on_delete=models.PROTECT, related_name="+")
    supervisor = models.ForeignKey("practice.Staff", on_delete=models.PROTECT, related_name="+")
    complications = models.CharField(max_length=300, blank=True, default="")
    specimen = models.CharField(max_length=200, blank=True, default="")
    instead_of = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="later")
    why = models.CharField(max_length=200, blank=True, default="")
    struck = models.BooleanField(default=False)
    entered_at = models.DateTimeField()

    class Meta:
        db_table = "procedure_done"
        indexes = [models.Index(fields=["encounter"], name="procedure_at_visit")]
        constraints = [
            models.UniqueConstraint(
                fields=["order"], condition=models.Q(instead_of=None), name="an_order_is_done_once"
            ),
            models.CheckConstraint(
                condition=models.Q(instead_of=None, struck=False)
                | (models.Q(instead_of__isnull=False) & ~models.Q(why="")),
                name="a_corrected_procedure_says_why",
            ),
            models.CheckConstraint(
                condition=models.Q(wasted="") | models.Q(controlled=False) | models.Q(witness__isnull=False),
                name="controlled_waste_has_a_witness",
            ),
        ]


class Observed(models.Model):
    """Until when somebody is observed, if they are, and when that was ended; ``told_at``: work was made of it.

    Whoever corrects or looks holds this row alone: what was done never changes, so it cannot be held itself.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=20, unique=True)
    procedure = models.OneToOneField(ProcedureDone, on_delete=models.PROTECT, related_name="observed")
    until = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "procedure_observation"
        indexes = [models.Index(fields=["until"], name="observed_now", condition=models.Q(ended_at=None))]


class LookedAfter(models.Model):
    """How somebody was afterwards; the latest of a procedure counts. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    procedure = models.ForeignKey(ProcedureDone, on_delete=models.PROTECT, related_name="looks")
    how = models.CharField(max_length=200)
    leaves = models.BooleanField()
    reaction = models.CharField(max_length=200, blank=True, default="")
    why = models.CharField(max_length=200, blank=True, default="")
    until = models.DateTimeField(null=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    by_id = models.UUIDField()

    class Meta:
        db_table = "procedure_after"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(leaves=True, until=None) | models.Q(leaves=False, until__isnull=False),
                name="who_stays_is_looked_at_again",
            )
        ]
