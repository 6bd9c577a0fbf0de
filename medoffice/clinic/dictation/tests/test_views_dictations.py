"""Dictations on the screen: sent as a file, taken by a key, heard in parts, kept from others."""

import json
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.dictation.api import dictation, dictations_of_visit, finish_dictation, recordings_of
from medoffice.clinic.dictation.queries.drafts import hearing
from medoffice.clinic.dictation.tests.makers import make_dictation, make_typing, wav
from medoffice.clinic.dictation.types.dictations import Recogniser, State
from medoffice.clinic.dictation.types.servers import Hearing, HearingServer
from medoffice.practice.tests.makers import Office
from medoffice.security.api import audit_lines
from medoffice.security.tests.makers import sign_in, signed_in
from medoffice.security.types import PROGRAM, Actor

pytestmark = pytest.mark.django_db


def sent(data: bytes, name: str = "said.wav", **more: str) -> dict[str, object]:
    return {
        "sound": SimpleUploadedFile(name, data), "kind": "visit-note", "priority": "routine",
        "note": "", "once": "k", **more,
    }  # fmt: skip


def test_a_provider_sends_a_file_from_the_visit_and_once_is_once(visit: UUID) -> None:
    okafor = sign_in("okafor")
    page = okafor.get(f"/dictation/send/{visit}/").content.decode()
    assert "Dictated by Amara Okafor" in page
    for _ in range(2):
        answer = okafor.post(f"/dictation/send/{visit}/", sent(wav()))
        assert answer.status_code == 302
    (one,) = dictations_of_visit(PROGRAM, visit)
    text = okafor.get(f"/dictation/{one.id}/").content.decode()
    assert one.number in text
    assert "0:02" in text
    assert one.number in okafor.get("/dictation/").content.decode()
    assert one.number in okafor.get(f"/charting/{visit}/").content.decode()


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"", "nothing in this file"), (b"\x03ds2" + bytes(99), "WAV or MP3"), (b"words", "not a recording")],
)
def test_what_is_no_recording_is_said_on_the_form(visit: UUID, data: bytes, words: str) -> None:
    answer = sign_in("okafor").post(f"/dictation/send/{visit}/", sent(data))
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_a_transcriptionist_takes_holds_and_gives_it_on(office: Office, visit: UUID) -> None:
    one, moreau = make_dictation(visit), signed_in("moreau")
    where = f"/dictation/{one.id}/move/"
    assert moreau.post(where, {"version": "1", "do": "claimed"}).status_code == 302
    again = moreau.post(where, {"version": "1", "do": "claimed"})
    assert "Look at it again" in again.content.decode()
    nothing = moreau.post(where, {"version": "2", "do": "held", "why": ""})
    assert nothing.status_code == 422
    assert moreau.post(where, {"version": "2", "do": "held", "why": "Which drug?"}).status_code == 302
    assert "Which drug?" in moreau.get("/dictation/").content.decode()
    assert moreau.post(where, {"version": "3", "do": "handed over", "to": ""}).status_code == 422
    to = str(office.provider.id)
    assert moreau.post(where, {"version": "3", "do": "handed over", "to": to}).status_code == 302
    assert dictation(PROGRAM, one.id).owner == office.provider.name
    assert moreau.post(where, {"version": "4", "do": "shouted"}).status_code == 422


def test_sound_is_answered_in_parts_and_whoever_hears_it_is_noted(visit: UUID) -> None:
    one, moreau = make_dictation(visit), signed_in("moreau")
    (part,) = recordings_of(one.id)
    where, data = f"/dictation/{one.id}/sound/{part.id}/", wav(tone=40)
    whole = moreau.get(where)
    assert (whole.status_code, whole.content, whole["Cache-Control"]) == (200, data, "no-store")
    assert whole["Content-Type"] == "audio/wav"
    some = moreau.get(where, headers={"range": "bytes=100-199"})
    assert (some.status_code, some.content) == (206, data[100:200])
    assert some["Content-Range"] == f"bytes 100-199/{len(data)}"
    assert moreau.get(where, headers={"range": f"bytes={len(data)}-"}).status_code == 416
    heard = [line for line in audit_lines(subject=one.patient_id) if line.word == "dictation.listen"]
    assert [(line.who, line.outcome) for line in heard] == [("Claire Moreau", "seen")] * 3


def test_nobody_else_hears_it(office: Office, visit: UUID) -> None:
    one = make_dictation(visit)
    (part,) = recordings_of(one.id)
    for name in ("lind", "abara", "petrov", "nox"):
        assert signed_in(name).get(f"/dictation/{one.id}/sound/{part.id}/").status_code == 404
    other = make_dictation(make_visit(office), tone=50)
    assert sign_in("okafor").get(f"/dictation/{other.id}/sound/{part.id}/").status_code == 404


