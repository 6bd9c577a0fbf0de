"""What is typed is kept with its sound, blanks have reasons, and only its author's signature puts it into the chart."""

import re
from uuid import UUID

import pytest

from medoffice.clinic.charting.api import note_of, sign_note, start_note
from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.dictation.actions.answer_blank import answer_blank
from medoffice.clinic.dictation.actions.drop_short_form import drop_short_form
from medoffice.clinic.dictation.actions.keep_short_form import keep_short_form
from medoffice.clinic.dictation.actions.mark_blank import mark_blank
from medoffice.clinic.dictation.api import (
    claim_dictation,
    dictation,
    finish_dictation,
    keep_text,
    return_dictation,
    sign_dictation,
    typed_of,
)
from medoffice.clinic.dictation.models import Dictation
from medoffice.clinic.dictation.queries.typed import blanks_of, short_forms, text_when
from medoffice.clinic.dictation.tests.makers import make_dictation, make_finished, make_typing
from medoffice.clinic.dictation.types.dictations import BlankReason, Priority, State, Verb
from medoffice.front_office.letters.api import ask_signature, change_letter, letter, sign_letter
from medoffice.front_office.letters.types.letters import LetterState, Recipient
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.practice.tests.makers import Office, work
from medoffice.security.tests.makers import person, sign_in
from medoffice.security.types import PROGRAM, Actor

pytestmark = pytest.mark.django_db


def test_what_is_typed_is_kept_with_where_the_sound_was(moreau: Actor, visit: UUID) -> None:
    one = make_typing(moreau, visit)
    version = keep_text(actor=moreau, dictation_id=one.id, text="No fever.", seen_version=1, at_ms=1500)
    version = keep_text(actor=moreau, dictation_id=one.id, text="No high fever.", seen_version=version, at_ms=2100)
    words = typed_of(one.id).words
    assert [(word.id, word.text, word.start_ms) for word in words] == [
        (1, "No", 1500), (3, "high", 2100), (2, "fever.", 1500),
    ]  # fmt: skip
    assert keep_text(actor=moreau, dictation_id=one.id, text="No high fever.", seen_version=1) == version


def test_two_who_type_lose_nothing_and_nobody_else_types(office: Office, moreau: Actor, visit: UUID) -> None:
    one = make_typing(moreau, visit)
    keep_text(actor=moreau, dictation_id=one.id, text="No fever.", seen_version=1)
    with pytest.raises(Conflict) as met:
        keep_text(actor=moreau, dictation_id=one.id, text="No chills.", seen_version=1)
    assert met.value.detail["theirs"] == {"text": "No fever."}
    assert met.value.detail["mine"] == {"text": "No chills."}
    with pytest.raises(Refusal, match="Moreau types"):
        keep_text(actor=office.provider, dictation_id=one.id, text="Mine", seen_version=2)
    with pytest.raises(Invalid, match="letters"):
        keep_text(actor=moreau, dictation_id=one.id, text="x" * 60_001, seen_version=2)


def test_a_blank_without_a_reason_is_not_finished(moreau: Actor, visit: UUID) -> None:
    one = make_typing(moreau, visit)
    with pytest.raises(Refusal, match="Nothing is typed"):
        finish_dictation(actor=moreau, dictation_id=one.id, seen_version=one.version)
    keep_text(actor=moreau, dictation_id=one.id, text="Takes ____ daily.", seen_version=1, at_ms=1000)
    with pytest.raises(Refusal, match="One blank has no reason"):
        finish_dictation(actor=moreau, dictation_id=one.id, seen_version=one.version)
    with pytest.raises(Refusal, match="No blank"):
        mark_blank(actor=moreau, dictation_id=one.id, offset=1, reason=BlankReason.INAUDIBLE)
    for reason in (BlankReason.INAUDIBLE, BlankReason.UNKNOWN_TERM):
        mark_blank(actor=moreau, dictation_id=one.id, offset=7, reason=reason)
    finish_dictation(actor=moreau, dictation_id=one.id, seen_version=one.version)
    (blank,) = blanks_of(one.id, typed_of(one.id))
    assert (blank.reason, blank.at_ms, blank.answered) == (BlankReason.UNKNOWN_TERM, 1000, False)
    assert work("dictation-to-sign") == [f"{one.number} to read and sign"]
    assert work("dictation") == []


