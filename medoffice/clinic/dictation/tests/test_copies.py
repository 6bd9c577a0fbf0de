"""Copies of what is signed: named before, sent by the signature as letters are, and again once it was put right."""

import re
from collections.abc import Callable
from uuid import UUID

import pytest

from medoffice.clinic.charting.api import add_addendum as add_words
from medoffice.clinic.charting.api import note_of, revise_note, sign_note, start_note
from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.dictation.actions import copying
from medoffice.clinic.dictation.api import (
    copies_of,
    dictation,
    drop_copy,
    move_dictation,
    name_copy,
    send_copies_again,
    sign_dictation,
    steps_of,
    typed_of,
)
from medoffice.clinic.dictation.queries.copies import heard_open, offered
from medoffice.clinic.dictation.tests.makers import by_mail, copy_of, make_dictation, make_finished, signed
from medoffice.clinic.dictation.types.copies import Standing
from medoffice.front_office.letters.api import letter, letters_of, send_copy, send_letter, sendings_of
from medoffice.front_office.letters.types.letters import LetterState, Way
from medoffice.front_office.referrals.tests.makers import make_performer
from medoffice.kernel import facts
from medoffice.kernel.refusals import Conflict, Invalid, Refusal
from medoffice.practice.api import work_items
from medoffice.practice.tests.makers import Office, work
from medoffice.records.encounters.api import encounter
from medoffice.security.api import end_label, label_visit
from medoffice.security.types import PROGRAM, Actor, Label

pytestmark = pytest.mark.django_db
SAID = "No fever. Copy to Dr. Abelard."


def test_a_copy_waits_for_the_signature_and_is_faxed_by_it(office: Office, moreau: Actor, visit: UUID) -> None:
    one, to = make_finished(moreau, visit, SAID), make_performer()
    made = name_copy(actor=moreau, dictation_id=one.id, performer_id=to)
    assert name_copy(actor=moreau, dictation_id=one.id, performer_id=to) == made, "named once"
    assert copy_of(one).last.standing is Standing.WAITS
    assert letters_of(PROGRAM, one.patient_id) == [], "nothing before the signature"
    signed(office, one)
    (sent,) = letters_of(PROGRAM, one.patient_id)
    assert sent.state is LetterState.SENT
    assert "Okafor" in sent.signed_by
    assert SAID in sent.words
    assert sent.recipient.name == "Ruth Abelard, MD"
    (way,) = sendings_of(sent.id)
    assert way.way is Way.FAX
    assert copy_of(one).last.number == sent.number
    assert copy_of(one).last.standing is Standing.PREPARED, "the line has not told yet"


def test_without_a_fax_it_is_work_of_whoever_sends_letters(office: Office, moreau: Actor, visit: UUID) -> None:
    one = make_finished(moreau, visit, SAID)
    name_copy(actor=moreau, dictation_id=one.id, performer_id=by_mail())
    signed(office, one)
    going = copy_of(one).last
    assert (going.standing, going.why) == (Standing.PREPARED, "")
    assert work("letter-signed") == [f"Send {going.number}: Copy: Visit note, {one.number}"]
    assert going.letter_id is not None
    send_letter(actor=PROGRAM, letter_id=going.letter_id, way=Way.HAND)
    assert copy_of(one).last.standing is Standing.SENT
    assert work("letter-signed") == []


def test_what_cannot_go_says_why_and_is_work_and_the_report_is_signed(
    office: Office, moreau: Actor, visit: UUID
) -> None:
    one = make_finished(moreau, visit, SAID)
    name_copy(actor=moreau, dictation_id=one.id, performer_id=by_mail(line1=""))
    signed(office, one)
    assert copy_of(one).last.standing is Standing.FAILED
    assert copy_of(one).last.why
    assert len(work("letter-signed")) == 1


