"""A morning at the front desk on the screens: a call, a new patient, a booking, an arrival, and what goes otherwise."""

import re
from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest
from django.test import Client

from medoffice.front_office.calls.api import call, open_calls
from medoffice.front_office.check_in.api import arrival_of
from medoffice.front_office.flow.api import flow_board
from medoffice.front_office.scheduling.api import appointment, appointments_of
from medoffice.front_office.scheduling.tests.makers import NOW, local, make_appointment, make_bookable_office
from medoffice.front_office.scheduling.types import AppointmentState
from medoffice.kernel import clock
from medoffice.kernel.trace import Ref
from medoffice.practice.api import staff_member
from medoffice.practice.tests.makers import Office
from medoffice.records.coverage.api import coverages_on
from medoffice.records.encounters.api import encounter, encounter_of
from medoffice.records.encounters.types import Stage
from medoffice.records.patients.api import patient, search
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import audit_lines, deny_subject
from medoffice.security.tests.makers import make_user, sign_in, signed_in
from medoffice.security.types import PROGRAM, Role

pytestmark = pytest.mark.django_db
CALL = {"caller": "Runa Vale", "relation": "daughter", "phone": "217-555-0142", "kind": "appointment"}
HOA = {"family": "Nguyễn", "given": "Thị Hoa", "sex": "F", "birth_date": "3/14/65", "language": "vi"}


@pytest.fixture(autouse=True)
def _on_a_tuesday() -> Iterator[None]:
    with clock.frozen(NOW):
        yield


@pytest.fixture
def office() -> Office:
    return make_bookable_office()


@pytest.fixture
def desk(office: Office) -> Client:  # noqa: ARG001 - receptionist Lind works in an office
    return signed_in("lind")


