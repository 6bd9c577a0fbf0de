"""Danger words are heard again by keys: at the workbench with a correction, then by the author before the signature."""

import pytest
from playwright.sync_api import Browser

from medoffice.clinic.dictation.api import (
    claim_dictation,
    dictation,
    draft_waiting,
    keep_text,
    set_recogniser,
    typed_of,
)
from medoffice.clinic.dictation.models import DictationHeard
from medoffice.clinic.dictation.tests import makers
from medoffice.clinic.dictation.types.dictations import Recogniser, State
from medoffice.security.api import actor_named
from medoffice.security.types import PROGRAM
from medoffice.ui.tests.browser import axe
from tests.journeys.riverbend import Counted, Person
from tests.journeys.test_dictation import look, until, visit_of

pytestmark = pytest.mark.journey
SAID = "no fever today period start lisinopril ten milligrams daily for the left knee period return in two weeks period"
AT = "document.querySelector('audio').currentTime"
PASSED = "document.querySelector('[data-shows=passed]').textContent"
AGAIN = "Begin again: it goes on where you were."
RATE = "document.querySelector('audio').playbackRate"
CURRENT = "document.querySelector('dialog[open] mark[aria-current]').textContent"
OPEN = "document.querySelector('dialog[open]') !== null"
# The browser's own bar is between the last button and the first; nothing behind the dialog is ever reached.
WITHIN = "document.activeElement === document.body || document.activeElement.closest('dialog[open]') !== null"
FITS = """[...document.querySelectorAll("dialog[open], dialog[open] *")].every((one) =>
  one.scrollWidth <= one.clientWidth + 1 || one.matches("mark, span, kbd, .visually-hidden"))"""
MARKED = "[...document.querySelectorAll('dialog[open] mark')].map((one) => one.textContent).join(' ')"
SELECTED = "((box) => box.value.slice(box.selectionStart, box.selectionEnd))(document.querySelector('#bench-text'))"


def heard(person: Person) -> None:
    """Until its sound was reached."""
    until(person, "document.querySelector('audio').paused")


def nothing_is_wrong(person: Person) -> None:
    """With the dialog as it is, by axe, light and dark."""
    for theme in ("light", "dark"):
        person.page.emulate_media(color_scheme=theme)
        person.page.wait_for_timeout(250)
        assert axe(person.page) == []
    person.page.emulate_media(color_scheme="light")


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
    moreau.sees("0 of 6 heard")
    look(moreau, "danger-foot")
    moreau.acts = 0
    moreau.press("Alt+n")
    until(moreau, OPEN)
    until(moreau, f"{AT} > 0.1 && {AT} < 0.9")
    assert shown(moreau) == "No"
    assert moreau.page.evaluate(RATE) == 1.5
    look(moreau, "danger-no")
    heard(moreau)
    moreau.press("r")
    until(moreau, "!document.querySelector('audio').paused")
    until(moreau, f"{RATE} === 1")
    heard(moreau)
    moreau.press("Enter")
    assert shown(moreau) == "lisinopril 10 mg daily"
    assert moreau.page.evaluate(RATE) == 1.5
    until(moreau, f"{AT} > 2")
    look(moreau, "danger-dose")
    moreau.press("c")
    until(moreau, f"!({OPEN})")
    until(moreau, f"{RATE} === 1")
    assert moreau.page.evaluate(SELECTED) == "lisinopril"
    moreau.writes("losartan")
    moreau.press("Alt+n")
    until(moreau, OPEN)
    assert shown(moreau) == "losartan 10 mg daily"
    heard(moreau)
    moreau.press("Enter")
    heard(moreau)
    moreau.press("Space")
    assert shown(moreau) == "2 weeks."
    heard(moreau)
    moreau.press("Enter")
    until(moreau, f"!({OPEN})")
    until(moreau, f"{PASSED} === '6 of 6 heard'")
    moreau.keeps_to(9, 30, decisions=5)
    look(moreau, "danger-heard")
    assert typed_of(one.id).text == "No fever today. Start losartan 10 mg daily for the left knee. Return in 2 weeks."
    moreau.go("F10")
    assert dictation(PROGRAM, one.id).state is State.TO_SIGN
    assert DictationHeard.objects.filter(dictation_id=one.id).count() == 4
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.NONE)


