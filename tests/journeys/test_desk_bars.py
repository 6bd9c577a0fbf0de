"""The receptionist's bars 3, 8, 9 and 10 by keyboard from the desk, counted in acts; nobody is chosen beforehand.

P29: a check-in when nothing is due is two keys.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pytest
from playwright.sync_api import expect

from medoffice.front_office.check_in.api import check_in, check_out, room_patient, send_to_check_out
from medoffice.front_office.flow.api import flow_board
from medoffice.front_office.scheduling.api import appointments_of, book, cancel
from medoffice.kernel import clock
from medoffice.kernel.trace import Ref
from medoffice.practice.api import providers, staff_of_user
from medoffice.records.encounters.api import encounter, encounter_of
from medoffice.records.patients.api import search
from medoffice.records.patients.types.people import PatientHit
from medoffice.revenue.billing.api import receipts_of_visit
from medoffice.security.api import actor_named
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import Person

pytestmark = pytest.mark.journey
KEY, THINK = 0.28, 1.35
BARS = {3: (2, 4), 8: (25, 90), 9: (6, 12), 10: (9, 25)}  # acts, seconds


@dataclass
class Counted(Person):
    """A person whose acts are counted: keys and hops from field to field; what is written for people is not."""

    acts: int = 0

    def press(self, *keys: str) -> None:
        """Each key is an act."""
        self.acts += len(keys)
        super().press(*keys)

    def at(self, card: str, column: str) -> None:
        """This card is at hand, in this column: the next key is about it."""
        expect(self.page.locator(f"#column-{column} {card} [data-open]")).to_be_focused()

    def keeps(self, bar: int, decisions: int) -> None:
        """The bar, in acts and in predicted seconds."""
        acts, seconds = BARS[bar]
        assert self.acts <= acts, f"{self.acts} acts, the bar is {acts}"
        assert self.acts * KEY + decisions * THINK <= seconds


@pytest.fixture
def lind(person: Person) -> Iterator[Counted]:
    """Receptionist Lind, before the day's first patient."""
    found = Counted(person.page, person.address)
    yield found
    for card in flow_board(PROGRAM):
        if card.encounter_id is None and card.appointment_id is not None:
            cancel(actor=PROGRAM, appointment_id=card.appointment_id, why="the test is over")


def somebody(name: str, which: int = 0) -> PatientHit:
    return search(PROGRAM, name)[which]


def booked_now(who: UUID, kind: str) -> UUID:
    """Somebody who is booked for now, beside whatever else is booked."""
    here = staff_of_user(actor_named("lind").id)
    assert here is not None
    return book(
        actor=PROGRAM,
        patient_id=who,
        provider_id=providers(here.site_id)[0].id,
        site_id=here.site_id,
        starts=clock.now(),
        visit_type=kind,
        reason="blood pressure",
        walk_in=True,
    )


def at_the_desk(lind: Counted) -> None:
    lind.come_in("lind", "/front/")
    lind.acts = 0


def leaving(who: UUID) -> UUID:
    """A visit that stands at check-out with its copay open."""
    booked = booked_now(who, "established")
    visit = check_in(actor=PROGRAM, appointment_id=booked, identity_checked="name, birth date")
    room_patient(actor=PROGRAM, encounter_id=visit, room="Room 1")
    send_to_check_out(actor=PROGRAM, encounter_id=visit)
    return visit


def test_bar_3_p29_a_check_in_when_nothing_is_due_is_two_keys(lind: Counted) -> None:
    booked = booked_now(somebody("Vale, Ingrid").id, "nurse")
    at_the_desk(lind)
    lind.go("i")
    lind.sees("Identity: what was checked")
    lind.go("a")
    lind.keeps(3, decisions=1)
    visit = encounter_of(Ref("appointment", booked))
    assert visit is not None
    assert visit.stage == "arrived"


def test_bar_8_a_new_patient_is_registered_in_twenty_five_hops(lind: Counted) -> None:
    at_the_desk(lind)
    lind.go("n")
    for field, words in (
        ("#id_family", "Featherstone"),
        ("#id_given", "Imogen"),
        ("#id_sex", "F"),
        ("#id_birth_date", "3/14/1965"),
        ("#id_phone", "217-555-0143"),
    ):
        lind.tab_to(field)
        lind.type(words)
    lind.go("Control+Enter")
    lind.keeps(8, decisions=6)
    (made,) = [hit for hit in search(PROGRAM, "featherstone") if hit.born == f"{date(1965, 3, 14):%m/%d/%Y}"]
    assert made.phone