def text(client: Client, path: str, answers: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == answers, path
    return answer.content.decode()


def slot(page: str, nth: int = 0) -> dict[str, str]:
    """A free time as the page offers it in its list."""
    listed = page.partition("data-list")[2]
    return {name: re.findall(rf'name="{name}" value="([^"]+)"', listed)[nth] for name in ("provider", "site", "starts")}


def test_from_the_call_of_somebody_new_to_the_arrival(desk: Client, office: Office) -> None:
    taken = desk.post("/calls/take/", {**CALL, "reason": "Chest cold", "urgent": "on", "once": "call"})
    again = desk.post("/calls/take/", {**CALL, "reason": "Chest cold", "urgent": "on", "once": "call"})
    assert taken["Location"] == again["Location"]
    (waiting,) = open_calls(PROGRAM)
    path = f"/calls/{waiting.id}/"
    assert "urgent" in text(desk, path)
    assert "Who is it about?" in text(desk, path)

    form = {**HOA, "once": "patient", "next": path}
    card = {"payer": str(office.payer_id), "member_id": "PM7719642", "order": "1", "starts": "t", "relation": "18"}
    form |= {f"insurance-{name}": value for name, value in card.items()}
    made, same = desk.post("/patients/register/", form), desk.post("/patients/register/", form)
    assert made["Location"] == same["Location"]
    (hit,) = search(PROGRAM, "hoa nguyen")
    assert made["Location"] == f"{path}?who={hit.id}"
    assert [held.member_id for held in coverages_on(hit.id, date(2026, 11, 24))] == ["PM7719642"]
    assert "Nguyễn, Thị Hoa" in text(desk, made["Location"])

    refused = desk.post(f"/calls/{waiting.id}/about/{hit.id}/", {"checked": "name"})
    assert refused.status_code == 422
    assert "two identifiers" in refused.content.decode()
    desk.post(f"/calls/{waiting.id}/about/{hit.id}/", {"checked": ["name", "birth date"]})
    page = text(desk, f"{path}?kind=sick")
    assert "Nguyễn, Thị Hoa" in page
    assert "Vietnamese" in page
    assert "Prairie Mutual" in page
    booking = {**slot(page), "visit_type": "sick", "reason": "Chest cold", "call": str(waiting.id), "once": "book"}
    for _ in range(2):
        answer = desk.post(f"/scheduling/book/{hit.id}/", {**booking, "next": path})
        assert (answer.status_code, answer["Location"]) == (302, path)
    (booked,) = appointments_of(PROGRAM, hit.id)
    assert booked.call_id == waiting.id
    shown = text(desk, path)
    assert booked.number in shown
    assert f"<b>Tue 11/24 8:30 AM</b> · {staff_member(booked.provider_id).name}</span>" in shown
    assert desk.post(f"/calls/{waiting.id}/close/", {"outcome": "booked"}).status_code == 302
    assert call(waiting.id).outcome == "booked"

    check_in = text(desk, f"/front/check-in/{booked.id}/")
    assert "PM7719642" in check_in
    policy = coverages_on(hit.id, date(2026, 11, 24))[0].id
    arrive = {"identity_checked": "name, birth date", "coverage": str(policy), "once": "arrive"}
    for _ in range(2):
        assert desk.post(f"/front/check-in/{booked.id}/arrive/", arrive).status_code == 302
    (card_shown,) = flow_board(PROGRAM)
    assert (card_shown.column, card_shown.patient_id, card_shown.language) == ("arrived", hit.id, "Vietnamese")
    assert card_shown.encounter_id is not None
    arrival = arrival_of(card_shown.encounter_id)
    assert arrival is not None
    assert arrival.coverage_id == policy


def test_a_taken_time_is_refused_on_the_page_with_what_is_free(desk: Client, office: Office) -> None:
    vale, quist = make_patient("Vale", "Ingrid"), make_patient("Quist", "Otto")
    page = text(desk, f"/scheduling/book/{quist}/?kind=sick")
    form = {**slot(page), "visit_type": "sick", "reason": "cough"}
    make_appointment(office, vale, local(24, 8, 30))
    answer = desk.post(f"/scheduling/book/{quist}/", form)
    words = answer.content.decode()
    assert answer.status_code == 409
    assert "Amara Okafor is taken at that time." in words
    assert "Free next: Tue 11/24 8:50 AM" in words
    assert appointments_of(PROGRAM, quist) == []
    assert (
        desk.post(f"/scheduling/book/{quist}/", {**slot(words), "visit_type": "sick", "reason": "x"}).status_code == 302
    )
    for wrong in ({"starts": "soon"}, {"provider": "x"}, {"visit_type": ""}, {"starts": "2026-11-24T09:00"}):
        answer = desk.post(f"/scheduling/book/{quist}/", {**form, **wrong})
        assert answer.status_code == 422
        assert "Nothing is booked yet." in answer.content.decode()


def test_an_appointment_is_moved_confirmed_and_cancelled_on_its_page(desk: Client, office: Office) -> None:
    vale = make_patient("Vale", "Ingrid")
    booked = make_appointment(office, vale)
    path = f"/scheduling/appointment/{booked}/"
    page = text(desk, path)
    assert "Tuesday, 11/24/2026" in page
    assert "Did not come" not in page
    desk.post(f"{path}confirm/", {"next": path})
    assert appointment(booked).state is AppointmentState.CONFIRMED
    early = desk.post(f"{path}no-show/", {"next": path})
    assert early.status_code == 409
    assert "has not come yet" in early.content.decode()
    later = text(desk, f"{path}?from=11/25/2026")
    moved = desk.post(f"{path}move/", {**slot(later), "once": "move"})
    again = desk.post(f"{path}move/", {**slot(later), "once": "move"})
    assert moved["Location"] == again["Location"]
    then = UUID(moved["Location"].split("/")[-2])
    assert appointment(then).starts == local(25, 8)
    assert "Moved to Wed 11/25 8:00 AM, " in text(desk, moved["Location"])
    assert "Where it was moved to" in text(desk, path)
    late = desk.post(f"{path}move/", slot(later))
    assert late.status_code == 409
    assert "is moved; it cannot become moved" in late.content.decode()
    assert desk.post(f"/scheduling/appointment/{then}/cancel/", {"why": ""}).status_code == 422
    assert desk.post(f"/scheduling/appointment/{then}/cancel/", {"why": "well again"}).status_code == 302
    assert appointment(then).state is AppointmentState.LATE_CANCEL
    missed = make_appointment(office, vale, local(24, 8, 35))
    with clock.frozen(local(24, 8, 40)):
        assert "Did not come" in text(desk, f"/scheduling/appointment/{missed}/")
        desk.post(f"/scheduling/appointment/{missed}/no-show/", {})
    assert appointment(missed).state is AppointmentState.NO_SHOW


def test_a_walk_in_and_a_mistaken_arrival(desk: Client, office: Office) -> None:
    vale = make_patient("Vale", "Ingrid")
    path = f"/check-in/walk-in/{vale}/"
    assert "Amara Okafor" in text(desk, path)
    form = {
        "provider": str(office.provider_id),
        "site": str(office.site_id),
        "visit_type": "sick",
        "reason": "cut hand",
        "identity_checked": "name, birth date",
        "coverage": "",
        "once": "walk-in",
    }
    assert desk.post(path, {**form, "reason": "", "once": ""}).status_code == 422
    for _ in range(2):
        assert desk.post(path, form).status_code == 302
    (card,) = flow_board(PROGRAM)
    visit = card.encounter_id
    assert visit is not None
    assert "Checked in by mistake" in text(desk, f"/charting/{visit}/")
    assert desk.post(f"/check-in/{visit}/not-here/", {"next": "/front/"})["Location"] == "/front/"
    assert encounter(visit).stage is Stage.MISTAKEN
    assert flow_board(PROGRAM) == []
    assert desk.post(f"/check-in/{visit}/not-here/").status_code == 409


def test_moves_in_the_wrong_order_are_refused_in_words(desk: Client, office: Office) -> None:
    vale = make_patient("Vale", "Ingrid")
    booked = make_appointment(office, vale)
    desk.post(f"/front/check-in/{booked}/arrive/", {"identity_checked": "name, birth date"})
    (card,) = flow_board(PROGRAM)
    visit = card.encounter_id
    out = desk.post(f"/check-in/{visit}/check-out/")
    assert out.status_code == 409
    assert "A visit that is arrived cannot become finished." in out.content.decode()
    assert desk.post(f"/check-in/{visit}/room/", {"room": ""}).status_code == 422
    for move in ("room", "enter", "to-check-out", "check-out"):
        assert desk.post(f"/check-in/{visit}/{move}/", {"room": "Room 1"}).status_code == 302
    assert "Vale, Ingrid: checked out." in text(desk, "/front/")
    assert desk.post(f"/check-in/{visit}/leave/").status_code == 409


def test_the_desk_is_told_that_the_patient_is_in_and_what_was_taken(desk: Client, office: Office) -> None:
    quiet = make_appointment(office, make_patient("Vale", "Ingrid"), local(24, 9))
    paying = make_appointment(office, make_patient("Quist", "Otto"), local(24, 9, 20))
    form = {"identity_checked": "name, birth date"}
    said = desk.post(f"/front/check-in/{quiet}/arrive/", form, follow=True).content.decode()
    assert "Vale, Ingrid: checked in." in said
    assert "taken" not in said
    form |= {"amount": "25", "method": "card"}
    said = desk.post(f"/front/check-in/{paying}/arrive/", form, follow=True).content.decode()
    assert "Quist, Otto: checked in. $25.00 taken, receipt R-" in said


def test_the_insurance_of_somebody_else_is_refused_at_arrival(desk: Client, office: Office) -> None:
    vale = make_patient("Vale", "Ingrid")
    booked = make_appointment(office, vale)
    form = {"identity_checked": "name, birth date", "coverage": str(office.payer_id)}
    answer = desk.post(f"/front/check-in/{booked}/arrive/", form)
    assert answer.status_code == 409
    assert "not the patient" in answer.content.decode()
    assert appointment(booked).state is AppointmentState.BOOKED


def test_a_like_patient_is_shown_before_a_second_chart_is_made(desk: Client) -> None:
    first = desk.post("/patients/register/", {**HOA, "once": "one"})
    assert first.status_code == 302
    like = {**HOA, "family": "Nguyen", "given": "Hoa", "once": "two"}
    answer = desk.post("/patients/register/", like)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Nguyễn, Thị Hoa" in page
    assert "register anyway" in page
    assert 'value="Nguyen"' in page
    assert len(search(PROGRAM, "nguyen")) == 1
    assert desk.post("/patients/register/", {**like, "once": "three", "anyway": "yes"}).status_code == 302
    assert len(search(PROGRAM, "nguyen")) == 2


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"birth_date": "11/25/2026"}, "lies in the future"),
        ({"birth_date": "2/30/1990"}, "There is no such date"),
        ({"birth_date": "1/1/1850"}, "176 years old"),
        ({"family": ""}, "required"),
        ({"sex": ""}, "required"),
        ({"insurance-member_id": "PM1"}, "required"),
        ({"insurance-member_id": "PM1", "insurance-starts": "soon"}, "Write a date"),
    ],
)
def test_what_cannot_be_registered_is_said_and_nothing_typed_is_lost(
    desk: Client, typed: dict[str, str], words: str
) -> None:
    answer = desk.post("/patients/register/", {**HOA, **typed})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert 'value="Thị Hoa"' in page
    assert search(PROGRAM, "hoa") == []
    assert "social security" in page