def test_who_presses_twice_or_before_it_was_reached_has_not_heard_it_and_the_speed_is_ones_own(person: Person) -> None:
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.RECORDED)
    one = makers.make_heard(
        visit_of("Quist"), "no fever today period he is well and walks two miles a day period", tone=74, seconds=12
    )
    draft_waiting(actor=PROGRAM)
    claim_dictation(actor=actor_named("moreau"), dictation_id=one.id, seen_version=one.version)
    moreau = Counted(person.page, person.address)
    moreau.come_in("moreau", f"/dictation/{one.id}/type/")
    moreau.press("Alt+n")
    until(moreau, OPEN)
    moreau.press("Enter", "Enter")
    assert shown(moreau) == "No"
    moreau.sees("Not heard yet. Enter once it was")
    heard(moreau)
    moreau.press("F6", "Enter", "Enter")
    assert shown(moreau) == "two"
    assert moreau.page.evaluate(RATE) == 1.6
    moreau.sees("1.6\u00d7")
    until(moreau, f"{PASSED} === '1 of 2 heard'")
    moreau.press("Escape")
    until(moreau, f"!({OPEN})")
    assert moreau.page.evaluate("document.activeElement.id") == "bench-text"
    until(moreau, f"{RATE} === 1")
    until(moreau, "document.querySelector('[data-pass]').dataset.percent === '160'")
    moreau.press("Alt+n")
    until(moreau, OPEN)
    assert moreau.page.evaluate(RATE) == 1.6
    for _ in range(9):
        moreau.press("Tab")
        assert moreau.page.evaluate(WITHIN)
    moreau.press("Escape")
    moreau.come_in("moreau", f"/dictation/{one.id}/type/")
    moreau.press("Alt+n")
    until(moreau, OPEN)
    assert moreau.page.evaluate(RATE) == 1.6
    moreau.press("F5", "Escape")
    until(moreau, "document.querySelector('[data-pass]').dataset.percent === '150'")
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.NONE)


def test_provider_danger_words_are_heard_before_the_signature_which_does_not_wait_for_them(person: Person) -> None:
    moreau = actor_named("moreau")
    one = makers.make_finished(moreau, visit_of("Quist"), "No fever. Start losartan 10 mg daily.", tone=73, seconds=12)
    okafor = Counted(person.page, person.address)
    okafor.come_in("okafor", f"/dictation/{one.id}/review/")
    okafor.sees("0 of 4 heard")
    look(okafor, "danger-author-foot")
    okafor.acts = 0
    okafor.press("d")
    until(okafor, OPEN)
    until(okafor, "!document.querySelector('audio').paused")
    heard(okafor)
    okafor.press("Enter")
    assert shown(okafor) == "losartan 10 mg daily."
    look(okafor, "danger-author")
    nothing_is_wrong(okafor)
    okafor.page.set_viewport_size({"width": 390, "height": 844})
    look(okafor, "danger-phone")
    assert okafor.page.evaluate(FITS)
    nothing_is_wrong(okafor)
    okafor.page.set_viewport_size({"width": 1366, "height": 768})
    okafor.press("Escape")
    until(okafor, f"!({OPEN})")
    until(okafor, f"{PASSED}.startsWith('1 of 4 heard')")
    okafor.press("d")
    until(okafor, OPEN)
    assert shown(okafor) == "losartan 10 mg daily."
    okafor.press("c")
    until(okafor, "document.activeElement.id === 'review-text'")
    okafor.keeps_to(5, 30, decisions=1)
    assert dictation(PROGRAM, one.id).state is State.TO_SIGN
    okafor.page.keyboard.press("Escape")
    okafor.go("s")
    assert dictation(PROGRAM, one.id).state is State.SIGNED


