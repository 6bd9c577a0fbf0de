"""What an update of the codes touched is mended from its page, by keys alone; what audits found is one key away."""

import os

import pytest

from medoffice.clinic.charting.api import note_templates
from medoffice.clinic.charting.tests.makers import make_template
from tests.journeys.riverbend import Counted, Person

pytestmark = pytest.mark.journey


def look(person: Person, name: str) -> None:
    """Pictures of the page, where somebody wants to look at them."""
    if folder := os.environ.get("MEDOFFICE_PICTURES"):
        for scheme in ("light", "dark"):
            person.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            person.page.screenshot(path=f"{folder}/{name}-{scheme}.png")


def test_a_template_is_mended_and_the_next_one_left_by_keys(person: Person) -> None:
    make_template("foot", "Foot pain (M72.2).")
    make_template("heel", "Heel pain (M72.2).")
    abara = Counted(person.page, person.address)
    abara.come_in("abara", "/coding/")
    abara.go("u")
    abara.sees("What names one that ended")
    look(abara, "updates")
    abara.page.locator("a[data-open]", has_text="Foot").focus()
    abara.go("Enter")
    abara.sees("Plantar fascial fibromatosis")
    look(abara, "mend")
    abara.tab_to("[name=instead]")
    abara.press("Space")
    abara.go("Control+Enter")
    abara.sees("Note template: Heel")
    abara.tab_to("[name=instead]")
    abara.press("ArrowUp")
    abara.go("Control+Enter")
    abara.sees("left by Nneka Abara")
    look(abara, "mended")
    says = {one.key: one.sections[0].start for one in note_templates() if one.key in ("foot", "heel")}
    assert says == {"foot": "Foot pain (M72.20).", "heel": "Heel pain (M72.2)."}
    abara.go("Escape")
    abara.go("f")
    abara.sees("What audits found of your codes")
    look(abara, "found")
    abara.go("a")
    abara.sees("No audit yet.")
    abara.go("Escape")
    abara.sees("To code")
    abara.page.goto(f"{abara.address}/code-lists/look/")
    look(abara, "look")
    abara.page.goto(f"{abara.address}/coding/diagnoses/")
    look(abara, "facts")
