"""A receptionist cancels and fills the time by keyboard from the desk, in so many acts."""

from datetime import timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from medoffice.front_office.outreach.api import add_recalls, add_to_waitlist, board, offers_of
from medoffice.front_office.outreach.types.recalls import RecallState
from medoffice.front_office.scheduling.api import appointment, appointments_on, book, find_free
from medoffice.kernel import clock
from medoffice.records.patients.api import patient, search
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import ON, ZONE, Person
from tests.journeys.test_scheduler import Counted

pytestmark = pytest.mark.journey
BAR_FILL, BAR_RECALL = 4, 12  # usability bars: 7 of the receptionist, 9 of the secretary


def somebody(number: int) -> UUID:
    return sorted(hit.id for hit in search(PROGRAM, "a"))[number]


def due_today() -> UUID:
    """A visit of this afternoon."""
    slot = find_free("sick", clock.now() + timedelta(hours=2), limit=1)[0]
    assert slot.starts.astimezone(ZoneInfo(ZONE)).date() == ON
    return book(
        actor=PROGRAM,
        patient_id=somebody(0),
        provider_id=slot.provider_id,
        site_id=slot.site_id,
        starts=slot.starts,
        visit_type="sick",
        reason="cough",
    )


def test_bar_7_a_visit_is_cancelled_and_its_time_offered(person: Person) -> None:
    visit = due_today()
    waiter = add_to_waitlist(actor=PROGRAM, patient_id=somebody(1), kind="sick")
    person.come_in("lind", "/front/")
    desk = person.page.url
    lind = Counted(person)
    lind.press("j")
    lind.go("x")
    person.press("Escape")
    person.go("Escape")
    assert person.page.url.startswith(desk)
    person.go("x")
    person.type("Has a fever and stays at home")
    lind.go("Enter")
    cancelled = [one for one in appointments_on(PROGRAM, None, ON, ZONE) if one.state == "late_cancel"]
    assert [one.id for one in cancelled] == [visit]
    (offer,) = offers_of([waiter])[waiter]
    assert (offer.state, offer.starts) == ("open", appointment(visit).starts)
    said = person.page.locator("#toasts").inner_text()
    assert said.startswith(f"Cancelled: Wed {ON:%m/%d} ")
    asked = patient(somebody(1)).name.sorted_form
    assert said.endswith(f"Offered to {asked} until {offer.until.astimezone(ZoneInfo(ZONE)):%-I:%M %p}.")
    assert person.page.url.startswith(desk)
    assert lind.acts <= BAR_FILL


def test_bar_9_somebody_who_is_due_is_called_and_booked(person: Person) -> None:
    who = somebody(2)
    add_recalls(actor=PROGRAM, patient_ids=(who,), kind="sick", name="Blood pressure, see again")
    person.come_in("lind", "/front/")
    lind = Counted(person)
    lind.press("Control+k")
    lind.type("recal")
    lind.go("Enter")
    lind.press("j")
    lind.go("Enter")
    person.sees("Blood pressure, see again")
    lind.go("1")
    (booked,) = board(PROGRAM, RecallState.BOOKED)
    assert (booked.patient_id, booked.attempts) == (who, 1)
    assert lind.acts <= BAR_RECALL
