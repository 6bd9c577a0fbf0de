"""A changed week on the visits behind, with the lengths and waits that the log has of them."""

from datetime import date, timedelta

import pytest

from medoffice.front_office.check_in.api import check_in, provider_enters, room_patient, send_to_check_out
from medoffice.front_office.scheduling.api import mark_no_show, set_away, what_if
from medoffice.front_office.scheduling.tests.makers import (
    AFTERNOON,
    MORNING,
    WORKDAYS,
    local,
    make_appointment,
    make_bookable_office,
)
from medoffice.front_office.scheduling.types import Block
from medoffice.kernel import clock
from medoffice.practice.tests.makers import Office, make_provider
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import signed_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db
MORNINGS = tuple(Block(day, *MORNING) for day in WORKDAYS)
AS_IT_IS = (*MORNINGS, *(Block(day, *AFTERNOON) for day in WORKDAYS))
BEHIND = [date(2026, 8, 27) + timedelta(days=number) for number in range(90)]


@pytest.fixture
def office() -> Office:
    with clock.frozen(local(23, 7)):
        return make_bookable_office()


def _seen(office: Office, hour: int, minute: int = 0, *, waits: int, takes: int) -> None:
    """Who came on the minute on Tuesday the 24th, waited in the room and was seen for so many minutes."""
    starts = local(24, hour, minute)
    with clock.frozen(local(23, 8)):
        booked = make_appointment(office, make_patient(), starts)
    with clock.frozen(starts):
        visit = check_in(actor=PROGRAM, appointment_id=booked, identity_checked="name, birth date")
        room_patient(actor=PROGRAM, encounter_id=visit, room="Room 1")
    with clock.frozen(starts + timedelta(minutes=waits)):
        provider_enters(actor=PROGRAM, encounter_id=visit)
    with clock.frozen(starts + timedelta(minutes=waits + takes)):
        send_to_check_out(actor=PROGRAM, encounter_id=visit)


def test_a_week_is_tried_on_the_past_with_what_the_log_says(office: Office) -> None:
    """At 11:20 for 30, at 11:40 after 10 more for 30, at 14:00 for 20, which mornings alone put at 11:00."""
    _seen(office, 11, 20, waits=0, takes=30)
    _seen(office, 11, 40, waits=10, takes=30)
    _seen(office, 14, waits=0, takes=20)
    with clock.frozen(local(23, 8)):
        missed = make_appointment(office, make_patient(), local(24, 16))
    with clock.frozen(local(24, 17)):
        mark_no_show(actor=PROGRAM, appointment_id=missed)
    with clock.frozen(local(25, 8)):
        same = what_if(PROGRAM, office.provider_id, office.site_id, AS_IT_IS)
        told = what_if(PROGRAM, office.provider_id, office.site_id, MORNINGS)
        page = _asked(office, "Mon-Fri 8:00-12:00")
    assert same is not None
    assert told is not None
    assert same.before == same.after == told.before
    assert (told.visits, told.missed, told.logged, told.logged_middle) == (3, 1, 3, 0.0)
    assert (told.placed.moved, told.placed.other_day, told.placed.lost) == (2, 0, ())  # 14:00, and who did not come
    assert told.before.waited == (0.0, 10.0, 0.0)
    assert told.after.waited == (0.0, 0.0, 10.0)
    assert (told.before.busy, told.before.after, told.after.busy, told.after.after) == (60.0, 0.0, 60.0, 20.0)
    days = sum(one.weekday() in WORKDAYS for one in BEHIND)
    assert (told.before.open, told.after.open) == (days * 480.0, days * 240.0)
    assert told.money_before is None
    assert "From 3 visits here, 3 with their own length" in page
    assert "2 visits at another time of the day, 0 on another day, 0 without any time" in page


def test_who_was_away_takes_nobody_and_who_saw_nobody_has_no_past(office: Office) -> None:
    _seen(office, 14, waits=0, takes=20)
    with clock.frozen(local(23, 9)):
        set_away(
            actor=PROGRAM, unit_id=office.provider_id, starts=local(24, 8), ends=local(24, 12), reason="at the dentist"
        )
    with clock.frozen(local(25, 8)):
        told = what_if(PROGRAM, office.provider_id, office.site_id, MORNINGS)
        assert what_if(PROGRAM, make_provider(office.site_id, "Vega"), office.site_id, MORNINGS) is None
    assert told is not None
    assert (told.placed.moved, told.placed.other_day) == (0, 1)


def _asked(office: Office, week: str) -> str:
    typed = {"site": str(office.site_id), "week": week, "valid_from": "t"}
    return signed_in("petrov").post(f"/scheduling/units/{office.provider_id}/hours/", typed).content.decode()
