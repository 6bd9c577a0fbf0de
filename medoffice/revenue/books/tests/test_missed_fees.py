"""The fee for a missed visit: the patient's, on every sheet to the cent, in no claim, and taken back whole."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction
from pypdf import PdfReader

from medoffice.front_office.outreach.api import decide_fee, missed_with_fee, set_missed_policy
from medoffice.front_office.scheduling.api import define_visit_type, mark_no_show
from medoffice.front_office.scheduling.tests.makers import NOW, local, make_appointment, make_hours
from medoffice.kernel import clock, facts, files
from medoffice.kernel.ids import new_id
from medoffice.kernel.money import ZERO, Money
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref, effects_of, step
from medoffice.kernel.worlds import current
from medoffice.kernel.worlds.reports import report_rows
from medoffice.practice.tests.makers import Office
from medoffice.revenue.billing import api as billing
from medoffice.revenue.billing.tests.makers import make_charges, make_insured, make_office
from medoffice.revenue.billing.types import Charge, EventKind, Method, PayerLine
from medoffice.revenue.books.api import day_sheet, proofs
from medoffice.revenue.claims.api import claims_of, prepare_claims
from medoffice.revenue.ledger.api import balance, patient_sum
from medoffice.revenue.ledger.types import Account
from medoffice.security.tests.makers import signed_in
from medoffice.security.types import PROGRAM

FEE, ON = Money(2_500), date(2026, 11, 24)


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_missing_office()


def make_missing_office() -> Office:
    """The office of billing, where visits can be booked, and a missed one costs something from the first on."""
    place = make_office()
    make_hours(place.provider_id, place.site_id)
    define_visit_type(actor=PROGRAM, key="sick", name="Sick visit", minutes=20)
    set_missed_policy(actor=PROGRAM, valid_from=date(2026, 1, 1), no_show_fee=FEE, late_fee=ZERO)
    return place


def missed(office: Office, patient_id: UUID) -> UUID:
    """A visit of today to which they do not come; its fee waits to be decided."""
    visit = make_appointment(office, patient_id)
    clock.freeze(local(24, 10))
    mark_no_show(actor=PROGRAM, appointment_id=visit)
    facts.deliver()
    return visit


def charged(office: Office, patient_id: UUID) -> Charge:
    """Its fee, put on the account."""
    visit = missed(office, patient_id)
    (one,) = missed_with_fee(PROGRAM)
    decide_fee(actor=PROGRAM, missed_id=one.id, take=True)
    (made,) = effects_of(Ref("appointment", visit))
    return billing.charge(made.id)


def holds(key: str) -> bool:
    return next(proof.ok for proof in proofs() if proof.key == key)


def agree(patient_id: UUID, owed: Money) -> None:
    """The account, the ledger, the books' proofs and the sheet of what is open by age say the same."""
    assert billing.patient_balance(patient_id).patient == owed
    assert patient_sum(Account.PATIENT_RECEIVABLE, patient_id) == owed
    assert [proof.key for proof in proofs() if not proof.ok] in ([], ["audit"], ["files"])
    _, aged = report_rows("open_balances_by_age")
    assert sum(int(str(row[4])) for row in aged) == balance(Account.PATIENT_RECEIVABLE).cents
    assert sum(int(str(row[3])) for row in aged) == balance(Account.INSURANCE_RECEIVABLE).cents


@pytest.mark.django_db
def test_every_sheet_shows_the_fee_and_the_totals_agree(office: Office) -> None:
    who = make_insured(office)
    fee = charged(office, who)
    assert (fee.words, fee.code, fee.date, fee.amount) == ("Missed visit", "", ON, FEE)
    assert (fee.insurance_balance, fee.patient_balance, fee.encounter_id) == (ZERO, FEE, None)
    agree(who, FEE)
    assert balance(Account.PATIENT_FEES) == -FEE
    assert balance(Account.SERVICE_REVENUE) == ZERO
    assert day_sheet(PROGRAM, ON).charges == FEE
    _, rows = report_rows("charges_by_month")
    assert [(row[2], row[5]) for row in rows] == [("fee", 2_500)]
    statement = billing.statement(billing.make_statement(actor=PROGRAM, patient_id=who))
    pages = PdfReader(BytesIO(files.load(statement.sha256))).pages
    text = " ".join(" ".join(page.extract_text().split()) for page in pages)
    assert "Missed visit $25.00 $25.00" in text
    assert "the office's fee, which no insurance pays $25.00" in text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    billing.take_payment(actor=PROGRAM, patient_id=who, amount=FEE, method=Method.CASH)
    agree(who, ZERO)


@pytest.mark.django_db
def test_money_that_is_held_is_put_on_the_fee_and_the_dollar_leads_to_the_visit(office: Office) -> None:
    who = make_insured(office)
    billing.take_payment(actor=PROGRAM, patient_id=who, amount=Money(1_000), method=Method.CARD)
    fee = charged(office, who)
    agree(who, Money(1_500))
    told = step(Ref("charge", fee.id))
    assert told is not None
    (cause,) = told.causes
    assert (cause.kind, cause.id) == ("appointment", fee.appointment_id)
    page = signed_in("lind").get(f"/follow/charge/{fee.id}/").content.decode()
    for words in ("Missed visit", "Fees to patients", "Appointment A-", "$10.00"):
        assert words in page, words


