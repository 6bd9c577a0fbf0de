"""Laboratory orders on the screen: entered, signed, printed, set up."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from django.test import Client

from medoffice.clinic.charting.api import record_vitals
from medoffice.clinic.charting.tests.makers import enter, make_visit
from medoffice.clinic.charting.types import ListKind, Vitals
from medoffice.clinic.orders.api import import_tests, laboratories, requisitions_of, save_order_set
from medoffice.clinic.orders.rules.asking import asks_last_period
from medoffice.clinic.orders.tests.makers import make_laboratory
from medoffice.clinic.orders.types import LabTest, RequisitionState
from medoffice.kernel import clock
from medoffice.practice.tests.makers import Office, make_office
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import sign_in, signed_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(datetime(2026, 11, 24, 16, tzinfo=UTC)):
        yield make_office()


@pytest.fixture
def visit(office: Office) -> UUID:
    return make_visit(office)


@pytest.fixture
def okafor(office: Office) -> Client:  # noqa: ARG001 - she has her account by the office
    return sign_in("okafor")


def test_tests_are_ordered_signed_printed_and_taken(visit: UUID, okafor: Client, office: Office) -> None:
    lab = make_laboratory()
    save_order_set(actor=office.provider, name="Yearly", laboratory_id=lab, codes=("CMP", "LIP"))
    address = f"/orders/{visit}/laboratory/"
    page = okafor.get(address).content.decode()
    assert "Thyrotropin" in page
    assert "How was it collected?" in page
    wrong = okafor.post(address, {"codes": ["UCX"], "diagnoses": "nothing"})
    assert wrong.status_code == 422
    told = wrong.content.decode()
    assert "The laboratory asks: How was it collected?" in told
    assert "no code of ICD-10-CM" in told
    done = okafor.post(
        address, {"set": "yearly", "codes": ["UCX"], "diagnoses": "J02.9", "ask:How was it collected?": "x"}
    )
    (one,) = requisitions_of(visit)
    assert done.headers["Location"] == f"/orders/laboratory/{one.id}/"
    assert (one.asked.codes, one.asked.answers) == (("UCX", "CMP", "LIP"), (("How was it collected?", "x"),))
    shown = okafor.get(f"/orders/laboratory/{one.id}/").content.decode()
    assert "Acute pharyngitis" in shown
    for what in ("paper", "labels"):
        assert okafor.get(f"/orders/laboratory/{one.id}/{what}.pdf").content.startswith(b"%PDF-")
    assert okafor.post(f"/orders/laboratory/{one.id}/collect/", {"version": one.version}).status_code == 302
    assert okafor.post(f"/orders/laboratory/{one.id}/nothing/", {"version": 1}).status_code == 404
    assert one.number in okafor.get("/orders/open/").content.decode()
    assert one.number in okafor.get(f"/charting/{visit}/").content.decode()


def test_a_problem_of_the_chart_says_why(visit: UUID, okafor: Client) -> None:
    who = encounter(visit).patient_id
    enter(who, ListKind.PROBLEM, "Essential hypertension", system="ICD-10-CM", code="I10")
    enter(who, ListKind.PROBLEM, "Acute pharyngitis", system="ICD-10-CM", code="J02.9", status="resolved")
    make_laboratory()
    page = f"/orders/{visit}/laboratory/"
    shown = okafor.get(page).content.decode()
    assert ('value="I10" data-key="1"' in shown, "Acute pharyngitis" in shown) == (True, False)
    lab = laboratories()[0].key
    sent = {"laboratory": lab, "codes": ["CMP"], "problems": ["I10"], "diagnoses": "j02.9 i10"}
    assert okafor.post(page, sent).status_code == 302
    assert requisitions_of(visit)[-1].asked.diagnoses == ("I10", "J02.9")
    assert okafor.post(page, sent | {"problems": ["Z99"]}).status_code == 422


def test_a_nurse_enters_and_the_provider_signs_with_one_key(visit: UUID, okafor: Client) -> None:
    make_laboratory()
    nurse = signed_in("ruiz")
    nurse.post(f"/orders/{visit}/laboratory/", {"codes": ["TSH"], "diagnoses": "j02.9"})
    (one,) = requisitions_of(visit)
    assert one.state is RequisitionState.TO_SIGN
    assert 'data-says="sign"' not in nurse.get(f"/orders/laboratory/{one.id}/").content.decode()
    page = okafor.get(f"/orders/laboratory/{one.id}/").content.decode()
    assert 'data-key="s" data-says="sign"' in page
    okafor.post(f"/orders/laboratory/{one.id}/sign/", {"version": re.findall(r'name="version" value="(\d+)"', page)[0]})
    assert requisitions_of(visit)[0].state is RequisitionState.TO_SEND


def test_a_laboratory_its_tests_and_a_set_are_set_up(office: Office) -> None:
    manager = signed_in("petrov")
    wrong = manager.post("/orders/laboratories/", {"name": "North", "door": "mllp", "hours": "24"})
    assert wrong.status_code == 422
    assert "Say the address and the port." in wrong.content.decode()
    made = manager.post("/orders/laboratories/", {"name": "North", "hours": "24", "used": "on"})
    page = made.headers["Location"]
    manager.post(page, {"what": "tests", "text": "code\tname\nA1\tAlpha\nB2\tBeta\n\t\tx\n"})
    assert "Alpha" in manager.get(page).content.decode()
    assert manager.post(page, {"what": "set", "name": "Both", "codes": "A1, ZZ"}).status_code == 422
    assert manager.post(page, {"what": "set", "name": "Both", "codes": "A1, B2", "standing": "on"}).status_code == 302
    assert "standing, Irina Petrov" in manager.get(page).content.decode()
    manager.post(page, {"what": "laboratory", "name": "North & South", "hours": "30"})
    (lab,) = laboratories(used=False)
    assert (lab.name, lab.hours, lab.used) == ("North & South", 30, False)
    assert office.provider_id


def test_which_question_asks_the_last_menstrual_period() -> None:
    for asks in ("LMP", "LMP date?", "Last menstrual period (MM/DD/YYYY)", "Date of last menses", "Menstrual period"):
        assert asks_last_period(asks), asks
    for asks in (
        "How was it collected?",
        "Last dose?",
        "Period of fasting",
        "Date of last meal",
        "HELMPT",
        "Pregnant?",
    ):
        assert not asks_last_period(asks), asks


def test_what_was_said_at_rooming_stands_in_the_question_that_asks_it(office: Office, okafor: Client) -> None:
    lab, began = make_laboratory(), date(2026, 10, 30)
    import_tests(actor=PROGRAM, laboratory_id=lab, tests=(LabTest("AFP", "Maternal serum", asks=("LMP", "Weeks?")),))
    who = make_patient("Quist", "Marisol", born=date(1996, 3, 2))
    visit = make_visit(office, who)
    record_vitals(actor=PROGRAM, encounter_id=visit, vitals=Vitals(last_period=began))
    address, field = f"/orders/{visit}/laboratory/", re.compile(r'name="ask:LMP"[^>]* value="([^"]*)"')
    page = okafor.get(address).content.decode()
    assert field.findall(page) == ["10/30/2026"]
    assert page.count("Known: 10/30/2026, as noted on 11/24/2026") == 1
    typed = {"codes": ["AFP"], "diagnoses": "J02.9", "ask:LMP": "10/31/2026"}
    wrong = okafor.post(address, typed)
    assert (wrong.status_code, field.findall(wrong.content.decode())) == (422, ["10/31/2026"])
    assert okafor.post(address, {**typed, "ask:Weeks?": "4"}).status_code == 302
    assert requisitions_of(visit)[0].asked.answers == (("LMP", "10/31/2026"), ("Weeks?", "4"))
    with clock.frozen(clock.now() + timedelta(days=14)):
        later = sign_in("okafor").get(f"/orders/{make_visit(office, who)}/laboratory/").content.decode()
    assert field.findall(later) == [""], "what was said at another visit is shown, and asked anew"
    assert "Known: 10/30/2026, as noted on 11/24/2026" in later
