"""A provider's own day: their patients alone, where each is, whose note is missing, and where sign-in leads."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from medoffice.clinic.charting.api import note, sign_note, start_note
from medoffice.desks import queries
from medoffice.front_office.check_in.api import check_in, check_out, provider_enters, room_patient, send_to_check_out
from medoffice.front_office.scheduling.api import cancel, make_confidential
from medoffice.front_office.scheduling.tests.makers import NOW, local, make_appointment, make_bookable_office
from medoffice.kernel import clock
from medoffice.practice.tests.makers import Office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import sign_in, signed_in, somebody
from medoffice.security.types import PROGRAM, Label

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_bookable_office()


def test_a_provider_starts_at_their_own_day_and_the_desk_at_the_front(office: Office) -> None:  # noqa: ARG001 - the office must stand
    assert sign_in("okafor").get("/")["Location"] == "/day/"
    assert signed_in("lind").get("/")["Location"] == "/front/"
    assert sign_in("lind").get("/day/").status_code == 404


def test_the_day_shows_who_is_due_here_and_seen_and_what_is_not_signed(office: Office) -> None:
    booked = [make_appointment(office, make_patient(), local(24, 10, 20 * at)) for at in range(3)]
    gone = make_appointment(office, make_patient("Quist", "Marisol"), local(24, 11, 40))
    cancel(actor=PROGRAM, appointment_id=gone, why="patient")
    here, seen = (
        check_in(actor=PROGRAM, appointment_id=one, identity_checked="name, birth date") for one in booked[:2]
    )
    room_patient(actor=PROGRAM, encounter_id=seen, room="Room 1")
    provider_enters(actor=PROGRAM, encounter_id=seen)
    send_to_check_out(actor=PROGRAM, encounter_id=seen)
    told = queries.own_day(office.provider)
    assert [(one.card.column, one.note, one.lacks) for one in told.lines] == [
        ("arrived", "no note", False),
        ("check_out", "no note", True),
        ("due", "", False),
    ]
    assert (told.here, told.due, told.lacking, told.next_up) == (2, 1, 1, here)
    page = sign_in("okafor").get("/day/").content.decode()
    assert "Quist" not in page
    assert "1 seen without a signed note" in page
    mine = start_note(actor=office.provider, encounter_id=seen, text="Cough for three days.")
    sign_note(actor=office.provider, note_id=mine, seen_version=note(mine).version)
    assert queries.own_day(office.provider).lacking == 0
    check_out(actor=PROGRAM, encounter_id=seen)
    over = queries.own_day(office.provider).lines[1]
    assert (over.day.over, over.card.tone, over.note) == (True, "quiet", "signed")


def test_the_day_is_asked_again_only_when_somebody_was_moved(office: Office) -> None:
    booked = make_appointment(office, make_patient(), local(24, 10))
    okafor = sign_in("okafor")
    seen = queries.own_day(office.provider).stamp
    assert okafor.get("/day/lines/", {"seen": seen}).status_code == 204
    check_in(actor=PROGRAM, appointment_id=booked, identity_checked="name, birth date")
    again = okafor.get("/day/lines/", {"seen": seen})
    assert again.status_code == 200
    assert "arrived 0 m" in again.content.decode()


def test_another_providers_patients_are_not_on_it_nor_another_days(office: Office) -> None:
    who = make_patient()
    booked = make_appointment(office, who, local(24, 10), reason="craving")
    assert str(who) not in somebody("provider").get("/day/").content.decode()
    make_confidential(actor=PROGRAM, visit_id=booked, label=Label.PART2, why="asked for")
    assert "craving" in sign_in("okafor").get("/day/").content.decode()
    with clock.frozen(NOW + timedelta(days=1)):
        assert str(who) not in sign_in("okafor").get("/day/").content.decode()
