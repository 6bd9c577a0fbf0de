"""The assistant's bar 6 by keyboard, counted in acts: a vaccine that was ordered is given from its lot."""

import os

import pytest

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.immunizations.api import doses_of_visit, lot, lots
from medoffice.clinic.orders.api import orders_of, place_order
from medoffice.clinic.orders.types import OrderState
from medoffice.practice.api import payers, sites, staff
from medoffice.practice.tests.makers import Office
from medoffice.records.patients.api import search
from medoffice.security.api import actor_named
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import Counted, Person

pytestmark = pytest.mark.journey


def look(person: Person, name: str) -> None:
    """Pictures of the page, where somebody wants to look at them."""
    if folder := os.environ.get("MEDOFFICE_PICTURES"):
        for scheme in ("light", "dark"):
            person.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            person.page.screenshot(path=f"{folder}/{name}-{scheme}.png")


def test_assistant_6_a_vaccine_is_given_by_lot_place_and_sheet(person: Person) -> None:
    okafor = actor_named("okafor")
    provider = next(one for one in staff() if one.user_id == okafor.id)
    main = next(one for one in sites() if one.key == "main")
    visit = make_visit(Office(main.id, provider.id, okafor, payers()[0].id), search(PROGRAM, "Vale")[0].id)
    place_order(actor=PROGRAM, encounter_id=visit, key="vaccine_flu", words="Influenza vaccine 0.5 mL IM")
    (small,) = [one for one in lots() if one.vial.lot == "FL26A"]
    ruiz = Counted(person.page, person.address)
    ruiz.come_in("ruiz", f"/charting/{visit}/")
    look(ruiz, "vaccine-visit")
    ruiz.acts = 0
    ruiz.go("i")
    look(ruiz, "vaccine-lots")
    ruiz.sees("FL26A")
    ruiz.go(ruiz.page.locator('a[data-says*="lot FL26A"]').get_attribute("data-key") or "")
    ruiz.press("ArrowDown")
    look(ruiz, "vaccine-give")
    ruiz.go("Control+Enter")
    ruiz.keeps_to(9, 30, decisions=3)
    ruiz.sees("left deltoid")
    look(ruiz, "vaccine-given")
    (given,) = doses_of_visit(visit)
    assert given.lot == "FL26A"
    assert lot(small.id).on_hand == small.on_hand - 1
    assert [one.state for one in orders_of(visit)] == [OrderState.DONE]
    ruiz.come_in("ruiz", f"/immunizations/dose/{given.id}/")
    look(ruiz, "vaccine-dose")
    ruiz.come_in("ruiz", f"/immunizations/patient/{given.patient_id}/")
    look(ruiz, "vaccine-plan")
    ruiz.come_in("ruiz", "/immunizations/")
    look(ruiz, "vaccine-stock")
    ruiz.come_in("ruiz", f"/immunizations/lot/{small.id}/")
    look(ruiz, "vaccine-lot")
