"""Two records side by side, as the receptionist sees them: which stays is said, and one key changes their places."""

from datetime import date
from uuid import UUID

import pytest

from medoffice.records.patients.api import change_patient, patient
from medoffice.records.patients.queries.card import card
from medoffice.records.patients.queries.merges import merges_of
from medoffice.records.patients.tests.makers import make_patient
from medoffice.records.patients.types.people import PatientChanges
from medoffice.security.tests.makers import signed_in, somebody
from medoffice.security.types import PROGRAM, Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def two() -> tuple[UUID, UUID]:
    """Somebody registered twice."""
    one = make_patient("Vale", "Ingrid", phone="(217) 555-0101")
    return one, make_patient("Vale", "Ingird", phone="(217) 555-0199")


def test_p31_both_stand_side_by_side_and_one_key_makes_them_change_places(two: tuple[UUID, UUID]) -> None:
    one, other = two
    client = signed_in("lind")
    like = client.get(f"/patients/{one}/same/").content.decode()
    assert patient(other).mrn in like
    assert "same birth date" in like
    page = client.get(f"/patients/{one}/same/{other}/").content.decode()
    assert f'href="/patients/{other}/same/{one}/" data-key="x"' in page
    assert page.index(patient(one).mrn) < page.index("becomes a part of it") < page.index(patient(other).mrn)
    assert page.count("autofocus") == 1
    assert f"{patient(one).mrn} stays: make them one" in page
    assert 'name="pick_birth_date"' not in page  # both say the same


def test_p31_what_is_picked_is_kept_and_can_be_taken_apart(two: tuple[UUID, UUID]) -> None:
    one, other = two
    number = patient(other).mrn
    client = signed_in("lind")
    found = client.post(f"/patients/{one}/same/", {"mrn": number})
    assert found["Location"] == f"/patients/{one}/same/{other}/"
    picked = {"seen": "1", "seen_merged": "1", "pick_phone": "merged", "pick_given": "survivor"}
    refused = client.post(found["Location"], {**picked, "seen": "7"})
    assert refused.status_code == 409
    assert 'name="pick_phone" value="merged" checked' in refused.content.decode()  # what was picked is not lost
    assert client.post(found["Location"], picked)["Location"] == f"/patient/{one}/"
    assert f"{number} is a part of {patient(one).mrn} now." in client.get(f"/patient/{one}/").content.decode()
    assert (patient(one).name.given, patient(one).phone) == ("Ingrid", "(217) 555-0199")
    led = client.get(f"/patients/{other}/people/")
    assert led["Location"] == f"/patients/{one}/people/"
    assert client.post(f"/patients/{other}/people/", {"name": "Runa", "relation": "daughter"}).status_code == 409
    (done,) = merges_of(one)
    apart = f"/patients/{one}/apart/{done.id}/"
    assert client.get(apart).status_code == 200
    changes = PatientChanges(phone="(217) 555-0177")
    change_patient(actor=PROGRAM, patient_id=one, seen_version=patient(one).version, changes=changes)
    told = client.post(apart, follow=True).content.decode()
    assert f"{number} and {patient(one).mrn} are two records again." in told
    assert "Left as changed since: telephone." in told
    assert patient(other).name.given == "Ingird"
    for again in (client.get(apart, follow=True), client.post(apart, follow=True)):
        assert "were taken apart already, by " in again.content.decode()
    assert client.get(f"/patients/{one}/apart/{other}/").status_code == 404


def test_p31_who_lacks_the_word_finds_no_such_page(two: tuple[UUID, UUID]) -> None:
    one, other = two
    client = somebody(Role.CODER)
    for where in (f"/patients/{one}/same/", f"/patients/{one}/same/{other}/"):
        assert client.get(where).status_code == 404


def test_p33_who_shares_only_a_birthday_is_not_offered(two: tuple[UUID, UUID]) -> None:
    one, _ = two
    make_patient("Nowak", "Ewa", born=date(1968, 3, 8))
    client = signed_in("lind")
    assert "Nowak" not in client.get(f"/patients/{one}/same/").content.decode()


def test_p31_what_patients_say_of_who_they_are_is_shown_in_words_to_whom_it_may_be(two: tuple[UUID, UUID]) -> None:
    """A manager merges, and sees and picks neither orientation nor race; the desk reads words, no code."""
    one, other = two
    for who, changes in (
        (one, PatientChanges(orientation="42035005", race=("2106-3",), alert="Falls", fears="needles")),
        (other, PatientChanges(orientation="20430005", language="es", alert="Deaf")),
    ):
        change_patient(actor=PROGRAM, patient_id=who, seen_version=1, changes=changes)
    at = f"/patients/{one}/same/{other}/"
    petrov = somebody(Role.MANAGER)
    desk, manager = signed_in("lind").get(at).content.decode(), petrov.get(at).content.decode()
    for words in ("Bisexual", "White", "Spanish"):
        assert words in desk
        assert (words in manager) == (words == "Spanish")
    assert desk.count('value="both"') == 1  # of the alert; there is only one that frightens
    for hidden in ("42035005", "2106-3", "pick_orientation"):
        assert hidden not in manager
    assert "42035005" not in desk
    assert manager.count("autofocus") == 1
    picked = {"seen": "2", "seen_merged": "2", "pick_orientation": "merged", "pick_language": "merged"}
    assert petrov.post(at, picked).status_code == 302
    kept = card(PROGRAM, one)[0]
    assert (kept.orientation, kept.language) == ("42035005", "es")
