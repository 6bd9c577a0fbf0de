"""The assistant's bar 10 by keyboard, counted in acts: a refrigerator is read, and one that is too warm."""

import os

import pytest

from medoffice.clinic.immunizations.api import lots
from medoffice.clinic.upkeep.api import equipment_of, log_of, odd_of
from medoffice.clinic.upkeep.types import Kind
from medoffice.practice.api import sites
from tests.journeys.riverbend import Counted, Person

pytestmark = pytest.mark.journey


def look(person: Person, name: str) -> None:
    """Pictures of the page, where somebody wants to look at them."""
    if folder := os.environ.get("MEDOFFICE_PICTURES"):
        for scheme in ("light", "dark"):
            person.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            person.page.screenshot(path=f"{folder}/{name}-{scheme}.png")


def test_assistant_10_the_refrigerator_is_read_and_one_that_is_warm_sets_its_vaccines_aside(person: Person) -> None:
    main = next(one for one in sites() if one.key == "main")
    fridge = next(one for one in equipment_of(main.id) if one.kept.kind is Kind.REFRIGERATOR)
    ruiz = Counted(person.page, person.address)
    ruiz.come_in("ruiz", "/upkeep/?site=main")
    look(ruiz, "upkeep-day")
    key = ruiz.page.locator(f'a[data-says="{fridge.kept.name}"]').first.get_attribute("data-key") or ""
    ruiz.acts = 0
    ruiz.go(key)
    ruiz.type("4.1")
    ruiz.go("Control+Enter")
    ruiz.keeps_to(5, 8, decisions=1)
    ruiz.sees("logged")
    assert [str(one.told.value) for one in log_of(fridge.id)] == ["4.1"]
    look(ruiz, "upkeep-logged")
    ruiz.go(key)
    ruiz.write("11.2")
    ruiz.press("Tab")
    look(ruiz, "upkeep-warm")
    ruiz.write("door was open, vaccines moved to the second refrigerator")
    ruiz.go("Control+Enter")
    ruiz.sees("are set aside")
    look(ruiz, "upkeep-aside")
    assert len(odd_of([fridge.id])[fridge.id]) == 1
    assert all(one.aside_at for one in lots() if one.site_id == main.id)
    ruiz.go("Escape", "m")
    ruiz.sees("11.2 °C, above 8 °C")
    look(ruiz, "upkeep-month")
    ruiz.come_in("petrov", f"/upkeep/{fridge.id}/")
    look(ruiz, "upkeep-decide")
    ruiz.come_in("petrov", "/upkeep/new/freezer/")
    look(ruiz, "upkeep-set-up")
