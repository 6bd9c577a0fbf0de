"""A receptionist books and reschedules by keyboard from the desk, in so many acts; a visit is moved in the grid."""

from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from medoffice.front_office.scheduling.api import appointments_of, find_free
from medoffice.kernel import clock
from medoffice.records.patients.api import search
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import ZONE, Person

pytestmark = pytest.mark.journey
BAR_BOOK, BAR_RESCHEDULE = 14, 8  # usability bars 2 and 6 of the receptionist


class Counted:
    """A person whose acts are counted: each key pressed is one, a search or a choice typed is one a letter."""

    def __init__(self, person: Person) -> None:
        """Nothing is done yet."""
        self.person, self.acts = person, 0

    def press(self, *keys: str) -> None:
        """Keys that stay on the page."""
        self.acts += len(keys)
        self.person.press(*keys)

    def go(self, key: str) -> None:
        """A key that opens another page."""
        self.acts += 1
        self.person.go(key)

    def type(self, words: str) -> None:
        """Letters of a search or a choice."""
        self.acts += len(words)
        self.person.type(words)


def vale() -> UUID:
    return next(hit.id for hit in search(PROGRAM, "Vale, Ingrid"))


def standing(who: UUID) -> list[tuple[datetime, UUID]]:
    """When and with whom."""
    return sorted((one.starts, one.provider_id) for one in appointments_of(PROGRAM, who) if one.state == "booked")


def test_bar_2_an_existing_patient_is_booked_for_the_next_time_of_a_kind(person: Person) -> None:
    person.come_in("lind", "/front/")
    who, lind = vale(), Counted(person)
    lind.press("/")
    lind.type("vale")
    person.page.locator("#hits [role=option]").first.wait_for()
    lind.go("Enter")
    lind.go("b")
    lind.press("k")
    lind.type("Nu")
    lind.go("Enter")
    (wanted,) = find_free("nurse", clock.now(), limit=1)
    lind.go("1")
    (booked,) = appointments_of(PROGRAM, who)
    assert (booked.visit_type, booked.starts) == ("nurse", wanted.starts)
    assert lind.acts <= BAR_BOOK


def test_bar_6_a_visit_is_rescheduled(person: Person) -> None:
    person.come_in("lind", "/front/")
    who, lind = vale(), Counted(person)
    (before,) = standing(who)
    lind.press("/")
    lind.type("vale")
    person.page.locator("#hits [role=option]").first.wait_for()
    lind.go("Enter")
    lind.go("n")
    lind.go("1")
    (after,) = standing(who)
    assert after != before
    assert lind.acts <= BAR_RESCHEDULE


def test_a_visit_is_moved_in_the_grid_by_keys_and_taken_back(person: Person) -> None:
    who = vale()
    (before,) = standing(who)
    on = f"{before[0].astimezone(ZoneInfo(ZONE)):%m/%d/%Y}"
    person.come_in("lind", f"/scheduling/?on={on}")
    person.press("j", "m", "ArrowDown", "ArrowDown", "ArrowDown")
    person.go("Enter")
    person.sees("The visit was moved.")
    (after,) = standing(who)
    assert timedelta(0) < after[0] - before[0] < timedelta(hours=3)
    person.press("j", "m", "Escape")
    assert person.page.locator(".lifted").count() == 0
    person.go("u")
    assert standing(who) == [before]
