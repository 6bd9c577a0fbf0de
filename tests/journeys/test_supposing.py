"""The coder tries one thing of a visit's claim in thought, by keyboard; the visit stays as it is."""

import pytest

from medoffice.revenue.coding.api import coded
from tests.journeys.riverbend import Person
from tests.journeys.test_clinic_bars import at
from tests.journeys.test_coder import seen
from tests.journeys.test_office_lab import look

pytestmark = pytest.mark.journey


def test_one_diagnosis_more_is_tried_and_not_kept(person: Person) -> None:
    visit = seen("M-10006")
    abara = at(person, "abara", f"/coding/visit/{visit}/")
    abara.press("g")
    abara.go("a")
    before = coded(visit)
    abara.go("i")
    abara.sees("Choose one thing on the left.")
    look(abara, "suppose")
    abara.type("One d")
    abara.press("Tab")
    abara.type("E11.9")
    abara.go("Control+Enter")
    abara.sees("Without words that support it it is not coded.")
    abara.sees("Supposed")
    look(abara, "supposed")
    abara.go("Escape", "Escape")  # out of the field, then back
    assert coded(visit) == before
