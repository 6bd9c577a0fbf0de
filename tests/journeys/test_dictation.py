"""The transcriptionist's bars 1 to 5 and 8 and the provider's 8 by keyboard; a killed tab; the author on a phone."""

import os
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import Browser

from medoffice.clinic.charting.api import note_of
from medoffice.clinic.dictation.api import (
    blanks_of,
    claim_dictation,
    dictation,
    dictations_of_visit,
    draft_waiting,
    finish_dictation,
    keep_short_form,
    move_dictation,
    send_dictation,
    set_recogniser,
    typed_of,
    with_words,
)
from medoffice.clinic.dictation.models import DictationText
from medoffice.clinic.dictation.rules.word_rows import from_rows, to_rows
from medoffice.clinic.dictation.tests import makers
from medoffice.clinic.dictation.types.dictations import LETTER, Priority, Recogniser, State
from medoffice.kernel.heard import HeardWord
from medoffice.kernel.ids import new_id
from medoffice.kernel.trace import Ref
from medoffice.practice.api import staff_of_user
from medoffice.records.encounters.api import encounter, start_encounter
from medoffice.records.encounters.types import EncounterClass
from medoffice.records.patients.api import search
from medoffice.security.api import actor_named
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import Counted, Person

pytestmark = pytest.mark.journey


def look(person: Person, name: str) -> None:
    """A picture of the page in light and dark, where somebody wants to look at it."""
    if folder := os.environ.get("MEDOFFICE_PICTURES"):
        for theme in ("light", "dark"):
            person.page.emulate_media(color_scheme=theme)
            person.page.wait_for_timeout(250)
            person.page.screenshot(path=str(Path(folder) / f"{name}-{theme}.png"))
        person.page.emulate_media(color_scheme="light")


def until(person: Person, true: str) -> None:
    """Wait until this is true on the page, which lets nobody evaluate a string within itself."""
    for _ in range(100):
        if person.page.evaluate(true):
            return
        person.page.wait_for_timeout(100)
    raise AssertionError(f"never true: {true}")


def visit_of(name: str) -> UUID:
    """A visit of theirs with Dr Okafor that has just begun."""
    okafor = staff_of_user(actor_named("okafor").id)
    assert okafor is not None
    return start_encounter(
        actor=PROGRAM, patient_id=search(PROGRAM, name)[0].id, provider_id=okafor.id, site_id=okafor.site_id,
        kind=EncounterClass.OFFICE, reason="cough", cause=Ref("appointment", new_id()),
    )  # fmt: skip


def test_transcriptionist_1_to_5_and_8_a_dictation_is_typed_without_the_mouse(person: Person) -> None:
    visit = visit_of("Vale")
    makers.make_dictation(visit, tone=40, seconds=20, note="Spell the drug")
    stat = makers.make_dictation(visit, tone=41, seconds=20, priority=Priority.STAT)
    keep_short_form(actor=PROGRAM, short="nlex", words="Well developed, in no distress.", office=True)
    moreau = Counted(person.page, person.address)
    moreau.come_in("moreau", "/dictation/")
    look(moreau, "desk")
    moreau.acts = 0
    moreau.go("n")
    moreau.keeps_to(1, 2, decisions=1)
    assert str(stat.id) in moreau.page.url
    playing = "document.querySelector('audio').paused === false && document.querySelector('audio').currentTime > 0.2"
    until(moreau, playing)
    moreau.page.keyboard.press("F4")
    until(moreau, "document.querySelector('audio').paused")
    moreau.page.keyboard.press("F6")
    told = "(({playbackRate, preservesPitch}) => [playbackRate, preservesPitch])(document.querySelector('audio'))"
    assert moreau.page.evaluate(told) == [1.1, True]
    moreau.page.keyboard.press("F3")
    until(moreau, "document.querySelector('audio').currentTime > 3")
    moreau.writes("Exam: nlex")
    moreau.acts = 0
    moreau.press("Control+.")
    moreau.keeps_to(4, 2, decisions=0)
    moreau.writes(" She takes ")
    moreau.press("Control+b", "1")
    moreau.keeps_to(2, 2, decisions=1)
    moreau.page.locator("[data-shows=flags] button").wait_for()
    moreau.writes(" ten milligrams daily.")
    until(moreau, "document.querySelector('[data-shows=kept]').textContent === 'kept'")
    look(moreau, "bench")
    typed = typed_of(stat.id)
    assert typed.text == "Exam: Well developed, in no distress. She takes ____ ten milligrams daily."
    assert all(word.start_ms and word.start_ms >= 3000 for word in typed.words)
    moreau.press("Alt+f")
    until(moreau, "document.querySelector('#bench-text').value.includes('10 mg')")
    until(moreau, "document.querySelector('[data-shows=kept]').textContent === 'kept'")
    moreau.acts = 0
    moreau.go("F10")
    moreau.keeps_to(1, 2, decisions=0)
    now = dictation(PROGRAM, stat.id)
    assert now.state is State.TO_SIGN
    assert len([one for one in blanks_of(stat.id, typed_of(stat.id)) if not one.answered]) == 1
    assert note_of(visit) is None


