"""Danger words are heard again one by one: who heard how many is kept with the text as it stood, and blocks nothing."""

import json
from datetime import UTC, datetime
from html import unescape
from uuid import UUID

import pytest

from medoffice.clinic.dictation.api import (
    dictation,
    finish_dictation,
    keep_text,
    note_heard,
    reviews_waiting,
    sign_dictation,
    typed_of,
)
from medoffice.clinic.dictation.models import DictationHeard, Recording
from medoffice.clinic.dictation.queries.passing import dangers_of, heard_by, passed_of
from medoffice.clinic.dictation.tests.makers import make_finished, make_typing
from medoffice.clinic.dictation.types.dictations import State
from medoffice.clinic.dictation.types.passing import Danger
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Conflict, NotFound, Refusal
from medoffice.practice.tests.makers import Office
from medoffice.security.tests.makers import person, sign_in, written_down
from medoffice.security.types import PROGRAM, Actor

pytestmark = pytest.mark.django_db
TEXT = "No fever. Start lisinopril 10 mg for the left knee."
NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)


def dangers(one: UUID) -> list[Danger]:
    typed = typed_of(one)
    return dangers_of(typed.text, typed.words)


def hears(actor: Actor, one: UUID, *tokens: Danger) -> int:
    ids = frozenset(number for token in tokens for number, _ in token.key)
    return note_heard(actor=actor, dictation_id=one, word_ids=ids, seen_version=typed_of(one).version)


def told(actor: Actor, one: UUID) -> list[tuple[str, bool, int, int]]:
    return [(found.by, found.mine, found.heard, found.of) for found in passed_of(actor, one, dangers(one))]


def test_what_was_heard_is_kept_with_that_text_and_a_changed_word_is_to_be_heard_again(
    moreau: Actor, visit: UUID
) -> None:
    one = make_typing(moreau, visit).id
    keep_text(actor=moreau, dictation_id=one, text=TEXT, seen_version=1, at_ms=1000)
    assert [(token.kind.value, token.count) for token in dangers(one)] == [
        ("negation", 1), ("name", 1), ("dose", 2), ("side", 1),
    ]  # fmt: skip
    assert hears(moreau, one, *dangers(one)[:3]) == 3
    assert told(moreau, one) == [(moreau.name, True, 3, 4)]
    row = DictationHeard.objects.get()
    assert (row.text_version, row.of, row.at, row.by_id) == (typed_of(one).version, 4, NOON, moreau.id)
    keep_text(actor=moreau, dictation_id=one, text=TEXT.replace("10", "100"), seen_version=row.text_version)
    assert told(moreau, one) == [(moreau.name, True, 2, 4)]
    keep_text(actor=moreau, dictation_id=one, text=TEXT + " Rest.", seen_version=typed_of(one).version)
    assert told(moreau, one) == [(moreau.name, True, 3, 4)]
    (told_of,) = [detail for _, detail in written_down("dictation.type") if "heard" in detail]
    assert (told_of["heard"], told_of["of"]) == (3, 4)
    assert "lisinopril" not in json.dumps(told_of)


def test_each_has_heard_for_themselves_and_nothing_waits_for_it(office: Office, moreau: Actor, visit: UUID) -> None:
    one = make_typing(moreau, visit)
    keep_text(actor=moreau, dictation_id=one.id, text=TEXT, seen_version=1, at_ms=1000)
    hears(moreau, one.id, dangers(one.id)[0])
    finish_dictation(actor=moreau, dictation_id=one.id, seen_version=one.version)
    hears(office.provider, one.id, *dangers(one.id)[1:])
    assert told(office.provider, one.id) == [(moreau.name, False, 1, 4), (office.provider.name, True, 3, 4)]
    assert len(heard_by(one.id, office.provider.id)) == 3
    now, seen = dictation(PROGRAM, one.id), typed_of(one.id).version
    sign_dictation(actor=office.provider, dictation_id=one.id, seen_version=now.version, seen_text=seen)
    assert dictation(PROGRAM, one.id).state is State.SIGNED
    with pytest.raises(Refusal, match="signed"):
        hears(office.provider, one.id, dangers(one.id)[0])


def test_whose_turn_it_is_not_another_text_another_visit_and_no_token_are_refused(
    office: Office, moreau: Actor, visit: UUID
) -> None:
    one = make_typing(moreau, visit)
    keep_text(actor=moreau, dictation_id=one.id, text=TEXT, seen_version=1)
    seen, ids = typed_of(one.id).version, frozenset({1})
    with pytest.raises(Refusal, match="types"):
        note_heard(actor=office.provider, dictation_id=one.id, word_ids=ids, seen_version=seen)
    with pytest.raises(Conflict, match="changed meanwhile"):
        note_heard(actor=moreau, dictation_id=one.id, word_ids=ids, seen_version=seen - 1)
    with pytest.raises(Conflict, match="another visit"):
        note_heard(actor=moreau, dictation_id=one.id, word_ids=ids, seen_version=seen, seen_visit=new_id())
    with pytest.raises(Refusal, match="No such words"):
        note_heard(actor=moreau, dictation_id=one.id, word_ids=frozenset({2}), seen_version=seen)
    with pytest.raises(NotFound):
        note_heard(actor=person("nox"), dictation_id=one.id, word_ids=ids, seen_version=seen)
    assert not DictationHeard.objects.exists()


