"""The rows of patient accounts as actions write them, not saved: charges, receipts, events with their ledger entry."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from medoffice.kernel.ids import new_id
from medoffice.kernel.money import ZERO, Money
from medoffice.kernel.rows import new_row
from medoffice.kernel.trace import Ref
from medoffice.revenue.billing.models import AccountEvent, Charge, Receipt
from medoffice.revenue.billing.rules.allocation import settle
from medoffice.revenue.billing.types import EventKind, Method, PayerLine, Standing
from medoffice.revenue.coding.types import CodedService
from medoffice.revenue.ledger.types import Account, Line

DRAWERS = {
    Method.CASH: Account.CASH_DRAWER,
    Method.CHECK: Account.UNDEPOSITED_CHECKS,
    Method.CARD: Account.CARD_CLEARING,
}


@dataclass(frozen=True, slots=True)
class Change:
    """A change to an account before it is recorded; ``against`` is the ledger account on the other side."""

    kind: EventKind
    patient_id: UUID
    words: str
    against: Account | None = None
    charge_id: UUID | None = None
    payer_id: UUID | None = None
    insurance: Money = ZERO
    patient: Money = ZERO
    unapplied: Money = ZERO
    shares: tuple[tuple[str, Money], ...] = ()


def charge_row(
    *,
    number: str,
    encounter_id: UUID,
    patient_id: UUID,
    provider_id: UUID,
    site_id: UUID,
    on: date,
    service: CodedService,
    amount: Money,
    at: datetime,
) -> Charge:
    """A coded service in money."""
    return new_row(
        Charge,
        number=number,
        encounter_id=encounter_id,
        patient_id=patient_id,
        provider_id=provider_id,
        site_id=site_id,
        coded_service_id=service.id,
        date=on,
        code=service.code,
        words=service.words,
        modifiers=list(service.modifiers),
        units=service.units,
        amount_cents=amount.cents,
        captured_at=at,
    )


def charged(row: Charge, *, insured: bool) -> Change:
    """What a charge does to the account: the insurance owes it, or the patient."""
    amount = Money(row.amount_cents)
    return Change(
        EventKind.CHARGE,
        row.patient_id,
        f"{row.words} ({row.code}), {row.date:%m/%d/%Y}",
        against=Account.SERVICE_REVENUE,
        charge_id=row.id,
        insurance=amount if insured else ZERO,
        patient=ZERO if insured else amount,
    )


def fee_row(
    *,
    number: str,
    appointment_id: UUID,
    patient_id: UUID,
    provider_id: UUID,
    site_id: UUID,
    on: date,
    words: str,
    amount: Money,
    at: datetime,
) -> Charge:
    """The fee for a missed visit: the patient's, without a code."""
    return new_row(
        Charge,
        number=number,
        appointment_id=appointment_id,
        patient_id=patient_id,
        provider_id=provider_id,
        site_id=site_id,
        date=on,
        words=words,
        units=1,
        amount_cents=amount.cents,
        captured_at=at,
    )


def fee_change(charge_id: UUID, patient_id: UUID, words: str, amount: Money) -> Change:
    """What a fee does to the account: the patient owes it; less than nothing takes it back."""
    kind = EventKind.FEE if amount > ZERO else EventKind.FEE_BACK
    return Change(kind, patient_id, words, Account.PATIENT_FEES, charge_id, patient=amount)


def charge_words(row: Charge) -> str:
    """What the journal says of a charge: not what it is for, which is kept with the charge."""
    return f"Charge {row.number}"


def receipt_row(
    *,
    number: str,
    patient_id: UUID,
    encounter_id: UUID | None,
    method: Method,
    amount: Money,
    copay: bool,
    on: date,
    by: str,
    at: datetime,
) -> Receipt:
    """Money taken from a patient."""
    return new_row(
        Receipt,
        number=number,
        patient_id=patient_id,
        encounter_id=encounter_id,
        method=method,
        amount_cents=amount.cents,
        copay=copay,
        date=on,
        at=at,
        by=by,
    )


