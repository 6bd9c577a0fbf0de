"""Tables of remittances: the payment advice, its decisions by claim and line, its provider adjustments."""

from django.db import models

from medoffice.kernel.ids import new_id
from medoffice.kernel.models import Versioned
from medoffice.revenue.claims.models.claim import Claim, ClaimLine
from medoffice.revenue.claims.models.wire import InboundFile
from medoffice.revenue.claims.types import Answer, FileState, Part


class Remittance(Versioned):
    """One ST of an 835. The same payment (payer, trace, date, amount) is posted once, in whatever file (P1)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    file = models.ForeignKey(InboundFile, on_delete=models.PROTECT, related_name="remittances")
    place = models.PositiveSmallIntegerField()
    payer = models.ForeignKey("practice.Payer", on_delete=models.PROTECT, null=True, related_name="+")
    payer_name = models.CharField(max_length=120)
    trace = models.CharField(max_length=50)
    date = models.DateField()
    amount_cents = models.BigIntegerField()
    method = models.CharField(max_length=3)
    state = models.CharField(max_length=12, choices=[(s.value, s.value) for s in FileState])
    findings = models.JSONField(default=list)
    posted_at = models.DateTimeField(null=True)
    returned_why = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        db_table = "remittance"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(posted_at__isnull=True) | ~models.Q(state=FileState.RETURNED),
                name="returned_is_not_posted",
            ),
            models.UniqueConstraint(
                fields=["payer_name", "trace", "date", "amount_cents"],
                condition=models.Q(posted_at__isnull=False),
                name="payment_posted_once",
            ),
        ]
        indexes = [
            models.Index(fields=["-date"], name="remittance_latest"),
            models.Index(
                fields=["date", "id"], name="remittance_aside", condition=models.Q(state=FileState.QUARANTINED)
            ),
        ]


class Decision(models.Model):
    """What a payer decided about one claim (CLP), as posted. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    remittance = models.ForeignKey(Remittance, on_delete=models.PROTECT, related_name="decisions")
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="decisions")
    status = models.CharField(max_length=2)
    payer_claim_number = models.CharField(max_length=60, blank=True, default="")
    charge_cents = models.BigIntegerField()
    paid_cents = models.BigIntegerField()
    patient_cents = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        db_table = "remit_decision"
        indexes = [models.Index(fields=["claim", "id"], name="decisions_of_claim")]


class DecisionLine(models.Model):
    """The decision about one line; ``reasons`` is [[group, CARC, cents], ...] as sent. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="lines")
    line = models.ForeignKey(ClaimLine, on_delete=models.PROTECT, related_name="+")
    charge_cents = models.BigIntegerField()
    paid_cents = models.BigIntegerField()
    reasons = models.JSONField(default=list)
    remarks = models.JSONField(default=list)

    class Meta:
        db_table = "remit_decision_line"


class ProviderAdjustment(models.Model):
    """Money moved outside any claim (PLB), as posted. A positive amount reduced the payment. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    remittance = models.ForeignKey(Remittance, on_delete=models.PROTECT, related_name="provider_adjustments")
    reason = models.CharField(max_length=2)
    reference = models.CharField(max_length=60, blank=True, default="")
    amount_cents = models.BigIntegerField()

    class Meta:
        db_table = "remit_provider_adjustment"


class RemitChoice(models.Model):
    """What a person said about a part of a payment set aside; it may be said anew until the payment is posted."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    remittance = models.ForeignKey(Remittance, on_delete=models.PROTECT, related_name="choices")
    part = models.CharField(max_length=10, choices=[(p.value, p.value) for p in Part])
    claim_place = models.PositiveSmallIntegerField()
    place = models.PositiveSmallIntegerField(default=0)
    answer = models.CharField(max_length=10, choices=[(a.value, a.value) for a in Answer])
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, null=True, related_name="+")
    line = models.ForeignKey(ClaimLine, on_delete=models.PROTECT, null=True, related_name="+")
    by = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        db_table = "remit_choice"
        constraints = [
            models.UniqueConstraint(fields=["remittance", "part", "claim_place", "place"], name="said_once"),
            models.CheckConstraint(
                condition=models.Q(answer=Answer.CLAIM, claim__isnull=False, line__isnull=True)
                | models.Q(answer=Answer.LINE, claim__isnull=True, line__isnull=False)
                | models.Q(
                    answer__in=[Answer.NOT_OURS, Answer.SPREAD, Answer.LATER], claim__isnull=True, line__isnull=True
                ),
                name="answer_names_its_thing",
            ),
        ]


class NotOurs(models.Model):
    """Money of a payment that a person found not to be this office's, or a claim of it that could not be read and is
    posted later (``unread``), as posted. Append-only.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    remittance = models.ForeignKey(Remittance, on_delete=models.PROTECT, related_name="not_ours")
    theirs = models.CharField(max_length=60, blank=True, default="")
    status = models.CharField(max_length=2)
    amount_cents = models.BigIntegerField()
    unread = models.BooleanField(default=False, db_default=False)
    by = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        db_table = "remit_not_ours"


class Settlement(models.Model):
    """How a person settled what a decision left open of a line. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    line = models.ForeignKey(DecisionLine, on_delete=models.PROTECT, related_name="settlements")
    way = models.CharField(max_length=24)
    cents = models.BigIntegerField()
    why = models.CharField(max_length=200)
    by = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        db_table = "claim_settlement"
