"""What is played of a recording: as it came, or the copy that was made of it, which goes with it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from typing import BinaryIO
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from medoffice.clinic.dictation.actions.copy_waiting import copy_waiting, keep_playing
from medoffice.clinic.dictation.actions.take_loose import fetch_loose
from medoffice.clinic.dictation.api import (
    destroy_recordings,
    dictation,
    dictations_of_visit,
    drop_loose,
    loose_recordings,
    recordings_of,
    reject_dictation,
    send_dictation,
    take_loose,
)
from medoffice.clinic.dictation.models import PlayingCopy
from medoffice.clinic.dictation.queries.loose import refused_recordings
from medoffice.clinic.dictation.queries.playing import uncopied
from medoffice.clinic.dictation.tests.makers import dss, mp3, wav
from medoffice.clinic.dictation.types.dictations import Dictation, Priority
from medoffice.kernel import clock, files, hearing
from medoffice.kernel.heard import Copied
from medoffice.kernel.refusals import Refusal
from medoffice.practice.tests.makers import Office
from medoffice.security.api import audit_lines
from medoffice.security.tests.makers import person, sign_in, signed_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)
SOON = "It is being made one that plays here"


@pytest.fixture(autouse=True)
def copies(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Copies can be made here, each of what it is a copy of behind "copy"; the list is what was asked for."""
    asked: list[bytes] = []

    def copy_of(recording: BinaryIO) -> Copied:
        asked.append(recording.read())
        if asked[-1][1:4] == b"dss" and len(asked[-1]) % 512:
            raise Refusal("hearing.not-a-recording", "This is not a recording that can be read.", "")
        return Copied(3.0, asked[-1].endswith(b"\x00"), b"copy of " + asked[-1][:40])

    monkeypatch.setattr(hearing, "copies", lambda: True)
    monkeypatch.setattr(hearing, "copy_of", copy_of)
    return asked


def sent(visit: UUID, data: bytes) -> tuple[Dictation, str]:
    """A dictation of this recording, and where it is heard."""
    made = send_dictation(
        actor=PROGRAM, encounter_id=visit, kind="visit-note", priority=Priority.ROUTINE, data=data, note=""
    )
    (part,) = recordings_of(made)
    return dictation(PROGRAM, made), f"/dictation/{made}/sound/{part.id}/"


def test_a_dss_recording_is_taken_waits_for_its_copy_and_is_heard_by_it(visit: UUID, copies: list[bytes]) -> None:
    data, moreau = dss(), signed_in("moreau")
    one, sound = sent(visit, data)
    (part,) = recordings_of(one.id)
    assert (part.kind, part.long, files.load(part.sha256)) == ("DSS", "0:03", data)
    assert moreau.get(sound).status_code == 404
    assert SOON in moreau.get(f"/dictation/{one.id}/").content.decode()
    assert uncopied()
    assert (copy_waiting(actor=PROGRAM), copies) == (1, [data])
    assert (copy_waiting(actor=PROGRAM), uncopied()) == (0, False)
    whole = moreau.get(sound)
    assert (whole.status_code, whole.content, whole["Content-Type"]) == (200, b"copy of " + data[:40], "audio/ogg")
    some = moreau.get(sound, headers={"range": "bytes=8-11"})
    assert (some.status_code, some.content) == (206, data[:4])
    page = moreau.get(f"/dictation/{one.id}/").content.decode()
    assert SOON not in page
    assert sound in page
    assert files.load(part.sha256) == data
    assert "dictation.draft" in [line.word for line in audit_lines(subject=one.patient_id)]


def test_where_no_copy_can_be_made_a_dss_recording_is_refused_with_what_to_do(
    visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hearing, "copies", lambda: False)
    where = f"/dictation/send/{visit}/"
    filled = {"kind": "visit-note", "priority": "routine", "sound": SimpleUploadedFile("a.dss", dss())}
    page = sign_in("okafor").post(where, filled)
    assert page.status_code == 422
    assert "Export it as WAV or MP3, or install the extra speech-demo." in page.content.decode()
    assert dictations_of_visit(PROGRAM, visit) == []
    _, sound = sent(visit, mp3())
    assert not uncopied()
    assert signed_in("moreau").get(sound).content == mp3()


@pytest.mark.usefixtures("office")
def test_of_the_folder_it_is_refused_or_heard_by_its_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    take_loose(actor=PROGRAM, name="DS_0001.dss", data=dss())
    (one,) = loose_recordings()
    sound, moreau = f"/dictation/loose/{one.id}/heard/", signed_in("moreau")
    assert moreau.get(sound).status_code == 404
    assert SOON in moreau.get(f"/dictation/loose/{one.id}/").content.decode()
    copy_waiting(actor=PROGRAM)
    assert moreau.get(sound).content.startswith(b"copy of \x03dss")
    monkeypatch.setattr(hearing, "copies", lambda: False)
    monkeypatch.setattr("medoffice.clinic.dictation.actions.take_loose.sound_doors", {"x": _Door()})
    fetch_loose(actor=PROGRAM)
    (refused,) = refused_recordings()
    assert "does not play in a browser" in refused.words