def taken(row: Receipt) -> Change:
    """What a receipt does to the account: the money is held for the patient."""
    method = Method(row.method)
    words = f"{'Copay' if row.copay else 'Payment'} by {method.value}, receipt {row.number}"
    return Change(
        EventKind.PATIENT_PAYMENT,
        row.patient_id,
        words,
        against=DRAWERS[method],
        unapplied=Money(row.amount_cents),
    )


def payer_changes(line: PayerLine, patient_id: UUID, payer_id: UUID, words: str, into: Account) -> list[Change]:
    """What a payer's decision about a charge, fitted to what is open of it, does to the account."""
    told = f"{words}: {line.words}" if line.words else words

    def reduction(kind: EventKind, amount: Money, against: Account) -> Change:
        return Change(kind, patient_id, told, against, line.charge_id, payer_id, insurance=-amount)

    return [
        reduction(EventKind.PAYER_PAYMENT, line.paid, into),
        reduction(EventKind.CONTRACTUAL, line.contractual, Account.CONTRACTUAL_ADJUSTMENTS),
        reduction(EventKind.ADJUSTMENT, line.other, Account.OTHER_ADJUSTMENTS),
        reduction(EventKind.WITHHOLD, line.withheld, Account.PAYER_WITHHOLDS),
        Change(
            EventKind.TRANSFER,
            patient_id,
            told,
            None,
            line.charge_id,
            payer_id,
            insurance=-line.patient,
            patient=line.patient,
            shares=line.shares,
        ),
    ]


APPLIED = "Patient money applied to open balances"


def credit_changes(patient_id: UUID, held: Money, standings: Sequence[Standing]) -> list[Change]:
    """What moves so that no money lies idle while something is open; see ``settle``."""
    return [
        Change(
            EventKind.CREDIT_APPLIED,
            patient_id,
            "put on this charge" if part > ZERO else "taken off this charge again: no longer owed",
            charge_id=charge_id,
            patient=-part,
            unapplied=-part,
        )
        for charge_id, part in settle(held, standings)
    ]


def that_move(changes: Sequence[Change]) -> list[Change]:
    """The changes that change anything; the others are not recorded."""
    return [change for change in changes if change.insurance or change.patient or change.unapplied]


def account_event_rows(
    changes: Sequence[Change], entry_id: UUID, on: date, cause: Ref, by: str, at: datetime
) -> list[AccountEvent]:
    """The events of one entry, in the order in which they happened."""
    ids = sorted(new_id() for _ in changes)
    return [
        new_row(
            AccountEvent,
            id=event_id,
            kind=change.kind,
            patient_id=change.patient_id,
            charge_id=change.charge_id,
            payer_id=change.payer_id,
            entry_id=entry_id,
            date=on,
            at=at,
            words=change.words[:300],
            insurance_cents=change.insurance.cents,
            patient_cents=change.patient.cents,
            unapplied_cents=change.unapplied.cents,
            by=by,
            cause_kind=cause.kind,
            cause_id=cause.id,
            shares=[[reason, amount.cents] for reason, amount in change.shares],
        )
        for event_id, change in zip(ids, changes, strict=True)
    ]


def ledger_lines(changes: Sequence[Change]) -> list[Line]:
    """The entry's lines, debits first: one for each side of an account, patient and payer.

    The three receivable and credit accounts move by the changes' own sums; ``against`` takes the other side.
    """
    sums: dict[tuple[bool, Account, UUID, UUID | None], Money] = {}
    for change in changes:
        for account, amount in _moves(change):
            if amount:
                side = (amount < ZERO, account, change.patient_id, change.payer_id)
                sums[side] = sums.get(side, ZERO) + amount
    return [
        Line(account, ZERO if credit else amount, -amount if credit else ZERO, patient_id, payer_id)
        for (credit, account, patient_id, payer_id), amount in sorted(sums.items(), key=lambda item: item[0][:2])
    ]


def _moves(change: Change) -> list[tuple[Account, Money]]:
    """What a change does to the ledger's accounts, debits positive; ``against`` takes what the others leave."""
    own = [
        (Account.INSURANCE_RECEIVABLE, change.insurance),
        (Account.PATIENT_RECEIVABLE, change.patient),
        (Account.PATIENT_CREDITS, -change.unapplied),
    ]
    if change.against is None:
        return own
    return [*own, (change.against, change.unapplied - change.insurance - change.patient)]
