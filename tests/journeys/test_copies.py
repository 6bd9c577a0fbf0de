"""Copies of a dictation by keyboard: named while the author reads, sent by the signature."""

from medoffice.clinic.dictation.api import copies_of, dictation
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
