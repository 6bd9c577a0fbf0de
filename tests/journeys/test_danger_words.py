"""Danger words are heard again by keys: at the workbench with a correction, then by the author before the signature."""

import pytest

from medoffice.clinic.dictation.api import claim_dictation, dictation, draft_waiting, set_recogniser, typed_of
from medoffice.clinic.dictation.models import DictationHeard
from medoffice.clinic.dictation.tests import makers
from medoffice.clinic.dictation.types.dictations import Recogniser, State
from medoffice.security.api import actor_named
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import Counted, Person
from tests.journeys.test_dictation import look, until, visit_of

pytestmark = pytest.mark.journey
SAID = "no fever today period start lisinopril ten milligrams daily for the left knee period return in two weeks period"
AT = "document.querySelector('audio').currentTime"
PASSED = "document.querySelector('[data-shows=passed]').textContent"
OPEN = "document.querySelector('dialog[open]') !== null"
MARKED = "[...document.querySelectorAll('dialog[open] mark')].map((one) => one.textContent).join(' ')"
SELECTED = "((box) => box.value.slice(box.selectionStart, box.selectionEnd))(document.querySelector('#bench-text'))"


def shown(person: Person) -> str:
    """What is marked of the sentence that is shown."""
    return str(person.page.evaluate(MARKED))


def test_transcriptionist_danger_words_are_heard_again_by_keys_and_one_is_corrected(person: Person) -> None:
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.RECORDED)
    one = makers.make_heard(visit_of("Quist"), SAID, tone=71, seconds=12)
    draft_waiting(actor=PROGRAM)
    claim_dictation(actor=actor_named("moreau"), dictation_id=one.id, seen_version=one.version)
    moreau = Counted(person.page, person.address)
    moreau.come_in("moreau", f"/dictation/{one.id}/type/")
    moreau.sees("0 of 5 heard")
    look(moreau, "danger-foot")
    moreau.acts = 0
    moreau.press("Alt+n")
    until(moreau, OPEN)
    until(moreau, f"{AT} > 0.1 && {AT} < 0.9")
    assert shown(moreau) == "No"
    look(moreau, "danger-no")
    until(moreau, "document.querySelector('audio').paused")
    moreau.press("r")
    until(moreau, "!document.querySelector('audio').paused")
    moreau.press("Enter")
    assert shown(moreau) == "lisinopril 10 mg"
    until(moreau, f"{AT} > 2")
    look(moreau, "danger-dose")
    moreau.press("c")
    until(moreau, f"!({OPEN})")
    assert moreau.page.evaluate(SELECTED) == "lisinopril"
    moreau.writes("losartan")
    moreau.press("Alt+n")
    until(moreau, OPEN)
    assert shown(moreau) == "losartan 10 mg"
    moreau.press("Enter", "Space")
    assert shown(moreau) == "2 weeks."
    moreau.press("Enter")
    until(moreau, f"!({OPEN})")
    until(moreau, f"{PASSED} === '5 of 5 heard'")
    moreau.keeps_to(9, 30, decisions=5)
    look(moreau, "danger-heard")
    assert typed_of(one.id).text == "No fever today. Start losartan 10 mg daily for the left knee. Return in 2 weeks."
    moreau.go("F10")
    assert dictation(PROGRAM, one.id).state is State.TO_SIGN
    assert DictationHeard.objects.filter(dictation_id=one.id).count() == 4
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.NONE)


def test_provider_danger_words_are_heard_before_the_signature_which_does_not_wait_for_them(person: Person) -> None:
    moreau = actor_named("moreau")
    one = makers.make_finished(moreau, visit_of("Quist"), "No fever. Start losartan 10 mg daily.", tone=73, seconds=12)
    okafor = Counted(person.page, person.address)
    okafor.come_in("okafor", f"/dictation/{one.id}/review/")
    okafor.sees("0 of 3 heard")
    look(okafor, "danger-author-foot")
    okafor.acts = 0
    okafor.press("d")
    until(okafor, OPEN)
    okafor.press("Enter")
    assert shown(okafor) == "losartan 10 mg"
    look(okafor, "danger-author")
    okafor.press("Escape")
    until(okafor, f"!({OPEN})")
    until(okafor, f"{PASSED}.startsWith('1 of 3 heard')")
    okafor.press("d")
    until(okafor, OPEN)
    assert shown(okafor) == "losartan 10 mg"
    okafor.press("c")
    until(okafor, "document.activeElement.id === 'review-text'")
    okafor.keeps_to(5, 30, decisions=1)
    assert dictation(PROGRAM, one.id).state is State.TO_SIGN
    okafor.page.keyboard.press("Escape")
    okafor.go("s")
    assert dictation(PROGRAM, one.id).state is State.SIGNED


def test_what_was_typed_by_hand_without_sound_is_shown_and_says_that_nothing_can_be_heard(person: Person) -> None:
    one = makers.make_typing(actor_named("moreau"), visit_of("Vale"), tone=72, seconds=8)
    moreau = Counted(person.page, person.address)
    moreau.come_in("moreau", f"/dictation/{one.id}/type/")
    moreau.writes("No cough.")
    moreau.press("Alt+n")
    until(moreau, OPEN)
    moreau.sees("Nothing can be heard of it")
    look(moreau, "danger-silent")
    assert moreau.page.evaluate("document.querySelector('audio').paused")
    moreau.press("Enter")
    until(moreau, f"{PASSED} === '1 of 1 heard'")
    moreau.writes(" Not well.")
    until(moreau, f"{PASSED} === '1 of 2 heard'")
