"""The day's end: sheets that explain themselves, deposits, and proofs that fail when something is not true."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.money import ZERO, Money
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.trace import Ref, effects_of, find, step
from medoffice.kernel.worlds import current
from medoffice.practice.api import work_items
from medoffice.revenue.billing.api import receipts_of, refund, take_back_payment, take_payment
from medoffice.revenue.billing.types import Method
from medoffice.revenue.books.actions import nightly_proof as nightly
from medoffice.revenue.books.api import (
    day_sheet,
    deposits,
    latest_proofs,
    make_deposit,
    nightly_proof,
    proofs,
    to_be_deposited,
)
from medoffice.revenue.books.types import Proof
from medoffice.revenue.claims.api import transmit_files
from medoffice.revenue.claims.tests.hand_computed.later_decisions import B_PAID, BACK, ENDED, FIRST
from medoffice.revenue.claims.tests.makers import Place, advice, interchange, make_place
from medoffice.revenue.ledger.api import balance
from medoffice.revenue.ledger.types import Account
from medoffice.security.api import seal
from medoffice.security.tests.makers import CAST, make_user
from medoffice.security.types import PROGRAM, Actor, Role

NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)
TODAY, TOMORROW = date(2026, 11, 24), date(2026, 11, 25)
PETROV = Actor(new_id(), "Irina Petrov", frozenset({Role.BOOKKEEPER}))
NOX = Actor(new_id(), "Nox", frozenset())


@pytest.fixture
def _noon() -> Iterator[None]:
    with clock.frozen(NOON):
        yield


def first_day(place: Place) -> None:
    """Two visits, a copay, a check, a refund, a payment taken back, and a payer's check."""
    place.visit("visit", desk=2_500)
    place.visit("visit")
    patient_id = place.patient_id
    take_payment(actor=PROGRAM, patient_id=patient_id, amount=Money(3_000), method=Method.CHECK)
    take_payment(actor=PROGRAM, patient_id=patient_id, amount=Money(9_900), method=Method.CARD)
    take_back_payment(actor=PROGRAM, receipt_id=receipts_of(patient_id)[0].id, why="typed twice")
    refund(actor=PROGRAM, patient_id=patient_id, amount=Money(500), method=Method.CASH, why="too much")
    receive(place, FIRST, trace="T1", amount="96", method="CHK")


def receive(place: Place, claims: str, *, trace: str, amount: str, method: str) -> None:
    """A payer pays."""
    text = advice(claims.format(**place.names()), trace=trace, amount=amount, method=method)
    place.receive(interchange(text, control=place.files + 1))


def failing() -> set[str]:
    """The keys of the proofs that do not hold."""
    return {proof.key for proof in proofs() if not proof.ok}


@pytest.mark.django_db
@pytest.mark.usefixtures("_noon")
def test_a_day_sheet_explains_the_receivables_of_its_day() -> None:
    place = make_place()
    first_day(place)
    with clock.frozen(datetime(2026, 11, 25, 18, tzinfo=UTC)):
        receive(place, BACK + ENDED + B_PAID, trace="T2", amount="24", method="ACH")
        receivable = ZERO
        # charges 150 + 150; paid 25 + 30 + 99 - 99 - 5 + 96 = 146; contract 30, on the next day 30 - 30
        for day, expected in ((TODAY, (30_000, 14_600, 3_000)), (TOMORROW, (0, 2_400, 0))):
            sheet = day_sheet(PETROV, day)
            assert (sheet.charges.cents, sheet.payments.cents, sheet.adjustments.cents) == expected
            assert sheet.receivable_before == receivable
            receivable = sheet.receivable_before + sheet.charges - sheet.payments - sheet.adjustments
            assert sheet.receivable_after == receivable
            assert sheet.charges == Money.total(line.charges for line in sheet.lines)
            assert all(line.entry_id and step(Ref("journal_entry", line.entry_id)) for line in sheet.lines)
    assert dict(day_sheet(PETROV, TODAY).by_method) == {
        "cash": Money(2_500),
        "check": Money(3_000),
        "card": Money(9_900),
    }
    assert day_sheet(PETROV, date(2026, 11, 1)).lines == ()


@pytest.mark.django_db
@pytest.mark.usefixtures("_noon")
def test_money_is_deposited_once_and_a_payers_check_goes_with_the_checks() -> None:
    place = make_place()
    first_day(place)
    receive(place, B_PAID, trace="T2", amount="120", method="ACH")
    waiting = {kind: amount.cents for kind, _, amount in to_be_deposited()}
    assert waiting == {"cash": 2_000, "checks": 12_600, "cards": 0, "eft": 12_000}
    with pytest.raises(NotFound):
        make_deposit(actor=NOX, kind="cash", on=TODAY)
    for kind, trace in (("cash", ""), ("checks", "T1"), ("eft", "T2")):
        deposit_id = make_deposit(actor=PETROV, kind=kind, on=TODAY)
        made = step(Ref("deposit", deposit_id))
        assert made is not None
        assert made.amount == Money(waiting[kind])
        remittances = [found for found in [find(trace)] if found]
        assert list(made.causes) == remittances
        assert all(Ref("deposit", deposit_id) in effects_of(found) for found in remittances)
        with pytest.raises(Refusal, match="nothing to deposit"):
            make_deposit(actor=PETROV, kind=kind, on=TODAY)
    for nothing in ("cards", "gold", ""):
        with pytest.raises(Refusal):
            make_deposit(actor=PETROV, kind=nothing, on=TODAY)
    assert balance(Account.BANK) == Money.total(found.amount for found in deposits()) == Money(26_600)
    assert failing() <= {"audit", "files", "work"}


