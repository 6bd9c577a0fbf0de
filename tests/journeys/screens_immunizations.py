"""The screens of the treatment area: vaccines in each state, given and corrected; and the office's laboratory."""

from dataclasses import replace
from datetime import date

from medoffice.clinic.charting.tests.makers import enter, make_visit
from medoffice.clinic.charting.types import ListKind
from medoffice.clinic.immunizations.api import correct_dose, keep_registry, note_fact, recall_lot
from medoffice.clinic.immunizations.tests.makers import FLU, TDAP, make_dose, make_lot, said
from medoffice.clinic.immunizations.types import BodySite, ToRegistry
from medoffice.clinic.orders.api import place_order
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.claims.tests.makers import Place
from medoffice.security.types import PROGRAM
from tests.journeys.screens_devices import devices
from tests.journeys.screens_office_lab import office_lab
from tests.journeys.screens_outreach import Add
from tests.journeys.screens_procedures import procedures
from tests.journeys.screens_upkeep import upkeep


def immunizations(add: Add, place: Place) -> None:
    """Two lots that are good, one recalled, an order that waits, a corrected dose; then what is tested here."""
    office = place.office
    visit = make_visit(office, place.patient_id)
    for person in ("ruiz", "petrov"):
        add(person, "immunizations:stock")
    add("ruiz", "immunizations:choose", visit)
    add("ruiz", "immunizations:plan", place.patient_id)
    keep_registry(actor=PROGRAM, to=ToRegistry("State registry"))
    flu, bad = make_lot(office), make_lot(office, replace(FLU, lot="BAD<b>1"))
    make_lot(office, TDAP)
    place_order(actor=PROGRAM, encounter_id=visit, key="vaccine_flu", words="Influenza vaccine")
    wrong = make_dose(visit, bad)
    right = correct_dose(
        actor=PROGRAM, dose_id=wrong, given=replace(said(bad), site=BodySite.LEFT_THIGH), why="<i>the other</i> side"
    )
    recall_lot(actor=PROGRAM, lot_id=bad, why="Particles were seen")
    add("ruiz", "immunizations:stock")
    add("ruiz", "immunizations:choose", visit)
    add("ruiz", "immunizations:give", visit, flu)
    add("ruiz", "immunizations:give", visit, bad)
    for dose in (wrong, right):
        add("ruiz", "immunizations:dose", dose)
    add("petrov", "immunizations:dose", right)
    for lot in (flu, bad):
        add("ruiz", "immunizations:lot", lot)
    add("petrov", "immunizations:registry")
    note_fact(actor=PROGRAM, patient_id=place.patient_id, code="055", since=date(2020, 1, 2))
    child = make_patient("Quist", "Ole <i>", born=date(2026, 1, 5), sex="M")
    make_visit(office, child)
    enter(child, ListKind.IMMUNIZATION, "DTaP", system="CVX", code="20", status="completed", began="2026-02-10")
    for patient in (place.patient_id, child):
        add("ruiz", "immunizations:plan", patient)
    add("petrov", "immunizations:plan", child)
    office_lab(add, place)
    upkeep(add, place)
    procedures(add, place)
    devices(add, place)
