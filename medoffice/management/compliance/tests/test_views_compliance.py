"""The privacy officer's pages, and what others meet: a reason asked for, the glass, a confidential visit."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.test import Client

from medoffice.clinic.charting.api import note_of
from medoffice.kernel import clock
from medoffice.kernel.facts import deliver
from medoffice.practice.api import work_items
from medoffice.practice.tests.makers import make_office
from medoffice.practice.types import WorkItem
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.coding.tests.makers import NOTE, make_visit
from medoffice.security.api import access, actor_named, denials_of, label_patient, label_visit, labels_of
from medoffice.security.tests.makers import person, seen_in_an_emergency, sign_in, signed_in, the_access
from medoffice.security.types import PROGRAM, Label

pytestmark = pytest.mark.django_db
REASON = "cough"


@pytest.fixture
def patient() -> UUID:
    return make_patient("Castellano", "Rue")


@pytest.fixture
def visit(patient: UUID) -> UUID:
    """A visit under Part 2."""
    found = make_visit(make_office(), patient)
    label_visit(actor=PROGRAM, subject=patient, things=[found], label=Label.PART2, why="counselling")
    return found


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return str(answer.content.decode())


def glass_work() -> list[WorkItem]:
    return [item for item in work_items(actor_named("haddad")) if item.kind == "glass"]


def test_a_known_persons_page_asks_why_and_leads_on(patient: UUID) -> None:
    label_patient(actor=PROGRAM, subject=patient, label=Label.VIP, why="the mayor")
    lind, here = signed_in("lind"), f"/patient/{patient}/"
    answer = lind.get(here)
    assert answer.status_code == 302
    door = answer.headers["Location"]
    assert door.startswith(f"/security/open/{patient}/?next=")
    assert "Castellano" in page(lind, door)
    assert lind.post(door, {"code": "appointment", "why": " "}).status_code == 422
    answer = lind.post(f"/security/open/{patient}/", {"code": "appointment", "why": "she called", "next": here})
    assert answer.headers["Location"] == here
    assert "Castellano" in page(lind, here)
    assert lind.get(door).status_code == 404  # it is open: nothing is to open


def test_a_search_shows_of_a_known_person_what_a_booking_needs(patient: UUID) -> None:
    label_patient(actor=PROGRAM, subject=patient, label=Label.VIP, why="the mayor")
    found = signed_in("lind").post("/find/", {"q": "castell"}).content.decode()
    assert "Castellano" in found
    assert "opens with a reason" in found
    assert "555" not in found


def test_a_fragment_that_meets_a_closed_record_loads_the_page_that_asks(patient: UUID) -> None:
    label_patient(actor=PROGRAM, subject=patient, label=Label.VIP, why="the mayor")
    answer = signed_in("chen").post(f"/billing/account/{patient}/pay/", headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (204, f"/security/open/{patient}/")


def test_the_front_desk_sees_that_a_confidential_visit_is_there_and_not_what_for(patient: UUID, visit: UUID) -> None:
    lind = signed_in("lind")
    for address in (f"/patient/{patient}/", f"/charting/{visit}/", f"/follow/encounter/{visit}/"):
        shown = page(lind, address)
        assert REASON not in shown
        assert NOTE not in shown
    assert "Confidential visit" in page(lind, f"/patient/{patient}/")
    assert 'chip warn">Substance' not in page(lind, f"/charting/{visit}/")
    assert NOTE in page(signed_in("ruiz"), f"/charting/{visit}/")


def test_breaking_the_glass_from_the_visit_to_the_review(patient: UUID, visit: UUID) -> None:
    person("haddad")
    vega, here = signed_in("vega"), f"/charting/{visit}/"
    now = clock.now()
    with clock.frozen(now):
        assert NOTE not in page(vega, here)
        door = f"/security/glass/{patient}/"
        assert door in page(vega, here)
        assert vega.post(door, {"code": "billing", "why": "to bill"}).status_code == 422
        vega.post(door, {"code": "emergency", "why": "Found on the stairs", "next": here})
        deliver()
        (item,) = glass_work()
        assert item.title == "Sol Vega broke the glass"
        assert item.due_at - now >= timedelta(days=2)
    with clock.frozen(now + timedelta(minutes=10)):
        shown = page(vega, here)
        assert NOTE in shown
        assert "The glass is broken." in shown
        assert "for 50 more minutes" in page(vega, "/front/")
    opened = the_access()
    with clock.frozen(now + timedelta(minutes=11)):
        vega.post(f"/security/access/{opened}/end/")
        assert NOTE not in page(vega, here)
        assert "The glass is broken." not in page(vega, "/front/")
    assert seen_in_an_emergency("encounters.read") == 1
    haddad = sign_in("haddad")
    assert "Found on the stairs" in page(haddad, "/compliance/reviews/")
    review = f"/compliance/reviews/{opened}/"
    assert "See a patient&#x27;s visits" in page(haddad, review)
    assert haddad.post(review, {"outcome": "justified", "words": ""}).status_code == 422
    haddad.post(review, {"outcome": "justified", "words": "She was unconscious"})
    deliver()
    assert glass_work() == []
    assert access(opened).outcome_words == "She was unconscious"
    assert "Nothing to review." in page(haddad, "/compliance/reviews/")


def test_who_has_no_glass_is_shown_none(patient: UUID, visit: UUID) -> None:
    lind = signed_in("lind")
    assert "/security/glass/" not in page(lind, f"/charting/{visit}/")
    assert lind.get(f"/security/glass/{patient}/").status_code == 404


def test_the_privacy_officer_keeps_away_and_lifts_labels_and_ends(patient: UUID) -> None:
    chen, haddad, here = person("chen"), signed_in("haddad"), f"/compliance/patient/{patient}/"
    assert here in page(haddad, f"/patient/{patient}/")
    assert haddad.post(f"{here}deny/", {"who": str(chen.id), "why": ""}).status_code == 422
    haddad.post(f"{here}deny/", {"who": str(chen.id), "why": "a neighbour"})
    (denial,) = denials_of(patient)
    assert "a neighbour" in page(haddad, here)
    haddad.post(f"/compliance/denial/{denial.id}/lift/", {"next": here})
    assert denials_of(patient) == []
    haddad.post(f"{here}label/", {"label": "employee", "who": str(chen.id), "why": "works here"})
    (row,) = labels_of(patient)
    assert (row.label, row.employee) == (Label.EMPLOYEE, "Wei Chen")
    assert sign_in("chen").get(f"/patient/{patient}/").status_code == 404
    assert haddad.post(f"/compliance/label/{row.id}/end/", {"why": ""}).status_code == 422
    haddad.post(f"/compliance/label/{row.id}/end/", {"why": "left the office", "next": here})
    assert labels_of(patient) == []


def test_a_visit_is_made_confidential_on_its_page_and_a_consent_recorded(patient: UUID) -> None:
    found = make_visit(make_office(), patient)
    ruiz, here = signed_in("ruiz"), f"/charting/{found}/"
    assert ruiz.post(f"/scheduling/visit/{found}/confidential/", {"label": "part2"}).status_code == 422
    ruiz.post(f"/scheduling/visit/{found}/confidential/", {"label": "part2", "why": "counselling", "next": here})
    (row,) = labels_of(patient, found)
    assert row.things[-1] == found
    assert "prohibits unauthorized use" in page(ruiz, here)
    ruiz.post(f"/compliance/label/{row.id}/consent/", {"words": "form of today", "next": here})
    assert "form of today" in page(ruiz, here)
    consent = labels_of(patient)[0].consents[0]
    ruiz.post(f"/compliance/consent/{consent.id}/revoke/")
    assert labels_of(patient)[0].consents == []


def test_a_psychotherapy_note_is_its_providers(patient: UUID) -> None:
    office = make_office()
    found = make_visit(office, patient)
    assert note_of(found) is not None
    ruiz = signed_in("ruiz")
    ruiz.post(f"/scheduling/visit/{found}/confidential/", {"label": "psychotherapy", "why": "session"})
    assert NOTE not in page(ruiz, f"/charting/{found}/")
    assert NOTE in page(sign_in("okafor"), f"/charting/{found}/")


def test_what_an_emergency_shows_is_not_what_the_clock_says(patient: UUID, visit: UUID) -> None:  # noqa: ARG001 - for its effect
    """An hour is an hour, also when the wall clock goes back in it."""
    with clock.frozen(datetime(2026, 11, 1, 6, 30, tzinfo=UTC)):  # 1:30 in Chicago; at 7:00 UTC it is 1:00 again
        signed_in("vega").post(f"/security/glass/{patient}/", {"code": "emergency", "why": "asleep"})
    with clock.frozen(datetime(2026, 11, 1, 7, 29, tzinfo=UTC)):
        assert "The glass is broken." in page(sign_in("vega"), "/front/")
    with clock.frozen(datetime(2026, 11, 1, 7, 30, tzinfo=UTC)):
        assert "The glass is broken." not in page(sign_in("vega"), "/front/")
