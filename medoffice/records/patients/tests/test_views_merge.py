"""Two records side by side, as the receptionist sees them: which stays is said, and one key changes their places."""

from datetime import date
from uuid import UUID

import pytest

from medoffice.records.patients.api import patient
from medoffice.records.patients.queries.merges import merges_of
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import signed_in, somebody
from medoffice.security.types import Role

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
    assert client.post(found["Location"], {**picked, "seen": "7"}).status_code == 409
    assert client.post(found["Location"], picked)["Location"] == f"/patient/{one}/"
    assert (patient(one).name.given, patient(one).phone) == ("Ingrid", "(217) 555-0199")
    led = client.get(f"/patients/{other}/people/")
    assert led["Location"] == f"/patients/{one}/people/"
    assert client.post(f"/patients/{other}/people/", {"name": "Runa", "relation": "daughter"}).status_code == 409
    (done,) = merges_of(one)
    apart = f"/patients/{one}/apart/{done.id}/"
    assert client.get(apart).status_code == 200
    assert client.post(apart)["Location"] == f"/patients/{one}/same/"
    assert patient(other).name.given == "Ingird"
    assert client.get(apart).status_code == 404


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
