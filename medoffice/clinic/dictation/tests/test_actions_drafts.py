"""A recogniser's draft: made by the worker, put into the text with its times, heard again word by word."""

from dataclasses import replace
from typing import BinaryIO
from uuid import UUID

import pytest

from medoffice.clinic.charting.api import chart_of, enter_on_list
from medoffice.clinic.charting.tests.makers import SAID as SAID_SO
from medoffice.clinic.charting.tests.makers import enter
from medoffice.clinic.charting.types import ListKind, Told
from medoffice.clinic.dictation.actions import asking, hinting
from medoffice.clinic.dictation.actions.hinting import facts_for, facts_known_to, hints_for
from medoffice.clinic.dictation.api import (
    claim_dictation,
    dictation,
    drafts_of,
    finish_dictation,
    keep_short_form,
    keep_text,
    put_drafts,
    recogniser,
    send_dictation,
    set_recogniser,
    set_style,
    settle_doubts,
    typed_of,
)
from medoffice.clinic.dictation.rules.drafting import why_doubtful
from medoffice.clinic.dictation.rules.keeping import doubtful
from medoffice.clinic.dictation.tests.makers import make_dictation, make_heard, make_typing, wav
from medoffice.clinic.dictation.types.dictations import Priority, Recogniser, Settle, State
from medoffice.clinic.orders.api import place_order
from medoffice.front_office.referrals.api import make_referral
from medoffice.front_office.referrals.tests.makers import QUESTION, make_performer, make_sent
from medoffice.kernel import jobs
from medoffice.kernel.heard import Heard
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.tests.makers import Office
from medoffice.records.encounters.api import encounter, start_encounter
from medoffice.records.encounters.types import EncounterClass
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import audit_lines
from medoffice.security.tests.makers import person, sign_in, signed_in
from medoffice.security.types import PROGRAM, Actor
from medoffice.standards.dictated.types import Profile

pytestmark = pytest.mark.django_db

SAID = "takes lisinopril twenty milligrams daily period"


def test_without_a_recogniser_nothing_is_drafted(visit: UUID) -> None:
    one = make_heard(visit, SAID)
    jobs.run_due()
    assert recogniser() is Recogniser.NONE
    assert (drafts_of(one.id).made, drafts_of(one.id).awaited) == ((), 0)


def test_a_draft_is_made_by_the_worker_and_stands_in_the_text_when_it_is_taken(moreau: Actor, visit: UUID) -> None:
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.RECORDED)
    one = make_heard(visit, SAID, unsure=("twenty",))
    assert drafts_of(one.id).awaited == 1
    jobs.run_due()
    assert typed_of(one.id).text == ""
    (draft,) = drafts_of(one.id).made
    assert (draft.text, draft.put, draft.trouble) == ("Takes lisinopril 20 mg daily.", False, "")
    claim_dictation(actor=moreau, dictation_id=one.id, seen_version=one.version)
    typed = typed_of(one.id)
    assert typed.text == "Takes lisinopril 20 mg daily."
    assert [(word.id, word.start_ms) for word in typed.words][:3] == [(1, 0), (2, 500), (3, 1000)]
    assert typed.next_id == 6
    with pytest.raises(Refusal, match="No draft waits"):
        put_drafts(actor=moreau, dictation_id=one.id)
    assert any(line.word == "dictation.draft" for line in audit_lines(subject=one.patient_id))
    jobs.run_due()
    assert len(drafts_of(one.id).made) == 1


def test_doubtful_words_are_heard_again_before_it_is_finished(moreau: Actor, visit: UUID) -> None:
    one = taken(moreau, visit, unsure=("twenty", "daily"))
    with pytest.raises(Refusal, match="3 doubtful words were not heard again"):
        finish_dictation(actor=moreau, dictation_id=one, seen_version=2)
    text = typed_of(one).text
    assert settle_doubts(actor=moreau, dictation_id=one, which=Settle.WORD, offset=text.index("20")) == 1
    typed = typed_of(one)
    assert [typed.words[at].text for at in doubtful(typed.words)] == ["mg", "daily."]
    keep_text(actor=moreau, dictation_id=one, text=text.replace("mg", "mcg"), seen_version=typed.version)
    typed = typed_of(one)
    assert [typed.words[at].text for at in doubtful(typed.words)] == ["daily."]
    assert settle_doubts(actor=moreau, dictation_id=one, which=Settle.ALL) == 1
    assert typed_of(one).text == "Takes lisinopril 20 mcg daily."
    finish_dictation(actor=moreau, dictation_id=one, seen_version=2)
    assert dictation(PROGRAM, one).state is State.TO_SIGN