def test_it_is_no_part_of_the_chart_until_its_author_has_signed(office: Office, moreau: Actor, visit: UUID) -> None:
    one = make_finished(moreau, visit, "Takes ____, daily.", blank=6)
    assert note_of(visit) is None
    version = typed_of(one.id).version
    with pytest.raises(NotFound):
        sign_dictation(actor=moreau, dictation_id=one.id, seen_version=one.version, seen_text=version)
    other = person("ferreira")
    with pytest.raises(NotFound):
        sign_dictation(actor=other, dictation_id=one.id, seen_version=one.version, seen_text=version)
    with pytest.raises(Refusal, match="One blank is open"):
        sign_dictation(actor=office.provider, dictation_id=one.id, seen_version=one.version, seen_text=version)
    (blank,) = blanks_of(one.id, typed_of(one.id))
    answer_blank(actor=office.provider, dictation_id=one.id, blank_id=blank.id, words="lisinopril 10 mg")
    with pytest.raises(Conflict):
        sign_dictation(actor=office.provider, dictation_id=one.id, seen_version=one.version, seen_text=version)
    version = typed_of(one.id).version
    seal = sign_dictation(actor=office.provider, dictation_id=one.id, seen_version=one.version, seen_text=version)
    note = note_of(visit)
    assert note is not None
    assert (note.text, note.signed) == ("Takes lisinopril 10 mg, daily.", True)
    assert len(seal) == 64
    assert dictation(PROGRAM, one.id).state is State.SIGNED
    assert text_when(one.id, Verb.FINISH) == "Takes ____, daily."
    assert work("dictation-to-sign") == []
    assert work("to-code")
    with pytest.raises(Refusal):
        keep_text(actor=office.provider, dictation_id=one.id, text="Other", seen_version=version)


def test_it_stands_below_a_draft_and_is_an_addendum_to_what_is_signed(
    office: Office, moreau: Actor, visit: UUID
) -> None:
    start_note(actor=moreau, encounter_id=visit, text="Vitals taken.")
    one = make_finished(moreau, visit, "No fever.")
    signed(office, one.id)
    note = note_of(visit)
    assert note is not None
    assert note.text == "Vitals taken.\n\nNo fever."
    two = make_finished(moreau, visit, "The culture is negative.", tone=60)
    signed(office, two.id)
    again = note_of(visit)
    assert again is not None
    assert again.text == note.text
    assert [added.text for added in again.addenda] == ["The culture is negative."]


def test_a_letter_becomes_one_that_is_addressed_signed_and_no_part_of_the_note(
    office: Office, moreau: Actor, visit: UUID
) -> None:
    words = "Dear Dr. Brandt:\n\nThank you for seeing our patient.\n"
    one = make_finished(moreau, visit, words, kind="letter")
    signed(office, one.id)
    assert note_of(visit) is None
    made = dictation(PROGRAM, one.id).letter_id
    assert made is not None
    draft = letter(PROGRAM, made)
    assert (draft.words, draft.state, draft.signer_id) == (words, LetterState.DRAFT, office.provider_id)
    assert work("letter-dictated") == [f"Address {draft.number}: Dictated letter"]
    lind = person("lind")
    with pytest.raises(Refusal):
        ask_signature(actor=lind, letter_id=made)
    change_letter(
        actor=lind, letter_id=made, seen_version=draft.version, given={}, signer_id=draft.signer_id, why="",
        recipient=Recipient("Dr. Ilse Brandt", ("12 Harbor Street", "Springfield, IL 62701")),
    )  # fmt: skip
    ask_signature(actor=lind, letter_id=made)
    assert work("letter-dictated") == []
    sign_letter(actor=office.provider, letter_id=made)
    assert letter(PROGRAM, made).words == words


def test_the_author_sends_it_back_to_whoever_typed_it(office: Office, moreau: Actor, visit: UUID) -> None:
    one = make_finished(moreau, visit, "No fever.")
    with pytest.raises(Invalid):
        return_dictation(actor=office.provider, dictation_id=one.id, seen_version=one.version, why="")
    return_dictation(actor=office.provider, dictation_id=one.id, seen_version=one.version, why="Half is missing")
    now = dictation(PROGRAM, one.id)
    assert (now.state, now.owner, now.why) == (State.TYPING, moreau.name, "Half is missing")
    assert work("dictation") == [f"{one.number} to type"]


