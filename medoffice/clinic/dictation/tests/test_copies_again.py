"""Copies of a report that is put right: one item of work, whose author decides once."""

from uuid import UUID

import pytest

from medoffice.clinic.charting.api import add_addendum, note_of, revise_note
from medoffice.clinic.dictation.api import name_copy, send_copies_again
from medoffice.clinic.dictation.tests.makers import by_mail, copy_of, make_finished, signed
from medoffice.clinic.dictation.types.copies import Standing
from medoffice.clinic.dictation.types.dictations import Dictation
from medoffice.front_office.letters.api import send_letter
from medoffice.front_office.letters.types.letters import Way
from medoffice.kernel import facts
from medoffice.kernel.ids import new_id
from medoffice.kernel.trace import Ref
from medoffice.practice.tests.makers import Office, work
from medoffice.records.disclosures.api import record_disclosures
from medoffice.records.disclosures.types import Leaving
from medoffice.security.types import PROGRAM, Actor

pytestmark = pytest.mark.django_db
SAID, BETTER = "No fever. Copy to Dr. Ames.", "Fever of 39. Copy to Dr. Ames."


@pytest.fixture
def copied(office: Office, moreau: Actor, visit: UUID) -> Dictation:
    """Signed, and its copy given to Dr Ames."""
    one = make_finished(moreau, visit, SAID)
    name_copy(actor=moreau, dictation_id=one.id, performer_id=by_mail())
    signed(office, one)
    letter_id = copy_of(one).last.letter_id
    assert letter_id is not None
    send_letter(actor=PROGRAM, letter_id=letter_id, way=Way.HAND)
    return one


def revise(office: Office, one: Dictation, text: str) -> None:
    """Its note says something else, and all rooms heard of it."""
    note = note_of(one.encounter_id)
    assert note is not None
    seen = note.revisions[-1].id if note.revisions else None
    revise_note(actor=office.provider, note_id=note.id, why="It was another", text=text, seen=seen)
    facts.deliver()


def about_copies() -> int:
    """How many items ask somebody to tell who has a copy."""
    return len(work("dictation-copies")) + len(work("note-copies"))


@pytest.mark.parametrize("decided", ["sent", "left"])
@pytest.mark.parametrize("how", ["amended", "retracted", "added to"])
def test_one_item_opens_and_closes_with_the_decision(office: Office, copied: Dictation, how: str, decided: str) -> None:
    if how == "added to":
        note = note_of(copied.encounter_id)
        assert note is not None
        add_addendum(actor=office.provider, note_id=note.id, text="Seen again.")
        facts.deliver()
    else:
        revise(office, copied, BETTER if how == "amended" else "")
    assert (work("dictation-copies"), work("note-copies")) == (
        [f"{copied.number} was {how}: send it to who has a copy"], [],
    )  # fmt: skip
    send_copies_again(
        actor=office.provider, dictation_id=copied.id, why_not="Nothing for them" if decided == "left" else None
    )
    facts.deliver()
    assert about_copies() == 0


def test_put_right_twice_it_is_one_item_still(office: Office, copied: Dictation) -> None:
    revise(office, copied, BETTER)
    revise(office, copied, "")
    assert about_copies() == 1
    send_copies_again(actor=office.provider, dictation_id=copied.id)
    assert about_copies() == 0


def test_put_right_and_then_retracted_its_item_says_so(office: Office, copied: Dictation) -> None:
    revise(office, copied, "No cough.")
    assert work("dictation-copies") == [f"{copied.number} was amended: send it to who has a copy"]
    revise(office, copied, "")
    assert work("dictation-copies") == [f"{copied.number} was retracted: send it to who has a copy"]


def test_what_else_left_is_looked_for_by_who_sends_copies(office: Office, copied: Dictation) -> None:
    left = Leaving(
        copied.patient_id, "payment", "note", "Plan", "1 Main", "mail", Ref("copy", new_id()), "asked",
        copied.encounter_id,
    )  # fmt: skip
    record_disclosures(actor=PROGRAM, leaving=(left,))
    revise(office, copied, BETTER)
    assert (len(work("dictation-copies")), len(work("note-copies"))) == (1, 1), "each about other readers"


def test_what_says_again_what_they_have_is_no_work_any_more(office: Office, copied: Dictation) -> None:
    revise(office, copied, BETTER)
    assert about_copies() == 1
    revise(office, copied, SAID)
    assert about_copies() == 0
    assert len(copy_of(copied).goings) == 1


def test_withdrawn_and_then_as_before_it_goes_after_all(office: Office, moreau: Actor, visit: UUID) -> None:
    one = make_finished(moreau, visit, SAID)
    name_copy(actor=moreau, dictation_id=one.id, performer_id=by_mail())
    signed(office, one)
    revise(office, one, BETTER)
    assert copy_of(one).last.standing is Standing.WITHDRAWN
    revise(office, one, SAID)
    assert about_copies() == 1
    assert send_copies_again(actor=office.provider, dictation_id=one.id) == 1
    assert copy_of(one).last.standing is Standing.PREPARED
    assert about_copies() == 0
