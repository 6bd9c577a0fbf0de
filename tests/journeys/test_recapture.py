"""The coder looks at conditions of earlier years by keyboard: what they rest on, and what is said of one."""

import pytest

from medoffice.kernel import clock
from medoffice.records.patients.api import search
from medoffice.revenue.recapture.api import conditions
from medoffice.revenue.recapture.tests.makers import WORDS, make_seen
from medoffice.revenue.recapture.types import Said
from medoffice.security.api import actor_named
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import Person
from tests.journeys.test_clinic_bars import at, office
from tests.journeys.test_office_lab import look

pytestmark = pytest.mark.journey


def test_cd8_a_condition_of_last_year_is_looked_at_and_left_for_the_next_visit(person: Person) -> None:
    who = search(PROGRAM, "Vale")[0].id
    before = clock.now().replace(year=clock.now().year - 1)
    make_seen(office(), who, ["E11.22", "I50.22"], before)
    abara = at(person, "abara", "/coding/")
    abara.go("e")
    abara.sees(WORDS)
    look(abara, "recapture-list")
    abara.go("j", "Enter")
    abara.sees("coded only if this year's note supports it")
    abara.tab_to("#id_condition, [name=hcc], select")
    abara.type("3")
    abara.press("Tab")
    abara.type("t")
    abara.press("Tab")
    abara.writes("He comes on Thursday")
    look(abara, "recapture-patient")
    abara.go("Control+Enter")
    abara.sees("He comes on Thursday")
    _, found = conditions(actor_named("abara"), clock.now().year, who)
    assert [(one.hcc, one.mark.said) for one in found.conditions if one.mark] == [("37", Said.NEXT)]
