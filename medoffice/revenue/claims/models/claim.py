"""Tables of claims: the claim, its lines, its story."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from medoffice.kernel.ids import new_id
from medoffice.revenue.claims.models.wire import OutboundFile
from medoffice.revenue.claims.types import ClaimState


class Claim(models.Model):
    """A claim to one payer under one policy or one case, never both.

    A corrected or void claim is a new row that names the one it replaces.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=20, unique=True)
    encounter = models.ForeignKey("encounters.Encounter", on_delete=models.PROTECT, related_name="+")
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    coverage = models.ForeignKey("coverage.Policy", on_delete=models.PROTECT, null=True, related_name="+")
    case = models.ForeignKey("coverage.Case", on_delete=models.PROTECT, null=True, related_name="+")
    payer = models.ForeignKey("practice.Payer", on_delete=models.PROTECT, related_name="+")
    order = models.PositiveSmallIntegerField()
    frequency = models.CharField(max_length=1, default="1")
    replaces = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in ClaimState])
    date = models.DateField()
    amount_cents = models.BigIntegerField()
    paid_cents = models.BigIntegerField(default=0)
    patient_share_cents = models.BigIntegerField(default=0)
    payer_claim_number = models.CharField(max_length=60, blank=True, default="")
    findings = models.JSONField(default=list)
    file = models.ForeignKey(OutboundFile, on_delete=models.PROTECT, null=True, related_name="claims")
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "claim"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(coverage=None, case__isnull=False) | models.Q(coverage__isnull=False, case=None),
                name="claim_rests_on_a_policy_or_a_case",
            )
        ]
        indexes = [
            models.Index(fields=["state", "date"], name="claim_by_state"),
            models.Index(fields=["encounter"], name="claim_by_visit"),
            models.Index(fields=["patient", "-date"], name="claim_by_patient"),
            models.Index(fields=["payer", "-date"], name="claim_by_payer"),
        ]


class ClaimLine(models.Model):
    """A line of a claim; a fee to a patient has no code and can be none."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="lines")
    line = models.PositiveSmallIntegerField()
    charge = models.ForeignKey("billing.Charge", on_delete=models.PROTECT, related_name="+")
    control = models.CharField(max_length=30, unique=True)
    code = models.CharField(max_length=5)
    modifiers = ArrayField(models.CharField(max_length=2), default=list, size=4)
    units = models.PositiveSmallIntegerField()
    pointers = ArrayField(models.PositiveSmallIntegerField(), size=4)
    amount_cents = models.BigIntegerField()

    class Meta:
        db_table = "claim_line"
        constraints = [
            models.UniqueConstraint(fields=["claim", "line"], name="claim_line_once"),
            models.CheckConstraint(condition=models.Q(code__gt=""), name="claim_line_is_no_fee"),
        ]


class ClaimEvent(models.Model):
    """One thing that happened to a claim. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="events")
    at = models.DateTimeField()
    words = models.CharField(max_length=300)
    by = models.CharField(max_length=120)
    tone = models.CharField(max_length=5, default="info")

    class Meta:
        db_table = "claim_event"
        indexes = [models.Index(fields=["claim", "id"], name="claim_story")]