def test_transcriptionist_3_and_7_doubtful_words_of_a_draft_are_judged_with_a_key_each(person: Person) -> None:
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.RECORDED)
    said = "start lisinopril ten milligrams today period no fever period"
    one = makers.make_heard(visit_of("Quist"), said, unsure=("today", "fever"), tone=60)
    draft_waiting(actor=PROGRAM)
    claim_dictation(actor=actor_named("moreau"), dictation_id=one.id, seen_version=one.version)
    moreau = Counted(person.page, person.address)
    moreau.come_in("moreau", f"/dictation/{one.id}/type/")
    moreau.sees("2 doubtful words")
    look(moreau, "bench-draft")
    moreau.acts = 0
    moreau.press("F8", "Enter")
    until(moreau, "document.querySelector('[data-shows=draft]').textContent.startsWith('1 doubtful')")
    until(moreau, "document.querySelector('#bench-text').selectionStart > 30")
    moreau.writes("chills.")
    moreau.keeps_to(3, 10, decisions=2)
    until(moreau, "document.querySelector('[data-shows=draft]').textContent === ''")
    assert typed_of(one.id).text == "Start lisinopril 10 mg today. No chills."
    moreau.go("F10")
    assert dictation(PROGRAM, one.id).state is State.TO_SIGN
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.NONE)


def test_transcriptionist_3_a_word_misheard_again_and_again_is_judged_once_with_shift(person: Person) -> None:
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.RECORDED)
    said = "takes metoprolol period likes metoprolol comma no fever period takes zocor comma keeps zocor period"
    one = makers.make_heard(visit_of("Quist"), said, unsure=("metoprolol",), tone=64, seconds=12)
    draft_waiting(actor=PROGRAM)
    claim_dictation(actor=actor_named("moreau"), dictation_id=one.id, seen_version=one.version)
    row = DictationText.objects.get(dictation_id=one.id)
    words = [
        replace(word, flags=("perhaps:Cozaar",) if "ocor" in word.text else word.flags) for word in from_rows(row.words)
    ]
    row.words = to_rows(words)
    row.save()
    moreau = Counted(person.page, person.address)
    moreau.come_in("moreau", f"/dictation/{one.id}/type/")
    moreau.go("Alt+m")
    moreau.sees("is about another visit")
    moreau.go("Escape")
    moreau.come_in("moreau", f"/dictation/{one.id}/type/")
    moreau.sees("4 doubtful words")
    moreau.sees("with Shift all 2")
    look(moreau, "bench-same")
    moreau.acts = 0
    moreau.press("F8", "Shift+Enter")
    until(moreau, "document.querySelector('[data-shows=draft]').textContent.startsWith('2 doubtful')")
    until(moreau, "document.querySelector('#bench-text').selectionStart > 30")
    moreau.press("Shift+1")
    until(moreau, "document.querySelector('[data-shows=draft]').textContent === ''")
    moreau.keeps_to(3, 10, decisions=2)
    assert typed_of(one.id).text == "Takes metoprolol. Likes metoprolol, no fever. Takes Cozaar, keeps Cozaar."
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.NONE)


def test_transcriptionist_6_a_word_is_looked_up_as_it_sounds_without_leaving_the_text(person: Person) -> None:
    one = makers.make_typing(actor_named("moreau"), visit_of("Quist"), tone=61)
    moreau = Counted(person.page, person.address)
    moreau.come_in("moreau", f"/dictation/{one.id}/type/")
    moreau.writes("Disphagia. Takes hydroklorothiazide")
    moreau.acts = 0
    moreau.press("Alt+t")
    moreau.page.locator("#pick-term-hits [role=option][aria-selected=true]", has_text="hydrochlorothiazide").wait_for()
    look(moreau, "bench-look-up")
    moreau.press("Enter")
    moreau.keeps_to(2, 4, decisions=1)
    assert moreau.page.evaluate("document.activeElement.id") == "bench-text"
    moreau.writes(" daily.")
    moreau.page.keyboard.press("Control+Home")
    moreau.press("Alt+t")
    moreau.page.locator("#pick-term-hits [role=option][aria-selected=true]", has_text="dysphagia").wait_for()
    moreau.press("Enter")
    moreau.press("Alt+t", "Escape")
    until(moreau, "document.querySelector('[data-shows=kept]').textContent === 'kept'")
    assert typed_of(one.id).text == "Dysphagia. Takes hydrochlorothiazide daily."
    assert "/type/" in moreau.page.url, "Escape leaves the search, and no more"


