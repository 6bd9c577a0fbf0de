"""Tables of billing: dated fees, charges, the events of patient accounts, receipts, statements."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from medoffice.kernel.ids import new_id
from medoffice.revenue.billing.types import EventKind, Method


class Fee(models.Model):
    """The office's fee for a service code, dated."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.CharField(max_length=5)
    cents = models.BigIntegerField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        db_table = "billing_fee"
        constraints = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="fee_once_a_date"),
            models.CheckConstraint(condition=models.Q(cents__gt=0), name="fee_positive"),
        ]


class Charge(models.Model):
    """A service line in money, or a fee for a missed visit. Append-only: what becomes of it are account events.

    A service names its encounter; a fee names the appointment that was missed, has no code, and is never a payer's.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=16, unique=True)
    encounter = models.ForeignKey("encounters.Encounter", on_delete=models.PROTECT, null=True, related_name="+")
    appointment = models.OneToOneField("scheduling.Appointment", on_delete=models.PROTECT, null=True, related_name="+")
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    provider = models.ForeignKey("practice.Staff", on_delete=models.PROTECT, related_name="+")
    site = models.ForeignKey("practice.Site", on_delete=models.PROTECT, related_name="+")
    coded_service = models.OneToOneField("coding.CodedService", on_delete=models.PROTECT, null=True, related_name="+")
    date = models.DateField()
    code = models.CharField(max_length=5, blank=True, default="")
    words = models.CharField(max_length=120)
    modifiers = ArrayField(models.CharField(max_length=2), default=list, size=4)
    units = models.PositiveSmallIntegerField()
    amount_cents = models.BigIntegerField()
    captured_at = models.DateTimeField()

    class Meta:
        db_table = "charge"
        constraints = [
            models.CheckConstraint(condition=models.Q(amount_cents__gt=0), name="charge_positive"),
            models.CheckConstraint(
                condition=models.Q(
                    encounter__isnull=False, coded_service__isnull=False, appointment__isnull=True, code__gt=""
                )
                | models.Q(encounter__isnull=True, coded_service__isnull=True, appointment__isnull=False, code=""),
                name="charge_is_service_or_fee",
            ),
        ]
        indexes = [
            models.Index(fields=["encounter"], name="charge_by_visit"),
            models.Index(fields=["patient", "date"], name="charge_by_patient"),
        ]


class AccountEvent(models.Model):
    """One event of a patient's account. Append-only; balances are sums."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=16, choices=[(k.value, k.value) for k in EventKind])
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    charge = models.ForeignKey(Charge, on_delete=models.PROTECT, null=True, related_name="events")
    payer = models.ForeignKey("practice.Payer", on_delete=models.PROTECT, null=True, related_name="+")
    entry = models.ForeignKey("ledger.JournalEntry", on_delete=models.PROTECT, related_name="+")
    date = models.DateField()
    at = models.DateTimeField()
    words = models.CharField(max_length=300)
    insurance_cents = models.BigIntegerField(default=0)
    patient_cents = models.BigIntegerField(default=0)
    unapplied_cents = models.BigIntegerField(default=0)
    by = models.CharField(max_length=120)
    cause_kind = models.CharField(max_length=40)
    cause_id = models.UUIDField()
    shares = models.JSONField(default=list)

    class Meta:
        db_table = "account_event"
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(insurance_cents=0, patient_cents=0, unapplied_cents=0), name="event_moves_money"
            ),
            models.CheckConstraint(
                condition=~models.Q(kind__in=[EventKind.FEE, EventKind.FEE_BACK])
                | models.Q(insurance_cents=0, payer__isnull=True),
                name="fee_is_no_payers",
            ),
        ]
        indexes = [
            models.Index(fields=["patient", "id"], name="event_by_patient"),
            models.Index(fields=["charge"], name="event_by_charge"),
            models.Index(fields=["date"], name="event_by_date"),
            models.Index(fields=["cause_kind", "cause_id"], name="event_by_cause"),
        ]


class Receipt(models.Model):
    """Money taken from a patient. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=16, unique=True)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    encounter = models.ForeignKey("encounters.Encounter", on_delete=models.PROTECT, null=True, related_name="+")
    method = models.CharField(max_length=6, choices=[(m.value, m.value) for m in Method])
    amount_cents = models.BigIntegerField()
    copay = models.BooleanField(default=False)
    date = models.DateField()
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "receipt"
        constraints = [models.CheckConstraint(condition=models.Q(amount_cents__gt=0), name="receipt_positive")]
        indexes = [models.Index(fields=["date", "method"], name="receipt_by_day")]


class TakenBack(models.Model):
    """A receipt that was wrong: the payment is reversed, the receipt stays. Append-only."""

    receipt = models.OneToOneField(Receipt, on_delete=models.PROTECT, primary_key=True, related_name="taken_back")
    why = models.CharField(max_length=200)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "receipt_taken_back"


class Refund(models.Model):
    """Money given back to a patient. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=16, unique=True)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    method = models.CharField(max_length=6, choices=[(m.value, m.value) for m in Method])
    amount_cents = models.BigIntegerField()
    why = models.CharField(max_length=200)
    date = models.DateField()
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "refund"
        constraints = [models.CheckConstraint(condition=models.Q(amount_cents__gt=0), name="refund_positive")]
        indexes = [models.Index(fields=["date", "method"], name="refund_by_day")]


class Statement(models.Model):
    """A statement as it was made: the PDF is in the file store. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=16, unique=True)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    amount_cents = models.BigIntegerField()
    sha256 = models.CharField(max_length=64)
    findings = models.JSONField(default=list)
    charge_ids = ArrayField(models.UUIDField(), default=list)
    date = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=120)

    class Meta:
        db_table = "statement"
        indexes = [models.Index(fields=["patient", "-made_at"], name="statement_by_patient")]