def test_a_word_that_is_doubtful_in_several_places_is_right_in_all_of_them(moreau: Actor, visit: UUID) -> None:
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.RECORDED)
    said = "takes metoprolol period ten milligrams period metoprolol helps period no fever period"
    one = make_heard(visit, said, unsure=("metoprolol", "fever"))
    jobs.run_due()
    claim_dictation(actor=moreau, dictation_id=one.id, seen_version=one.version)
    offset = typed_of(one.id).text.index("metoprolol")
    assert settle_doubts(actor=moreau, dictation_id=one.id, which=Settle.SAME, offset=offset) == 2
    words = typed_of(one.id).words
    assert [words[at].text for at in doubtful(words)] == ["fever."]
    with pytest.raises(Refusal, match="No word stands there"):
        settle_doubts(actor=moreau, dictation_id=one.id, which=Settle.SAME, offset=900)


def test_only_who_types_it_says_what_is_right(office: Office, moreau: Actor, visit: UUID) -> None:
    one = taken(moreau, visit, unsure=("daily",))
    with pytest.raises(Refusal, match="Moreau types"):
        settle_doubts(actor=office.provider, dictation_id=one, which=Settle.ALL)
    with pytest.raises(NotFound):
        settle_doubts(actor=person("petrov"), dictation_id=one, which=Settle.ALL)
    with pytest.raises(NotFound):
        set_recogniser(actor=moreau, recogniser=Recogniser.NONE)


def test_a_draft_that_comes_while_somebody_types_waits_and_then_stands_behind(moreau: Actor, visit: UUID) -> None:
    one = make_heard(visit, SAID)
    claim_dictation(actor=moreau, dictation_id=one.id, seen_version=one.version)
    keep_text(actor=moreau, dictation_id=one.id, text="No fever.", seen_version=1, at_ms=100)
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.RECORDED)
    jobs.run_due()
    assert typed_of(one.id).text == "No fever."
    assert drafts_of(one.id).ready == 1
    put_drafts(actor=moreau, dictation_id=one.id)
    typed = typed_of(one.id)
    assert typed.text == "No fever.\n\nTakes lisinopril 20 mg daily."
    assert [word.text for word in typed.words] == typed.text.split()
    assert len({word.id for word in typed.words}) == len(typed.words)


def test_what_cannot_be_heard_is_told_and_typed_by_a_person(moreau: Actor, visit: UUID) -> None:
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.RECORDED)
    one = make_dictation(visit)
    jobs.run_due()
    (draft,) = drafts_of(one.id).made
    assert draft.trouble == "This recording carries no words. Listen and type."
    claim_dictation(actor=moreau, dictation_id=one.id, seen_version=one.version)
    keep_text(actor=moreau, dictation_id=one.id, text="No fever.", seen_version=1)
    finish_dictation(actor=moreau, dictation_id=one.id, seen_version=2)
    assert dictation(PROGRAM, one.id).state is State.TO_SIGN


def test_a_normal_text_that_the_author_asks_for_stands_in_the_draft(moreau: Actor, visit: UUID) -> None:
    petrov, normal = person("petrov"), "Chest: Clear to auscultation on both sides. No wheezes."
    keep_short_form(actor=petrov, short="chest", words=normal, office=True)
    keep_short_form(actor=moreau, short="chest", words="Hers alone, of which an author knows nothing.")
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.RECORDED)
    one = make_heard(visit, "no fever period insert normal chest follow up in one week period")
    jobs.run_due()
    claim_dictation(actor=moreau, dictation_id=one.id, seen_version=one.version)
    typed = typed_of(one.id)
    assert " ".join(typed.text.split()) == f"No fever. {normal} Follow up in 1 week."
    placed = typed.words[typed.text.split().index("auscultation")]
    assert (placed.start_ms, placed.end_ms) == (2500, 3400)  # where its name was said, and on to the next word
    assert not doubtful(typed.words)


