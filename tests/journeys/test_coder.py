"""The coder's bars 2, 5 and 8 by keyboard: a suggestion taken, the level verified on its worksheet, a whole visit."""

from uuid import UUID

import pytest

from medoffice.clinic.charting.api import note, sign_note, start_note
from medoffice.front_office.check_in.api import check_in, room_patient
from medoffice.front_office.scheduling.api import book
from medoffice.kernel import clock
from medoffice.practice.api import staff_of_user
from medoffice.records.patients.api import search
from medoffice.revenue.coding.api import coded
from medoffice.security.api import actor_named
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import Counted, Person

pytestmark = pytest.mark.journey
WORDS = (
    "Assessment and Plan:\n1. Acute pharyngitis. Reviewed the culture. Start amoxicillin 500 mg.\n"
    "2. Essential hypertension, stable.\n"
)


def seen() -> UUID:
    """A visit with Dr Okafor whose note is signed."""
    okafor = staff_of_user(actor_named("okafor").id)
    assert okafor is not None
    who = search(PROGRAM, "Vale")[0].id
    booked = book(
        actor=PROGRAM, patient_id=who, provider_id=okafor.id, site_id=okafor.site_id, starts=clock.now(),
        visit_type="sick", reason="Sore throat", walk_in=True,
    )  # fmt: skip
    visit = check_in(actor=PROGRAM, appointment_id=booked, identity_checked="name, birth date")
    room_patient(actor=PROGRAM, encounter_id=visit, room="Room 1")
    note_id = start_note(actor=actor_named("okafor"), encounter_id=visit, text=WORDS)
    sign_note(actor=actor_named("okafor"), note_id=note_id, seen_version=note(note_id).version)
    return visit


def test_a_visit_is_coded_and_its_level_verified_by_a_few_keys(person: Person) -> None:
    visit = seen()
    abara = Counted(person.page, person.address)
    abara.come_in("abara", f"/coding/visit/{visit}/")
    abara.acts = 0
    abara.press("g")
    abara.go("a")
    abara.keeps_to(acts=2, seconds=3, decisions=1)
    abara.press("g")
    abara.go("a")
    abara.acts = 0
    abara.go("l")
    abara.sees("With all that is proposed:")
    abara.go("v")
    abara.sees("Why not higher")
    abara.go("s")
    abara.keeps_to(acts=4, seconds=15, decisions=3)
    codes = coded(visit)
    assert codes is not None
    assert {one.code for one in codes.diagnoses} == {"J02.9", "I10"}
    assert [(one.key, one.pointers) for one in codes.services] == [("new_3", (1, 2))]
    abara.go("R")
    abara.keeps_to(acts=15, seconds=60, decisions=2)
    again = coded(visit)
    assert again is not None
    assert again.finished
