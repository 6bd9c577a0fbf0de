"""The assistant's bars 5 and 10 by keyboard, counted in acts: a strep test by standing order, and the controls."""

import os
from uuid import UUID

import pytest

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.office_lab.api import (
    found_at,
    kit,
    kits,
    office_tests,
    run_controls,
    runs_of_kits,
    stand,
    take_kit,
)
from medoffice.clinic.office_lab.tests.makers import ENDS
from medoffice.clinic.orders.api import orders_of
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


def strep_is_ready() -> None:
    """The controls of the strep test passed, and Dr Okafor lets assistants do it."""
    main = next(one for one in sites() if one.key == "main")
    (test,) = [one.id for one in office_tests() if one.said.key == "rapid_strep"]
    stand(actor=actor_named("okafor"), test_id=test, stands=True)
    for one in kits([test], main.id):
        run_controls(actor=PROGRAM, kit_id=one.id, values={"negative": "negative", "positive": "positive"})


def strips_are_locked() -> UUID:
    """One lot of glucose strips whose controls passed some times, and a new one whose control failed."""
    main = next(one for one in sites() if one.key == "main")
    (test,) = [one.id for one in office_tests() if one.said.key == "glucose_poc"]
    for one in kits([test], main.id):
        for low, high in (("48.5", "281"), ("47.1", "276.4"), ("49.9", "288"), ("46", "279")):
            run_controls(actor=PROGRAM, kit_id=one.id, values={"low": low, "high": high})
    fresh = take_kit(actor=PROGRAM, test_id=test, site_id=main.id, lot="GL90B", expires=ENDS)
    run_controls(actor=PROGRAM, kit_id=fresh, values={"low": "57.5", "high": "283"})
    return fresh


def test_assistant_5_a_strep_test_is_ordered_by_standing_order_and_resulted_with_its_lot(person: Person) -> None:
    okafor = actor_named("okafor")
    provider = next(one for one in staff() if one.user_id == okafor.id)
    main = next(one for one in sites() if one.key == "main")
    strep_is_ready()
    visit = make_visit(Office(main.id, provider.id, okafor, payers()[0].id), search(PROGRAM, "Vale")[0].id)
    ruiz = Counted(person.page, person.address)
    ruiz.come_in("ruiz", f"/charting/{visit}/")
    look(ruiz, "office-lab-visit")
    ruiz.acts = 0
    ruiz.go("b")
    look(ruiz, "office-lab-choose")
    ruiz.go(ruiz.page.locator('button[data-says*="by standing order"]').first.get_attribute("data-key") or "")
    look(ruiz, "office-lab-enter")
    ruiz.press("ArrowDown")
    ruiz.go("Control+Enter")
    ruiz.keeps_to(8, 20, decisions=2)
    ruiz.sees("Rapid strep A: negative")
    look(ruiz, "office-lab-found")
    (found,) = found_at(visit)
    assert (found.value, found.lot) == ("negative", "ST2611")
    (order,) = orders_of(visit)
    assert order.state is OrderState.DONE
    assert "lot ST2611" in order.result


def test_assistant_10_controls_are_run_with_a_lot_that_is_locked(person: Person) -> None:
    locked = kit(strips_are_locked())
    ruiz = Counted(person.page, person.address)
    ruiz.come_in("ruiz", "/office-lab/")
    look(ruiz, "office-lab-bench")
    ruiz.acts = 0
    ruiz.go(ruiz.page.locator('a[data-says*="GL90B"]').get_attribute("data-key") or "")
    look(ruiz, "office-lab-kit-locked")
    ruiz.write("48.2")
    ruiz.press("Tab")
    ruiz.write("281")
    ruiz.press("Tab")
    ruiz.write("a fresh vial")
    ruiz.go("Control+Enter")
    ruiz.sees("The controls passed")
    look(ruiz, "office-lab-kit")
    assert [one.passed for one in runs_of_kits([locked.id])][-2:] == [True, True]
    ruiz.come_in(
        "ruiz",
        f"/office-lab/kits/{next(one for one in kits(one.id for one in office_tests()) if one.lot == 'GL88A').id}/",
    )
    look(ruiz, "office-lab-chart")
    ruiz.come_in("okafor", f"/office-lab/tests/{locked.test_id}/")
    look(ruiz, "office-lab-test")
    ruiz.come_in("petrov", "/office-lab/tests/new/")
    look(ruiz, "office-lab-set-up")
