"""Reads of the books: the day sheet, deposits, and the proofs that everything agrees."""

from collections import defaultdict
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Sum

from medoffice.kernel import clock
from medoffice.kernel.checks import Checked
from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.money import ZERO, Money
from medoffice.practice.api import sites, unowned_work
from medoffice.records.patients.api import patients_by_id
from medoffice.revenue.billing.api import (
    amounts_on,
    control_totals,
    events_as_seen,
    events_on,
    fee_totals,
    money_of_patients,
    receipts_on,
)
from medoffice.revenue.billing.types import EventKind
from medoffice.revenue.books.models import Deposit as DepositRow
from medoffice.revenue.books.models import ProofResult
from medoffice.revenue.books.types import DaySheet, DaySheetLine, Deposit, Proof
from medoffice.revenue.claims.api import claim_counts, files_waiting, remittances_posted, unsent_since
from medoffice.revenue.ledger.api import balance, balances, moved_on, sum_caused
from medoffice.revenue.ledger.types import Account
from medoffice.security.api import denied, verify
from medoffice.security.types import Actor

CHARGES = (EventKind.CHARGE, EventKind.FEE)
PAYMENTS = (EventKind.PATIENT_PAYMENT, EventKind.PAYER_PAYMENT, EventKind.REFUND)
ADJUSTMENTS = (EventKind.CONTRACTUAL, EventKind.ADJUSTMENT, EventKind.WITHHOLD, EventKind.BAD_DEBT, EventKind.FEE_BACK)
PATIENT_MONEY = (Account.CASH_DRAWER, Account.UNDEPOSITED_CHECKS, Account.CARD_CLEARING)
PAYER_MONEY = (Account.UNDEPOSITED_CHECKS, Account.EFT_CLEARING)
WITHIN_AN_ACCOUNT = (EventKind.TRANSFER, EventKind.CREDIT_APPLIED)  # neither comes from outside nor goes there
RECEIVABLES = (Account.INSURANCE_RECEIVABLE, Account.PATIENT_RECEIVABLE, Account.PATIENT_CREDITS)
HIDDEN = "kept from you"

CHECKED_ELSEWHERE, FOR_TONIGHT = frozenset({"audit", "work"}), frozenset({"claims", "files"})


def day_sheet(actor: Actor, on: date, limit: int | None = None) -> DaySheet:
    """The events posted on a date, or the first so many: charges, payments, adjustments; receivables before and after.

    The line of a patient kept from the actor stands without its name and its entry; the sums are of all.
    """
    zone = ZoneInfo(sites()[0].zone)
    events = events_on(on, limit, but_for=WITHIN_AN_ACCOUNT)
    people = patients_by_id({patient_id for patient_id, _ in events})
    hidden, lines = denied(actor, people), []
    said = {event.id: event.words for event in events_as_seen(actor, [event for _, event in events])}
    for patient_id, event in events:
        charges, payments, adjustments = _sides(event.kind, event.insurance + event.patient, event.unapplied)
        lines.append(
            DaySheetLine(
                time=f"{event.at.astimezone(zone):%H:%M}",
                patient=HIDDEN if patient_id in hidden else people[patient_id].name.sorted_form,
                patient_id=None if patient_id in hidden else patient_id,
                what=HIDDEN if patient_id in hidden else said[event.id],
                by=event.by,
                charges=charges,
                payments=payments,
                adjustments=adjustments,
                entry_id=None if patient_id in hidden else event.entry_id,
            )
        )
    every = [_sides(*one) for one in amounts_on(on) if one[0] not in WITHIN_AN_ACCOUNT]
    after = Money.total(row.balance for row in balances(on) if row.account in RECEIVABLES)
    methods: dict[str, Money] = defaultdict(Money)
    for receipt in receipts_on(on):
        methods[receipt.method.value] += receipt.amount
    return DaySheet(
        date=on,
        lines=tuple(lines),
        count=len(every),
        charges=Money.total(one for one, _, _ in every),
        payments=Money.total(one for _, one, _ in every),
        adjustments=Money.total(one for _, _, one in every),
        receivable_before=after - moved_on(RECEIVABLES, on),
        receivable_after=after,
        by_method=tuple(sorted(methods.items())),
    )


def _sides(kind: EventKind, effect: Money, unapplied: Money) -> tuple[Money, Money, Money]:
    """What an event adds to the day's charges, payments and adjustments."""
    return (
        effect if kind in CHARGES else ZERO,
        (unapplied or -effect) if kind in PAYMENTS else ZERO,
        -effect if kind in ADJUSTMENTS else ZERO,
    )


def deposits(limit: int = 100) -> list[Deposit]:
    """The latest deposits. One query."""
    return [to_deposit(row) for row in DepositRow.objects.order_by("-date", "-id")[:limit]]


def to_be_deposited() -> list[tuple[str, str, Money]]:
    """What lies in the drawer and on its way: (kind, words, amount). Four queries."""
    return [
        ("cash", "Cash in the drawer", balance(Account.CASH_DRAWER)),
        ("checks", "Checks", balance(Account.UNDEPOSITED_CHECKS)),
        ("cards", "Card payments", balance(Account.CARD_CLEARING)),
        ("eft", "Payer payments", balance(Account.EFT_CLEARING)),
    ]


