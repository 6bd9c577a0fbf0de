"""A dictation about another visit: moved with why before it is signed, never after; what a chart told of it goes."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from medoffice.clinic.charting.tests.makers import SAID, enter, make_visit
from medoffice.clinic.charting.types import ListKind
from medoffice.clinic.dictation.actions import draft_waiting as drafting
from medoffice.clinic.dictation.actions.add_recording import add_recording
from medoffice.clinic.dictation.api import (
    blanks_of,
    claim_dictation,
    dictation,
    dictations_of_visit,
    draft_waiting,
    drafts_of,
    hold_dictation,
    move_dictation,
    reject_dictation,
    return_dictation,
    set_recogniser,
    set_sampling,
    steps_of,
    typed_of,
)
from medoffice.clinic.dictation.rules.drafting import why_doubtful
from medoffice.clinic.dictation.tests.makers import (
    make_dictation,
    make_finished,
    make_heard,
    make_reviewed,
    make_signed,
    make_typing,
    wav,
)
from medoffice.clinic.dictation.types.dictations import Dictation, Recogniser, State, Verb
from medoffice.clinic.dictation.types.reviews import ErrorClass, Sampling
from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, Invalid, Refusal
from medoffice.practice.api import work_items
from medoffice.practice.tests.makers import Office
from medoffice.records.documents.api import hold_chart
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import patient
from medoffice.security.api import audit_lines, label_visit
from medoffice.security.tests.makers import person, sign_in, written_down
from medoffice.security.types import PROGRAM, Actor, Label

pytestmark = pytest.mark.django_db


@pytest.fixture
def other(office: Office) -> UUID:
    return make_visit(office)


def moved(actor: Actor, one: Dictation, to: UUID, why: str = "The name said is another's") -> Dictation:
    """As it stands then."""
    number = f" {encounter(to).number.lower()}"
    move_dictation(actor=actor, dictation_id=one.id, seen_version=one.version, number=number, why=why)
    return dictation(PROGRAM, one.id)


def whose(actor: Actor, kind: str) -> set[UUID | None]:
    """About which patients the work of a kind is."""
    return {one.patient_id for one in work_items(actor) if one.kind == kind}


def test_it_goes_to_the_other_chart_with_why_and_both_keep_that(moreau: Actor, visit: UUID, other: UUID) -> None:
    one = make_typing(moreau, visit)
    there = moved(moreau, one, other)
    assert (there.encounter_id, there.patient_id) == (other, encounter(other).patient_id)
    assert (there.state, there.owner_id, there.version) == (State.TYPING, moreau.id, one.version + 1)
    assert dictations_of_visit(PROGRAM, visit) == []
    (last,) = [step for step in steps_of(one.id) if step.verb is Verb.MOVE]
    assert last.words == "to this visit from another", "the other visit is not for whoever reads of this one"
    assert whose(moreau, "dictation") == {there.patient_id}
    for subject in (one.patient_id, there.patient_id):
        assert any(line.word == "dictation.type" and line.subjects == 2 for line in audit_lines(subject=subject))
    (_, told) = written_down("dictation.type")[-1]
    assert (told["from"], told["to"]) == (encounter(visit).number, encounter(other).number)
    assert told["why"] == "The name said is another's"


def test_one_that_is_held_stays_held_and_one_that_waits_waits(moreau: Actor, visit: UUID, other: UUID) -> None:
    waits = make_dictation(visit)
    assert moved(moreau, waits, other).state is State.QUEUED
    held = make_dictation(visit, tone=41)
    hold_dictation(actor=moreau, dictation_id=held.id, seen_version=held.version, why="Who is it?")
    there = moved(moreau, dictation(PROGRAM, held.id), other)
    assert (there.state, there.why) == (State.HELD, "Who is it?")


def test_what_was_typed_goes_with_it_to_its_author_and_a_review_too(
    office: Office, moreau: Actor, visit: UUID, other: UUID
) -> None:
    set_sampling(actor=PROGRAM, how=Sampling(None, 100, 5, 0))
    one = make_finished(moreau, visit, "The knee is better.")
    there = moved(office.provider, one, other)
    assert (there.state, typed_of(one.id).text) == (State.TO_SIGN, "The knee is better.")
    assert whose(office.provider, "dictation-to-sign") == {there.patient_id}
    assert whose(office.provider, "dictation-review") == {there.patient_id}


def test_what_its_review_found_is_work_about_the_other_visit_for_who_has_it_now(
    office: Office, moreau: Actor, visit: UUID, other: UUID
) -> None:
    set_sampling(actor=PROGRAM, how=Sampling(None, 100, 5, 0))
    found = make_reviewed(office, moreau, visit, "The knee is better.", {1: ErrorClass.CRITICAL})
    there = moved(office.provider, found.dictation, other)
    assert whose(moreau, "dictation-feedback") == {there.patient_id}
    assert whose(office.provider, "dictation-flaw") == {there.patient_id}


def test_a_page_of_the_other_visit_keeps_nothing_of_it_in_this_one(moreau: Actor, visit: UUID, other: UUID) -> None:
    one = make_typing(moreau, visit)
    client, where = sign_in("moreau"), f"/dictation/{one.id}/"
    assert f'data-visit="{visit}"' in client.get(f"{where}type/").content.decode()
    moved(moreau, one, other)
    enter(encounter(other).patient_id, ListKind.ALLERGY, "penicillin", SAID)
    said = {"text": "Takes penicillin.", "text_version": typed_of(one.id).version}
    for address in ("keep", "format"):
        answer = client.post(f"{where}{address}/", said | {"visit": visit})
        words = f"{one.number} is about another visit by now. Open the page again."
        assert (answer.status_code, answer.json()) == (409, {"words": words, "over": True})
        assert client.post(f"{where}{address}/", said).status_code == 422
    assert typed_of(one.id).text == ""
    assert client.post(f"{where}keep/", said | {"visit": other}).status_code == 200
    assert "penicillin" in client.post(f"{where}format/", said | {"visit": other}).json()["flags"][0]["words"]
    with pytest.raises(Conflict, match="about another visit"):
        add_recording(actor=PROGRAM, dictation_id=one.id, data=wav(tone=9), seen_visit=visit)
    add_recording(actor=PROGRAM, dictation_id=one.id, data=wav(tone=9), seen_visit=other)


def test_an_authors_page_of_the_other_visit_changes_nothing_in_this_one_and_loses_no_words(
    office: Office, moreau: Actor, visit: UUID, other: UUID
) -> None:
    one = make_finished(moreau, visit, "The ____ is better.", blank=4)
    (blank,) = blanks_of(one.id, typed_of(one.id))
    okafor, where = sign_in("okafor"), f"/dictation/{one.id}/"
    said = {"text": "The left knee is better.", "text_version": typed_of(one.id).version}
    assert f'name="visit" value="{visit}"' in okafor.get(f"{where}review/").content.decode()
    moved(office.provider, one, other)
    answer = okafor.post(f"{where}change/", said | {"visit": visit})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "is about another visit by now" in page
    assert "The left knee is better.</textarea>" in page
    answer = okafor.post(f"{where}answer/{blank.id}/", {"words": "left knee", "visit": visit})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "is about another visit by now" in page
    assert 'value="left knee"' in page
    assert okafor.post(f"{where}answer/{blank.id}/", {"words": "knee"}).status_code == 422  # without a visit
    assert "Open the page again" in okafor.post(f"{where}change/", said).content.decode()
    assert typed_of(one.id).text == "The ____ is better."
    assert okafor.post(f"{where}answer/{blank.id}/", {"words": "knee", "visit": other}).status_code == 302
    assert typed_of(one.id).text == "The knee is better."


def test_what_a_recogniser_knew_of_the_other_chart_is_forgotten(moreau: Actor, visit: UUID, other: UUID) -> None:
    enter(encounter(visit).patient_id, ListKind.MEDICATION, "lisinopril 10 mg", SAID)
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.RECORDED)
    one, fresh = (make_heard(visit, "takes lisinopril twenty milligrams daily period", tone=tone) for tone in (40, 41))
    draft_waiting(actor=PROGRAM)
    claim_dictation(actor=moreau, dictation_id=one.id, seen_version=one.version)
    assert "lisinopril 10 mg" in drafts_of(one.id).made[0].hints
    assert any("on the chart" in why_doubtful(word) for word in typed_of(one.id).words)
    moved(moreau, dictation(PROGRAM, one.id), other)
    (draft,) = drafts_of(one.id).made
    assert (draft.hints, draft.forgot) == ((), True)
    assert not any("on the chart" in why_doubtful(word) for word in draft.words)
    assert "told of another chart" in sign_in("moreau").get(f"/dictation/{one.id}/type/").content.decode()
    assert typed_of(one.id).text == "Takes lisinopril 20 mg daily."
    assert not any("on the chart" in why_doubtful(word) for word in typed_of(one.id).words)
    moved(moreau, fresh, other)
    assert drafts_of(fresh.id).awaited == 1
    draft_waiting(actor=PROGRAM)
    assert "lisinopril 10 mg" not in drafts_of(fresh.id).made[0].hints


def test_what_is_heard_while_it_is_moved_is_heard_anew_by_the_right_chart(
    moreau: Actor, visit: UUID, other: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter(encounter(visit).patient_id, ListKind.MEDICATION, "lisinopril 10 mg", SAID)
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.RECORDED)
    one, hear, heard = make_heard(visit, "the knee is better period"), drafting._hear, []

    def meanwhile(*given: object) -> object:
        heard.append(given)
        if len(heard) == 1:
            moved(moreau, dictation(PROGRAM, one.id), other)
        return hear(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(drafting, "_hear", meanwhile)
    draft_waiting(actor=PROGRAM)
    assert len(heard) == 2
    (made,) = drafts_of(one.id).made
    assert "lisinopril 10 mg" not in made.hints


def test_what_is_in_a_chart_on_legal_hold_stays_in_it(office: Office, moreau: Actor, visit: UUID, other: UUID) -> None:
    one = make_typing(moreau, visit)
    hold_chart(
        actor=person("petrov"), patient_id=one.patient_id, why="Lawsuit", until=(clock.now() + timedelta(days=9)).date()
    )
    with pytest.raises(Refusal, match="on legal hold"):
        moved(office.provider, one, other)


def test_what_is_returned_goes_to_nobody_who_may_not_hear_it_any_more(
    office: Office, moreau: Actor, visit: UUID, other: UUID
) -> None:
    one = make_finished(moreau, visit, "The knee is better.")
    label_visit(
        actor=office.provider, subject=encounter(other).patient_id, things=[other], label=Label.PSYCHOTHERAPY,
        why="Kept apart", written_by=office.provider.id,
    )  # fmt: skip
    there = moved(office.provider, one, other)
    assert there.ready_at == clock.now(), "its author has it from now on"
    return_dictation(actor=office.provider, dictation_id=one.id, seen_version=there.version, why="Which knee?")
    back = dictation(PROGRAM, one.id)
    assert (back.state, back.owner_id) == (State.QUEUED, None)


def test_who_may_not_hear_about_the_other_visit_neither_moves_it_there_nor_keeps_it(
    office: Office, moreau: Actor, visit: UUID, other: UUID
) -> None:
    one, kept = make_typing(moreau, visit), make_typing(moreau, visit, tone=41)
    there = encounter(other)
    label_visit(
        actor=office.provider,
        subject=there.patient_id,
        things=[other],
        label=Label.PSYCHOTHERAPY,
        why="Kept apart",
        written_by=office.provider.id,
    )
    with pytest.raises(Invalid) as refused:
        moved(moreau, one, other)
    assert refused.value.detail["fields"] == {"number": ["There is no visit with this number."]}
    given = moved(office.provider, kept, other)
    assert (given.state, given.owner_id) == (State.QUEUED, None)


def test_what_is_signed_or_rejected_there_already_or_changed_is_refused(
    office: Office, moreau: Actor, visit: UUID, other: UUID
) -> None:
    signed = make_signed(office, moreau, visit, "The knee is better.")
    with pytest.raises(Refusal, match="is signed and cannot be moved") as refused:
        moved(office.provider, signed, other)
    assert refused.value.fix.startswith("Retract it")
    one = make_typing(moreau, visit, tone=41)
    for number, why, error in (("E-99999", "x", Invalid), (encounter(other).number, " ", Invalid)):
        with pytest.raises(error):
            move_dictation(actor=moreau, dictation_id=one.id, seen_version=one.version, number=number, why=why)
    with pytest.raises(Refusal, match="already"):
        moved(moreau, one, visit)
    with pytest.raises(Conflict):
        move_dictation(
            actor=moreau, dictation_id=one.id, seen_version=1, number=encounter(other).number, why="Another's"
        )
    reject_dictation(actor=moreau, dictation_id=one.id, seen_version=one.version, why="Another patient's")
    with pytest.raises(Refusal, match="rejected"):
        moved(moreau, dictation(PROGRAM, one.id), other)


def test_the_screen_shows_whose_visit_it_is_before_it_moves_anything(moreau: Actor, visit: UUID, other: UUID) -> None:
    one, number = make_typing(moreau, visit), encounter(other).number
    client, where = sign_in("moreau"), f"/dictation/{one.id}/elsewhere/"
    assert where in client.get(f"/dictation/{one.id}/").content.decode()
    said = {"number": number, "why": "Another's", "version": one.version}
    asked = client.post(where, said | {"once": "a"})
    assert patient(encounter(other).patient_id).name.sorted_form in asked.content.decode()
    assert dictation(PROGRAM, one.id).encounter_id == visit
    assert client.post(where, said | {"number": "E-1", "once": "b"}).status_code == 422
    answer = client.post(where, said | {"asked": number, "once": "c"})
    assert answer["Location"] == f"/dictation/{one.id}/"
    assert dictation(PROGRAM, one.id).encounter_id == other
    assert client.get(f"/dictation/{uuid4()}/elsewhere/").status_code == 404
    person("lind")
    assert sign_in("lind").get(where).status_code == 404