class _Door:
    """A door with one more DSS file."""

    def waiting(self) -> list[tuple[str, bytes]]:
        return [("DS_0002.dss", dss(blocks=11))]

    def destroyed(self, name: str) -> None:
        raise AssertionError(name)

    def refused(self, name: str, words: str) -> None:
        del name, words


def test_an_mp3_is_heard_at_once_and_then_by_a_copy_in_which_each_second_is_found(visit: UUID) -> None:
    one, sound = sent(visit, mp3())
    moreau = signed_in("moreau")
    assert moreau.get(sound)["Content-Type"] == "audio/mpeg"
    assert SOON not in moreau.get(f"/dictation/{one.id}/").content.decode()
    copy_waiting(actor=PROGRAM)
    assert moreau.get(sound)["Content-Type"] == "audio/ogg"
    _, plain = sent(visit, wav(2, tone=7))
    assert not uncopied()
    assert moreau.get(plain)["Content-Type"] == "audio/wav"


def test_a_wav_in_a_makers_codec_is_heard_by_its_copy(visit: UUID) -> None:
    coded = wav(2, tone=9).replace(b"fmt \x10\x00\x00\x00\x01\x00", b"fmt \x10\x00\x00\x00\x31\x00")
    one, sound = sent(visit, coded)
    moreau = signed_in("moreau")
    assert recordings_of(one.id)[0].kind == "WAV"
    assert moreau.get(sound).status_code == 404
    copy_waiting(actor=PROGRAM)
    assert moreau.get(sound)["Content-Type"] == "audio/ogg"


def test_of_what_cannot_be_read_the_page_says_why_and_it_is_tried_once(visit: UUID, copies: list[bytes]) -> None:
    one, sound = sent(visit, dss() + b"half")
    assert (copy_waiting(actor=PROGRAM), copy_waiting(actor=PROGRAM), len(copies)) == (1, 0, 1)
    moreau = signed_in("moreau")
    page = moreau.get(f"/dictation/{one.id}/").content.decode()
    assert "This is not a recording that can be read. Ask whoever sent it for WAV or MP3." in page
    assert moreau.get(sound).status_code == 404


@pytest.mark.parametrize(("breaks", "heard"), [(1, True), (2, False)])
def test_what_broke_is_tried_once_more(
    visit: UUID, monkeypatch: pytest.MonkeyPatch, breaks: int, *, heard: bool
) -> None:
    tries: list[int] = []

    def copy_of(recording: BinaryIO) -> Copied:
        tries.append(len(recording.read()))
        if len(tries) <= breaks:
            raise Refusal("hearing.broke", "The recogniser broke at this recording.", "")
        return Copied(3.0, whole=True, sound=b"copy")

    _, sound = sent(visit, dss())
    monkeypatch.setattr(hearing, "copy_of", copy_of)
    assert (copy_waiting(actor=PROGRAM), len(tries)) == (1, 2)
    assert (signed_in("moreau").get(sound).status_code == 200) is heard


def test_what_turns_out_to_be_cut_off_says_so(visit: UUID) -> None:
    one, _ = sent(visit, dss(last=1))
    assert recordings_of(one.id)[0].whole
    copy_waiting(actor=PROGRAM)
    assert not recordings_of(one.id)[0].whole


def test_where_copies_are_not_made_no_recording_is_marked(visit: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(recording: BinaryIO) -> Copied:
        del recording
        raise Refusal("hearing.no-copier", "What makes a recording one that plays here is not installed.", "")

    sent(visit, dss())
    monkeypatch.setattr(hearing, "copy_of", absent)
    with pytest.raises(Refusal, match="not installed"):
        copy_waiting(actor=PROGRAM)
    assert not PlayingCopy.objects.exists()


def test_the_copy_goes_with_the_recording(
    office: Office, visit: UUID, django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[object]]
) -> None:
    one, _ = sent(visit, dss())
    take_loose(actor=PROGRAM, name="DS_0003.dss", data=dss(blocks=12))
    copy_waiting(actor=PROGRAM)
    contents = [row.sha256 for row in PlayingCopy.objects.all()]
    assert len(contents) == 2
    reject_dictation(actor=office.provider, dictation_id=one.id, seen_version=1, why="Cannot be heard")
    with clock.frozen(NOON + timedelta(days=91)), django_capture_on_commit_callbacks(execute=True):
        assert destroy_recordings(actor=PROGRAM) == 1
        drop_loose(actor=person("moreau"), loose_id=loose_recordings()[0].id, why="Nothing is on it")
    assert not PlayingCopy.objects.exists()
    for content in contents:
        assert not files.path_of(content).exists()


def test_what_went_while_its_copy_was_made_gets_none(visit: UUID) -> None:
    one, _ = sent(visit, dss())
    (part,) = recordings_of(one.id)
    for content, there in ((part.sha256, 1), ("0" * 64, 1), (part.sha256, 1)):
        keep_playing(actor=PROGRAM, content=content, made=Copied(3.0, whole=True, sound=b"copy"), trouble="")
        assert PlayingCopy.objects.count() == there
