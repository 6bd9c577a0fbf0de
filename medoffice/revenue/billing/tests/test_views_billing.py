"""The screens of billing through the whole stack: middleware, policy, forms, pages."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.test import Client

from medoffice.kernel import clock
from medoffice.kernel.money import Money
from medoffice.practice.tests.makers import Office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.billing import api
from medoffice.revenue.billing.tests.makers import make_charges, make_insured, make_office
from medoffice.security.api import audit_lines
from medoffice.security.tests.makers import somebody
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db
PASSWORD = "seven quiet herons wade"


@pytest.fixture(autouse=True)
def _on_the_day() -> Iterator[None]:
    with clock.frozen(datetime(2026, 11, 24, 16, tzinfo=UTC)):
        yield


@pytest.fixture
def office() -> Office:
    return make_office()


@pytest.fixture
def patient_id(office: Office) -> UUID:
    found = make_patient("Amaro", "Lucía")
    make_charges(office, found, "visit")
    return found


def test_an_account_shows_every_number_and_what_it_is_made_of(patient_id: UUID) -> None:
    client = somebody("biller")
    page = client.get(f"/billing/account/{patient_id}/").content.decode()
    assert "Lucía" in page
    assert "$150.00" in page
    charge = api.charge(_only_charge(patient_id))
    assert f"/billing/charge/{charge.id}/" in page
    event = api.events_of_charge(charge.id)[0]
    assert f"/ledger/entry/{event.entry_id}/" in page
    assert any(line.word == "billing.read" for line in audit_lines(limit=5))
    one = client.get(f"/billing/charge/{charge.id}/")
    assert one.status_code == 200
    assert "ZZ001" in one.content.decode()
    for path in (
        "/billing/",
        "/ledger/",
        "/ledger/balances/",
        "/ledger/account/1110/",
        f"/ledger/entry/{event.entry_id}/",
    ):
        assert client.get(path).status_code == 200, path


def _only_charge(patient_id: UUID) -> UUID:
    _, events = api.account_of(PROGRAM, patient_id)
    return next(event.charge_id for event in events if event.charge_id)


def test_the_same_payment_form_sent_twice_is_one_receipt(patient_id: UUID) -> None:
    client = somebody("receptionist")
    form = {"amount": "150", "method": "cash", "once": "key-7"}
    first = client.post(f"/billing/account/{patient_id}/pay/", form)
    second = client.post(f"/billing/account/{patient_id}/pay/", form)
    assert (first.status_code, first["Location"]) == (302, second["Location"])
    receipt = client.get(first["Location"]).content.decode()
    assert "$150.00" in receipt
    assert "Lucía Amaro" in receipt
    assert "Noor Haile" in receipt
    assert api.patient_balance(patient_id).patient == Money(0)


@pytest.mark.parametrize("amount", ["", "0", "-5", "1,2x"])
def test_a_wrong_amount_is_shown_again_with_what_is_wrong(patient_id: UUID, amount: str) -> None:
    client = somebody("receptionist")
    answer = client.post(f"/billing/account/{patient_id}/pay/", {"amount": amount, "method": "cash", "once": "k"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'role="alert"' in page
    assert api.receipts_of(patient_id) == []


def test_a_statement_is_made_and_shown_as_pdf(patient_id: UUID) -> None:
    client = somebody("biller")
    made = client.post(f"/billing/account/{patient_id}/statement/", {"once": "s-1"})
    assert made.status_code == 302
    (statement,) = api.statements_of(patient_id)
    assert statement.number in client.get(f"/billing/account/{patient_id}/").content.decode()
    pdf = client.get(f"/billing/statement/{statement.id}/")
    assert pdf["Content-Type"] == "application/pdf"
    assert pdf.content.startswith(b"%PDF")


def test_a_person_adjusts_and_takes_back(office: Office) -> None:
    insured = make_insured(office)
    (charge_id,) = make_charges(office, insured, "visit")
    client = somebody("biller", "manager")
    form = {"what": "transfer", "amount": "20", "why": "not covered", "once": "a"}
    assert client.post(f"/billing/charge/{charge_id}/adjust/", form).status_code == 302
    paid = client.post(f"/billing/account/{insured}/pay/", {"amount": "30.00", "method": "check", "once": "b"})
    assert api.patient_balance(insured).unapplied == Money(1_000)
    too_much = client.post(f"/billing/account/{insured}/refund/", {"amount": "11", "method": "cash", "why": "x"})
    assert too_much.status_code == 422
    assert "The office holds $10.00" in too_much.content.decode()
    path = paid["Location"] + "take-back/"
    assert client.post(path, {"why": "check returned", "once": "c"}).status_code == 302
    assert "check returned" in client.get(paid["Location"]).content.decode()
    assert api.patient_balance(insured).patient == Money(2_000)
    beyond = {"what": "write_off_patient", "amount": "20.01", "why": "x", "once": "d"}
    assert client.post(f"/billing/charge/{charge_id}/adjust/", beyond).status_code == 422


def test_fees_are_read_by_many_and_set_by_few(patient_id: UUID) -> None:  # noqa: ARG001 - an office with fees
    client = somebody("receptionist")
    page = client.get("/billing/fees/").content.decode()
    assert "ZZ001" in page
    assert "Set fee" not in page
    form = {"code": "zz009", "amount": "80", "valid_from": "11/24/2026", "once": "f"}
    assert client.post("/billing/fees/", form).status_code == 404


def test_the_biller_sets_a_fee(patient_id: UUID) -> None:  # noqa: ARG001 - an office
    client = somebody("biller")
    assert client.post("/billing/fees/", {"code": "zz009", "amount": "x", "valid_from": "soon"}).status_code == 422
    form = {"code": "zz009", "amount": "80", "valid_from": "11/24/2026", "once": "f"}
    assert client.post("/billing/fees/", form).status_code == 302
    assert "$80.00" in client.get("/billing/fees/").content.decode()


def test_a_stranger_finds_no_account(patient_id: UUID) -> None:
    client = somebody("transcriptionist")
    for path in ("/billing/", f"/billing/account/{patient_id}/", "/billing/fees/", "/ledger/", "/ledger/balances/"):
        assert client.get(path).status_code == 404, path
    assert client.post(f"/billing/account/{patient_id}/pay/", {"amount": "1", "method": "cash"}).status_code == 404
    assert Client().get(f"/billing/account/{patient_id}/").status_code == 302