def test_a_stale_change_shows_both_and_keeps_both(desk: Client) -> None:
    vale = make_patient("Vale", "Ingrid", phone="(217) 555-0101")
    page = text(desk, f"/patients/{vale}/change/?edit=reach")
    fields = dict(re.findall(r'name="([a-z0-9_-]+)"(?:[^>]*) value="([^"]*)"', page))
    fields |= {name: page_value for name, page_value in fields.items() if name != "csrfmiddlewaretoken"}
    mine = {**fields, "phone": "(217) 555-0199"}
    theirs = {**mine, "phone": "(217) 555-0155", "once": "theirs"}
    assert desk.post(f"/patients/{vale}/change/reach/", theirs).status_code == 302
    answer = desk.post(f"/patients/{vale}/change/reach/", mine)
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "(217) 555-0199" in shown
    assert "(217) 555-0155" in shown
    assert patient(vale).phone == "(217) 555-0155"


def test_people_and_household_on_the_screen(desk: Client) -> None:
    lucia, diego = make_patient("Amaro", "Lucía"), make_patient("Amaro", "Diego")
    path = f"/patients/{lucia}/people/"
    assert "speak with the patient only" in text(desk, path)
    desk.post(path, {"name": "Ana Amaro", "relation": "mother", "once": "a"})
    assert "Ana Amaro" in text(desk, path)
    ended = re.search(rf'action="(/patients/{lucia}/people/[0-9a-f-]+/end/)"', text(desk, path))
    assert ended is not None
    desk.post(ended[1])
    assert "Ana Amaro" not in text(desk, path)
    assert desk.post(f"/patients/{lucia}/household/", {"mrn": "M-99999"}).status_code == 422
    desk.post(f"/patients/{lucia}/household/", {"mrn": patient(diego).mrn.lower()})
    assert "Amaro, Diego" in text(desk, path)
    desk.post(f"/patients/{lucia}/household/leave/")
    assert "Lives alone here" in text(desk, path)


