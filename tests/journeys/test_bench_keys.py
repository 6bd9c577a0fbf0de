"""Keys of the workbench beside those of the sound: the last phrase is scratched, and comes back."""

import pytest

from medoffice.clinic.dictation.api import claim_dictation, draft_waiting, set_recogniser, typed_of
from medoffice.clinic.dictation.tests import makers
from medoffice.clinic.dictation.types.dictations import Recogniser
from medoffice.security.api import actor_named
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import Counted, Person
from tests.journeys.test_dictation import until, visit_of

pytestmark = pytest.mark.journey
KEPT = "document.querySelector('[data-shows=kept]').textContent === 'kept'"
TEXT = "document.querySelector('#bench-text').value"


def test_transcriptionist_the_last_phrase_is_scratched_by_a_key_and_comes_back(person: Person) -> None:
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.RECORDED)
    one = makers.make_heard(visit_of("Quist"), "no fever period", tone=71, seconds=12)
    draft_waiting(actor=PROGRAM)
    claim_dictation(actor=actor_named("moreau"), dictation_id=one.id, seen_version=one.version)
    moreau = Counted(person.page, person.address)
    moreau.come_in("moreau", f"/dictation/{one.id}/type/")
    for typed, left in (
        ("No fever, no cough.", "No fever, "),
        ("PLAN: lisinopril 2.5 mg daily", "PLAN: "),
        ("PLAN: ", "PLAN: "),
        ("First line\nsecond", "First line\n"),
    ):
        moreau.press("Control+a")
        moreau.press("Delete")
        person.page.keyboard.insert_text(typed)
        moreau.press("Control+Shift+S")
        assert person.page.evaluate(TEXT) == left
    person.page.keyboard.press("Control+z")  # the browser's own, as in any text
    assert person.page.evaluate(TEXT) == "First line\nsecond"
    moreau.press("Control+Shift+S")
    until(moreau, KEPT)
    assert typed_of(one.id).text.strip() == "First line"