def test_secretary_10_a_dictated_letter_goes_from_its_draft_to_its_author(person: Person) -> None:
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.RECORDED)
    said = "dear doctor hale comma new paragraph mister quist was seen today period he is well period"
    one = makers.make_heard(visit_of("Quist"), said, unsure=("well",), tone=62, seconds=10, kind=LETTER)
    draft_waiting(actor=PROGRAM)
    vega = Counted(person.page, person.address)
    vega.come_in("vega", f"/dictation/{one.id}/")
    vega.acts = 0
    vega.go("c")
    vega.go("t")
    until(vega, "document.querySelector('#bench-text').value.includes('He is well')")
    vega.press("F8", "Enter")
    until(vega, "document.querySelector('[data-shows=draft]').textContent === ''")
    vega.go("F10")
    vega.keeps_to(6, 30, decisions=2)
    assert (dictation(PROGRAM, one.id).state, dictation(PROGRAM, one.id).kind) == (State.TO_SIGN, LETTER)
    assert "He is well." in typed_of(one.id).text
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.NONE)


def test_provider_8_a_recording_is_sent_from_the_visit_it_is_about(person: Person, tmp_path: Path) -> None:
    visit, sound = visit_of("Vale"), tmp_path / "sound.wav"
    sound.write_bytes(makers.wav(8, tone=54))
    okafor = Counted(person.page, person.address)
    okafor.come_in("okafor", f"/charting/{visit}/")
    look(okafor, "visit")
    okafor.go("Alt+v")
    look(okafor, "send")
    okafor.page.locator("input[type=file]").set_input_files(sound)
    okafor.press("Tab")
    okafor.go("Control+Enter")
    okafor.page.wait_for_selector("text=What is done next")
    look(okafor, "dictation")
    (sent,) = dictations_of_visit(PROGRAM, visit)
    assert (sent.state, sent.kind, sent.author) == (State.QUEUED, "visit-note", "Dr. Amara Okafor, MD")
    moreau = Counted(person.page, person.address)
    moreau.page.context.clear_cookies()
    moreau.come_in("moreau", f"/dictation/{sent.id}/")
    moreau.go("c")
    moreau.sees("Type it")
    look(moreau, "taken")
    assert dictation(PROGRAM, sent.id).state is State.TYPING


def test_a_killed_tab_loses_at_most_two_seconds(person: Person, browser: Browser) -> None:
    one = makers.make_typing(actor_named("moreau"), visit_of("Quist"), tone=50)
    moreau = Person(person.page, person.address)
    moreau.come_in("moreau", f"/dictation/{one.id}/type/")
    moreau.type("No fever, no cough")
    moreau.page.wait_for_timeout(2000)
    cookies = moreau.page.context.cookies()
    person.page.context.set_offline(True)
    other = browser.new_context()
    other.add_cookies(cookies)  # type: ignore[arg-type] # what a context gives, it takes
    page = other.new_page()
    page.goto(f"{person.address}/dictation/{one.id}/type/")
    assert page.locator("#bench-text").input_value() == "No fever, no cough"
    other.close()
    person.page.context.set_offline(False)


def test_provider_8_the_author_reads_on_a_telephone_hears_a_sentence_and_signs(person: Person) -> None:
    visit = visit_of("Vale")
    text = "No fever. Takes ____ daily.\n\nPlan: rest."
    one = makers.make_finished(actor_named("moreau"), visit, text, blank=16, tone=52, seconds=8)
    okafor = Counted(person.page, person.address)
    okafor.page.set_viewport_size({"width": 390, "height": 844})
    okafor.come_in("okafor", f"/dictation/{one.id}/review/")
    look(okafor, "review-phone")
    assert okafor.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    okafor.page.get_by_role("button", name="No fever.").click()
    until(okafor, "document.querySelector('audio').currentTime >= 1")
    okafor.press("a")
    okafor.writes("lisinopril")
    okafor.go("Enter")
    okafor.sees("Changed since it was finished")
    okafor.page.set_viewport_size({"width": 1366, "height": 768})
    look(okafor, "review")
    okafor.acts = 0
    okafor.go("s")
    okafor.keeps_to(3, 20, decisions=3)
    note = note_of(visit)
    assert note is not None
    assert note.signed
    assert note.text.startswith("No fever. Takes lisinopril daily.")
    assert dictations_of_visit(PROGRAM, visit)[0].state is State.SIGNED


