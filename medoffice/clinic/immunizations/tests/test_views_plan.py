"""What is due stands on the screen, first of all, and one key begins to give it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from django.test import Client

from medoffice.clinic.charting.tests.makers import enter, make_visit
from medoffice.clinic.charting.types import ListKind
from medoffice.clinic.immunizations.api import facts_of, note_fact
from medoffice.clinic.immunizations.tests.makers import FLU, TDAP, make_dose, make_lot
from medoffice.kernel import clock
from medoffice.practice.tests.makers import Office, make_office
from medoffice.records.encounters.api import move_encounter
from medoffice.records.encounters.types import Stage
from medoffice.records.patients.tests.makers import died, make_patient
from medoffice.security.api import label_visit
from medoffice.security.tests.makers import PASSWORD, make_user
from medoffice.security.types import PROGRAM, Label

pytestmark = pytest.mark.django_db
HERE = "/immunizations/"
POLIO = replace(FLU, cvx="10", lot="PO1")


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(datetime(2026, 11, 24, 16, tzinfo=UTC)):
        yield make_office()


@pytest.fixture
def child(office: Office) -> UUID:  # noqa: ARG001 - after the office
    return make_patient("Quist", "Ole", born=date(2026, 1, 5), sex="M")


@pytest.fixture
def assistant(office: Office) -> Client:  # noqa: ARG001 - after the office
    make_user("farrow", "Tess Farrow", "medical_assistant")
    client = Client()
    client.post("/security/sign-in/", {"username": "farrow", "password": PASSWORD})
    return client


def text(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_what_is_due_is_given_by_one_key_from_the_lots_that_are_for_it(
    office: Office, child: UUID, assistant: Client
) -> None:
    page = text(assistant, f"{HERE}patient/{child}/")
    assert "check the patient in first" in page
    assert "By CDSi 4.64 of 11/10/2025" in page
    visit, tdap, polio = make_visit(office, child), make_lot(office, TDAP), make_lot(office, POLIO)
    page = text(assistant, f"{HERE}patient/{child}/")
    assert f'href="/immunizations/visit/{visit}/?for=Polio" data-key="' in page
    page = text(assistant, f"{HERE}visit/{visit}/?for=Polio")
    assert f'href="/immunizations/visit/{visit}/{polio}/" data-key="1"' in page
    assert f'href="/immunizations/visit/{visit}/{tdap}/" data-key="2"' in page
    assert "overdue: Polio 1" in page
    page = text(assistant, f"{HERE}visit/{visit}/?for=Hib")
    assert "No vaccine for Hib is on hand here." in page


def test_the_chart_and_the_visit_say_what_is_due(office: Office, child: UUID, assistant: Client) -> None:
    visit = make_visit(office, child)
    for address in (f"/charting/chart/{child}/", f"/charting/{visit}/"):
        page = text(assistant, address)
        assert "Polio, dose 1" in page
        assert f"{HERE}patient/{child}/" in page


def test_each_dose_says_what_it_counts_for(child: UUID, assistant: Client) -> None:
    for began in ("2026-03-05", "2026-03-12"):
        enter(child, ListKind.IMMUNIZATION, "IPV", system="CVX", code="10", status="completed", began=began)
    enter(child, ListKind.IMMUNIZATION, "Hib <b>", system="CVX", code="48", status="completed", began="2026")
    page = text(assistant, f"{HERE}patient/{child}/")
    assert "Polio: too soon after another dose" in page
    assert "Hib &lt;b&gt; (2026)" in page


def test_what_holds_is_noted_and_taken_back_on_the_page(child: UUID, assistant: Client) -> None:
    address = f"{HERE}patient/{child}/fact/"
    wrong = assistant.post(address, {"code": "999", "holds": "1"})
    assert (wrong.status_code, "Choose one." in wrong.content.decode()) == (422, True)
    assert assistant.post(address, {"code": "024", "since": "05/01/2026", "holds": "1"}).status_code == 302
    assert "No longer so" in text(assistant, f"{HERE}patient/{child}/")
    assert assistant.post(address, {"code": "024"}).status_code == 302
    assert facts_of(PROGRAM, child) == ()


def test_doses_count_from_a_day_that_must_be_noted(office: Office, assistant: Client) -> None:  # noqa: ARG001
    mother = make_patient("Vale", "Ines", born=date(2000, 1, 15), sex="F")
    note_fact(actor=PROGRAM, patient_id=mother, code="007")
    assert "Note Onset of pregnancy with its day" in text(assistant, f"{HERE}patient/{mother}/")
    told = {"code": "170", "holds": "1", "since": ""}
    assert b"This is needed" in assistant.post(f"{HERE}patient/{mother}/fact/", told).content
    assistant.post(f"{HERE}patient/{mother}/fact/", told | {"since": "05/01/2026"})
    page = text(assistant, f"{HERE}patient/{mother}/")
    assert "Note Onset" not in page
    assert "Onset of pregnancy, since 05/01/2026" in page


def test_of_who_has_died_nothing_is_due(child: UUID, assistant: Client) -> None:
    died(child, date(2026, 11, 1))
    assert "has died" in text(assistant, f"{HERE}patient/{child}/")
    assert "Vaccines due" not in text(assistant, f"/charting/chart/{child}/")


def test_what_is_decided_together_says_so(office: Office, assistant: Client) -> None:
    youth = make_patient("Amaro", "Noa", born=date(2009, 1, 15), sex="F")
    visit = make_visit(office, youth)
    for address in (f"{HERE}patient/{youth}/", f"/charting/{visit}/"):
        assert "decide together" in text(assistant, address)


def test_what_is_noted_after_the_visit_of_today_is_said_at_it(office: Office, assistant: Client) -> None:
    adult = make_patient("Bell", "Ira", born=date(1975, 1, 5), sex="M")
    visit = make_visit(office, adult)
    for stage in (Stage.ROOMED, Stage.WITH_PROVIDER, Stage.CHECK_OUT, Stage.FINISHED):
        move_encounter(actor=PROGRAM, encounter_id=visit, stage=stage, room="Exam 1" if stage is Stage.ROOMED else "")
    page = text(assistant, f"{HERE}patient/{adult}/")
    assert f'<option value="{visit}" selected>the visit of 11/24/2026</option>' in page


def test_what_is_first_asked_says_what_and_the_list_offers_both_answers(office: Office, assistant: Client) -> None:
    adult = make_patient("Bell", "Ira", born=date(1975, 1, 5), sex="M")
    visit = make_visit(office, adult)
    page = text(assistant, f"{HERE}patient/{adult}/")
    assert "Immune if born in U.S. before 01/01/1980" in page
    assert "Immune if born in U.S. before 01/01/1980" in text(assistant, f"/charting/{visit}/")
    assert f'<option value="{visit}" selected>the visit of 11/24/2026</option>' in page
    told = {"code": "birth:U.S.", "holds": "1", "encounter_id": str(visit)}
    assert assistant.post(f"{HERE}patient/{adult}/fact/", told).status_code == 302
    assert [one.encounter_id for one in facts_of(PROGRAM, adult)] == [visit]
    assert "Immune if born" not in text(assistant, f"{HERE}patient/{adult}/")


def test_a_release_that_is_old_says_so_wherever_it_speaks(office: Office, child: UUID, assistant: Client) -> None:
    visit = make_visit(office, child)
    for address in (f"{HERE}patient/{child}/", f"/charting/{visit}/", HERE):
        assert "CDSi 4.64 is old since 07/01/2026" in text(assistant, address)


def test_a_product_that_counts_though_it_is_not_preferred_says_so(
    office: Office, child: UUID, assistant: Client
) -> None:
    visit = make_visit(office, child)
    make_lot(office, replace(POLIO, cvx="89", lot="PX1"))
    assert "Polio 1, counts but not preferred" in text(assistant, f"{HERE}visit/{visit}/")


def test_what_is_kept_is_said_wherever_something_is_due(office: Office, assistant: Client) -> None:
    adult = make_patient("Bell", "Ira", born=date(1980, 1, 5), sex="M")
    kept, visit = make_visit(office, adult), make_visit(office, adult)
    make_dose(kept, make_lot(office, TDAP))
    label_visit(actor=PROGRAM, subject=adult, things=[kept], label=Label.PART2, why="asked for")
    assert "may be wrong" in text(assistant, f"{HERE}visit/{visit}/")
    assert "this may be wrong" in text(assistant, f"/charting/{visit}/")


def test_a_visit_of_another_day_says_nothing_of_what_is_due_today(
    office: Office, child: UUID, assistant: Client
) -> None:
    visit = make_visit(office, child)
    with clock.frozen(datetime(2026, 11, 26, 16, tzinfo=UTC)):
        assistant.post("/security/sign-in/", {"username": "farrow", "password": PASSWORD})
        page = text(assistant, f"/charting/{visit}/")
    assert "All that is due" in page
    assert "look at the schedule" not in page


def test_who_may_not_read_sees_nothing(child: UUID) -> None:
    make_user("nox2", "Nox Stranger", "receptionist")
    client = Client()
    client.post("/security/sign-in/", {"username": "nox2", "password": PASSWORD})
    assert client.get(f"{HERE}patient/{child}/").status_code == 404
