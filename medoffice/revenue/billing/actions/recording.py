"""Recording account events: each with its ledger entry, in the same transaction.

Actions that read a balance and then move money wait for one another (``wait_for_turn``): two refunds at once must not
both see the same held money. Postings follow one another anyhow, for the journal's next number.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection

from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.money import ZERO, Money
from medoffice.kernel.trace import Ref
from medoffice.practice.api import sites
from medoffice.revenue.billing.models import AccountEvent
from medoffice.revenue.billing.types import EventKind
from medoffice.revenue.ledger.api import post
from medoffice.revenue.ledger.types import Account, Line
from medoffice.security.types import Actor

_POSTING_LOCK = 0x4D4F4143  # "MOAC": one action at a time moves money on patient accounts


def wait_for_turn() -> None:
    """Let one transaction at a time read and move patient accounts; first thing in every action that does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_POSTING_LOCK])


def office_today() -> date:
    """The date on which money is posted now: the first site's."""
    return clock.today(ZoneInfo(sites()[0].zone))


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


def record_changes(actor: Actor, on: date, words: str, cause: Ref, changes: Sequence[Change]) -> UUID | None:
    """Record changes as events of one ledger entry; nothing for changes of nothing. Returns the entry.

    The three receivable and credit accounts move by the changes' own sums; ``against`` takes the other side.
    """
    moved = [change for change in changes if change.insurance or change.patient or change.unapplied]
    if not moved:
        return None
    entry_id = post(actor=actor, on=on, words=words, cause=cause, lines=_lines(moved))
    now = clock.now()
    ids = sorted(new_id() for _ in moved)  # events keep the order in which they happened
    AccountEvent.objects.bulk_create(
        AccountEvent(
            id=event_id,
            kind=change.kind,
            patient_id=change.patient_id,
            charge_id=change.charge_id,
            payer_id=change.payer_id,
            entry_id=entry_id,
            date=on,
            at=now,
            words=change.words[:300],
            insurance_cents=change.insurance.cents,
            patient_cents=change.patient.cents,
            unapplied_cents=change.unapplied.cents,
            by=actor.name,
            cause_kind=cause.kind,
            cause_id=cause.id,
            shares=[[reason, amount.cents] for reason, amount in change.shares],
        )
        for event_id, change in zip(ids, moved, strict=True)
    )
    return entry_id


def _lines(changes: Sequence[Change]) -> list[Line]:
    """The entry's lines, debits first: one for each side of an account, patient and payer."""
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
