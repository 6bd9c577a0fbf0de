"""The assistant's bar 4 by keyboard, counted in acts: PHQ-9 and GAD-7 by digits."""

import pytest

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.screening.api import screened_at
from medoffice.practice.api import payers, sites, staff
from medoffice.practice.tests.makers import Office
from medoffice.records.patients.api import search
from medoffice.security.api import actor_named
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import Counted, Person
from tests.journeys.test_office_lab import look

pytestmark = pytest.mark.journey


def test_assistant_4_both_are_answered_by_digits(person: Person) -> None:
    """Sixteen answers and no other key: the first is given on the visit's page, and the last one keeps them all."""
    okafor = actor_named("okafor")
    provider = next(one for one in staff() if one.user_id == okafor.id)
    main = next(one for one in sites() if one.key == "main")
    visit = make_visit(Office(main.id, provider.id, okafor, payers()[0].id), search(PROGRAM, "Vale")[0].id)
    ruiz = Counted(person.page, person.address)
    ruiz.come_in("ruiz", f"/charting/{visit}/")
    look(ruiz, "screening-visit")
    ruiz.acts = 0
    ruiz.go("0")
    for digit in "01230112102310":
        ruiz.press(digit)
    look(ruiz, "screening-answered")
    ruiz.go("0")
    ruiz.keeps_to(16, 45, decisions=16)
    look(ruiz, "screening-kept")
    assert [(one.name, one.score) for one in screened_at(PROGRAM, visit)] == [("GAD-7", 7), ("PHQ-9", 10)]
    ruiz.sees("moderate")