@pytest.mark.parametrize("label", [Label.PART2, Label.PSYCHOTHERAPY])
def test_what_a_label_keeps_in_becomes_no_letter_and_is_its_authors_work(
    office: Office, visit: UUID, label: Label
) -> None:
    who = encounter(visit).patient_id
    writer = office.provider.id if label is Label.PSYCHOTHERAPY else None
    made = label_visit(actor=PROGRAM, subject=who, things=[visit], label=label, why="programme", written_by=writer)
    one = make_finished(office.provider, visit, SAID)
    for to in (make_performer(), by_mail()):
        name_copy(actor=office.provider, dictation_id=one.id, performer_id=to)
    signed(office, one)
    assert letters_of(PROGRAM, who) == [], "others read letters"
    for copy in copies_of([one.id])[one.id]:
        assert (copy.last.standing, copy.last.letter_id) == (Standing.FAILED, None)
        assert copy.last.why
    (item,) = [found for found in work_items(office.provider) if found.kind == "dictation-copies"]
    assert item.owner_name == office.provider.name
    with pytest.raises(Refusal, match=re.escape(copies_of([one.id])[one.id][0].last.why)):
        send_copies_again(actor=office.provider, dictation_id=one.id)
    assert work("dictation-copies") != []
    end_label(actor=PROGRAM, label_id=made, why="by mistake")
    assert send_copies_again(actor=office.provider, dictation_id=one.id) == 2
    assert work("dictation-copies") == []
    assert all("since you were sent" not in sent.words for sent in letters_of(PROGRAM, who))


def test_signed_twice_there_is_one_copy(office: Office, moreau: Actor, visit: UUID) -> None:
    one = make_finished(moreau, visit, SAID)
    name_copy(actor=moreau, dictation_id=one.id, performer_id=make_performer())
    now = dictation(PROGRAM, one.id)
    signed(office, one)
    with pytest.raises(Refusal, match="signed"):
        sign_dictation(
            actor=office.provider, dictation_id=one.id, seen_version=now.version, seen_text=typed_of(one.id).version
        )
    assert len(letters_of(PROGRAM, one.patient_id)) == 1


def test_named_while_the_author_reads_is_seen_before_it_is_signed(office: Office, moreau: Actor, visit: UUID) -> None:
    one = make_finished(moreau, visit, SAID)
    name_copy(actor=moreau, dictation_id=one.id, performer_id=make_performer())
    with pytest.raises(Conflict):
        sign_dictation(
            actor=office.provider, dictation_id=one.id, seen_version=one.version, seen_text=typed_of(one.id).version
        )