def test_what_comes_back_shows_its_author_what_was_changed_since_and_what_they_asked_for(
    office: Office, moreau: Actor, visit: UUID
) -> None:
    def finished(text: str) -> str:
        """What its author reads once it was sent back and finished so."""
        now = dictation(PROGRAM, one.id)
        return_dictation(actor=office.provider, dictation_id=one.id, seen_version=now.version, why="Which cough?")
        keep_text(actor=moreau, dictation_id=one.id, text=text, seen_version=typed_of(one.id).version)
        finish_dictation(actor=moreau, dictation_id=one.id, seen_version=now.version + 1)
        return " ".join(author.get(address).content.decode().split())

    one = make_finished(moreau, visit, "No fever. Cough.")
    author, address = sign_in("okafor"), f"/dictation/{one.id}/review/"
    assert "Changed since" not in author.get(address).content.decode()
    asked = '<h2>Changed since it was sent back</h2><p class="s muted">“Which cough?”'
    assert f"{asked} Nothing was changed since.</p>" in finished("No fever. Cough.")
    page = finished("No fever. Dry cough.")
    assert f"{asked}</p>" in page
    assert "<del>Cough.</del> <ins>Dry cough.</ins>" in page


def test_from_one_that_is_read_a_key_goes_to_the_next_of_the_same_author(office: Office, moreau: Actor) -> None:
    first, second, third = (make_finished(moreau, make_visit(office), "No fever.", tone=tone) for tone in (40, 41, 42))
    Dictation.objects.filter(id=third.id).update(priority=Priority.STAT)
    author = sign_in("okafor")

    def following(one: UUID) -> tuple[str, str]:
        """Which is next, and of how many."""
        page = " ".join(author.get(f"/dictation/{one}/review/").content.decode().split())
        found = re.search(
            r'href="/dictation/([0-9a-f-]+)/review/" data-key="n"[^>]*>Next to sign <span class="count">(\d+)', page
        )
        return (found[1], found[2]) if found else ("", "")

    assert following(first.id) == (str(third.id), "2")
    assert following(third.id) == (str(first.id), "2")
    for one in (first, third):
        signed(office, one.id)
    assert following(first.id) == (str(second.id), "1")
    assert following(second.id) == ("", "")


def test_a_blank_that_is_gone_is_not_answered(office: Office, moreau: Actor, visit: UUID) -> None:
    one = make_finished(moreau, visit, "Takes ____ daily.", blank=6)
    (blank,) = blanks_of(one.id, typed_of(one.id))
    with pytest.raises(NotFound):
        answer_blank(actor=office.provider, dictation_id=one.id, blank_id=one.id, words="x")
    answer_blank(actor=office.provider, dictation_id=one.id, blank_id=blank.id, words="")
    assert typed_of(one.id).text == "Takes daily."
    with pytest.raises(Refusal, match="no more"):
        answer_blank(actor=office.provider, dictation_id=one.id, blank_id=blank.id, words="x")


def test_short_forms_are_ones_own_or_the_offices(moreau: Actor) -> None:
    petrov = person("petrov")
    keep_short_form(actor=moreau, short="HTN", words="hypertension")
    keep_short_form(actor=moreau, short="htn", words="arterial hypertension")
    with pytest.raises(Invalid):
        keep_short_form(actor=moreau, short="h t", words="hypertension")
    with pytest.raises(NotFound):
        keep_short_form(actor=moreau, short="nl", words="Normal.", office=True)
    keep_short_form(actor=PROGRAM, short="nl", words="Normal.", office=True)
    assert [(one.short, one.words, one.mine) for one in short_forms(moreau)] == [
        ("htn", "arterial hypertension", True), ("nl", "Normal.", False),
    ]  # fmt: skip
    assert [one.short for one in short_forms(petrov)] == ["nl"]
    own, office = short_forms(moreau)
    with pytest.raises(NotFound):
        drop_short_form(actor=moreau, short_id=office.id)
    drop_short_form(actor=moreau, short_id=own.id)
    assert [one.short for one in short_forms(moreau)] == ["nl"]


def test_a_note_that_somebody_signed_meanwhile_is_added_to(office: Office, moreau: Actor, visit: UUID) -> None:
    note_id = start_note(actor=moreau, encounter_id=visit, text="Short note.")
    sign_note(actor=office.provider, note_id=note_id, seen_version=1)
    one = make_dictation(visit)
    claim_dictation(actor=office.provider, dictation_id=one.id, seen_version=1)
    keep_text(actor=office.provider, dictation_id=one.id, text="Typed by herself.", seen_version=1)
    finish_dictation(actor=office.provider, dictation_id=one.id, seen_version=2)
    signed(office, one.id)
    note = note_of(visit)
    assert note is not None
    assert [added.text for added in note.addenda] == ["Typed by herself."]


def signed(office: Office, dictation_id: UUID) -> None:
    """Dr Okafor signs it as it is now."""
    sign_dictation(
        actor=office.provider, dictation_id=dictation_id, seen_version=dictation(PROGRAM, dictation_id).version,
        seen_text=typed_of(dictation_id).version,
    )  # fmt: skip
