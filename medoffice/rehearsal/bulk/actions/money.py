"""The rows of codes, charges, payments and ledger entries, as the actions of coding and billing write them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cache
from uuid import UUID

from medoffice.kernel.money import ZERO, Money
from medoffice.kernel.trace import Ref
from medoffice.rehearsal.bulk.actions.pen import Pen
from medoffice.rehearsal.bulk.types import ToCode
from medoffice.revenue.billing.api import (
    APPLIED,
    Change,
    account_event_rows,
    charge_row,
    charge_words,
    charged,
    credit_changes,
    fee,
    ledger_lines,
    receipt_row,
    taken,
    that_move,
    to_charge,
)
from medoffice.revenue.billing.types import Charge, Method, Standing
from medoffice.revenue.coding.types import CodedService
from medoffice.revenue.ledger.api import entry_rows
from medoffice.security.types import Actor


@dataclass(slots=True)
class Account:
    """What the office holds for a patient, and their charges with something open by date of service, oldest first."""

    held: Money = ZERO
    open: list[tuple[date, Standing]] = field(default_factory=list)


class Accounts:
    """The patients' accounts that are not settled; the others take no memory."""

    def __init__(self, pen: Pen) -> None:
        """Nobody owes anything yet."""
        self._pen = pen
        self._open: dict[UUID, Account] = {}

    def record(
        self, actor: Actor, at: datetime, on: date, words: str, cause: Ref, changes: Sequence[Change], *,
        of: date | None = None,
    ) -> bool:  # fmt: skip
        """Post changes as one entry with its events; False for changes of nothing.

        ``of`` is the date of service of charges that may become the patient's by them.
        """
        moved = that_move(changes)
        if not moved:
            return False
        entry, lines = entry_rows(
            number=self._pen.number("J"),
            on=on,
            words=words,
            cause=cause,
            lines=ledger_lines(moved),
            by=actor.name,
            at=at,
        )
        self._pen.loader.add(entry, *lines, *account_event_rows(moved, entry.id, on, cause, actor.name, at))
        for change in moved:
            self._keep(change, of)
        return True

    def apply_credit(self, actor: Actor, at: datetime, patient_id: UUID, on: date, cause: Ref) -> bool:
        """Put what is held on what is open; False where nothing moves."""
        account = self._open.get(patient_id)
        if account is None:
            return False
        standings = [found for _, found in account.open]
        return self.record(actor, at, on, APPLIED, cause, credit_changes(patient_id, account.held, standings))

    def _keep(self, change: Change, of: date | None) -> None:
        """Follow what a change does to what is held and open."""
        account = self._open.setdefault(change.patient_id, Account())
        account.held += change.unapplied
        if change.patient and change.charge_id:
            self._move(account, change, change.charge_id, of)
        if not account.held and not account.open:
            del self._open[change.patient_id]

    def _move(self, account: Account, change: Change, charge_id: UUID, of: date | None) -> None:
        put = -change.patient if change.unapplied else ZERO
        for place, (day, found) in enumerate(account.open):
            if found.charge_id == charge_id:
                account.open[place] = day, replace(found, open=found.open + change.patient, put=found.put + put)
                break
        else:
            if of is None:
                raise LookupError(f"charge {charge_id} was not open")
            account.open.append((of, Standing(charge_id, change.patient, put)))
            account.open.sort(key=lambda one: (one[0], one[1].charge_id))
        account.open = [one for one in account.open if one[1].open]


def take_copay(
    pen: Pen, accounts: Accounts, desk: Actor, patient_id: UUID, encounter_id: UUID, amount: Money,
    method: Method, on: date, at: datetime,
) -> None:  # fmt: skip
    """A copay at the desk, held and applied to what is open."""
    row = receipt_row(
        number=pen.number("R"),
        patient_id=patient_id,
        encounter_id=encounter_id,
        method=method,
        amount=amount,
        copay=True,
        on=on,
        by=desk.name,
        at=at,
    )
    pen.loader.add(row)
    change, cause = taken(row), Ref("receipt", row.id)
    accounts.record(desk, at, on, change.words, cause, [change])
    via = ["ledger.post"]
    if accounts.apply_credit(desk, at, patient_id, on, cause):
        via.append("ledger.post")
    pen.act(desk, "payments.take", at, cause, [patient_id], via, cents=amount.cents)


def charge(
    pen: Pen, accounts: Accounts, coder: Actor, seen: ToCode, services: Sequence[CodedService], at: datetime,
    via: list[str],
) -> list[Charge]:  # fmt: skip
    """The charges of a visit's services, posted on the office's day; says so in ``via``."""
    made, today = [], at.astimezone(seen.signed.tzinfo).date()
    for one in services:
        row = charge_row(
            number=pen.number("X"),
            encounter_id=seen.encounter_id,
            patient_id=seen.patient_id,
            provider_id=seen.provider_id,
            site_id=seen.site_id,
            on=seen.on,
            service=one,
            amount=_price_of(one.code, seen.on) * one.units,
            at=at,
        )
        pen.loader.add(row)
        change = charged(row, insured=seen.insured)
        accounts.record(coder, at, today, charge_words(row), Ref("charge", row.id), [change], of=seen.on)
        via.append("ledger.post")
        made.append(to_charge(row))
    about = Ref("encounter", seen.encounter_id)
    if not seen.insured and accounts.apply_credit(coder, at, seen.patient_id, today, about):
        via.append("ledger.post")
    return made


@cache
def _price_of(code: str, on: date) -> Money:
    """The office's fee for a code on a day."""
    found = fee(code, on)
    if found is None:
        raise LookupError(f"there is no fee for {code} on {on}")
    return found
