"""Prescribing on the screen: typed, read back in plain words, signed; by favourite; by people of every job."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.test import Client

from medoffice.clinic.charting.api import strike_entry
from medoffice.clinic.charting.tests.makers import SAID, enter, make_visit
from medoffice.clinic.charting.types import ListKind
from medoffice.clinic.prescriptions.api import favourites, keep_favourite, prescriptions_of
from medoffice.clinic.prescriptions.tests.makers import make_prepared, make_signed, said
from medoffice.clinic.prescriptions.types.prescribing import State
from medoffice.kernel import clock
from medoffice.practice.tests.makers import Office, make_office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import sign_in, signed_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(datetime(2026, 11, 24, 16, tzinfo=UTC)):
        yield make_office()


@pytest.fixture
def who(office: Office) -> UUID:  # noqa: ARG001 - a patient of the office
    return make_patient()


@pytest.fixture
def okafor(office: Office) -> Client:  # noqa: ARG001 - she has her account by the office
    return sign_in("okafor")


def page(client: Client, where: str) -> str:
    answer = client.get(where)
    assert answer.status_code == 200
    return answer.content.decode()


def form(office: Office, **more: str) -> dict[str, str]:
    return {
        "medicine": "lisinopril 10 mg tablet", "sig": "1 po qd #90 rf 3", "prescriber": str(office.provider_id), **more
    }  # fmt: skip


def test_what_is_typed_is_read_back_and_then_signed(office: Office, okafor: Client, who: UUID) -> None:
    assert "Read it back" in page(okafor, f"/prescriptions/of/{who}/new/")
    for _ in range(2):
        answer = okafor.post(f"/prescriptions/of/{who}/new/", {**form(office), "once": "k"})
        assert answer.status_code == 302
    (one,) = prescriptions_of(PROGRAM, who)
    text = page(okafor, answer["Location"])
    assert "Take 1 tablet by mouth once a day." in text
    assert "90 tablets" in text
    assert okafor.post(f"/prescriptions/{one.id}/sign/", {"version": "1"}).status_code == 302
    assert prescriptions_of(PROGRAM, who)[0].state is State.SIGNED
    assert "signed" in page(okafor, f"/prescriptions/{one.id}/")
    assert "lisinopril 10 mg tablet" in page(okafor, f"/charting/chart/{who}/")
    again = page(okafor, f"/prescriptions/of/{who}/new/?follows={one.id}")
    assert 'value="1 tablet by mouth daily"' in again


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"sig": "1 tab po"}, "Say how often."),
        ({"sig": "1 tab po bid"}, "For how many days?"),
        ({"medicine": ""}, "Say what is prescribed."),
        ({"medicine": "x" * 201}, "at most 200"),
        ({"refills": "100"}, "less than or equal to 99"),
        ({"quantity": "0"}, "greater than or equal to 0.001"),
        ({"prescriber": str(UUID(int=7))}, "Select a valid choice"),
        ({"medicine": "Syrup of figs", "sig": "10 mg po daily x3d"}, "cannot be counted"),
    ],
)
def test_what_cannot_be_prescribed_is_shown_back(
    office: Office, okafor: Client, who: UUID, typed: dict[str, str], words: str
) -> None:
    answer = okafor.post(f"/prescriptions/of/{who}/new/", form(office) | typed)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert prescriptions_of(PROGRAM, who) == []


def test_while_it_is_typed_it_is_read_back_and_changes_nothing(okafor: Client, who: UUID) -> None:
    def reads(**typed: str) -> str:
        answer = okafor.post(f"/prescriptions/of/{who}/reads/", typed)
        assert answer.status_code == 200
        return answer.content.decode()

    told = reads(medicine="lisinopril 10 mg tablet", sig="1 tab po bid x10d")
    assert "Take 1 tablet by mouth twice a day for 10 days." in told
    assert "20 tablets" in told
    assert "Not yet: where it goes, how often." in reads(sig="1 tab")
    assert "Type how it is taken" in reads()
    assert "as words" in reads(medicine="lisinopril 10 mg tablet", sig="1 tab po bid x10d with a song")
    assert "not recognised" in reads(medicine="Syrup of figs", sig="1 tsp po bid x10d")
    assert "unverified" in reads(medicine="Syrup of figs", sig="1 drop ou bid x10d")
    assert "CIV" in reads(medicine="tramadol 50 mg tablet", sig="1 tab po q6h prn pain x3d")
    assert prescriptions_of(PROGRAM, who) == []


def test_medicines_are_found_as_they_are_typed(okafor: Client) -> None:
    answer = okafor.post("/prescriptions/find/", {"medicine": "lisin 10"}).content.decode()
    assert "lisinopril 10 mg tablet" in answer
    assert "nothing is known of it" in answer


def test_a_favourite_is_prepared_by_one_key_at_the_visit(office: Office, okafor: Client, who: UUID) -> None:
    visit = make_visit(office, who)
    kept = keep_favourite(actor=office.provider, name="Pressure", says=said())
    assert f"?visit={visit}" in page(okafor, f"/charting/{visit}/")
    assert "Pressure" in page(okafor, f"/prescriptions/of/{who}/new/?visit={visit}")
    answer = okafor.post(f"/prescriptions/of/{who}/favourite/{kept}/", {"visit": str(visit)})
    (one,) = prescriptions_of(PROGRAM, who)
    assert (answer["Location"], one.encounter_id) == (f"/prescriptions/{one.id}/", visit)


def test_it_is_changed_withdrawn_kept_and_ended(office: Office, okafor: Client, who: UUID) -> None:
    made = make_prepared(office, who)
    assert 'name="version" value="1"' in page(okafor, f"/prescriptions/{made}/change/")
    changed = form(office, version="1", sig="2 tabs po qd x30d")
    assert okafor.post(f"/prescriptions/{made}/change/", changed).status_code == 302
    assert okafor.post(f"/prescriptions/{made}/change/", form(office, version="1")).status_code in (409, 422)
    assert prescriptions_of(PROGRAM, who)[0].sig_text == "Take 2 tablets by mouth once a day for 30 days."
    assert okafor.post(f"/prescriptions/{made}/withdraw/").status_code == 302
    signed = make_signed(office, who)
    assert okafor.post(f"/prescriptions/{signed}/favourite/", {"name": ""}).status_code == 422
    assert okafor.post(f"/prescriptions/{signed}/favourite/", {"name": "Mine"}).status_code == 302
    (kept,) = favourites()
    assert okafor.post(f"/prescriptions/{signed}/end/", {"why": ""}).status_code == 422
    assert okafor.post(f"/prescriptions/{signed}/end/", {"why": "Cough"}).status_code == 302
    assert "Cough" in page(okafor, f"/prescriptions/{signed}/")
    assert okafor.post(f"/prescriptions/favourites/{kept.id}/drop/").status_code == 302


def test_an_assistant_prepares_and_sees_no_way_to_sign_and_others_see_nothing(office: Office, who: UUID) -> None:
    made, nurse = make_prepared(office, who), signed_in("ruiz")
    text = page(nurse, f"/prescriptions/{made}/")
    assert "waits for" in text
    assert f"/prescriptions/{made}/sign/" not in text
    assert nurse.post(f"/prescriptions/{made}/sign/", {"version": "1"}).status_code == 404
    assert "lisinopril" in page(nurse, "/prescriptions/")
    assert "lisinopril" in page(nurse, f"/prescriptions/of/{who}/")
    for key in ("lind", "nox"):
        other = signed_in(key)
        for where in ("", f"of/{who}/", f"of/{who}/new/", f"{made}/", f"{made}/change/"):
            assert other.get(f"/prescriptions/{where}").status_code == 404


def test_an_allergy_that_was_struck_or_refuted_does_not_stand_beside_what_is_prescribed(
    okafor: Client, who: UUID
) -> None:
    wrong = enter(who, ListKind.ALLERGY, "Penicillin")
    strike_entry(actor=PROGRAM, entry_id=wrong, seen_version=1, cause=SAID, why="his brother's")
    enter(who, ListKind.ALLERGY, "Latex", verification="refuted")
    enter(who, ListKind.ALLERGY, "Sulfa")
    shown = page(okafor, f"/prescriptions/of/{who}/new/")
    assert "Sulfa" in shown
    assert "Penicillin" not in shown
    assert "Latex" not in shown


def test_rx7_a_sheet_tells_the_patient_what_they_take_how_and_for_what(
    office: Office, okafor: Client, who: UUID
) -> None:
    enter(who, ListKind.MEDICATION, "fish oil", details={"dose": "1 capsule", "frequency": "every morning"})
    enter(who, ListKind.MEDICATION, "mystery drops")
    enter(who, ListKind.ALLERGY, "penicillin", details={"reaction": "hives"})
    make_signed(office, who, said("lisinopril 10 mg tablet", "1 po qd #90 rf 3"))
    text = " ".join(page(okafor, f"/prescriptions/of/{who}/sheet/").split())
    assert "Take 1 tablet by mouth once a day." in text
    assert "1 capsule every morning" in text
    assert "as you were told; ask us if you are not sure" in text
    assert text.index("fish oil") < text.index("lisinopril") < text.index("mystery drops")
    assert ("hives" in text, "kept from you" in text) == (True, False)
    assert "/sheet/" in page(okafor, f"/prescriptions/of/{who}/")
    nobody = page(okafor, f"/prescriptions/of/{make_patient('Cole')}/sheet/")
    assert "We know of no medicines" in nobody
    assert "We did not ask yet" in nobody
