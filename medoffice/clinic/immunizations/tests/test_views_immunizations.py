"""Vaccines on the screen: taken in, given by key, corrected, recalled; the registry is named."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.test import Client

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.immunizations.api import doses_of_visit, lot, lots, registry
from medoffice.clinic.immunizations.tests.makers import make_dose, make_lot
from medoffice.clinic.orders.api import place_order
from medoffice.kernel import clock
from medoffice.practice.tests.makers import Office, make_office
from medoffice.security.tests.makers import PASSWORD, make_user, signed_in

pytestmark = pytest.mark.django_db
HERE = "/immunizations/"


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(datetime(2026, 11, 24, 16, tzinfo=UTC)):
        yield make_office()


@pytest.fixture
def assistant(office: Office) -> Client:  # noqa: ARG001 - after the office
    make_user("farrow", "Tess Farrow", "medical_assistant")
    client = Client()
    client.post("/security/sign-in/", {"username": "farrow", "password": PASSWORD})
    return client


def text(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_a_vaccine_is_given_by_key_with_what_the_lot_says_filled_in(office: Office, assistant: Client) -> None:
    visit, flu = make_visit(office), make_lot(office)
    asked = place_order(actor=office.provider, encounter_id=visit, key="vaccine_flu", words="Influenza vaccine")
    assert 'data-key="v"' in text(assistant, f"/charting/{visit}/")
    page = text(assistant, f"{HERE}visit/{visit}/")
    assert f'href="/immunizations/visit/{visit}/{flu}/" data-key="1"' in page
    form = f"{HERE}visit/{visit}/{flu}/"
    page = text(assistant, form)
    assert 'value="01/31/2025"' in page
    assert "unverified" in page
    sent = {"route": "IM", "site": "", "vis": "01/31/2025", "amount": "0.5", "eligibility": "V01", "order": str(asked)}
    wrong = assistant.post(form, sent)
    assert (wrong.status_code, "Say where it was given." in wrong.content.decode()) == (422, True)
    assert assistant.post(form, {**sent, "site": "LD"}).headers["Location"] == f"/charting/{visit}/"
    assert "lot FL26A, 0.5 mL, intramuscular, left deltoid" in text(assistant, f"/charting/{visit}/")
    assert lot(flu).on_hand == 9


def test_a_dose_is_corrected_and_struck_on_its_page(office: Office, assistant: Client) -> None:
    visit, flu = make_visit(office), make_lot(office)
    page = f"{HERE}dose/{make_dose(visit, flu)}/"
    assert 'aria-label="Correct what was given"' in text(assistant, page)
    sent = {"lot": str(flu), "route": "IM", "site": "RD", "vis": "01/31/2025", "amount": "0.5", "eligibility": "V01"}
    assert assistant.post(f"{page}correct/", sent).status_code == 422
    moved = assistant.post(f"{page}correct/", {**sent, "why": "right arm"}).headers["Location"]
    assert "right arm" in text(assistant, page)
    assert "Correct what was given" not in text(assistant, page)
    assert "right deltoid" in text(assistant, moved)
    assert assistant.post(f"{moved}strike/", {"why": ""}).status_code == 422
    assert assistant.post(f"{moved}strike/", {"why": "went before it"}).status_code == 302
    assert "Wrong entry: went before it" in text(assistant, moved)
    assert "Correct what was given" not in text(signed_in("petrov"), page)
    assert signed_in("lind").get(page).status_code == 404


def test_a_box_is_taken_in_and_its_lot_recalled_counted_and_taken_out(office: Office, assistant: Client) -> None:
    assert "CVX 140" in assistant.post(f"{HERE}find/", {"q": "influenza split"}).content.decode()
    sent = {
        "cvx": "140", "lot": "fl26a", "expires": "06/30/2027", "count": "10", "vis": "01/31/2025",
        "funding": "private", "route": "IM", "amount": "0.5", "site": str(office.site_id), "ndc": "33332-0126-03",
    }  # fmt: skip
    assert assistant.post(HERE, {**sent, "cvx": ""}).status_code == 422
    assert assistant.post(HERE, {**sent, "expires": "06/30/2020"}).status_code == 422
    assert assistant.post(HERE, sent).status_code == 302
    (one,) = lots()
    assert "FL26A" in text(assistant, HERE)
    page = f"{HERE}lot/{one.id}/"
    make_dose(make_visit(office), one.id)
    assert "Vale" in text(assistant, page)
    assert assistant.post(f"{page}out/", {"count": "99", "why": "broke"}).status_code == 422
    assert assistant.post(f"{page}out/", {"count": "1", "why": "broke"}).status_code == 302
    count = {"there": "7", "seen": re.findall(r'name="seen" value="(\d+)"', text(assistant, page))[0], "why": "fell"}
    assert assistant.post(f"{page}count/", count).status_code == 302
    assert assistant.post(f"{page}recall/", {"why": ""}).status_code == 422
    assert assistant.post(f"{page}recall/", {"why": "too warm"}).status_code == 302
    assert assistant.post(f"{page}nothing/", {}).status_code == 404
    shown = text(assistant, page)
    assert "Lot FL26A was recalled: too warm." in shown
    assert lot(one.id).on_hand == 7
    assert "recalled" in text(assistant, f"{HERE}?every=1")


def test_the_registry_is_named_by_whoever_leads(assistant: Client) -> None:
    page = f"{HERE}registry/"
    assert assistant.get(page).status_code == 404
    manager = signed_in("petrov")
    assert manager.post(page, {"name": ""}).status_code == 422
    assert manager.post(page, {"name": "State registry", "facility": "IL", "used": "on"}).status_code == 302
    assert manager.post(page, {"version": "1", "name": "State registry", "facility": "IL"}).status_code == 302
    assert registry().used is False  # type: ignore[union-attr]
    assert manager.post(page, {"version": "1", "name": "x"}).status_code in (409, 422)


def test_whoever_keeps_the_stock_and_sees_no_patient_is_told_that_there_are_some(office: Office) -> None:
    visit: UUID = make_visit(office)
    flu = make_lot(office)
    make_dose(visit, flu)
    assert doses_of_visit(visit)
    assert "Vale" not in text(signed_in("nox"), f"{HERE}lot/{flu}/")
