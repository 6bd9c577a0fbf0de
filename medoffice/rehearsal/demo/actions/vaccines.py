"""Vaccines of the demo office: lots on hand at each site, doses that are given from them, one lot that is recalled."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from medoffice.clinic.immunizations.api import (
    correct_dose,
    doses_of_visit,
    give_dose,
    keep_registry,
    lots,
    lots_for,
    orders_to_answer,
    recall_lot,
    receive_lot,
)
from medoffice.clinic.immunizations.types import BodySite, Given, ToRegistry, Vial
from medoffice.clinic.orders.api import orders_of, perform_order
from medoffice.kernel import clock
from medoffice.records.encounters.api import encounter, encounters_on
from medoffice.rehearsal.demo.actions.office_lab import sign_at_visit, tested_here
from medoffice.rehearsal.demo.actions.procedures import done_here
from medoffice.rehearsal.demo.actions.timeline import Script, at
from medoffice.rehearsal.demo.types import Scene
from medoffice.security.api import can
from medoffice.security.types import PROGRAM, Actor

FLU, SMALL, PLACE, KEEPER = "140", "FL26A", "main", "ruiz"
DOSES = 6  # of the small lot, which is used up first and recalled later
REGISTRY = ToRegistry("State immunization registry (made up)", "IIS", "IL", "RB17")
# Boxes of the demo: CVX, lot, doses, mL, days until they end. Lots and dates are made up.
BOXES = (
    (FLU, SMALL, DOSES, "0.5", 200),
    (FLU, "FL26B", 400, "0.5", 230),
    ("115", "TD7715", 20, "0.5", 400),
    ("03", "MM4410", 10, "0.5", 300),
    ("216", "PC2093", 10, "0.5", 500),
    ("187", "ZO1187", 10, "0.5", 18),
)


def stock_vaccines(sites: Mapping[str, UUID]) -> None:
    """The boxes of each site; the small lot of influenza vaccine lies at the first only. The registry is named."""
    today = clock.now().date()
    for place, site_id in sites.items():
        for cvx, number, count, amount, days in BOXES:
            if number == SMALL and place != next(iter(sites)):
                continue
            vial = Vial(
                cvx, number, today + timedelta(days=days), amount=Decimal(amount), vis=today - timedelta(days=200)
            )
            receive_lot(actor=PROGRAM, site_id=site_id, vial=vial, count=count)
    keep_registry(actor=PROGRAM, to=REGISTRY)


def carry_out(actor: Actor, encounter_id: UUID, results: Mapping[str, str], signer: Actor) -> None:
    """Do what was ordered at a visit: vaccine from its lot, tests with theirs, procedures, the rest with its result."""
    visit = encounter(encounter_id)
    vaccines = {one.id for one in orders_to_answer(encounter_id) if one.key == "vaccine_flu"}
    found = [one for one in lots_for(visit) if one.vial.cvx == FLU] if vaccines else []
    may = found and can(actor, "vaccines.give", visit.patient_id, encounter_id)
    tested = tested_here(actor, encounter_id, results)
    if tested:
        sign_at_visit(signer, encounter_id)
    done = tested | done_here(actor, encounter_id, results, signer)
    for placed in orders_of(encounter_id):
        if placed.id in done:
            continue
        if may and placed.id in vaccines:
            vial = found[0].vial
            given = Given(found[0].id, vial.route, BodySite.LEFT_DELTOID, vial.vis, amount=vial.amount)
            give_dose(actor=actor, encounter_id=encounter_id, given=given, order_id=placed.id)
        else:
            perform_order(actor=actor, order_id=placed.id, result=results[placed.key])


def vaccines_of_weeks(scene: Scene, today: date) -> Script:
    """The evening before: an entry that was wrong is corrected, and the small lot is recalled."""
    actor, zone = scene.riverbend.actors[KEEPER], scene.riverbend.office.zone
    yield at(today - timedelta(days=1), 17, 20, zone)
    for back in range(1, 15):
        for visit in encounters_on(scene.riverbend.sites[PLACE], today - timedelta(days=back)):
            given = [one for one in doses_of_visit(visit.id) if one.stands]
            if given and can(actor, "vaccines.give", visit.patient_id, visit.id):
                was = given[0].given
                other = Given(was.lot_id, was.route, BodySite.RIGHT_DELTOID, was.vis, was.eligibility, was.amount)
                correct_dose(actor=actor, dose_id=given[0].id, given=other, why="it was the right arm")
                break
        else:
            continue
        break
    yield at(today - timedelta(days=1), 17, 30, zone)
    for one in lots(every=True):
        if one.vial.lot == SMALL:
            recall_lot(actor=actor, lot_id=one.id, why="the manufacturer found too little in some syringes (made up)")