def test_a_further_part_is_added_and_a_wrong_one_is_said(visit: UUID) -> None:
    one, okafor = make_dictation(visit), sign_in("okafor")
    where = f"/dictation/{one.id}/add/"
    added = okafor.post(where, {"sound": SimpleUploadedFile("b.wav", wav(tone=9)), "visit": visit})
    assert added.status_code == 302
    assert len(recordings_of(one.id)) == 2
    wrong = {"sound": SimpleUploadedFile("b.wav", b"words"), "visit": visit}
    late = okafor.post(where, {"sound": SimpleUploadedFile("c.wav", wav(tone=8)), "visit": uuid4()})
    assert "about another visit by now" in late.content.decode()
    assert "not a recording" in okafor.post(where, wrong).content.decode()


def test_the_manager_sets_when_they_are_due_and_sees_what_is_proposed(office: Office) -> None:  # noqa: ARG001 - the office must stand
    petrov: Client = signed_in("petrov")
    assert "proposed, unverified" in petrov.get("/dictation/due/").content.decode()
    said = {"kind": "consultation", "since": "11/24/2026", "stat": "1", "asap": "3", "routine": "9", "keep_days": "45"}
    assert petrov.post("/dictation/due/", said).status_code == 302
    assert "Irina Petrov" in petrov.get("/dictation/due/").content.decode()
    assert petrov.post("/dictation/due/", {**said, "stat": "0"}).status_code == 422


def test_rejected_ones_are_seen_and_taken_back(visit: UUID) -> None:
    one, moreau = make_dictation(visit), signed_in("moreau")
    where = f"/dictation/{one.id}/move/"
    moreau.post(where, {"version": "1", "do": "rejected", "why": "Cannot be heard"})
    assert "Cannot be heard" in moreau.get("/dictation/").content.decode()
    assert dictation(PROGRAM, one.id).state is State.REJECTED
    moreau.post(where, {"version": "2", "do": "taken back"})
    assert dictation(PROGRAM, one.id).state is State.QUEUED


def test_of_a_model_that_no_english_was_tried_of_it_is_said(
    office: Office,  # noqa: ARG001 - there is one
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("MEDOFFICE_SPEECH_MODEL", str(tmp_path))
    petrov, page = signed_in("petrov"), "/dictation/due/hearing/"
    assert "by the small model of Whisper that comes with it" in petrov.get(page).content.decode()
    told = {"name": "parakeet", "folder": "model-1", "files": {"encoder.onnx": "ab" * 32}, "kind": "nemo-transducer"}
    (tmp_path / "model.json").write_text(json.dumps(told))
    text = petrov.get(page).content.decode()
    assert "<strong>parakeet</strong>: NeMo (transducer), by sherpa-onnx" in text
    assert '<span class="chip warn">unverified</span> one of Whisper' in text


def test_a_manager_names_the_server_that_hears_and_a_wrong_one_is_said_at_its_field(office: Office) -> None:  # noqa: ARG001 - there is one
    petrov, page = signed_in("petrov"), "/dictation/due/hearing/"
    said = {"recogniser": "server", "address": "http://localhost:8000/v1", "model": "small.en", "certificate": ""}
    for wrong, words in (
        ({"address": "http://192.168.1.20:8000"}, "Beyond this machine sound goes over TLS"),
        ({"address": "https://8.8.8.8"}, "8.8.8.8 is not in the office&#x27;s own network"),
        ({"address": "https://192.168.1.20"}, "Give the server&#x27;s certificate"),
        ({"model": ""}, "Say which model"),
        ({"recogniser": "another"}, "Select a valid choice"),
    ):
        answer = petrov.post(page, {**said, **wrong})
        assert answer.status_code == 422
        assert words in answer.content.decode()
    assert hearing().recogniser is Recogniser.NONE
    assert petrov.post(page, {**said, "once": "k"}).status_code == 302
    assert hearing() == Hearing(Recogniser.SERVER, HearingServer("http://localhost:8000", "small.en"))
    text = petrov.get(page).content.decode()
    assert 'value="http://localhost:8000"' in text
    assert petrov.post(page, {**said, "recogniser": "none", "once": "l"}).status_code == 302
    assert hearing() == Hearing(Recogniser.NONE)
    assert signed_in("moreau").post(page, said).status_code == 404


def test_the_workbench_says_which_usual_sections_are_not_there_and_so_does_the_page_of_its_author(
    moreau: Actor, visit: UUID
) -> None:
    one = make_typing(moreau, visit, kind="consultation")
    browser, keeps = sign_in("moreau"), f"/dictation/{one.id}/keep/"
    text = "REASON FOR CONSULTATION: Cough.\n\nIMPRESSION: Asthma."
    told = browser.post(keeps, {"text": text, "text_version": 1, "visit": visit}).json()
    assert told["lacking"] == ["recommendations"]
    page = browser.get(f"/dictation/{one.id}/type/").content.decode()
    assert f'href="/dictation/{one.id}/elsewhere/" data-key="Alt+m"' in page
    finish_dictation(actor=moreau, dictation_id=one.id, seen_version=one.version)  # it is never asked for
    read = sign_in("okafor").get(f"/dictation/{one.id}/review/").content.decode()
    assert "Usual in such a report and not there: recommendations." in read