def test_bar_9_copay_and_balance_are_taken_and_the_receipt_is_printed(lind: Counted) -> None:
    visit = leaving(somebody("Quist").id)
    at_the_desk(lind)
    lind.go("o")
    lind.go("c")
    lind.sees("Taken by card")
    lind.go("r")
    lind.sees("Received")
    lind.press("p")
    lind.keeps(9, decisions=2)
    assert [one.method.value for one in receipts_of_visit(visit)][:1] == ["card"]
    lind.go("Escape")
    assert lind.page.url.endswith(f"/front/check-out/{visit}/")
    lind.go("g")
    lind.sees(": checked out.")


def test_bar_10_the_next_visit_is_booked_the_paper_printed_and_goodbye_said(lind: Counted) -> None:
    visit = leaving(somebody("Amaro").id)
    who = encounter(visit).patient_id
    before = len(appointments_of(PROGRAM, who))
    at_the_desk(lind)
    lind.go("o")
    lind.go("1")
    lind.go("p")
    lind.press("p")
    lind.go("Escape")
    lind.go("g")
    lind.page.wait_for_url("**/front/?site=*")
    lind.keeps(10, decisions=4)
    assert encounter(visit).stage == "finished"
    assert len(appointments_of(PROGRAM, who)) == before + 1


def test_the_foot_tells_the_keys_of_the_row_first_and_two_escapes_lead_back_to_the_desk(lind: Counted) -> None:
    booked_now(somebody("Amaro", 1).id, "nurse")
    at_the_desk(lind)
    lind.press("j")
    foot = lind.page.locator(".foot .hints")
    assert foot.locator("span").first.inner_text() == "x cancel and offer the time"
    assert "telephone log" in foot.inner_text()
    lind.go("Alt+w")
    lind.type("amaro")
    lind.page.locator("#where-hits [aria-selected=true]").wait_for()
    lind.press("Escape")
    assert lind.page.locator("#where-hits [role=option]").count() > 0
    lind.go("Escape")
    assert lind.page.url.endswith("/front/")


def test_i_checks_in_the_row_at_hand_or_says_why_not(lind: Counted) -> None:
    booked_now(somebody("Amaro", 1).id, "nurse")
    second = booked_now(somebody("Okonkwo").id, "nurse")
    at_the_desk(lind)
    lind.press("j", "j")
    lind.go("i")
    assert str(second) in lind.page.url
    lind.go("a")
    lind.press("j", "ArrowRight")
    arrived = lind.page.url
    lind.page.keyboard.press("i")
    lind.sees("is checked in and waits for a room.")
    assert lind.page.url == arrived
    lind.press("Escape")
    lind.go("i")
    assert "/front/check-in/" in lind.page.url
    lind.go("Escape")
    send_to_check_out(actor=PROGRAM, encounter_id=_roomed(second))


def _roomed(booked: UUID) -> UUID:
    visit = encounter_of(Ref("appointment", booked))
    assert visit is not None
    room_patient(actor=PROGRAM, encounter_id=visit.id, room="Room 2")
    return visit.id


def test_a_screen_left_open_shows_a_move_of_another_and_keeps_the_row_at_hand(lind: Counted) -> None:
    at_the_desk(lind)
    booked = booked_now(somebody("Amaro", 1).id, "nurse")
    lind.page.locator("#column-due [data-row]").first.wait_for()  # it came by itself
    lind.press("j")
    other = check_in(actor=PROGRAM, appointment_id=booked, identity_checked="name, birth date")
    room_patient(actor=PROGRAM, encounter_id=other, room="Room 2")
    lind.page.locator(f"#column-roomed #ticket-{other}").wait_for()
    lind.go("Alt+w")
    lind.type("amaro")
    lind.sees("Room 2")
    send_to_check_out(actor=PROGRAM, encounter_id=other)


def test_after_an_act_the_card_is_at_hand_wherever_it_stands_or_the_first_of_its_column(lind: Counted) -> None:
    nobody_s = [hit.id for hit in search(PROGRAM, "a") if not appointments_of(PROGRAM, hit.id)]
    one, two = (booked_now(who, "nurse") for who in nobody_s[:2])
    at_the_desk(lind)
    lind.go("i")
    lind.go("a")
    visits = [encounter_of(Ref("appointment", booked)) for booked in (one, two)]
    (came,) = [visit for visit in visits if visit]
    card = f"#ticket-{came.id}"
    lind.at(card, "arrived")
    assert "checked in." in lind.page.locator("#toasts").inner_text()
    for column in ("roomed", "with_provider", "check_out"):
        lind.go("m")
        lind.at(card, column)
    other = leaving(nobody_s[2])
    lind.page.locator(f"#ticket-{other}").wait_for()
    lind.at(card, "check_out")
    lind.go("Enter")
    lind.go("g")
    expect(lind.page.locator(card)).to_have_count(0)
    expect(lind.page.locator("#column-check_out [data-open]").first).to_be_focused()
    check_out(actor=PROGRAM, encounter_id=other)
