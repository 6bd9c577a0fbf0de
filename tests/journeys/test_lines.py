"""A key of a line, pressed while no line is at hand, says so and does nothing; at its line it acts."""

import pytest

from medoffice.records.charts.api import add_chart
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import Person
from tests.journeys.test_letters import registered

pytestmark = pytest.mark.journey


def test_a_key_of_a_line_says_that_a_line_is_chosen_first(person: Person) -> None:
    (who,) = registered("Shelfton", 1)
    add_chart(actor=PROGRAM, patient_id=who, volume="1", shelf="B-7", abstract=False)
    person.come_in("farrow", f"/charts/of/{who}/")
    person.page.keyboard.press("n")
    person.sees("n is a key of a line: go to one first, with j or k.")
    person.press("j")
    person.go("o")
    person.sees("Give the chart out")
