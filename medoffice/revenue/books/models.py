"""Tables of the books: deposits, and the results of the nightly proof."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from medoffice.kernel.ids import new_id


class Deposit(models.Model):
    """Money that went to the bank. Append-only. ``of`` are the payers' payments in it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=16, unique=True)
    kind = models.CharField(max_length=10)
    date = models.DateField()
    amount_cents = models.BigIntegerField()
    items = models.PositiveIntegerField()
    of = ArrayField(models.UUIDField(), default=list)
    entry = models.ForeignKey("ledger.JournalEntry", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=120)

    class Meta:
        db_table = "deposit"
        indexes = [models.Index(fields=["-date"], name="deposit_latest")]


class ProofResult(models.Model):
    """What the nightly proof found. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    at = models.DateTimeField()
    key = models.CharField(max_length=40)
    says = models.CharField(max_length=200)
    ok = models.BooleanField()
    found = models.CharField(max_length=300)

    class Meta:
        db_table = "proof_result"
        indexes = [models.Index(fields=["-at"], name="proof_latest")]
