"""Copies of dictated reports on the line: put right while they wait, while they are called, and after they failed."""

from datetime import timedelta
from uuid import UUID

import pytest

from medoffice.clinic.charting.api import note_of, revise_note
from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.dictation.api import name_copy, send_copies_again
from medoffice.clinic.dictation.tests.makers import copy_of, make_finished, signed
from medoffice.clinic.dictation.types.copies import Standing
from medoffice.clinic.dictation.types.dictations import Dictation
from medoffice.exchange.simulators.fax.api import handed, set_mood
from medoffice.exchange.simulators.fax.types import FaxMood
from medoffice.front_office.referrals.tests.makers import make_performer
from medoffice.kernel import clock, facts
from medoffice.practice.tests.makers import Office, make_office, work
from medoffice.records.faxes.api import faxes, hand_over, hear_all
from medoffice.records.faxes.types import FaxState
from medoffice.security.tests.makers import person
from medoffice.security.types import PROGRAM

from .test_copies import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    clock.freeze(NOON)
    return make_office()


@pytest.fixture
def copied(office: Office) -> Dictation:
    """Signed, and its copy waits for the line."""
    moreau, visit = person("moreau"), make_visit(office)
    one = make_finished(moreau, visit, "No fever.")
    name_copy(actor=moreau, dictation_id=one.id, performer_id=make_performer())
    return signed(office, one)


def pass_by(minutes: float) -> None:
    for _ in range(2):
        clock.advance(timedelta(minutes=minutes / 2))
        hand_over(actor=PROGRAM)
        hear_all(actor=PROGRAM)
    facts.deliver()


def revise(office: Office, visit: UUID, text: str) -> None:
    note = note_of(visit)
    assert note is not None
    revise_note(actor=office.provider, note_id=note.id, why="Another's", text=text)
    facts.deliver()


def states() -> list[FaxState]:
    return [one.state for one in faxes(PROGRAM)[0]][::-1]


def test_what_waits_for_the_line_does_not_go_in_old_words(office: Office, copied: Dictation) -> None:
    revise(office, copied.encounter_id, "Fever of 39.")
    pass_by(30)
    assert states() == [FaxState.STOPPED]
    assert handed() == []
    assert copy_of(copied).last.standing is Standing.WITHDRAWN
    assert send_copies_again(actor=office.provider, dictation_id=copied.id) == 1
    pass_by(30)
    assert states() == [FaxState.STOPPED, FaxState.DELIVERED]
    assert work("dictation-copies") == work("note-copies") == []


def test_whom_no_copy_reached_hears_of_no_retraction(office: Office, copied: Dictation) -> None:
    revise(office, copied.encounter_id, "")
    assert send_copies_again(actor=office.provider, dictation_id=copied.id) == 0
    pass_by(30)
    assert handed() == []


def test_what_is_on_the_line_may_arrive_and_is_retracted_there(office: Office, copied: Dictation) -> None:
    hand_over(actor=PROGRAM)
    revise(office, copied.encounter_id, "")
    assert states() == [FaxState.HANDED]
    assert send_copies_again(actor=office.provider, dictation_id=copied.id) == 1
    pass_by(30)
    assert states() == [FaxState.DELIVERED, FaxState.DELIVERED]
    assert work("dictation-copies") == work("note-copies") == []


def test_what_never_arrived_is_not_sent_again_in_old_words(office: Office, copied: Dictation) -> None:
    set_mood(FaxMood(busy=100))
    for _ in range(12):
        pass_by(60)
    assert states() == [FaxState.FAILED]
    assert copy_of(copied).last.standing is Standing.FAILED
    assert len(work("fax-failed")) == 1
    revise(office, copied.encounter_id, "")
    assert states() == [FaxState.STOPPED]
    assert work("fax-failed") == []
    assert send_copies_again(actor=office.provider, dictation_id=copied.id) == 0, "nothing reached them"
