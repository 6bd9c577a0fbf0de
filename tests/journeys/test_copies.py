"""Copies of a dictation by keyboard: named while the author reads, sent by the signature."""

from pathlib import Path

from medoffice.clinic.dictation.api import (
    claim_dictation,
    copies_of,
    dictation,
    dictations_of_visit,
    keep_text,
    typed_of,
)
from medoffice.clinic.dictation.tests import makers
from medoffice.clinic.dictation.types.copies import Standing
from medoffice.clinic.dictation.types.dictations import State
from medoffice.front_office.letters.api import letters_of
from medoffice.front_office.referrals.tests.makers import make_performer
from medoffice.security.api import actor_named
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import Counted, Person
from tests.journeys.test_dictation import look, visit_of


def test_provider_a_copy_the_words_ask_for_is_named_by_a_key_and_goes_with_the_signature(person: Person) -> None:
    make_performer()
    said = "No fever. Chest clear.\n\nCopy to Dr. Abelard and Dr. Unlisted."
    one = makers.make_finished(actor_named("moreau"), visit_of("Vale"), said, tone=71)
    okafor = Counted(person.page, person.address)
    okafor.come_in("okafor", f"/dictation/{one.id}/review/")
    okafor.sees("The words ask for a copy to Abelard, Unlisted.")
    look(okafor, "copies-review")
    okafor.acts = 0
    okafor.go("k")
    look(okafor, "copies")
    okafor.go("1")
    okafor.keeps_to(2, 2, decisions=1)
    okafor.sees("waits for the signature")
    okafor.sees("Unlisted, whom nobody of the directory is called")
    assert letters_of(PROGRAM, one.patient_id) == []
    okafor.come_in("okafor", f"/dictation/{one.id}/review/")
    okafor.go("s")
    assert dictation(PROGRAM, one.id).state is State.SIGNED
    (copy,) = copies_of([one.id])[one.id]
    assert copy.last.standing is Standing.PREPARED
    okafor.go("k")
    look(okafor, "copies-sent")


def test_provider_names_readers_while_sending_and_the_workbench_offers_whom_the_words_ask_for(
    person: Person, tmp_path: Path
) -> None:
    for name in ("Nadia Birch, MD", "Otto Cedar, DO", "Paula Dogwood, MD"):
        makers.by_mail(name)
    visit, sound = visit_of("Vale"), tmp_path / "said.wav"
    sound.write_bytes(makers.wav(tone=73))
    okafor = Counted(person.page, person.address)
    okafor.come_in("okafor", f"/dictation/send/{visit}/")
    okafor.page.locator("input[type=file]").set_input_files(sound)
    okafor.press("k")
    for typed, name in (("birch", "Nadia Birch"), ("cedar", "Otto Cedar"), ("birch", "Nadia Birch")):
        okafor.type(typed)
        okafor.page.locator("#pick-copy-hits [aria-selected=true]").get_by_text(name).wait_for()
        okafor.press("Enter")
    look(okafor, "copies-named")
    okafor.page.get_by_role("button", name="Take Otto Cedar, DO, Surgery off").focus()
    okafor.press("Enter")
    okafor.page.locator("#pick-copy:focus").wait_for()
    okafor.go("Control+Enter")
    (one,) = [found for found in dictations_of_visit(PROGRAM, visit) if found.state is State.QUEUED]
    assert [copy.name for copy in copies_of([one.id])[one.id]] == ["Nadia Birch, MD"]
    claim_dictation(actor=actor_named("moreau"), dictation_id=one.id, seen_version=one.version)
    said = "Well. Copy to Dr. Dogwood."
    keep_text(
        actor=actor_named("moreau"), dictation_id=one.id, text=said, seen_version=typed_of(one.id).version, at_ms=0
    )
    moreau = Counted(person.page, person.address)
    moreau.come_in("moreau", f"/dictation/{one.id}/type/")
    moreau.sees("The words ask for a copy to Dogwood.")
    look(moreau, "copies-bench")
    moreau.acts = 0
    moreau.go("Alt+y")
    moreau.keeps_to(1, 2, decisions=1)
    assert moreau.page.url.endswith(f"/dictation/{one.id}/type/")
    assert {copy.name for copy in copies_of([one.id])[one.id]} == {"Nadia Birch, MD", "Paula Dogwood, MD"}
