"""The secretary's bars 3 and 4 by keyboard, counted in acts: a letter goes out, fifty recalls are mailed."""

from uuid import UUID

import pytest

from medoffice.front_office.letters.api import letters_of, sendings_of
from medoffice.front_office.letters.types.letters import SendingState
from medoffice.front_office.outreach.api import add_recalls
from medoffice.front_office.scheduling.api import visit_types
from medoffice.practice.types import Address
from medoffice.records.disclosures.api import log
from medoffice.records.disclosures.types import Sought
from medoffice.records.patients.api import register_patient
from medoffice.records.patients.types.people import PatientName
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import ON, Counted, Person, starts_a_letter

pytestmark = pytest.mark.journey
MILL_LANE = Address("12 Mill Lane", "Riverbend", "IL", "62799")


def registered(family: str, count: int) -> tuple[UUID, ...]:
    """So many people of one family name, whom a letter reaches."""
    names = [PatientName(family, f"Ida{chr(97 + n // 26)}{chr(97 + n % 26)}") for n in range(count)]
    return tuple(
        register_patient(
            actor=PROGRAM, name=name, sex="F", birth_date=ON.replace(year=1960, month=1 + n % 12), address=MILL_LANE
        )
        for n, name in enumerate(names)
    )  # fmt: skip


def test_secretary_3_a_letter_from_its_template_is_read_sent_and_logged(person: Person) -> None:
    (who,) = registered("Millrace", 1)
    farrow = Counted(person.page, person.address)
    farrow.come_in("farrow", f"/patient/{who}/")
    farrow.acts = 0
    starts_a_letter(farrow, "mis", "Missed visit")
    farrow.sees("We missed you.")
    farrow.go("Control+Enter")
    farrow.sees("How it went")
    farrow.keeps_to(7, 25, decisions=3)
    (one,) = letters_of(PROGRAM, who, 1)
    assert [sent.state for sent in sendings_of(one.id)] == [SendingState.PRINTED]
    assert log(PROGRAM, Sought(patient_id=who))[0][0].what == f"{one.number}: Missed visit"


@pytest.mark.parametrize(("typed", "title"), [("rec", "Recall: a visit is due"), ("pos", "Postcard: please call us")])
def test_secretary_4_fifty_recalls_are_mailed(person: Person, typed: str, title: str) -> None:
    """``b``, three letters of the title, Enter, Ctrl+Enter prints all, Ctrl+Enter: they are posted."""
    people = registered(f"Quarry{typed}", 50)
    add_recalls(actor=PROGRAM, patient_ids=people, kind=visit_types()[0].key, name="See again")
    farrow = Counted(person.page, person.address)
    farrow.come_in("farrow", "/letters/")
    farrow.acts = 0
    farrow.go("b")
    farrow.type(typed)
    farrow.page.locator("#pick-key-hits [aria-selected=true]").get_by_text(title).wait_for()
    farrow.go("Enter")
    farrow.sees("get it")
    farrow.go("Control+Enter")
    farrow.sees("to post")
    farrow.go("Control+Enter")
    farrow.keeps_to(10, 60, decisions=4)
    for who in people:
        (one,) = letters_of(PROGRAM, who)
        assert (one.title, sendings_of(one.id)[0].state) == (title, SendingState.POSTED)
