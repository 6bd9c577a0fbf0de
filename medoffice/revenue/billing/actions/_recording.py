"""Recording account events: each with its ledger entry, in the same transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.money import ZERO, Money
from medoffice.kernel.trace import Ref
from medoffice.revenue.billing.models import AccountEvent
from medoffice.revenue.billing.types import EventKind
from medoffice.revenue.ledger.api import post, signed
from medoffice.revenue.ledger.types import Account, Line
from medoffice.security.types import Actor


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


def record_changes(actor: Actor, on: date, words: str, cause: Ref, changes: Sequence[Change]) -> UUID | None:
    """Record changes as events of one ledger entry; nothing for changes of nothing. Returns the entry.

    The three receivable and credit accounts move by the changes' own sums; ``against`` takes the other side.
    """
    moved = [change for change in changes if change.insurance or change.patient or change.unapplied]
    if not moved:
        return None
    entry_id = post(actor=actor, on=on, words=words, cause=cause, lines=_lines(moved))
    now = clock.now()
    AccountEvent.objects.bulk_create(
        AccountEvent(
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
        )
        for change in moved
    )
    return entry_id


def _lines(changes: Sequence[Change]) -> list[Line]:
    lines: list[Line] = []
    for change in changes:
        about = {"patient_id": change.patient_id, "payer_id": change.payer_id, "memo": change.kind.value}
        lines += signed(Account.INSURANCE_RECEIVABLE, change.insurance, **about)
        lines += signed(Account.PATIENT_RECEIVABLE, change.patient, **about)
        lines += signed(Account.PATIENT_CREDITS, -change.unapplied, **about)
        if change.against is not None:
            other = change.unapplied - change.insurance - change.patient
            lines += signed(change.against, other, **about)
    return lines
