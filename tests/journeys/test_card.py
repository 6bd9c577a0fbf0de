"""P37: the card of a patient by keys alone: a group is opened where it stands, saved, and left."""

import pytest

from medoffice.records.patients.api import patient
from medoffice.records.patients.tests.makers import make_patient
from tests.journeys.riverbend import Person

pytestmark = pytest.mark.journey


def test_p37_a_group_is_opened_saved_and_left_by_keys(person: Person) -> None:
    who = make_patient("Tindall", "Rosa", phone="(217) 555-0100")
    person.come_in("lind", f"/patients/{who}/change/")
    person.press("j")
    person.page.locator("tr[data-at]#name").wait_for()
    with person.page.expect_navigation():
        person.press("e")
    person.page.locator("#id_family:focus").wait_for()
    person.tab_to("#id_preferred")
    person.write("Rosie")
    with person.page.expect_navigation():
        person.press("Enter")
    person.page.get_by_text("Rosie").first.wait_for()
    person.page.locator("tr[data-at]#name").wait_for()
    assert patient(who).name.preferred == "Rosie"
    person.press("j", "j")
    with person.page.expect_navigation():
        person.press("Enter")
    person.page.locator("#id_gender_identity:focus").wait_for()
    person.press("Escape")
    with person.page.expect_navigation():
        person.press("Escape")
    person.page.locator("tr[data-at]#told").wait_for()