def test_what_is_seen_is_audited_and_who_is_kept_away_sees_nothing(desk: Client, office: Office) -> None:
    vale = make_patient("Vale", "Ingrid")
    booked = make_appointment(office, vale)
    text(desk, f"/scheduling/appointment/{booked}/")
    assert any(line.outcome == "seen" for line in audit_lines(subject=vale))
    sister = make_user("sister", "Runa Vale", Role.RECEPTIONIST)
    deny_subject(actor=PROGRAM, user_id=sister.id, subject=vale, reason="her sister")
    hers = sign_in("sister")
    paths = [f"/scheduling/appointment/{booked}/", f"/scheduling/book/{vale}/", f"/check-in/walk-in/{vale}/"]
    paths += [f"/patients/{vale}/change/", f"/patients/{vale}/people/", f"/coverage/{vale}/"]
    for path in paths:
        text(hers, path, answers=404)
    assert "Vale" not in text(hers, "/scheduling/").replace("Runa Vale", "")
    assert hers.post(f"/scheduling/appointment/{booked}/cancel/", {"why": "x"}).status_code == 404
    assert hers.post(f"/front/check-in/{booked}/arrive/", {"identity_checked": "x"}).status_code == 404
    assert appointment(booked).state is AppointmentState.BOOKED
    nox = Client()
    for path in paths:
        text(nox, path, answers=302)


def test_a_coder_neither_books_nor_registers(office: Office) -> None:
    vale = make_patient("Vale", "Ingrid")
    coder = signed_in("abara")
    for path in (f"/scheduling/book/{vale}/", "/patients/register/", f"/check-in/walk-in/{vale}/", "/practice/"):
        text(coder, path, answers=404)
    booked = make_appointment(office, vale)
    assert coder.post(f"/front/check-in/{booked}/arrive/", {"identity_checked": "x"}).status_code == 404
    assert encounter_of(Ref("appointment", booked)) is None
