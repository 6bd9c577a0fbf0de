"""Charges, payments, decisions: each dollar once, each with its entry."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.money import ZERO, Money
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref, effects_of, find, step
from medoffice.kernel.worlds.grants import APPEND_ONLY
from medoffice.practice.api import work_about
from medoffice.practice.tests.makers import Office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.billing import api
from medoffice.revenue.billing.queries import charges
from medoffice.revenue.billing.tests.makers import FEES, insure, make_charges, make_insured, make_office
from medoffice.revenue.billing.types import Balance, EventKind, Method, PayerLine
from medoffice.revenue.coding.api import start_coding
from medoffice.revenue.coding.tests.makers import CODES, make_coded, make_visit
from medoffice.revenue.ledger.api import balance, close_period, entry
from medoffice.revenue.ledger.types import Account
from medoffice.security.api import form_sent
from medoffice.security.types import PROGRAM, Actor, Role

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 24)
NOX = Actor(new_id(), "Nox", frozenset())
FRONT_DESK = Actor(new_id(), "Astrid Lind", frozenset({Role.RECEPTIONIST}))
MANAGER = Actor(new_id(), "Irina Petrov", frozenset({Role.MANAGER}))


@pytest.fixture(autouse=True)
def _on_the_day() -> Iterator[None]:
    with clock.frozen(datetime(2026, 11, 24, 16, tzinfo=UTC)):
        yield


@pytest.fixture
def office() -> Office:
    return make_office()


@pytest.fixture
def patient_id(office: Office) -> UUID:
    return make_insured(office)


def decide(office: Office, *lines: PayerLine) -> Ref:
    cause = Ref("remit_decision", new_id())
    api.post_payer_decision(
        actor=PROGRAM, on=DAY, lines=list(lines), cause=cause, payer_id=office.payer_id, words="Prairie Mutual"
    )
    return cause


def pay(patient_id: UUID, cents: int, method: Method = Method.CASH, *, copay: bool = False) -> UUID:
    return api.take_payment(actor=PROGRAM, patient_id=patient_id, amount=Money(cents), method=method, copay=copay)


def stands(patient_id: UUID) -> tuple[int, int, int]:
    found = api.patient_balance(patient_id)
    for account, total in api.control_totals().items():
        assert balance(account) == total
    return found.insurance.cents, found.patient.cents, found.unapplied.cents


# Charges


def test_charges_carry_the_fee_of_the_date_of_service_and_lead_to_the_ledger(office: Office, patient_id: UUID) -> None:
    api.set_fee(actor=PROGRAM, code=CODES["shot"], amount=Money(9_900), valid_from=date(2026, 11, 25))
    encounter_id = make_coded(office, patient_id, "visit", "shot", units=2)
    with clock.frozen(datetime(2026, 12, 1, 16, tzinfo=UTC)):
        ids = api.capture_charges(actor=PROGRAM, encounter_id=encounter_id)
    visit, shot = (api.charge(charge_id) for charge_id in ids)
    assert (visit.amount, shot.amount, shot.units) == (FEES["visit"] * 2, FEES["shot"] * 2, 2)
    assert (visit.insurance_balance, visit.patient_balance) == (visit.amount, ZERO)
    assert stands(patient_id) == (visit.amount.cents + shot.amount.cents, 0, 0)
    (event,) = api.events_of_charge(visit.id)
    posted = entry(event.entry_id)
    assert (visit.date, posted.date) == (DAY, date(2026, 12, 1))
    assert [(line.account, line.debit, line.credit) for line in posted.lines] == [
        (Account.INSURANCE_RECEIVABLE, visit.amount, ZERO),
        (Account.SERVICE_REVENUE, ZERO, visit.amount),
    ]
    told = step(Ref("charge", visit.id))
    assert told is not None
    (cause,) = told.causes
    assert cause.kind == "code_service"
    assert effects_of(cause) == [Ref("charge", visit.id)]
    assert Ref("account_event", event.id) in effects_of(Ref("charge", visit.id))
    assert effects_of(Ref("account_event", event.id)) == [Ref("journal_entry", posted.id)]
    assert find(visit.number) == Ref("charge", visit.id)


def test_capturing_twice_makes_nothing_twice(office: Office, patient_id: UUID) -> None:
    encounter_id = make_coded(office, patient_id, "visit", "culture")
    first = api.capture_charges(actor=PROGRAM, encounter_id=encounter_id)
    before = stands(patient_id)
    assert api.capture_charges(actor=PROGRAM, encounter_id=encounter_id) == first
    assert stands(patient_id) == before
    assert [found.id for found in api.charges_of(encounter_id)] == first


def test_a_missing_fee_is_named_with_every_code_and_nothing_is_left_half_done(patient_without_fees: UUID) -> None:
    with pytest.raises(Refusal, match=r"ZZ001 \(Demo visit\), ZZ002 \(Demo culture\) on 11/24/2026"):
        api.capture_charges(actor=PROGRAM, encounter_id=patient_without_fees)
    assert api.charges_of(patient_without_fees) == []
    for key in ("visit", "culture"):
        api.set_fee(actor=PROGRAM, code=CODES[key], amount=FEES[key], valid_from=DAY)
    assert len(api.capture_charges(actor=PROGRAM, encounter_id=patient_without_fees)) == 2


@pytest.fixture
def patient_without_fees() -> UUID:
    office = make_office(fees=False)
    return make_coded(office, make_insured(office), "visit", "culture")


def test_an_unsigned_note_or_incomplete_coding_is_not_charged(office: Office, patient_id: UUID) -> None:
    unsigned = make_visit(office, patient_id, signed=False)
    with pytest.raises(Refusal, match="not signed"):
        api.capture_charges(actor=PROGRAM, encounter_id=unsigned)
    uncoded = make_visit(office, patient_id)
    with pytest.raises(Refusal, match="not coded"):
        api.capture_charges(actor=PROGRAM, encounter_id=uncoded)
    start_coding(actor=PROGRAM, encounter_id=uncoded)
    with pytest.raises(Refusal, match="No diagnosis"):
        api.capture_charges(actor=PROGRAM, encounter_id=uncoded)
    assert stands(patient_id) == (0, 0, 0)


def test_without_insurance_on_the_day_the_patient_owes_and_held_money_pays(office: Office) -> None:
    patient_id = make_patient("Quist", "Per")
    pay(patient_id, 4_000, copay=True)
    assert stands(patient_id) == (0, 0, 4_000)
    make_charges(office, patient_id, "visit")
    assert stands(patient_id) == (0, 11_000, 0)
    insure(office, patient_id)
    make_charges(office, patient_id, "shot")
    assert stands(patient_id) == (2_505, 11_000, 0)


def test_late_charges_of_a_closed_day_are_posted_today(office: Office, patient_id: UUID) -> None:
    encounter_id = make_coded(office, patient_id)
    with clock.frozen(datetime(2026, 12, 2, 16, tzinfo=UTC)):
        close_period(actor=MANAGER, through=date(2026, 11, 30))
        (charge_id,) = api.capture_charges(actor=PROGRAM, encounter_id=encounter_id)
    assert api.events_of_charge(charge_id)[0].date == date(2026, 12, 2)


@pytest.mark.usefixtures("office")
def test_fees_are_dated() -> None:
    api.set_fee(actor=PROGRAM, code="ZZ001", amount=Money(16_000), valid_from=date(2026, 7, 1))
    api.set_fee(actor=PROGRAM, code="ZZ001", amount=Money(15_500), valid_from=date(2026, 3, 1))
    days = [date(2025, 12, 31), date(2026, 2, 28), date(2026, 3, 1), date(2026, 6, 30), date(2026, 7, 1)]
    assert [api.fee("ZZ001", day) for day in days] == [
        None,
        Money(15_000),
        Money(15_500),
        Money(15_500),
        Money(16_000),
    ]
    with pytest.raises(Invalid):
        api.set_fee(actor=PROGRAM, code="ZZ001", amount=ZERO, valid_from=DAY)
    with pytest.raises(Invalid):
        api.set_fee(actor=PROGRAM, code="ZZ001", amount=Money(1), valid_from=DAY, valid_to=date(2026, 11, 1))


# Payments and decisions


def test_a_copay_waits_until_the_payer_says_what_is_the_patients(office: Office, patient_id: UUID) -> None:
    receipt_id = pay(patient_id, 2_500, copay=True)
    visit, culture = make_charges(office, patient_id, "visit", "culture")
    assert stands(patient_id) == (19_000, 0, 2_500)
    cause = decide(
        office,
        PayerLine(
            visit, Money(8_000), Money(4_000), patient=Money(3_000), shares=(("1", Money(500)), ("3", Money(2_500)))
        ),
        PayerLine(culture, Money(3_900), withheld=Money(100)),
    )
    assert stands(patient_id) == (0, 500, 0)
    assert balance(Account.EFT_CLEARING) == Money(11_900)
    assert balance(Account.CASH_DRAWER) == Money(2_500)
    assert balance(Account.CONTRACTUAL_ADJUSTMENTS) == Money(4_000)
    assert balance(Account.PAYER_WITHHOLDS) == Money(100)
    kinds = [event.kind for event in api.events_for(cause)]
    assert sorted(kinds) == sorted(
        [
            EventKind.PAYER_PAYMENT,
            EventKind.CONTRACTUAL,
            EventKind.TRANSFER,
            EventKind.PAYER_PAYMENT,
            EventKind.WITHHOLD,
            EventKind.CREDIT_APPLIED,
        ]
    )
    taken = step(Ref("receipt", receipt_id))
    assert taken is not None
    assert (taken.stage, taken.amount) == ("payment", Money(2_500))
    (paid_in,) = effects_of(Ref("receipt", receipt_id))
    told = step(paid_in)
    assert told is not None
    assert told.causes == (Ref("receipt", receipt_id),)


def test_a_denial_moves_nothing(office: Office, patient_id: UUID) -> None:
    ids = make_charges(office, patient_id, "visit", "culture")
    before = stands(patient_id)
    cause = decide(office, *(PayerLine(charge_id, words="CO 16 $150.00") for charge_id in ids))
    assert stands(patient_id) == before == (19_000, 0, 0)
    assert api.events_for(cause) == []


def test_a_reversal_undoes_a_decision_and_frees_the_patients_money(office: Office, patient_id: UUID) -> None:
    (visit,) = make_charges(office, patient_id, "visit")
    first = PayerLine(visit, Money(8_000), Money(4_000), patient=Money(3_000))
    decide(office, first)
    pay(patient_id, 3_000)
    decide(office, PayerLine(visit, Money(-8_000), Money(-4_000), patient=Money(-3_000)))
    assert stands(patient_id) == (15_000, 0, 3_000)
    assert balance(Account.EFT_CLEARING) == balance(Account.CONTRACTUAL_ADJUSTMENTS) == ZERO
    decide(office, PayerLine(visit, Money(9_000), Money(4_000), patient=Money(2_000)))
    assert stands(patient_id) == (0, 0, 1_000)


def test_a_reversal_gives_nobody_money_that_was_written_off(office: Office, patient_id: UUID) -> None:
    (visit,) = make_charges(office, patient_id, "visit")
    decide(office, PayerLine(visit, Money(12_000), patient=Money(3_000)))
    pay(patient_id, 1_000)
    api.write_off(actor=PROGRAM, charge_id=visit, amount=Money(2_000), why="hardship", of_patient=True)
    decide(office, PayerLine(visit, Money(-12_000), patient=Money(-3_000)))
    assert stands(patient_id) == (15_000, -2_000, 1_000)
    assert work_about(Ref("charge", visit)) is not None
    decide(office, PayerLine(visit, Money(12_000), patient=Money(3_000)))
    assert stands(patient_id) == (0, 0, 0)
    assert work_about(Ref("charge", visit)) is None


def test_a_charge_paid_twice_is_seen_once_until_it_is_made_good(office: Office, patient_id: UUID) -> None:
    (visit,) = make_charges(office, patient_id, "visit")
    twice = PayerLine(visit, Money(15_000))
    decide(office, twice)
    assert work_about(Ref("charge", visit)) is None
    decide(office, twice)
    assert stands(patient_id) == (-15_000, 0, 0)
    opened = work_about(Ref("charge", visit))
    assert opened is not None
    decide(office, PayerLine(visit, Money(-15_000)))
    assert stands(patient_id) == (0, 0, 0)
    assert work_about(Ref("charge", visit)) is None


def test_two_equal_payments_on_a_day_stay_two(patient_id: UUID) -> None:
    first, second = pay(patient_id, 2_500), pay(patient_id, 2_500)
    assert [found.id for found in api.receipts_on(DAY)] == [first, second]
    assert api.receipt(first).number != api.receipt(second).number
    assert stands(patient_id) == (0, 0, 5_000)
    assert len({event.entry_id for _, event in api.events_on(DAY)}) == 2


def test_a_form_sent_twice_takes_the_money_once(patient_id: UUID) -> None:
    def send(cents: int) -> UUID:
        with form_sent("key-1"):
            return api.take_payment(actor=FRONT_DESK, patient_id=patient_id, amount=Money(cents), method=Method.CHECK)

    assert send(2_500) == send(2_500)
    assert balance(Account.UNDEPOSITED_CHECKS) == Money(2_500)
    with pytest.raises(Refusal, match="sent before"):
        send(2_600)


def test_what_is_no_payment_is_refused(office: Office, patient_id: UUID) -> None:
    with pytest.raises(Invalid):
        pay(patient_id, 0)
    other = make_visit(office, make_patient("Quist", "Per"))
    with pytest.raises(NotFound):
        api.take_payment(actor=PROGRAM, patient_id=patient_id, amount=Money(5), method=Method.CARD, encounter_id=other)
    with pytest.raises(NotFound):
        decide(office, PayerLine(new_id(), Money(5)))
    assert stands(patient_id) == (0, 0, 0)


def test_a_refund_is_numbered_and_never_more_than_is_held(patient_id: UUID) -> None:
    pay(patient_id, 5_000, Method.CARD)
    with pytest.raises(Refusal, match=r"holds \$50.00"):
        api.refund(actor=PROGRAM, patient_id=patient_id, amount=Money(5_001), method=Method.CARD, why="moved away")
    with pytest.raises(Refusal):
        api.refund(actor=PROGRAM, patient_id=patient_id, amount=Money(-1), method=Method.CARD, why="moved away")
    refund_id = api.refund(
        actor=PROGRAM, patient_id=patient_id, amount=Money(2_000), method=Method.CARD, why="moved away"
    )
    assert stands(patient_id) == (0, 0, 3_000)
    assert balance(Account.CARD_CLEARING) == Money(3_000)
    (made,) = api.refunds_on(DAY)
    assert (made.id, made.amount, made.why) == (refund_id, Money(2_000), "moved away")
    assert len(effects_of(Ref("refund", refund_id))) == 1
    assert find(made.number) == Ref("refund", refund_id)


def test_a_payment_that_was_none_is_taken_back_and_what_it_paid_is_owed_again(office: Office) -> None:
    patient_id = make_patient("Quist", "Per")
    make_charges(office, patient_id, "visit")
    wrong = pay(patient_id, 16_000, Method.CHECK)
    assert stands(patient_id) == (0, 0, 1_000)
    api.take_back_payment(actor=PROGRAM, receipt_id=wrong, why="check returned")
    assert stands(patient_id) == (0, 15_000, 0)
    assert balance(Account.UNDEPOSITED_CHECKS) == ZERO
    assert api.receipt(wrong).taken_back == "check returned"
    with pytest.raises(Refusal, match="already"):
        api.take_back_payment(actor=PROGRAM, receipt_id=wrong, why="again")


def test_a_payment_that_was_refunded_is_not_taken_back_too(patient_id: UUID) -> None:
    paid = pay(patient_id, 5_000)
    api.refund(actor=PROGRAM, patient_id=patient_id, amount=Money(1), method=Method.CASH, why="change")
    with pytest.raises(Refusal, match="refunded"):
        api.take_back_payment(actor=PROGRAM, receipt_id=paid, why="wrong")
    assert stands(patient_id) == (0, 0, 4_999)


def test_people_move_balances_only_as_far_as_they_are_open(office: Office, patient_id: UUID) -> None:
    pay(patient_id, 1_000)
    (visit,) = make_charges(office, patient_id, "visit")
    api.transfer_to_patient(actor=PROGRAM, charge_id=visit, amount=Money(6_000), why="not covered")
    assert stands(patient_id) == (9_000, 5_000, 0)
    api.write_off(actor=PROGRAM, charge_id=visit, amount=Money(9_000), why="filed late")
    api.write_off(actor=PROGRAM, charge_id=visit, amount=Money(5_000), why="hardship", of_patient=True)
    assert stands(patient_id) == (0, 0, 0)
    assert (balance(Account.OTHER_ADJUSTMENTS), balance(Account.BAD_DEBT)) == (Money(9_000), Money(5_000))
    for wrong in (Money(1), ZERO, Money(-1)):
        with pytest.raises(Refusal):
            api.write_off(actor=PROGRAM, charge_id=visit, amount=wrong, why="x", of_patient=True)
        with pytest.raises(Refusal):
            api.transfer_to_patient(actor=PROGRAM, charge_id=visit, amount=wrong, why="x")


def test_strangers_neither_read_nor_move(patient_id: UUID) -> None:
    pay(patient_id, 500)
    assert api.account_of(NOX, patient_id) == (Balance(ZERO, ZERO, ZERO), [])
    with pytest.raises(NotFound):
        api.take_payment(actor=NOX, patient_id=patient_id, amount=Money(5), method=Method.CASH)
    with pytest.raises(NotFound):
        api.refund(actor=FRONT_DESK, patient_id=patient_id, amount=Money(5), method=Method.CASH, why="x")
    balance_, events = api.account_of(FRONT_DESK, patient_id)
    assert (balance_.unapplied, len(events)) == (Money(500), 1)


COUNT = "SELECT count(*) FROM {0}"
TABLES = ["charge", "account_event", "receipt", "receipt_taken_back", "refund", "statement"]


@pytest.mark.parametrize("table", TABLES)
def test_history_stays(office: Office, table: str) -> None:
    patient_id = make_patient("Quist", "Per")
    make_charges(office, patient_id, "visit")
    api.make_statement(actor=PROGRAM, patient_id=patient_id)
    api.take_back_payment(actor=PROGRAM, receipt_id=pay(patient_id, 100), why="wrong")
    pay(patient_id, 16_000)
    api.refund(actor=PROGRAM, patient_id=patient_id, amount=Money(5), method=Method.CASH, why="x")
    assert table in APPEND_ONLY
    key = "receipt_id" if table == "receipt_taken_back" else "id"
    with connection.cursor() as cursor:
        cursor.execute(COUNT.format(table))
        assert cursor.fetchone()[0] > 0
    for verb in ("UPDATE {0} SET {1} = {1}", "DELETE FROM {0}", "TRUNCATE {0} CASCADE"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(verb.format(table, key))


def test_reading_accounts_costs_a_fixed_number_of_queries(
    office: Office, patient_id: UUID, django_assert_num_queries: object
) -> None:
    for _ in range(3):
        make_charges(office, patient_id, "visit", "shot")
    with django_assert_num_queries(1):  # type: ignore[operator] # pytest-django's fixture
        assert len(charges.charges_of_patient(patient_id)) == 6
    with django_assert_num_queries(3):  # type: ignore[operator] # as above
        api.account_of(PROGRAM, patient_id)