def test_silence_makes_no_words(visit: UUID) -> None:
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.RECORDED)
    one = make_heard(visit, "")
    jobs.run_due()
    assert drafts_of(one.id).made[0].trouble == "The recogniser found no words. Listen and type."


def test_the_recogniser_is_told_what_the_chart_says(visit: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, ...]] = []

    def hear(recording: BinaryIO, hints: tuple[str, ...]) -> Heard:
        assert recording.read() == wav(tone=7)
        told.append(hints)
        raise Refusal("hearing.not-installed", "No recogniser is installed here.", "")

    monkeypatch.setattr(asking, "hear", hear)
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.LOCAL)
    made = send_dictation(
        actor=PROGRAM, encounter_id=visit, kind="visit-note", priority=Priority.ROUTINE, data=wav(tone=7)
    )
    one = dictation(PROGRAM, made)
    for kind, words in ((ListKind.PROBLEM, "Type 2 diabetes"), (ListKind.MEDICATION, "metformin 500 mg")):
        enter_on_list(actor=PROGRAM, patient_id=one.patient_id, kind=kind, told=Told(words), cause=SAID_SO)
    jobs.run_due()
    assert told == [("metformin 500 mg", "Type 2 diabetes")]
    assert drafts_of(made).made[0].hints == told[0]
    assert drafts_of(made).made[0].trouble == "No recogniser is installed here. Listen and type."


def test_the_recogniser_is_told_what_was_stopped_what_the_visit_is_for_its_orders_and_referrals(office: Office) -> None:
    visit = start_encounter(
        actor=PROGRAM, patient_id=make_patient(), provider_id=office.provider_id, site_id=office.site_id,
        kind=EncounterClass.OFFICE, reason="Hypertension and dizziness, with Ana", cause=Ref("appointment", new_id()),
    )  # fmt: skip
    who = encounter(visit).patient_id
    for words, ended in (
        ("atenolol 50 mg", "2026-09"),
        ("digoxin 125 mcg", "2026-04-30"),
        ("warfarin 5 mg", "2026-06"),
    ):
        enter(who, ListKind.MEDICATION, words, status="stopped", ended=ended)
    enter(who, ListKind.MEDICATION, "lisinopril 10 mg")
    enter(who, ListKind.PROBLEM, "Cataract", status="resolved", ended="2026-11-01")
    place_order(actor=office.provider, encounter_id=visit, key="ecg", words="Electrocardiogram")
    make_referral(
        actor=office.provider, patient_id=who, performer_id=make_performer(), asked=QUESTION,
        requester_id=office.provider_id, encounter_id=visit,
    )  # fmt: skip
    make_sent(office.provider, who, office.provider_id, make_performer("Lena Quill, MD", npi="199999971"))
    found = hints_for(who, visit, office.provider_id).of_chart
    assert found[0] == "lisinopril 10 mg"
    assert set(found[1:3]) == {"atenolol 50 mg", "warfarin 5 mg"}
    assert found[3:] == ("Hypertension", "dizziness", "Electrocardiogram", "Ruth Abelard")
    assert [one.name for one in facts_for(who, visit).medicines] == [
        "lisinopril"
    ]  # what was stopped contradicts nothing


def test_what_the_chart_has_otherwise_is_doubtful_until_it_was_heard_again(moreau: Actor, visit: UUID) -> None:
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.RECORDED)
    one = make_heard(visit, "start penicillin and lisinopril twenty milligrams daily period")
    allergy, medicine = Told("penicillin"), Told("Lisinopril", details={"dose": "10 mg"})
    for kind, told in ((ListKind.ALLERGY, allergy), (ListKind.MEDICATION, medicine)):
        enter_on_list(actor=PROGRAM, patient_id=one.patient_id, kind=kind, told=told, cause=SAID_SO)
    jobs.run_due()
    claim_dictation(actor=moreau, dictation_id=one.id, seen_version=one.version)
    words = typed_of(one.id).words
    assert [(words[at].text, why_doubtful(words[at])) for at in doubtful(words)] == [
        ("penicillin", "drug: penicillin: the chart has an allergy to it."),
        ("20", "dose: lisinopril 20 mg here, 10 mg on the chart: which?"),
    ]
    with pytest.raises(Refusal, match="2 doubtful words"):
        finish_dictation(actor=moreau, dictation_id=one.id, seen_version=one.version + 1)
    settle_doubts(actor=moreau, dictation_id=one.id, which=Settle.ALL)
    finish_dictation(actor=moreau, dictation_id=one.id, seen_version=one.version + 1)
    assert typed_of(one.id).text == "Start penicillin and lisinopril 20 mg daily."


