"""The last menstrual period: asked at rooming by keyboard, and shown to who orders a test that asks for it."""

from datetime import date
from uuid import UUID

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from medoffice.clinic.charting.api import last_period_of
from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.orders.api import import_tests
from medoffice.clinic.orders.tests.makers import make_laboratory
from medoffice.clinic.orders.types import LabTest
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import Person
from tests.journeys.test_clinic_bars import at, office
from tests.journeys.test_office_lab import look

pytestmark = pytest.mark.journey


def roomed(who: UUID) -> UUID:
    """A visit of today; a laboratory whose test asks for the last period."""
    lab = make_laboratory("Harbor Laboratory", door="")
    asking = LabTest("HCG", "Chorionic gonadotropin", "serum", asks=("Last menstrual period",))
    import_tests(actor=PROGRAM, laboratory_id=lab, tests=(asking,))
    return make_visit(office(), who)


def test_the_last_period_is_asked_at_rooming_and_stands_where_a_test_asks_for_it(person: Person) -> None:
    who = make_patient("Ashgrove", "Nell", born=date(1996, 3, 2))
    visit = roomed(who)
    ruiz = at(person, "ruiz", f"/charting/{visit}/")
    ruiz.press("v")
    ruiz.type("118")
    ruiz.tab_to("#id_last_period")
    look(ruiz, "period-asked")
    ruiz.type("11/02/2026")
    ruiz.go("Control+Enter")
    ruiz.sees("11/02/2026")
    look(ruiz, "period-noted")
    said = last_period_of(PROGRAM, who)
    assert said is not None
    assert said.encounter_id == visit
    okafor = at(person, "okafor", f"{reverse('orders:new', args=[visit])}?laboratory=harbor-laboratory")
    expect(okafor.page.get_by_label("Last menstrual period")).to_have_value("11/02/2026")
    look(okafor, "period-ordering")