def proofs() -> list[Proof]:
    """Everything that must be true about the books, each with what was compared."""
    rows = {row.account: row for row in balances()}
    total = Money.total(row.balance for row in rows.values())
    found = [Proof("ledger-balances", "The ledger's debits equal its credits", not total, f"difference {total}")]
    for account, wanted in control_totals().items():
        has = rows[account].balance
        words = f"{rows[account].name} in the ledger equals the patients' accounts"
        found.append(Proof(f"control-{account.value}", words, has == wanted, f"ledger {has}, accounts {wanted}"))
    return [
        *found,
        _cash_proof(),
        _patient_cash_proof(),
        _payer_cash_proof(),
        _fees_proof(),
        *_claims_proofs(),
        _audit_proof(),
        _work_proof(),
    ]


def _cash_proof() -> Proof:
    """All money taken in is deposited or still lies where the ledger says."""
    here = Money.total(amount for _, _, amount in to_be_deposited())
    banked = Money(DepositRow.objects.aggregate(all=Sum("amount_cents"))["all"] or 0)
    bank = balance(Account.BANK)
    words = f"bank {bank}, deposits {banked}, not deposited yet {here}"
    return Proof("cash", "The bank account equals the deposits", bank == banked and here.cents >= 0, words)


def _patient_cash_proof() -> Proof:
    """What the receipts say patients paid, less what they got back, is what came into the drawers."""
    taken, moved = money_of_patients(), sum_caused(PATIENT_MONEY, ("receipt", "refund"))
    words = f"receipts less refunds {taken}, posted as money {moved}"
    return Proof("patient-cash", "Patients' payments equal their receipts", taken == moved, words)


def _payer_cash_proof() -> Proof:
    """What the remittances say was paid is what their decisions and adjustments brought into the payers' accounts."""
    paid = Money.total(remit.amount for remit in remittances_posted())
    moved = sum_caused(PAYER_MONEY, ("remit_decision", "provider_adjustment", "not_ours"))
    words = f"remittances {paid}, posted as money {moved}"
    return Proof("payer-cash", "Payers' payments equal their remittances", paid == moved, words)


def _fees_proof() -> Proof:
    """Fees are patients': the ledger and the accounts say the same of them, and no payer and no claim has one."""
    posted, (owed, theirs) = -balance(Account.PATIENT_FEES), fee_totals()
    words = f"ledger {posted}, accounts {owed}; {theirs} touched by a payer"
    whole = posted == owed and not theirs
    return Proof("fees", "Fees to patients equal the patients' accounts, and no payer has one", whole, words)


def _claims_proofs() -> list[Proof]:
    counts = claim_counts()
    unsent = unsent_since(clock.now() - timedelta(days=1))  # what became ready today goes out this evening
    words = ", ".join(f"{number} {state.value}" for state, number in sorted(counts.items())) or "no claims"
    waiting = files_waiting()
    return [
        Proof("claims", "No claim waits unsent for over a day", unsent == 0, words),
        Proof("files", "Every written file was handed over", waiting == 0, f"{waiting} waiting"),
    ]


def _audit_proof() -> Proof:
    verdict = verify()
    return Proof("audit", "The audit chain is whole", verdict.ok, f"{verdict.sealed} events sealed; {verdict.words}")


def _work_proof() -> Proof:
    count = unowned_work()
    return Proof("work", "Every work item has somebody to do it", count == 0, f"{count} without an owner")


def latest_proofs() -> tuple[datetime | None, list[Proof]]:
    """The results of the last nightly proof. Two queries."""
    last = ProofResult.objects.order_by("-at", "-id").first()
    if last is None:
        return None, []
    rows = ProofResult.objects.filter(at=last.at).order_by("id")
    return last.at, [Proof(row.key, row.says, row.ok, row.found) for row in rows]


def to_deposit(row: DepositRow) -> Deposit:
    """A row as the noun."""
    return Deposit(row.id, row.number, row.date, row.kind, Money(row.amount_cents), row.items, row.made_by)


def proof_checks() -> list[Checked]:
    """The proofs as checks, but for what other rooms check themselves. What waits for tonight's run is a warning."""
    return [
        Checked(f"books.{proof.key}", _lower(proof.says), proof.found, () if proof.ok else (_against(proof),))
        for proof in proofs()
        if proof.key not in CHECKED_ELSEWHERE
    ]


def _against(proof: Proof) -> Finding:
    if proof.key in FOR_TONIGHT:
        words = f"Not yet so: {_lower(proof.says)} ({proof.found}). If it is still so tonight, it becomes work."
        return Finding(f"proof-{proof.key}", "books", words, Severity.WARNING)
    words = f"Does not hold: {_lower(proof.says)} ({proof.found}). See the proofs on the books' page."
    return Finding(f"proof-{proof.key}", "books", words, Severity.ERROR)


def _lower(says: str) -> str:
    return says[:1].lower() + says[1:]
