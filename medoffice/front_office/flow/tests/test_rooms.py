"""Nobody is brought into a room where somebody is without being told; a family may share one."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID

import pytest
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from medoffice.front_office.check_in.api import check_in, provider_enters, room_patient, send_to_check_out
from medoffice.front_office.flow.api import flow_board
from medoffice.front_office.flow.queries.rooms import free_room, rooms_of
from medoffice.front_office.scheduling.tests.makers import NOW, local, make_appointment, make_bookable_office
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.worlds import current
from medoffice.practice.api import add_room, site
from medoffice.practice.tests.makers import Office
from medoffice.records.encounters.api import encounter
from medoffice.records.encounters.types import Stage
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import deny_subject
from medoffice.security.tests.makers import person, signed_in
from medoffice.security.types import PROGRAM

RACERS = 6


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield _two_rooms()


def _two_rooms() -> Office:
    made = make_bookable_office()
    add_room(actor=PROGRAM, site_id=made.site_id, name="Room 2")
    return made


def arrived(office: Office, name: str, minute: int = 0) -> UUID:
    """A visit of somebody who was booked today and is here."""
    booked = make_appointment(office, make_patient(name), local(24, 9 + minute // 60, minute % 60))
    return check_in(actor=PROGRAM, appointment_id=booked, identity_checked="name, birth date")


@pytest.mark.django_db
def test_a_room_is_taken_until_who_is_in_it_goes_to_the_desk_and_may_be_shared_if_that_is_meant(office: Office) -> None:
    vale, quist, amaro = (arrived(office, name, 20 * at) for at, name in enumerate(("Vale", "Quist", "Amaro")))
    room_patient(actor=PROGRAM, encounter_id=vale, room="Room 1")
    with pytest.raises(Refusal, match="Somebody is in Room 1") as refused:
        room_patient(actor=PROGRAM, encounter_id=quist, room=" Room 1 ")
    assert refused.value.code == "room-taken"
    assert encounter(quist).stage is Stage.ARRIVED
    room_patient(actor=PROGRAM, encounter_id=quist, room="Room 1", beside=True)
    provider_enters(actor=PROGRAM, encounter_id=quist)
    assert [[card.patient for card in one.cards] for one in rooms_of(PROGRAM, office.site_id)] == [
        ["Vale, Ingrid", "Quist, Ingrid"],
        [],
    ]
    assert free_room(site(office.site_id)) == "Room 2"
    page = signed_in("ruiz").get(f"/charting/{amaro}/").content.decode()
    assert page.index("Room 2</option>") < page.index("Room 1, taken</option>")
    for visit in (vale, quist):
        send_to_check_out(actor=PROGRAM, encounter_id=visit)
    assert {card.room for card in flow_board(PROGRAM)} == {""}  # who is at the desk is in no room any more
    room_patient(actor=PROGRAM, encounter_id=amaro, room="Room 1")


@pytest.mark.django_db
def test_who_is_called_back_to_a_room_that_is_another_s_now_is_brought_to_another(office: Office) -> None:
    vale, quist = arrived(office, "Vale"), arrived(office, "Quist", 20)
    room_patient(actor=PROGRAM, encounter_id=vale, room="Room 1")
    send_to_check_out(actor=PROGRAM, encounter_id=vale)
    provider_enters(actor=PROGRAM, encounter_id=vale)
    send_to_check_out(actor=PROGRAM, encounter_id=vale)
    room_patient(actor=PROGRAM, encounter_id=quist, room="Room 1")
    with pytest.raises(Refusal, match="Somebody is in Room 1"):
        provider_enters(actor=PROGRAM, encounter_id=vale)
    desk = signed_in("lind")
    answer = desk.post(f"/check-in/{vale}/enter/", follow=True)
    assert answer.request["PATH_INFO"] == f"/flow/{vale}/rooms/"
    assert "Somebody is in Room 1." in answer.content.decode()
    desk.post(f"/check-in/{vale}/room/", {"room": "Room 2"})
    provider_enters(actor=PROGRAM, encounter_id=vale)
    assert (encounter(vale).stage, encounter(vale).room) == (Stage.WITH_PROVIDER, "Room 2")


@pytest.mark.django_db
def test_a_room_that_was_taken_meanwhile_is_said_and_a_taken_one_is_only_shared_by_saying_so(office: Office) -> None:
    vale, quist = arrived(office, "Vale"), arrived(office, "Quist", 20)
    ruiz = signed_in("ruiz")
    assert "To Room 1" in ruiz.get(f"/flow/{quist}/rooms/").content.decode()
    room_patient(actor=PROGRAM, encounter_id=vale, room="Room 1")
    answer = ruiz.post(f"/check-in/{quist}/room/", {"room": "Room 1"}, follow=True)
    page = answer.content.decode()
    assert answer.request["PATH_INFO"] == f"/flow/{quist}/rooms/"
    assert "Somebody is in Room 1. Choose another room, or share it" in page
    assert "taken" in page
    assert "To Room 1" not in page
    assert "Share Room 1" in page
    assert "To Room 2" in page
    ruiz.post(f"/check-in/{quist}/room/", {"room": "Room 1", "beside": "yes"})
    assert encounter(quist).room == "Room 1"


@pytest.mark.django_db
def test_the_room_of_somebody_who_is_kept_from_the_desk_is_taken_there_too_and_nobody_is_named(office: Office) -> None:
    lind = person("lind")
    hidden, other = make_patient("Quist", "Otto"), arrived(office, "Vale")
    booked = make_appointment(office, hidden, local(24, 10))
    deny_subject(actor=PROGRAM, user_id=lind.id, subject=hidden, reason="her neighbour")
    visit = check_in(actor=PROGRAM, appointment_id=booked, identity_checked="name, birth date")
    room_patient(actor=PROGRAM, encounter_id=visit, room="Room 1")
    assert free_room(site(office.site_id)) == "Room 2"
    assert [(one.taken, one.cards) for one in rooms_of(lind, office.site_id)] == [(True, []), (False, [])]
    room_patient(actor=lind, encounter_id=other, room="Room 2")
    with pytest.raises(NotFound):
        room_patient(actor=lind, encounter_id=visit, room="Room 2")


@pytest.mark.usefixtures("fresh_world")
def test_of_six_who_bring_somebody_to_one_room_at_once_one_does(
    fresh_world: str, django_db_blocker: DjangoDbBlocker
) -> None:
    clock.freeze(NOW)
    office = _two_rooms()
    visits = [arrived(office, f"Racer {number}", 20 * number) for number in range(RACERS)]
    start = Barrier(RACERS, timeout=60)

    def bring(visit: UUID) -> str:
        with current.use(fresh_world):
            try:
                start.wait()
                room_patient(actor=PROGRAM, encounter_id=visit, room="Room 1")
                return "in"
            except Refusal as refusal:
                return refusal.code
            finally:
                connections.close_all()

    with django_db_blocker.unblock(), ThreadPoolExecutor(RACERS) as pool:
        results = list(pool.map(bring, visits))
    assert sorted(results) == ["in", *["room-taken"] * (RACERS - 1)]