def test_of_a_text_that_was_changed_under_the_pass_nothing_is_kept_and_it_says_so(
    browser: Browser, address: str
) -> None:
    one = makers.make_finished(actor_named("moreau"), visit_of("Quist"), "No fever. Two miles.", tone=75, seconds=6)
    okafor = Counted(browser.new_page(), address)  # its console tells of the refusal
    okafor.come_in("okafor", f"/dictation/{one.id}/review/")
    okafor.press("d")
    until(okafor, OPEN)
    now = typed_of(one.id)
    keep_text(actor=actor_named("okafor"), dictation_id=one.id, text="Fever. Ten miles.", seen_version=now.version)
    until(okafor, "!document.querySelector('audio').paused")
    heard(okafor)
    okafor.press("Enter")
    okafor.sees("Not kept: The text was changed meanwhile")
    okafor.press("Escape")
    until(okafor, f"{PASSED} === '0 of 2 heard. One was not kept: The text was changed meanwhile. {AGAIN}'")
    assert not DictationHeard.objects.filter(dictation_id=one.id).exists()
    okafor.page.close()


def test_what_was_typed_by_hand_without_sound_is_shown_and_says_that_nothing_can_be_heard(person: Person) -> None:
    one = makers.make_typing(actor_named("moreau"), visit_of("Vale"), tone=72, seconds=8)
    moreau = Counted(person.page, person.address)
    moreau.come_in("moreau", f"/dictation/{one.id}/type/")
    moreau.writes("No cough.")
    moreau.press("Alt+n")
    until(moreau, OPEN)
    moreau.sees("Nothing to hear here; read it")
    look(moreau, "danger-silent")
    assert moreau.page.evaluate("document.querySelector('audio').paused")
    moreau.page.wait_for_timeout(300)  # a press within a quarter of a second is the second of the one before
    moreau.press("Enter")
    until(moreau, f"{PASSED} === '0 of 1 heard, 1 without sound read'")
    moreau.writes(" Not well.")
    until(moreau, f"{PASSED} === '0 of 2 heard, 1 without sound read'")


def test_who_jumps_over_the_sound_has_not_heard_it_and_any_word_of_a_stretch_is_corrected(
    person: Person,
) -> None:
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.RECORDED)
    one = makers.make_heard(visit_of("Quist"), SAID, tone=76, seconds=12)
    draft_waiting(actor=PROGRAM)
    claim_dictation(actor=actor_named("moreau"), dictation_id=one.id, seen_version=one.version)
    moreau = Counted(person.page, person.address)
    moreau.come_in("moreau", f"/dictation/{one.id}/type/")
    moreau.press("Alt+n")
    until(moreau, OPEN)
    heard(moreau)
    moreau.press("Enter")
    assert shown(moreau) == "lisinopril 10 mg daily"
    moreau.press("w")
    look(moreau, "danger-other")
    assert moreau.page.evaluate(CURRENT) == "10 mg"
    moreau.press("w", "w")
    assert moreau.page.evaluate(CURRENT) == "lisinopril"
    moreau.press("w", "c")
    until(moreau, f"!({OPEN})")
    assert moreau.page.evaluate(SELECTED) == "10"
    moreau.press("Alt+n")
    until(moreau, OPEN)
    moreau.page.wait_for_timeout(300)
    moreau.press("F3", "Enter")
    moreau.sees("Not heard yet. Enter once it was")
    assert shown(moreau) == "lisinopril 10 mg daily"
    moreau.press("r")
    heard(moreau)
    moreau.press("Enter")
    until(moreau, f"{PASSED} === '4 of 6 heard'")
    moreau.press("Escape")
    until(moreau, f"!({OPEN})")
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.NONE)