def test_any_sentence_of_a_signed_note_plays_by_one_key(person: Person) -> None:
    visit = visit_of("Vale")
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.RECORDED)
    one = makers.make_heard(visit, "no fever period cough since yesterday period rest period", tone=58)
    draft_waiting(actor=PROGRAM)
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.NONE)
    moreau = actor_named("moreau")
    claim_dictation(actor=moreau, dictation_id=one.id, seen_version=one.version)
    finish_dictation(actor=moreau, dictation_id=one.id, seen_version=one.version + 1)
    okafor = Counted(person.page, person.address)
    okafor.come_in("okafor", f"/dictation/{one.id}/review/")
    okafor.go("s")
    okafor.page.goto(f"{okafor.address}/charting/{visit}/")
    okafor.press("j")
    okafor.press("j")
    look(okafor, "note-heard")
    okafor.acts = 0
    okafor.go("Enter")
    assert okafor.page.evaluate("document.activeElement.textContent").startswith("Cough since")
    until(okafor, "document.querySelector('audio').currentTime > 1")
    okafor.keeps_to(1, 3, decisions=1)


def test_of_what_is_moved_to_another_visit_an_open_workbench_sends_nothing_any_more(
    browser: Browser, address: str
) -> None:
    one, other = makers.make_dictation(visit_of("Vale"), tone=64), visit_of("Quist")
    claim_dictation(actor=actor_named("moreau"), dictation_id=one.id, seen_version=one.version)
    moreau = Counted(browser.new_page(), address)  # its console tells of the refusal
    moreau.come_in("moreau", f"/dictation/{one.id}/type/")
    moreau.writes("The knee is better.")
    until(moreau, "document.querySelector('[data-shows=kept]').textContent === 'kept'")
    version, number = dictation(PROGRAM, one.id).version, encounter(other).number
    move_dictation(actor=PROGRAM, dictation_id=one.id, seen_version=version, number=number, why="The name said")
    moreau.writes(" Takes ten milligrams.")
    moreau.sees("is about another visit by now")
    look(moreau, "moved")
    asked: list[str] = []
    moreau.page.on("request", lambda request: asked.append(request.url))
    moreau.writes(" More.")
    moreau.press("Alt+f")
    moreau.page.wait_for_timeout(3500)
    assert [url for url in asked if "/keep/" in url or "/format/" in url] == []
    assert moreau.page.locator("#bench-text").input_value() == "The knee is better. Takes ten milligrams."
    assert typed_of(one.id).text == "The knee is better."
    moreau.page.close()


def test_a_manager_names_a_server_of_the_network_and_sentences_of_unknown_sureness_are_heard_again(
    person: Person,
) -> None:
    petrov = Counted(person.page, person.address)
    petrov.come_in("petrov", "/dictation/due/")
    petrov.go("Alt+h")
    field = petrov.page.locator("#id_recogniser")
    field.focus()
    petrov.page.keyboard.type("A server")
    petrov.press("Tab")
    petrov.writes("http://localhost:9/v1")
    petrov.press("Tab")
    petrov.writes("small.en")
    petrov.go("Control+Enter")
    assert hearing_of(petrov) == ["server", "http://localhost:9", "small.en"]
    look(petrov, "recogniser")
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.RECORDED)
    words = [
        HeardWord(text, at / 2, at / 2 + 0.4, None) for at, text in enumerate(["no", "fever", "period", "no", "pain"])
    ]
    made = send_dictation(
        actor=PROGRAM, encounter_id=visit_of("Quist"), kind="visit-note", priority=Priority.ROUTINE,
        data=with_words(makers.wav(8, tone=66), words),
    )  # fmt: skip
    draft_waiting(actor=PROGRAM)
    claim_dictation(actor=actor_named("moreau"), dictation_id=made, seen_version=dictation(PROGRAM, made).version)
    moreau = Counted(person.page, person.address)
    moreau.come_in("moreau", f"/dictation/{made}/type/")
    moreau.sees("2 doubtful words")
    moreau.sees("how sure is not said; hear the sentence")
    look(moreau, "bench-unsaid")
    moreau.press("F8", "Enter")
    until(moreau, "document.querySelector('[data-shows=draft]').textContent.startsWith('1 doubtful')")
    moreau.press("Alt+h")
    until(moreau, "document.querySelector('[data-shows=draft]').textContent === ''")
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.NONE)


def hearing_of(person: Person) -> list[str]:
    """What the screen says of the recogniser."""
    return [person.page.locator(f"#id_{name}").input_value() for name in ("recogniser", "address", "model")]
