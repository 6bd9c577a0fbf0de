"""The living desk: every patient in the office can be moved on from their ticket, by who may."""

import re
from collections.abc import Iterator
from uuid import UUID

import pytest
from django.test import Client

from medoffice.desks import queries
from medoffice.front_office.check_in.api import check_in
from medoffice.front_office.scheduling.api import make_confidential
from medoffice.front_office.scheduling.tests.makers import NOW, local, make_appointment, make_bookable_office
from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.trace import Ref
from medoffice.practice.api import add_room, open_work
from medoffice.practice.tests.makers import Office
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.billing.tests.makers import insure
from medoffice.security.tests.makers import signed_in
from medoffice.security.types import PROGRAM, Label

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_bookable_office()


def arrived(office: Office, minute: int = 0) -> UUID:
    """A visit of somebody who was booked today and is here."""
    booked = make_appointment(office, make_patient(), local(24, 9, minute))
    return check_in(actor=PROGRAM, appointment_id=booked, identity_checked="name, birth date")


def moves(client: Client) -> list[tuple[str, str, str]]:
    """What the tickets offer: the address, the room that goes with it, and what it says."""
    page = client.get("/front/").content.decode()
    found = re.findall(r'<form method="post" action="(/check-in/[^"]+)" class="act">(.*?)</form>', page, re.DOTALL)
    return [
        (
            action,
            "".join(re.findall(r'name="room" value="([^"]*)"', form)),
            "".join(re.findall(r"data-at-row[^>]*>([^<]+)", form)).strip(),
        )
        for action, form in found
    ]


def test_who_is_here_and_lacks_a_vaccine_has_a_quiet_chip_for_who_may_know(office: Office) -> None:
    arrived(office)
    booked = make_appointment(office, make_patient("Quist", "Ole"), local(24, 9, 30))
    page = signed_in("ruiz").get("/front/").content.decode()
    assert page.count("vaccines due") == 1  # who is not here yet has none
    assert f"ticket-{booked}" in page
    assert "vaccines due" not in signed_in("lind").get("/front/").content.decode()


def test_a_ticket_offers_the_next_move_by_one_key(office: Office) -> None:
    visit = arrived(office)
    desk = signed_in("lind")
    said = []
    for _ in range(3):
        ((action, room, says),) = moves(desk)
        said.append((says, room))
        assert desk.post(action, {"room": room, "next": "/front/"})["Location"] == "/front/"
    assert said == [("To Room 1", "Room 1"), ("Provider goes in", ""), ("To check-out", "")]
    assert encounter(visit).stage == "check_out"
    assert moves(desk) == []


def test_the_keys_of_the_desk_are_those_of_the_row_at_hand_or_say_why_not(office: Office) -> None:
    here = arrived(office)
    for minute in (20, 40):
        make_appointment(office, make_patient(), local(24, 9, minute))
    page = signed_in("lind").get("/front/").content.decode()
    check_ins = re.findall(r'href="/front/check-in/[^"]+" data-key="i" data-says="([^"]+)"( data-at-row)?', page)
    assert check_ins == [("check in who is next", ""), ("check in", " data-at-row")]
    deaf = re.findall(r'id="ticket-([^"]+)".*? data-deaf="([^"]+)" data-why="([^"]+)"', page)
    assert [(keys, why.split(" ", 2)[2]) for _, keys, why in deaf[:2]] == [("o", "is not checked in yet.")] * 2
    assert [(keys, why) for ticket, keys, why in deaf if ticket == str(here)] == [
        ("i o", "Vale, Ingrid is checked in and waits for a room.")
    ]


def test_what_the_desk_looks_for_stands_on_the_visit_and_the_chart_does_not(office: Office) -> None:
    who = make_patient("Quist", "Otto", phone="(217) 555-0101")
    insure(office, who)
    booked = make_appointment(office, who, local(24, 9), reason="palpitations")
    visit = check_in(actor=PROGRAM, appointment_id=booked, identity_checked="name, birth date")
    make_appointment(office, who, local(25, 10))
    desk = signed_in("lind")
    page = desk.get(f"/charting/{visit}/").content.decode()
    for words in (
        "<b>9:00 AM</b>, Sick visit, 20 min",
        "palpitations",
        "asked for name, birth date",
        "Billed to",
        "not taken",
        "Wednesday, 11/25/2026 10:00 AM",
        "(217) 555-0101",
        f'href="/front/check-out/{visit}/" data-key="c"',
    ):
        assert words in page, words
    assert "Vital signs" not in page
    nurse = signed_in("ruiz").get(f"/charting/{visit}/").content.decode()
    assert "Vital signs" in nurse
    assert "At the desk" not in nurse
    make_confidential(actor=PROGRAM, visit_id=visit, label=Label.PART2, why="counselling")
    assert "palpitations" not in desk.get(f"/charting/{visit}/").content.decode()


def test_a_room_somebody_is_in_is_not_offered(office: Office) -> None:
    first, second = arrived(office), arrived(office, 20)
    desk = signed_in("lind")
    desk.post(f"/check-in/{first}/room/", {"room": "Room 1"})
    assert not any(str(second) in action for action, _, _ in moves(desk))  # there is one room, and it is taken
    add_room(actor=PROGRAM, site_id=office.site_id, name="Room 2")
    assert [room for action, room, _ in moves(desk) if str(second) in action] == ["Room 2"]


def test_who_may_not_move_patients_is_offered_nothing(office: Office) -> None:
    visit = arrived(office)
    coder = signed_in("abara")
    assert str(visit) in coder.get("/front/").content.decode()
    assert moves(coder) == []


def test_of_a_long_day_who_comes_later_is_on_the_days_list(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "DUE_SHOWN", 1)
    make_appointment(office, make_patient(family="Early"), local(24, 14))
    make_appointment(office, make_patient(family="Later"), local(24, 15))
    desk = signed_in("lind")
    page = desk.get("/front/").content.decode()
    assert "Due <span>2</span>" in page
    assert "Early" in page
    assert "Later" not in page
    link = re.search(r'href="([^"]*/list/\?site=[^"]*)">1 later today', page)
    assert link is not None
    assert "Later" in desk.get(link[1]).content.decode()


@pytest.mark.usefixtures("office")
def test_each_button_of_the_work_list_takes_its_own_thing_and_takes_it_once() -> None:
    ref = Ref("payer", new_id())
    things = [open_work(actor=PROGRAM, kind="eligibility-line", title=one, ref=ref, key=one) for one in "ab"]
    desk = signed_in("lind")
    page = desk.get("/work/").content.decode()
    form = re.search(r'<form method="post" action="" id="takes">.*?name="once" value="([^"]+)"', page, re.DOTALL)
    assert form is not None
    for thing in [*things, things[0]]:
        button = re.search(rf'form="takes" formaction="(/work/{thing}/take/)"\s+name="next" value="([^"]+)"', page)
        assert button is not None
        answer = desk.post(button[1], {"once": form[1], "next": button[2]})
        assert (answer.status_code, answer.headers["Location"]) == (302, button[2])
    assert "Take</button>" not in desk.get("/work/").content.decode()