@pytest.mark.django_db
@pytest.mark.usefixtures("_noon")
def test_a_receipt_leads_to_the_deposit_that_took_its_money_along() -> None:
    patient_id = make_place().patient_id

    def paid(cents: int, method: Method) -> Ref:
        return Ref("receipt", take_payment(actor=PROGRAM, patient_id=patient_id, amount=Money(cents), method=method))

    def deposited(found: Ref) -> list[Ref]:
        return [effect for effect in effects_of(found) if effect.kind == "deposit"]

    cash, card, gone = paid(2_000, Method.CASH), paid(1_000, Method.CARD), paid(700, Method.CASH)
    take_back_payment(actor=PROGRAM, receipt_id=gone.id, why="typed twice")
    assert deposited(cash) == []
    first = Ref("deposit", make_deposit(actor=PETROV, kind="cash", on=TODAY))
    later = paid(500, Method.CASH)
    second = Ref("deposit", make_deposit(actor=PETROV, kind="cash", on=TODAY))
    take_back_payment(actor=PROGRAM, receipt_id=later.id, why="the wrong patient")
    assert [deposited(found) for found in (cash, card, gone, later)] == [[first], [], [], [second]]


FAULTS = {
    "ledger-balances": "UPDATE journal_line SET debit_cents = debit_cents + 1 WHERE debit_cents = 3000",
    "control-1100": "UPDATE account_event SET insurance_cents = insurance_cents + 1 WHERE kind = 'contractual'",
    "control-1110": "UPDATE account_event SET patient_cents = patient_cents - 1 WHERE kind = 'transfer'",
    "control-2100": "UPDATE account_event SET unapplied_cents = unapplied_cents + 1 WHERE kind = 'refund'",
    "cash": "UPDATE deposit SET amount_cents = amount_cents + 1 WHERE kind = 'cash'",
    "patient-cash": "UPDATE receipt SET amount_cents = amount_cents - 1 WHERE method = 'cash'",
    "payer-cash": "UPDATE remittance SET amount_cents = amount_cents + 1",
    "claims": "UPDATE claim SET state = 'ready', made_at = made_at - interval '2 days' WHERE state = 'sent'",
    "files": "UPDATE claims_outbound SET sent_at = NULL",
    "audit": "UPDATE audit_event SET word = 'tampered' WHERE word = 'payments.take'",
    "work": "UPDATE security_user SET is_active = false WHERE username = 'chen'",
}


@pytest.mark.usefixtures("fresh_world")
def test_every_proof_fails_when_its_fault_is_planted_and_only_then(
    fresh_world: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with clock.frozen(NOON):
        place = make_place()
        for key, role in (("chen", "biller"), ("petrov", "bookkeeper"), ("abara", "coder")):
            make_user(key, CAST[key][0], role)
        first_day(place)
        receive(place, BACK + ENDED, trace="T2", amount="-96", method="NON")
        make_deposit(actor=PETROV, kind="cash", on=TODAY)
        monkeypatch.setattr("medoffice.revenue.claims.actions.transmit_files.clearinghouse", _Door)
        transmit_files(actor=PROGRAM)
        seal()
        assert failing() == set()
        for key, fault in FAULTS.items():
            with current.use(fresh_world, current.OWNER), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(f"ALTER TABLE {fault.split()[1]} DISABLE TRIGGER USER")
                cursor.execute(fault)
                assert cursor.rowcount > 0, key
                assert key in failing()
                transaction.set_rollback(True)
        assert failing() == set()


class _Door:
    """A clearinghouse that takes everything."""

    def send(self, name: str, data: bytes) -> None:
        assert name
        assert data


@pytest.mark.usefixtures("fresh_world")
def test_the_database_balances_the_journal_at_commit_whoever_writes(fresh_world: str) -> None:
    entry = (
        "INSERT INTO journal_entry (id, number, date, posted_at, words, cause_kind, cause_id, by)"
        " VALUES (%s, 'J-X', '2026-11-24', '2026-11-24T12:00Z', 'w', 'x', %s, 'me')"
    )
    for role in (current.APP, current.OWNER):
        with (
            pytest.raises(IntegrityError, match="does not balance"),
            current.use(fresh_world, role),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(entry, [new_id(), new_id()])


@pytest.mark.django_db
@pytest.mark.usefixtures("_noon")
def test_a_proof_that_fails_at_night_is_kept_and_becomes_work_once() -> None:
    place = make_place()
    first_day(place)
    with pytest.raises(NotFound):
        nightly_proof(actor=NOX)
    for _ in range(2):
        found = nightly_proof(actor=PROGRAM)
    at, kept = latest_proofs()
    assert at == NOON
    assert {proof.key for proof in kept if not proof.ok} == {proof.key for proof in found if not proof.ok} >= {"files"}
    items = [item for item in work_items(PETROV) if item.kind == "proof"]
    assert len([item for item in items if "handed over" in item.title]) == 1


@pytest.mark.django_db
@pytest.mark.usefixtures("_noon")
def test_work_about_what_only_waited_ends_when_nothing_waits_and_money_that_disagreed_is_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make_place()
    wrong = [Proof("files", "Files", ok=False, found="2 waiting"), Proof("cash", "Cash", ok=False, found="$1.00")]
    right = [replace(one, ok=True, found="0") for one in wrong]
    for night, held in enumerate((right, wrong, wrong, right)):
        monkeypatch.setattr(nightly, "proofs", lambda held=held: held)
        with clock.frozen(NOON + timedelta(days=night)):
            nightly_proof(actor=PROGRAM)
    assert [item.title for item in work_items(PETROV) if item.kind == "proof"] == ["Does not hold: Cash ($1.00)"]
    assert [proof.ok for proof in latest_proofs()[1]] == [True, True]
