"""A visit by video: the coder says by one key where the patient was, and it stands on the codes."""

import pytest
from playwright.sync_api import expect

from medoffice.clinic.charting.api import note, sign_note, start_note
from medoffice.kernel.ids import new_id
from medoffice.kernel.trace import Ref
from medoffice.records.encounters.tests.makers import begin
from medoffice.records.encounters.types import EncounterClass
from medoffice.revenue.coding.api import coded
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import Person
from tests.journeys.test_clinic_bars import at, office, vale
from tests.journeys.test_coder import WORDS
from tests.journeys.test_office_lab import look

pytestmark = pytest.mark.journey


def test_the_place_of_a_visit_at_a_distance_is_said_by_one_key(person: Person) -> None:
    here = office()
    visit = begin(here, vale(), Ref("appointment", new_id()), kind=EncounterClass.TELEHEALTH)
    note_id = start_note(actor=PROGRAM, encounter_id=visit, text=WORDS)
    sign_note(actor=here.provider, note_id=note_id, seen_version=note(note_id).version)
    abara = at(person, "abara", f"/coding/visit/{visit}/")
    look(abara, "distance-asked")
    abara.go("h")
    expect(abara.page.get_by_role("button", pressed=True, name="10")).to_be_visible()
    abara.keeps_to(1, 3, decisions=1)
    look(abara, "distance-said")
    codes = coded(visit)
    assert codes is not None
    assert codes.place == "10"
