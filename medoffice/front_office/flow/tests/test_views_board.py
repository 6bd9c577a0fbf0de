"""The board on many screens: it asks again, is answered only when somebody was moved, and keeps nobody signed in."""

import re
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from medoffice.front_office.check_in.api import check_in, provider_enters, room_patient
from medoffice.front_office.flow.api import call_on_display, flow_board, set_limit, start_display
from medoffice.front_office.scheduling.tests.makers import NOW, local, make_appointment, make_bookable_office
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound
from medoffice.practice.tests.makers import Office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import audit_lines, deny_subject
from medoffice.security.tests.makers import person, sign_in, signed_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db
POLL = {"HX-Request": "true", "X-Poll": "1"}


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_bookable_office()


def arrived(office: Office, name: str = "Vale", minute: int = 0, kind: str = "sick") -> UUID:
    """A visit of somebody who was booked today and is here."""
    booked = make_appointment(office, make_patient(name), local(24, 9, minute), kind)
    return check_in(actor=PROGRAM, appointment_id=booked, identity_checked="name, birth date")


def stamp_of(page: str) -> str:
    found = re.search(r'id="board-seen" name="seen" value="([^"]+)"', page)
    assert found is not None
    return found[1]


def test_a_screen_is_told_of_a_move_of_another_screen_and_of_nothing_else(office: Office) -> None:
    visit = arrived(office)
    one, other = signed_in("lind"), signed_in("vega")
    asks = {"site": str(office.site_id), "seen": stamp_of(one.get("/front/").content.decode())}
    assert one.get("/front/board/", asks, headers=POLL).status_code == 204
    other.post(f"/check-in/{visit}/room/", {"room": "Room 1"})
    answer = one.get("/front/board/", asks, headers=POLL)
    told = answer.content.decode()
    assert answer.status_code == 200
    assert "Room 1" in told.split('id="column-roomed"')[1].split("</section>")[0]
    assert "Sol Vega" in told  # who moved them last
    asks["seen"] = stamp_of(told)
    assert one.get("/front/board/", asks, headers=POLL).status_code == 204


def test_p10_asking_again_costs_little_and_keeps_nobody_signed_in(office: Office) -> None:
    arrived(office)
    desk = signed_in("lind")
    asks = {"site": str(office.site_id), "seen": stamp_of(desk.get("/front/").content.decode())}
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert desk.get("/front/board/", asks, headers=POLL).status_code == 204
    assert len(asked) <= 7
    for _ in range(20):
        clock.advance(timedelta(minutes=1))
        desk.get("/front/board/", asks, headers=POLL)
    answer = desk.get("/front/board/", asks, headers=POLL)
    assert "sign-in" in answer.headers.get("HX-Redirect", "")


def test_who_comes_onto_a_board_that_asks_again_is_noted_as_seen(office: Office) -> None:
    desk = signed_in("lind")
    asks = {"site": str(office.site_id), "seen": stamp_of(desk.get("/front/").content.decode())}
    clock.advance(timedelta(minutes=5))
    late = make_patient("Quist")
    check_in(actor=PROGRAM, appointment_id=make_appointment(office, late), identity_checked="name, birth date")
    assert desk.get("/front/board/", asks, headers=POLL).status_code == 200
    assert any(line.outcome == "seen" and line.who == "Astrid Lind" for line in audit_lines(subject=late))


def test_who_is_kept_from_somebody_is_on_none_of_their_views(office: Office) -> None:
    lind = person("lind")
    who = make_patient("Quist", "Otto")
    booked = make_appointment(office, who)
    deny_subject(actor=PROGRAM, user_id=lind.id, subject=who, reason="her neighbour")
    visit = check_in(actor=PROGRAM, appointment_id=booked, identity_checked="name, birth date")
    desk = sign_in("lind")
    assert flow_board(lind) == []
    for path in ("/front/", "/flow/where/", "/flow/day/"):
        assert "Quist" not in desk.get(path).content.decode()
    assert "Quist" not in desk.post("/flow/where/", {"q": "qui"}).content.decode()
    for path in (f"/flow/{visit}/timeline/", f"/flow/{visit}/rooms/"):
        assert desk.get(path).status_code == 404


