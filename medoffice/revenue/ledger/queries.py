"""Reads of the general ledger."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Count, Max, QuerySet, Sum

from medoffice.kernel.money import Money
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref
from medoffice.revenue.ledger import models
from medoffice.revenue.ledger.types import Account, AccountBalance, Entry, Line


def balances(as_of: date | None = None) -> list[AccountBalance]:
    """Every account with its sums up to a date (inclusive), or to date. At most two queries."""
    rows = models.JournalLine.objects.all()
    if as_of and models.JournalEntry.objects.filter(date__gt=as_of).exists():
        rows = rows.filter(entry__date__lte=as_of)
    sums = {
        row["account"]: (row["d"], row["c"])
        for row in rows.values("account").annotate(d=Sum("debit_cents"), c=Sum("credit_cents"))
    }
    found = []
    for account in Account:
        debits, credits_ = sums.get(account.value, (0, 0))
        total = Money(debits - credits_)
        found.append(AccountBalance(account, account.says, Money(debits), Money(credits_), total))
    return found


def moved_on(accounts: Iterable[Account], on: date) -> Money:
    """Debits less credits of these accounts by the entries of a date. One query."""
    return _sum(models.JournalLine.objects.filter(account__in=list(accounts), entry__date=on))


def balance(account: Account, as_of: date | None = None) -> Money:
    """Debits less credits of an account. One query."""
    rows = models.JournalLine.objects.filter(account=account)
    return _sum(rows.filter(entry__date__lte=as_of) if as_of else rows)


def patient_sum(account: Account, patient_id: UUID) -> Money:
    """Debits less credits of one patient in an account. One query."""
    return _sum(models.JournalLine.objects.filter(account=account, patient_id=patient_id))


def sum_caused(accounts: Iterable[Account], cause_kinds: Iterable[str]) -> Money:
    """Debits less credits of these accounts by entries that things of these kinds caused. One query."""
    kinds = list(cause_kinds)
    return _sum(models.JournalLine.objects.filter(account__in=list(accounts), entry__cause_kind__in=kinds))


def reversal_of(entry_id: UUID) -> UUID | None:
    """The entry that reverses this one. One query."""
    return models.JournalEntry.objects.filter(reverses_id=entry_id).values_list("id", flat=True).first()


def entry(entry_id: UUID) -> Entry:
    """An entry with its lines. Raises NotFound. Two queries."""
    row = models.JournalEntry.objects.prefetch_related("lines").filter(id=entry_id).first()
    if row is None:
        raise NotFound
    return to_entry(row)


def entries_for(cause: Ref) -> list[Entry]:
    """The entries something caused, in order. Two queries."""
    rows = models.JournalEntry.objects.prefetch_related("lines").filter(cause_kind=cause.kind, cause_id=cause.id)
    return [to_entry(row) for row in rows.order_by("id")]


def entry_numbered(number: str) -> UUID | None:
    """The entry with this number."""
    return models.JournalEntry.objects.filter(number=number).values_list("id", flat=True).first() if number else None


def journal(on: date, limit: int | None = None) -> list[Entry]:
    """The entries of a date, or the first so many of them, in order. Two queries."""
    rows = models.JournalEntry.objects.prefetch_related("lines").filter(date=on).order_by("id")
    return [to_entry(row) for row in rows[:limit]]


def posted_on(on: date) -> tuple[int, Money]:
    """How many entries a date has, and the sum of their debits. One query."""
    told = models.JournalLine.objects.filter(entry__date=on).aggregate(
        count=Count("entry", distinct=True), debits=Sum("debit_cents")
    )
    return told["count"], Money(told["debits"] or 0)


def account_lines(account: Account, limit: int = 300) -> list[tuple[Entry, Line]]:
    """The latest lines of an account with their entries. Three queries."""
    ids = models.JournalLine.objects.filter(account=account).order_by("-entry__date", "-entry_id")
    rows = models.JournalEntry.objects.prefetch_related("lines").filter(
        id__in=list(ids.values_list("entry_id", flat=True)[:limit])
    )
    entries = [to_entry(row) for row in rows.order_by("-date", "-id")]
    return [(found, line) for found in entries for line in found.lines if line.account is account]


def closed_through() -> date | None:
    """The last closed date, or None."""
    latest: date | None = models.PeriodClose.objects.aggregate(latest=Max("through"))["latest"]
    return latest


def _sum(rows: QuerySet[models.JournalLine]) -> Money:
    sums = rows.aggregate(d=Sum("debit_cents"), c=Sum("credit_cents"))
    return Money((sums["d"] or 0) - (sums["c"] or 0))


def to_entry(row: models.JournalEntry) -> Entry:
    """A row with its lines as the noun, in the order they were posted."""
    lines = sorted(row.lines.all(), key=lambda line: line.id)
    return Entry(
        id=row.id,
        number=row.number,
        date=row.date,
        posted_at=row.posted_at,
        words=row.words,
        cause=Ref(row.cause_kind, row.cause_id),
        by=row.by,
        lines=tuple(
            Line(
                Account(line.account),
                Money(line.debit_cents),
                Money(line.credit_cents),
                line.patient_id,
                line.payer_id,
                line.memo,
            )
            for line in lines
        ),
        reverses=row.reverses_id,
    )