def test_what_breaks_between_leaves_neither_signature_nor_copy(
    office: Office, moreau: Actor, visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = make_finished(moreau, visit, SAID)
    name_copy(actor=moreau, dictation_id=one.id, performer_id=make_performer())
    name_copy(actor=moreau, dictation_id=one.id, performer_id=by_mail())
    real: Callable[..., tuple[UUID, str]] = send_copy
    calls = []

    def breaks(**told: object) -> tuple[UUID, str]:
        calls.append(told)
        if len(calls) == 2:
            raise OSError("gone")
        return real(**told)

    monkeypatch.setattr(copying, "send_copy", breaks)
    with pytest.raises(OSError, match="gone"):
        signed(office, one)
    assert note_of(visit) is None
    assert letters_of(PROGRAM, one.patient_id) == []
    monkeypatch.setattr(copying, "send_copy", real)
    signed(office, one)
    assert len(letters_of(PROGRAM, one.patient_id)) == 2


def test_who_was_taken_off_gets_none_and_may_be_named_again(office: Office, moreau: Actor, visit: UUID) -> None:
    one, to = make_finished(moreau, visit, SAID), make_performer()
    made = name_copy(actor=moreau, dictation_id=one.id, performer_id=to)
    drop_copy(actor=moreau, dictation_id=one.id, copy_id=made)
    drop_copy(actor=moreau, dictation_id=one.id, copy_id=made)
    assert copies_of([one.id]) == {}
    assert [step.verb.value for step in steps_of(one.id)][-2:] == ["copy named", "copy taken off"]
    again = name_copy(actor=moreau, dictation_id=one.id, performer_id=to)
    assert again != made
    drop_copy(actor=moreau, dictation_id=one.id, copy_id=again)
    signed(office, one)
    assert letters_of(PROGRAM, one.patient_id) == []
    with pytest.raises(Refusal, match="nobody is named any more"):
        name_copy(actor=moreau, dictation_id=one.id, performer_id=to)


def test_about_another_visit_nobody_is_named_any_more(office: Office, moreau: Actor, visit: UUID) -> None:
    one, other = make_finished(moreau, visit, SAID), encounter(make_visit(office))
    name_copy(actor=moreau, dictation_id=one.id, performer_id=make_performer())
    now = dictation(PROGRAM, one.id)
    move_dictation(
        actor=moreau, dictation_id=one.id, seen_version=now.version, number=other.number, why="The name said"
    )
    assert copies_of([one.id]) == {}


def test_a_letter_is_addressed_among_the_letters(moreau: Actor, visit: UUID) -> None:
    one = make_dictation(visit, kind="letter")
    with pytest.raises(Refusal, match="addressed among the letters"):
        name_copy(actor=moreau, dictation_id=one.id, performer_id=make_performer())


def test_whom_the_words_name_is_offered_and_never_chosen(moreau: Actor, visit: UUID) -> None:
    to = make_performer()
    one = make_finished(moreau, visit, "No fever. Copy to Dr. Abelard and Dr. Nobody.")
    people, missing = offered(moreau, one, typed_of(one.id).text)
    assert ([who.id for who in people], missing) == ([to], ["Nobody"])
    assert copies_of([one.id]) == {}
    assert heard_open(one, typed_of(one.id).text) == ["Abelard", "Nobody"]
    name_copy(actor=moreau, dictation_id=one.id, performer_id=to)
    assert offered(moreau, one, typed_of(one.id).text) == ([], ["Nobody"])
    assert heard_open(one, typed_of(one.id).text) == ["Nobody"]


@pytest.mark.parametrize("how", ["amended", "retracted", "added to"])
def test_put_right_it_is_offered_to_the_same_people_once(office: Office, moreau: Actor, visit: UUID, how: str) -> None:
    one = make_finished(moreau, visit, SAID)
    name_copy(actor=moreau, dictation_id=one.id, performer_id=make_performer())
    signed(office, one)
    given = copy_of(one).last.letter_id
    assert given is not None
    send_letter(actor=PROGRAM, letter_id=given, way=Way.HAND)
    note = note_of(visit)
    assert note is not None
    if how == "added to":
        add_words(actor=office.provider, note_id=note.id, text="The culture grew nothing.")
    else:
        words = "Fever of 39. Copy to Dr. Abelard." if how == "amended" else ""
        revise_note(actor=office.provider, note_id=note.id, why="It was another", text=words)
    facts.deliver()
    facts.deliver()
    assert work("dictation-copies") == [f"{one.number} was {how}: send it to who has a copy"]
    assert send_copies_again(actor=office.provider, dictation_id=one.id) == 1
    assert send_copies_again(actor=office.provider, dictation_id=one.id) == 0, "the same words go once"
    assert work("dictation-copies") == []
    first, second = copy_of(one).goings
    assert first.how == ""
    assert second.letter_id is not None
    told = letter(PROGRAM, second.letter_id).words
    expected = {"amended": "Fever of 39", "retracted": "do not rely on it", "added to": "The culture grew nothing"}
    assert expected[how] in told


def test_what_did_not_go_yet_never_goes_in_old_words(office: Office, moreau: Actor, visit: UUID) -> None:
    one = make_finished(moreau, visit, SAID)
    name_copy(actor=moreau, dictation_id=one.id, performer_id=by_mail())
    signed(office, one)
    note = note_of(visit)
    assert note is not None
    revise_note(actor=office.provider, note_id=note.id, why="Another patient's")
    facts.deliver()
    assert copy_of(one).last.standing is Standing.WITHDRAWN
    assert work("letter-signed") == []
    assert send_copies_again(actor=office.provider, dictation_id=one.id) == 0, "no copy reached them"
    assert copy_of(one).last.standing is Standing.LEFT
    assert work("dictation-copies") == []


def test_it_is_left_with_why_by_its_author_alone(office: Office, moreau: Actor, visit: UUID) -> None:
    one = make_finished(moreau, visit, SAID)
    name_copy(actor=moreau, dictation_id=one.id, performer_id=make_performer())
    signed(office, one)
    note = note_of(visit)
    assert note is not None
    add_words(actor=office.provider, note_id=note.id, text="Seen again.")
    facts.deliver()
    with pytest.raises(Invalid):
        send_copies_again(actor=office.provider, dictation_id=one.id, why_not=" ")
    assert send_copies_again(actor=office.provider, dictation_id=one.id, why_not="Nothing for them") == 0
    assert (copy_of(one).last.standing, copy_of(one).last.why) == (Standing.LEFT, "Nothing for them")
    facts.deliver()
    assert work("dictation-copies") == []


def test_as_an_addendum_the_copy_has_its_words_alone(office: Office, moreau: Actor, visit: UUID) -> None:
    start = start_note(actor=office.provider, encounter_id=visit, text="Seen for a cough.")
    sign_note(actor=office.provider, note_id=start, seen_version=1)
    one = make_finished(moreau, visit, SAID)
    name_copy(actor=moreau, dictation_id=one.id, performer_id=make_performer())
    signed(office, one)
    facts.deliver()
    (sent,) = letters_of(PROGRAM, one.patient_id)
    assert SAID in sent.words
    assert "cough" not in sent.words
    assert work("dictation-copies") == [], "its own signature puts nothing right"
