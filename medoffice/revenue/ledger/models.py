"""Tables of the general ledger. The database balances entries at commit and never lets one change."""

from django.db import models

from medoffice.kernel.ids import new_id
from medoffice.revenue.ledger.types import Account


class JournalEntry(models.Model):
    """A posted entry. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=16, unique=True)
    date = models.DateField()
    posted_at = models.DateTimeField()
    words = models.CharField(max_length=300)
    cause_kind = models.CharField(max_length=40)
    cause_id = models.UUIDField()
    by = models.CharField(max_length=120)
    reverses = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="reversed_by")

    class Meta:
        db_table = "journal_entry"
        indexes = [
            models.Index(fields=["date", "id"], name="entry_by_date"),
            models.Index(fields=["cause_kind", "cause_id"], name="entry_by_cause"),
        ]


class JournalLine(models.Model):
    """One side of an entry. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    entry = models.ForeignKey(JournalEntry, on_delete=models.PROTECT, related_name="lines")
    account = models.CharField(max_length=4, choices=[(a.value, a.value) for a in Account])
    debit_cents = models.BigIntegerField(default=0)
    credit_cents = models.BigIntegerField(default=0)
    patient_id = models.UUIDField(null=True)
    payer_id = models.UUIDField(null=True)
    memo = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        db_table = "journal_line"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(debit_cents__gt=0, credit_cents=0) | models.Q(debit_cents=0, credit_cents__gt=0),
                name="line_on_one_side",
            )
        ]
        indexes = [
            models.Index(fields=["account", "entry"], name="line_by_account"),
            models.Index(fields=["patient_id", "account"], name="line_by_patient"),
        ]


class PeriodClose(models.Model):
    """Everything dated up to here is closed. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    through = models.DateField()
    closed_at = models.DateTimeField()
    closed_by = models.CharField(max_length=120)

    class Meta:
        db_table = "period_close"
