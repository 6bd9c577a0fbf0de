"""The visit on the screen: vital signs, orders, the note, its signature, by people of every job."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.test import Client

from medoffice.clinic.charting.api import note_of, vitals_of
from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.orders.api import orders_of
from medoffice.kernel import clock
from medoffice.practice.tests.makers import Office, make_office
from medoffice.records.encounters.api import encounter
from medoffice.security.api import deny_subject
from medoffice.security.tests.makers import person, sign_in, signed_in
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


def text(client: Client, visit: UUID) -> str:
    answer = client.get(f"/charting/{visit}/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_vital_signs_in_the_units_people_use(visit: UUID) -> None:
    nurse = signed_in("ruiz")
    form = {"systolic": "168", "diastolic": "90", "temperature": "98.6 F", "weight": "154 lb", "height": "5'7\""}
    for _ in range(2):
        assert nurse.post(f"/charting/{visit}/vitals/", {**form, "once": "v"}).status_code == 302
    stored = vitals_of(visit)
    assert stored is not None
    assert (str(stored.temperature), str(stored.weight), str(stored.height)) == ("37.0", "69.85", "170.2")
    page = text(nurse, visit)
    assert "168/90" in page
    assert "measure again and tell the provider" in page


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({}, "Nothing was measured yet."),
        ({"pulse": "720"}, "cannot be; it lies outside 20 to 300"),
        ({"weight": "heavy"}, "Write 70, 154 lb"),
        ({"systolic": "80", "diastolic": "120"}, "not below the upper one"),
        ({"pain": "much"}, "whole number"),
    ],
)
def test_vital_signs_that_cannot_be_are_shown_back(visit: UUID, typed: dict[str, str], words: str) -> None:
    nurse = signed_in("ruiz")
    answer = nurse.post(f"/charting/{visit}/vitals/", {"oxygen": "", **typed})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert words in page
    assert all(f'value="{value}"' in page for value in typed.values())
    assert vitals_of(visit) is None


def test_a_note_is_written_signed_and_added_to(visit: UUID, okafor: Client) -> None:
    nurse = signed_in("ruiz")
    saved = nurse.post(f"/charting/{visit}/note/", {"text": "Cough for\r\nthree days.", "version": "1"})
    assert saved.status_code == 302
    draft = note_of(visit)
    assert draft is not None
    assert (draft.text, draft.signed) == ("Cough for\nthree days.", False)
    assert 'name="sign"' not in text(nurse, visit)
    assert "Amara Okafor signs it." in text(nurse, visit)
    assert 'name="sign"' in text(okafor, visit)
    signing = {"text": "Cough for three days. Lungs are clear.", "version": str(draft.version), "sign": "yes"}
    assert okafor.post(f"/charting/{visit}/note/", signing).status_code == 302
    signed = note_of(visit)
    assert signed is not None
    assert (signed.text, signed.signed) == (signing["text"], True)
    assert signed.sha256[:24] in text(okafor, visit)
    late = nurse.post(f"/charting/{visit}/note/", {"text": "Other words.", "version": str(signed.version)})
    assert late.status_code == 409
    assert "Write an addendum." in late.content.decode()
    for _ in range(2):
        okafor.post(f"/charting/{visit}/addendum/", {"text": "Culture is negative.", "once": "a"})
    added = note_of(visit)
    assert added is not None
    assert [more.text for more in added.addenda] == ["Culture is negative."]
    assert added.text == signing["text"]


def test_a_draft_is_kept_while_it_is_written_and_never_over_another_text(visit: UUID, okafor: Client) -> None:
    nurse = signed_in("ruiz")
    there = f"/charting/{visit}/keep/"
    for words in ("Cough", "Cough for\r\nthree days"):
        known = note_of(visit)
        sent = {"text": words, "version": str(known.version if known else 1)}
        kept = okafor.post(there, sent)
        assert (kept.status_code, "Saved 10:00 AM" in kept.content.decode()) == (200, True)
        stored = note_of(visit)
        assert stored is not None
        assert f'name="version" value="{stored.version}"' in kept.content.decode()
    now = note_of(visit)
    assert now is not None
    assert now.text == "Cough for\nthree days"
    late = nurse.post(there, {"text": "Wheezing.", "version": "1"}).content.decode()
    assert "Amara Okafor changed this note while you were typing." in late
    assert 'name="version" value="1"' in late  # saving by hand then shows both texts
    assert note_of(visit) == now
    okafor.post(f"/charting/{visit}/note/", {"text": now.text, "version": str(now.version), "sign": "yes"})
    assert "This note is signed; its words stay." in nurse.post(there, {"text": "x", "version": "9"}).content.decode()
    desk = signed_in("lind")
    assert desk.post(there, {"text": "x", "version": "9"}).status_code == 404


def test_what_is_next_is_the_primary_button(visit: UUID, okafor: Client) -> None:
    def primary() -> str:
        found: list[str] = re.findall(r'class="btn primary[^>]*>([^<]+)', text(okafor, visit))
        assert len(found) == 1, found
        return found[0].strip()

    said = [primary()]
    okafor.post(f"/check-in/{visit}/room/", {"room": "Room 1"})
    said.append(primary())
    okafor.post(f"/charting/{visit}/vitals/", {"pulse": "72"})
    said.append(primary())
    assert "Take again" in text(okafor, visit)
    okafor.post(f"/check-in/{visit}/enter/")
    said.append(primary())
    okafor.post(f"/charting/{visit}/note/", {"text": "Well.", "version": "1", "sign": "yes"})
    said.append(primary())
    okafor.post(f"/check-in/{visit}/to-check-out/")
    said.append(primary())
    assert said == ["Room", "Store vital signs", "Provider goes in", "Sign", "To check-out", "Check out"]


def test_a_stale_save_shows_both_texts(visit: UUID, okafor: Client) -> None:
    nurse = signed_in("ruiz")
    nurse.post(f"/charting/{visit}/note/", {"text": "Pulse 72.", "version": "1"})
    for version in ("1", "", "x"):
        answer = okafor.post(f"/charting/{visit}/note/", {"text": "Wheezing.", "version": version, "sign": "yes"})
        page = answer.content.decode()
        assert answer.status_code == 409
        assert "Carmen Ruiz changed this note while you were typing." in page
        assert "Wheezing." in page
        assert "Pulse 72." in page
    written = note_of(visit)
    assert written is not None
    assert (written.text, written.signed) == ("Pulse 72.", False)


def test_an_order_is_placed_and_carried_out_once(visit: UUID, okafor: Client) -> None:
    nurse = signed_in("ruiz")
    offered = re.search(r'<select id="order".*?value="([^"]+)"', text(okafor, visit), re.DOTALL)
    assert offered is not None
    key = offered[1]
    for _ in range(2):
        assert okafor.post(f"/orders/{visit}/place/", {"key": key, "once": "o"}).status_code == 302
    assert okafor.post(f"/orders/{visit}/place/", {"key": "no-such-thing"}).status_code == 422
    (placed,) = orders_of(visit)
    perform = f"/orders/{placed.id}/perform/"
    assert nurse.post(perform, {"result": ""}).status_code == 422
    assert (
        nurse.post(perform, {"result": "negative", "next": f"/charting/{visit}/"})["Location"] == f"/charting/{visit}/"
    )
    assert nurse.post(perform, {"result": "positive"}).status_code == 409
    assert "negative" in text(nurse, visit)


def test_the_desk_sees_the_visit_without_the_chart(visit: UUID, okafor: Client) -> None:
    okafor.post(f"/charting/{visit}/note/", {"text": "Cough for three days.", "version": "1"})
    desk = signed_in("lind")
    page = text(desk, visit)
    assert "Cough for three days." not in page
    assert "Your job does not show the note." in page
    assert desk.post(f"/charting/{visit}/note/", {"text": "x", "version": "2"}).status_code == 404
    assert desk.post(f"/charting/{visit}/vitals/", {"pulse": "72"}).status_code == 404


def test_who_is_kept_away_finds_no_visit(visit: UUID) -> None:
    nurse_actor, nurse = person("ruiz"), sign_in("ruiz")
    who = encounter(visit).patient_id
    deny_subject(actor=PROGRAM, user_id=nurse_actor.id, subject=who, reason="his brother")
    assert nurse.get(f"/charting/{visit}/").status_code == 404
    for path, form in (("vitals", {"pulse": "72"}), ("note", {"text": "x", "version": "1"})):
        assert nurse.post(f"/charting/{visit}/{path}/", form).status_code == 404
    assert note_of(visit) is None
    assert Client().get(f"/charting/{visit}/").status_code == 302