def test_where_is_my_patient(office: Office) -> None:
    visit = arrived(office, "Ångström")
    room_patient(actor=PROGRAM, encounter_id=visit, room="Room 1")
    make_appointment(office, make_patient("Quist", "Otto"), local(24, 10))
    desk = signed_in("lind")
    assert "Quist" in desk.get("/flow/where/").content.decode()
    found = desk.post("/flow/where/", {"q": "angs"}).content.decode()
    assert "Room 1" in found
    assert "Quist" not in found
    assert "Nobody of today fits." in desk.post("/flow/where/", {"q": "zz"}).content.decode()


def test_a_taken_room_is_not_offered_and_a_free_one_is_one_key(office: Office) -> None:
    one, other = arrived(office), arrived(office, "Quist", 20)
    room_patient(actor=PROGRAM, encounter_id=one, room="Room 1")
    page = signed_in("ruiz").get(f"/flow/{other}/rooms/").content.decode()
    assert "taken" in page
    assert "To Room 1" not in page


def test_how_long_is_long_is_the_office_s_and_differs_by_kind(office: Office) -> None:
    set_limit(actor=PROGRAM, kind="physical", stage="arrived", look=40, act=60)
    set_limit(actor=PROGRAM, kind="", stage="arrived", look=5, act=9)
    arrived(office), arrived(office, "Quist", 20, "physical")
    clock.advance(timedelta(minutes=7))
    assert {card.patient.split(",")[0]: card.tone for card in flow_board(PROGRAM)} == {"Vale": "warn", "Quist": "ok"}
    for wrong in ({"look": 0}, {"act": 3}, {"stage": "finished"}):
        with pytest.raises(Invalid):
            set_limit(actor=PROGRAM, **{"kind": "", "stage": "arrived", "look": 5, "act": 9, **wrong})  # type: ignore[arg-type]
    with pytest.raises(NotFound):
        set_limit(actor=person("lind"), kind="", stage="arrived", look=5, act=9)


def test_the_screen_in_the_waiting_room_says_what_was_agreed_to_and_nothing_else(office: Office) -> None:
    quiet, named, letters = arrived(office), arrived(office, "Quist", 20), arrived(office, "Amaro", 40)
    wall, token = Client(), start_display(actor=PROGRAM, site_id=office.site_id)
    path = f"/flow/queue/{token}/"
    assert "Nobody is called." in wall.get(path).content.decode()
    called = call_on_display(actor=PROGRAM, encounter_id=named, how="name")
    other = call_on_display(actor=PROGRAM, encounter_id=letters, how="initials")
    room_patient(actor=PROGRAM, encounter_id=letters, room="Room 1")
    page = wall.get(path, headers={"X-Poll": "1"}).content.decode()
    assert page.index(other) < page.index(called)
    assert "please come to Room 1" in page
    assert "Ingrid" in page
    for never in ("Quist", "Amaro", "Vale", "Okafor", "cough", str(named), str(quiet)):
        assert never not in page
    assert wall.cookies == {}
    provider_enters(actor=PROGRAM, encounter_id=letters)
    call_on_display(actor=PROGRAM, encounter_id=named, how="")
    assert "Nobody is called." in wall.get(path).content.decode()
    start_display(actor=PROGRAM, site_id=office.site_id)
    assert wall.get(path).status_code == 404


def test_the_timeline_of_a_visit_and_of_the_day(office: Office) -> None:
    visit = arrived(office)
    clock.advance(timedelta(minutes=12))
    room_patient(actor=PROGRAM, encounter_id=visit, room="Room 1")
    clock.advance(timedelta(minutes=50))
    desk = signed_in("lind")
    page = desk.get(f"/flow/{visit}/timeline/").content.decode()
    assert "Visit timeline: 1 h 02 m so far" in page
    assert re.search(r"arrived: <b>12 m</b>", page)
    assert "Vale" in desk.get("/flow/day/").content.decode()
    assert "Nobody came that day." in desk.get("/flow/day/?on=11/23/2026").content.decode()
    boss = signed_in("petrov")
    assert "12 m" in boss.get("/flow/figures/").content.decode()
    assert desk.get("/flow/figures/").status_code == 404