@pytest.mark.django_db
def test_a_fee_is_charged_once_for_a_visit_and_only_if_it_was_missed(office: Office) -> None:
    who = make_insured(office)
    fee = charged(office, who)
    assert fee.appointment_id is not None
    again = billing.charge_missed(actor=PROGRAM, appointment_id=fee.appointment_id, amount=Money(9_900))
    assert again == fee.id
    agree(who, FEE)
    kept = make_appointment(office, who, local(24, 15))
    with pytest.raises(Refusal) as refused:
        billing.charge_missed(actor=PROGRAM, appointment_id=kept, amount=FEE)
    assert refused.value.code == "not-missed"


@pytest.mark.django_db
def test_no_claim_and_no_payer_ever_takes_a_fee(office: Office) -> None:
    who = make_insured(office)
    fee = charged(office, who)
    (service,) = make_charges(office, who, "visit")
    visit = billing.charge(service).encounter_id
    assert visit is not None
    prepare_claims(actor=PROGRAM, encounter_id=visit)
    (claim,) = claims_of(visit)
    assert [line.charge_id for line in claim.lines] == [service]
    line = PayerLine(fee.id, paid=FEE)
    with pytest.raises(Refusal, match="no payer decides"):
        billing.post_payer_decision(
            actor=PROGRAM,
            on=ON,
            lines=[line],
            cause=Ref("remit_decision", new_id()),
            payer_id=office.payer_id,
            words="x",
        )
    agree(who, FEE)


@pytest.mark.django_db
def test_a_fee_is_taken_back_whole_and_once(office: Office) -> None:
    who = make_insured(office)
    billing.take_payment(actor=PROGRAM, patient_id=who, amount=Money(1_000), method=Method.CASH)
    fee = charged(office, who)
    chen = signed_in("chen")
    page = chen.get(f"/billing/charge/{fee.id}/").content.decode()
    assert "Take the fee back" in page
    assert "Write off what insurance owes" not in page
    assert chen.post(f"/billing/charge/{fee.id}/take-back/", {"why": ""}).status_code == 422
    assert chen.post(f"/billing/charge/{fee.id}/take-back/", {"why": "came, we were late"}).status_code == 302
    agree(who, ZERO)
    assert billing.patient_balance(who).unapplied == Money(1_000)
    assert balance(Account.PATIENT_FEES) == ZERO
    kinds = [event.kind for event in billing.events_of_charge(fee.id)]
    assert kinds == [EventKind.FEE, EventKind.CREDIT_APPLIED, EventKind.FEE_BACK, EventKind.CREDIT_APPLIED]
    assert "Take the fee back" not in chen.get(f"/billing/charge/{fee.id}/").content.decode()
    with pytest.raises(Refusal) as twice:
        billing.take_back_fee(actor=PROGRAM, charge_id=fee.id, why="again")
    assert twice.value.code == "nothing-left"


@pytest.mark.django_db
def test_what_was_written_off_of_a_fee_is_not_taken_back_again(office: Office) -> None:
    who = make_insured(office)
    fee = charged(office, who)
    billing.write_off(actor=PROGRAM, charge_id=fee.id, amount=Money(1_000), why="hardship", of_patient=True)
    billing.take_back_fee(actor=PROGRAM, charge_id=fee.id, why="snow")
    agree(who, ZERO)
    assert balance(Account.PATIENT_FEES) == Money(-1_000)
    (service,) = make_charges(office, who, "visit")
    with pytest.raises(Refusal) as refused:
        billing.take_back_fee(actor=PROGRAM, charge_id=service, why="x")
    assert refused.value.code == "no-fee"


FORBIDDEN = (
    "UPDATE claim_line SET code = ''",
    "UPDATE account_event SET insurance_cents = 1, patient_cents = 0 WHERE kind = 'fee'",
    "UPDATE account_event SET payer_id = (SELECT min(id::text)::uuid FROM practice_payer) WHERE kind = 'fee'",
    "UPDATE charge SET encounter_id = (SELECT min(id::text)::uuid FROM encounter) WHERE code = ''",
    "UPDATE charge SET appointment_id = NULL WHERE code = ''",
)


@pytest.mark.usefixtures("fresh_world")
def test_the_database_keeps_a_fee_from_payers_and_a_proof_sees_what_differs(fresh_world: str) -> None:
    with clock.frozen(NOW):
        place = make_missing_office()
        who = make_insured(place)
        charged(place, who)
        (service,) = make_charges(place, who, "visit")
        visit = billing.charge(service).encounter_id
        assert visit is not None
        prepare_claims(actor=PROGRAM, encounter_id=visit)
        for wrong in FORBIDDEN:
            with pytest.raises(IntegrityError, match="fee"):
                planted(fresh_world, wrong)
        assert holds("fees")
        with pytest.raises(AssertionError, match="fees"):
            planted(fresh_world, "UPDATE journal_line SET account = '4000' WHERE account = '4010'")
        assert holds("fees")


def planted(world: str, fault: str) -> None:
    """A fault that only the owner of the tables can plant, looked at by the proof, and taken back."""
    with current.use(world, current.OWNER), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {fault.split()[1]} DISABLE TRIGGER USER")
        cursor.execute(fault)
        assert holds("fees"), "fees"
