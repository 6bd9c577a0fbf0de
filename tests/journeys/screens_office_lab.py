"""The screens of the office's laboratory: the bench, lots ready and locked, tests, testing and screening at a visit."""

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.office_lab.api import correct_test, office_tests, run_controls, stand
from medoffice.clinic.office_lab.tests.makers import GLUCOSE, make_kit, make_tested
from medoffice.clinic.orders.api import place_order
from medoffice.clinic.screening.api import correct_screening
from medoffice.clinic.screening.tests.makers import make_screened
from medoffice.revenue.claims.tests.makers import Place
from medoffice.security.types import PROGRAM
from tests.journeys.screens_outreach import Add


def office_lab(add: Add, place: Place) -> None:
    """A lot that is ready, one whose control failed, an order that waits, a result that was corrected."""
    office = place.office
    visit = make_visit(office, place.patient_id)
    add("ruiz", "office_lab:bench")
    add("ruiz", "office_lab:choose", visit)
    strep, sugar = make_kit(office), make_kit(office, GLUCOSE, "G<b>1")
    run_controls(actor=PROGRAM, kit_id=sugar, values={"low": "60", "high": "325"})
    by_key = {one.said.key: one.id for one in office_tests()}
    stand(actor=office.provider, test_id=by_key["glucose_poc"], stands=True)
    wrong = make_tested(visit, strep)
    right = correct_test(actor=PROGRAM, tested_id=wrong, value="negative", why="<i>another</i> patient's")
    order = place_order(actor=PROGRAM, encounter_id=visit, key="rapid_strep", words="Rapid streptococcus test")
    sugar_order = place_order(actor=PROGRAM, encounter_id=visit, key="glucose_poc", words="Fingerstick glucose")
    for person in ("ruiz", "petrov"):
        add(person, "office_lab:bench")
        add(person, "office_lab:kit", sugar)
        add(person, "office_lab:found", right)
    add("ruiz", "office_lab:kit", strep)
    add("ruiz", "office_lab:found", wrong)
    add("ruiz", "office_lab:choose", visit)
    add("ruiz", "office_lab:enter", visit, order)
    add("ruiz", "office_lab:enter", visit, sugar_order)
    for test in by_key.values():
        add("okafor", "office_lab:test", test)
    add("petrov", "office_lab:new")
    add("petrov", "office_lab:change", by_key["rapid_strep"])
    low = make_screened(visit)
    for person in ("ruiz", "okafor"):
        add(person, "screening:choose", visit)
        add(person, "screening:ask", visit, "mood")
        add(person, "screening:screened", low)
    correct_screening(actor=PROGRAM, screened_id=low, answers=[3] * 9, why="<i>another</i> column")
    add("okafor", "screening:screened", low)