def test_what_somebody_who_types_may_not_know_of_the_chart_is_in_no_doubt(
    office: Office, moreau: Actor, visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = make_dictation(visit)
    told = Told("penicillin")
    enter_on_list(actor=PROGRAM, patient_id=one.patient_id, kind=ListKind.ALLERGY, told=told, cause=SAID_SO)
    assert facts_for(one.patient_id, visit).allergies == ("penicillin",)
    assert facts_known_to(moreau, one.patient_id).allergies == ("penicillin",)
    known = chart_of
    empty = replace(known(moreau, one.patient_id), lists={})
    monkeypatch.setattr(hinting, "chart_of", lambda who, of: empty if who.id == moreau.id else known(who, of))
    assert facts_known_to(office.provider, one.patient_id).allergies == ("penicillin",)
    assert facts_for(one.patient_id, visit).allergies == facts_known_to(moreau, one.patient_id).allergies == ()


def test_the_formatter_tells_what_the_chart_has_otherwise(moreau: Actor, visit: UUID) -> None:
    one = make_typing(moreau, visit)
    told = Told("penicillin")
    enter_on_list(actor=PROGRAM, patient_id=one.patient_id, kind=ListKind.ALLERGY, told=told, cause=SAID_SO)
    said = {"text": "Start penicillin.", "text_version": 0, "visit": visit}
    answer = sign_in("moreau").post(f"/dictation/{one.id}/format/", said)
    assert [flag["kind"] for flag in answer.json()["flags"]] == ["drug"]


def taken(moreau: Actor, visit: UUID, unsure: tuple[str, ...] = (), said: str = SAID) -> UUID:
    """One that was heard and that Ms Moreau has taken."""
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.RECORDED)
    one = make_heard(visit, said, unsure=unsure)
    jobs.run_due()
    claim_dictation(actor=moreau, dictation_id=one.id, seen_version=one.version)
    return one.id


def test_a_word_that_stands_in_no_dictionary_is_doubtful_though_it_was_heard_surely(moreau: Actor, visit: UUID) -> None:
    one = taken(moreau, visit, said="no vistitan of the knee says moreau period")
    words = typed_of(one).words
    assert [(words[at].text, why_doubtful(words[at])) for at in doubtful(words)] == [
        ("vistitan", "unlisted: vistitan is in no dictionary."),
    ]
    with pytest.raises(Refusal, match="One doubtful word"):
        finish_dictation(actor=moreau, dictation_id=one, seen_version=2)
    said = {"text": "No glucophaje.", "text_version": 0, "visit": visit}
    answer = sign_in("moreau").post(f"/dictation/{one}/format/", said)
    assert [flag["words"] for flag in answer.json()["flags"]] == ["glucophaje is in no dictionary."]


def test_drafts_and_the_formatters_key_write_as_the_office_says(moreau: Actor, visit: UUID) -> None:
    petrov = signed_in("petrov")
    page = petrov.get("/dictation/due/style/").content.decode()
    assert "500 mg b.i.d." in page
    assert "500 mg twice a day" in page
    assert petrov.post("/dictation/due/style/", {"profile": "loud"}).status_code == 422
    assert petrov.post("/dictation/due/style/", {"profile": "clinic"}).status_code == 302
    assert "holds, set by" in petrov.get("/dictation/due/style/").content.decode()
    one = taken(moreau, visit, said="metformin five hundred milligrams b i d period")
    assert typed_of(one).text == "Metformin 500 mg twice a day."
    said = {"text": "metformin five hundred milligrams b i d", "text_version": 0, "visit": visit}
    answer = sign_in("moreau").post(f"/dictation/{one}/format/", said)
    assert answer.json()["text"].startswith("Metformin 500 mg twice a day")
    set_style(actor=PROGRAM, profile=Profile.STRICT)
    again = sign_in("moreau").post(f"/dictation/{one}/format/", said)
    assert again.json()["text"].startswith("Metformin 500 mg b.i.d.")
