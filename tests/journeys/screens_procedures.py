"""The screens of procedures: each step of an order, what was done and corrected, who is observed, what kinds need."""

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.procedures.api import correct_procedure, look_after, stand
from medoffice.clinic.procedures.tests.makers import (
    JOINT,
    SHOT,
    WART,
    did,
    make_consent,
    make_done,
    make_order,
    make_time_out,
)
from medoffice.clinic.procedures.types import Consent
from medoffice.revenue.claims.tests.makers import Place
from medoffice.security.types import PROGRAM
from tests.journeys.screens_outreach import Add


def procedures(add: Add, place: Place) -> None:
    """Orders at each step, one whose time-out was stopped, a corrected injection, one who is observed."""
    office = place.office
    visit = make_visit(office, place.patient_id)
    add("ruiz", "procedures:area")
    add("ruiz", "procedures:choose", visit)
    to_agree, to_read, to_do = make_order(visit, JOINT), make_order(visit, WART), make_order(visit)
    make_consent(office, to_read, Consent.VERBAL)
    make_time_out(office, to_read, site=False)
    wrong = make_done(office, visit, what="<b>given</b>")
    right = correct_procedure(actor=PROGRAM, procedure_id=wrong, did=did(office), why="<i>another</i> lot")
    seen = make_done(office, visit, WART)
    look_after(actor=PROGRAM, procedure_id=seen, how="<b>well</b>", leaves=True, reaction="hives")
    stand(actor=office.provider, key=SHOT.key, stands=True)
    for person in ("ruiz", "okafor"):
        add(person, "procedures:area")
        add(person, "procedures:choose", visit)
        for one in (to_agree, to_read, to_do):
            add(person, "procedures:order", one)
        for one in (wrong, right, seen):
            add(person, "procedures:done", one)
    add("petrov", "procedures:done", right)
    for person in ("petrov", "okafor"):
        add(person, "procedures:kinds")
        add(person, "procedures:kind", SHOT.key)
    add("petrov", "procedures:kind", "ecg")
