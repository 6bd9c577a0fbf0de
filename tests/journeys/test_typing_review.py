"""The transcriptionist's bar 9: an error is scored by its class with two acts while the sound goes on."""

import pytest

from medoffice.clinic.dictation.api import mistakes_of, review, reviews_waiting
from medoffice.clinic.dictation.tests import makers
from medoffice.clinic.dictation.types.reviews import ErrorClass, ReviewState
from medoffice.security.api import actor_named
from tests.journeys.riverbend import Counted, Person
from tests.journeys.test_dictation import look, until, visit_of

pytestmark = pytest.mark.journey
TEXT = "Takes hydralazine 10 mg daily. No fever.\n\nPlan: rest, recieve fluids."


def test_transcriptionist_9_an_error_is_scored_by_its_class_with_two_acts(person: Person) -> None:
    moreau, okafor = actor_named("moreau"), actor_named("okafor")
    one = makers.make_finished(moreau, visit_of("Vale"), TEXT, tone=71, seconds=20)
    found = next(waits for waits in reviews_waiting(okafor) if waits.dictation.id == one.id)
    reviewer = Counted(person.page, person.address)
    reviewer.come_in("okafor", f"/dictation/quality/{found.id}/")
    reviewer.page.keyboard.press("F4")
    until(reviewer, "document.querySelector('#graded').selectionEnd > document.querySelector('#graded').selectionStart")
    reviewer.acts = 0
    reviewer.press("Alt+1")
    reviewer.sees("97 of 100, fails")
    reviewer.keeps_to(2, 3, decisions=1)
    assert reviewer.page.evaluate("document.querySelector('audio').paused") is False
    reviewer.page.keyboard.press("F4")
    reviewer.page.keyboard.press("Home")
    reviewer.page.keyboard.press("ArrowRight")
    reviewer.acts = 1
    reviewer.press("Alt+2")
    reviewer.sees("96 of 100, fails")
    reviewer.keeps_to(2, 3, decisions=1)
    assert {(mark.kind, mark.typed) for mark in mistakes_of(found.id)} >= {(ErrorClass.MINOR, "hydralazine")}
    look(reviewer, "sheet")
    reviewer.go("Control+Enter")
    assert review(okafor, found.id).score == 96
    reader = Counted(person.page, person.address)
    reader.come_in("moreau", f"/dictation/quality/{found.id}/")
    look(reader, "sheet-told")
    reader.go("r")
    assert review(moreau, found.id).state is ReviewState.READ