def test_the_workbench_and_the_authors_page_play_each_and_say_how_many_were_heard(moreau: Actor, visit: UUID) -> None:
    one = make_finished(moreau, visit, TEXT)
    okafor = sign_in("okafor")
    page = unescape(okafor.get(f"/dictation/{one.id}/review/").content.decode())
    assert "0 of 4 heard" in page
    assert '"rough": true' in page
    version = typed_of(one.id).version
    sent = {"text_version": version, "visit": str(one.encounter_id), "words": "1,2"}
    answer = okafor.post(f"/dictation/{one.id}/heard/", sent)
    assert (answer.status_code, answer.json()["says"]) == (200, "1 of 4 heard")
    assert [token["heard"] for token in answer.json()["snippets"][0]["dangers"]] == [True]
    assert okafor.post(f"/dictation/{one.id}/heard/", sent | {"text_version": 1}).status_code == 409
    assert okafor.post(f"/dictation/{one.id}/heard/", sent | {"words": "1;2"}).status_code == 422
    person("nox")
    assert sign_in("nox").post(f"/dictation/{one.id}/heard/", sent).status_code == 404
    assert "1 of 4 heard" in okafor.get(f"/dictation/{one.id}/review/").content.decode()


def test_who_types_is_told_after_each_keeping_and_a_reviewer_sees_who_heard_how_many(
    office: Office, moreau: Actor, visit: UUID
) -> None:
    one = make_typing(moreau, visit)
    typist = sign_in("moreau")
    kept = {"text": TEXT, "text_version": 1, "visit": str(one.encounter_id)}
    told = typist.post(f"/dictation/{one.id}/keep/", kept).json()
    assert (told["pass"]["of"], told["pass"]["says"]) == (4, "0 of 4 heard")
    assert all(snippet["from"] is None for snippet in told["pass"]["snippets"])
    assert "0 of 4 heard" in typist.get(f"/dictation/{one.id}/type/").content.decode()
    hears(moreau, one.id, *dangers(one.id)[:2])
    finish_dictation(actor=moreau, dictation_id=one.id, seen_version=one.version)
    (review,) = [found for found in reviews_waiting(office.provider) if found.dictation.id == one.id]
    sheet = sign_in("okafor").get(f"/dictation/quality/{review.id}/").content.decode()
    assert f"{moreau.name} heard 0 of 4, read 2 without sound" in sheet


def test_a_text_without_danger_words_says_so(moreau: Actor, visit: UUID) -> None:
    one = make_finished(moreau, visit, "He feels well.")
    page = sign_in("okafor").get(f"/dictation/{one.id}/review/").content.decode()
    assert "No danger words." in page


def test_what_has_no_sound_is_read_until_it_is_heard(moreau: Actor, visit: UUID) -> None:
    one = make_typing(moreau, visit)
    keep_text(actor=moreau, dictation_id=one.id, text=TEXT, seen_version=1)
    hears(moreau, one.id, dangers(one.id)[0])
    assert DictationHeard.objects.get().read
    assert [(found.heard, found.read) for found in passed_of(moreau, one.id, dangers(one.id))] == [(0, 1)]
    page = sign_in("moreau").get(f"/dictation/{one.id}/type/").content.decode()
    assert "0 of 4 heard, 1 without sound read" in page
    (told_of,) = [detail for _, detail in written_down("dictation.type") if "heard" in detail]
    assert (told_of["heard"], told_of["read"], told_of["of"]) == (0, 1, 4)


def test_what_did_not_play_or_is_destroyed_is_read_whatever_a_page_says(moreau: Actor, visit: UUID) -> None:
    one = make_finished(moreau, visit, TEXT)
    okafor = sign_in("okafor")
    sent = {"text_version": typed_of(one.id).version, "visit": str(one.encounter_id), "words": "1"}
    answer = okafor.post(f"/dictation/{one.id}/heard/", sent | {"silent": "on"})
    assert answer.json()["says"] == "0 of 4 heard, 1 without sound read"
    assert okafor.post(f"/dictation/{one.id}/heard/", sent).json()["says"] == "1 of 4 heard"
    Recording.objects.filter(dictation_id=one.id).update(sha256="", gone_at=NOON)
    answer = okafor.post(f"/dictation/{one.id}/heard/", sent | {"words": "3,4,5,6"})
    assert answer.json()["says"].startswith("1 of 4 heard, ")
    assert not DictationHeard.objects.filter(read=False, tokens__contains=[[[4, "lisinopril"]]]).exists()
