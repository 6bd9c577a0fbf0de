"""Dictations are sent, taken, held, handed over, rejected; their sound is sealed, heard in parts, and goes in time."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.dictation.actions.hold_dictation import hold_dictation
from medoffice.clinic.dictation.api import (
    add_recording,
    assign_dictation,
    claim_dictation,
    destroy_recordings,
    dictation,
    open_dictations,
    recordings_of,
    reject_dictation,
    release_dictation,
    resume_dictation,
    revive_dictation,
    send_dictation,
    set_pace,
    steps_of,
)
from medoffice.clinic.dictation.queries.dictations import bytes_of
from medoffice.clinic.dictation.tests.makers import make_dictation, wav
from medoffice.clinic.dictation.types.dictations import Pace, Priority, State, Verb
from medoffice.kernel import clock, files
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.practice.tests.makers import Office, work
from medoffice.records.documents.api import hold_chart
from medoffice.records.encounters.api import encounter
from medoffice.security.api import label_visit
from medoffice.security.tests.makers import person
from medoffice.security.types import PROGRAM, Label

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)


def test_what_is_sent_waits_with_its_time_and_is_somebodys_work(visit: UUID) -> None:
    one = make_dictation(visit, priority=Priority.STAT, note="  Spell   the drug  ")
    assert (one.state, one.due_at, one.note) == (State.QUEUED, NOON + timedelta(hours=2), "Spell the drug")
    assert work("dictation") == [f"{one.number} to type"]
    (part,) = recordings_of(one.id)
    assert (part.kind, part.seconds, part.whole) == ("WAV", 2.0, True)
    assert [step.verb for step in steps_of(one.id)] == [Verb.SEND, Verb.ADD]


def test_it_is_taken_put_back_held_taken_up_and_given_to_another(office: Office, visit: UUID) -> None:
    one, moreau, lind = make_dictation(visit), person("moreau"), person("lind")
    claim_dictation(actor=moreau, dictation_id=one.id, seen_version=1)
    assert dictation(PROGRAM, one.id).owner == moreau.name
    with pytest.raises(Conflict):
        claim_dictation(actor=office.provider, dictation_id=one.id, seen_version=1)
    release_dictation(actor=moreau, dictation_id=one.id, seen_version=2)
    assert dictation(PROGRAM, one.id).owner_id is None
    claim_dictation(actor=moreau, dictation_id=one.id, seen_version=3)
    with pytest.raises(Invalid, match="why"):
        hold_dictation(actor=moreau, dictation_id=one.id, seen_version=4, why="  ")
    hold_dictation(actor=moreau, dictation_id=one.id, seen_version=4, why="Which drug?")
    held = dictation(PROGRAM, one.id)
    assert (held.state, held.why, held.owner) == (State.HELD, "Which drug?", moreau.name)
    resume_dictation(actor=moreau, dictation_id=one.id, seen_version=5)
    with pytest.raises(Invalid, match="types dictations"):
        assign_dictation(actor=moreau, dictation_id=one.id, seen_version=6, to=lind.id)
    assign_dictation(actor=moreau, dictation_id=one.id, seen_version=6, to=office.provider.id)
    now = dictation(PROGRAM, one.id)
    assert (now.state, now.owner, now.why) == (State.TYPING, office.provider.name, "")
    assert work("dictation") == [f"{one.number} to type"]


def test_a_rejected_one_says_why_waits_no_more_and_comes_back(office: Office, visit: UUID) -> None:
    one = make_dictation(visit)
    reject_dictation(actor=office.provider, dictation_id=one.id, seen_version=1, why="Another patient")
    assert open_dictations(PROGRAM) == []
    assert work("dictation") == []
    with pytest.raises(Refusal) as refused:
        add_recording(actor=PROGRAM, dictation_id=one.id, data=wav(tone=7))
    assert refused.value.code == "not-open"
    again = make_dictation(make_visit(office))  # the same recording, about whom it is meant
    assert again.state is State.QUEUED
    revive_dictation(actor=office.provider, dictation_id=one.id, seen_version=2)
    assert {found.id for found in open_dictations(PROGRAM)} == {one.id, again.id}


def test_the_same_recording_is_one_and_belongs_to_one_dictation(office: Office, visit: UUID) -> None:
    one = make_dictation(visit)
    (part,) = recordings_of(one.id)
    assert add_recording(actor=PROGRAM, dictation_id=one.id, data=wav(tone=40)) == part.id
    more = add_recording(actor=PROGRAM, dictation_id=one.id, data=wav(tone=41), name="second.mp3")
    assert [found.id for found in recordings_of(one.id)] == [part.id, more]
    assert steps_of(one.id)[-1].words == "named as MP3, is WAV"
    with pytest.raises(Refusal, match=one.number):
        make_dictation(make_visit(office))
    assert len(open_dictations(PROGRAM)) == 1


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"", "recording-empty", "nothing in this file"),
        (b"\x03ds2" + bytes(600), "recording-ds2", "WAV or MP3"),
        (b"%PDF-1.7", "recording-not-audio", "not a recording"),
        (wav()[:30], "recording-cut", "cut off"),
    ],
)
def test_what_is_no_recording_is_refused_and_leaves_nothing(visit: UUID, data: bytes, code: str, words: str) -> None:
    with pytest.raises(Refusal) as refused:
        send_dictation(
            actor=PROGRAM, encounter_id=visit, kind="visit-note",
            priority=Priority.ROUTINE, data=data,
        )  # fmt: skip
    assert refused.value.code == code
    assert words in f"{refused.value.words} {refused.value.fix}"
    assert open_dictations(PROGRAM) == []


def test_a_recording_that_lost_its_end_is_kept_and_says_so(visit: UUID) -> None:
    one = make_dictation(visit)
    add_recording(actor=PROGRAM, dictation_id=one.id, data=wav(4, tone=9)[:9000])
    assert [part.whole for part in recordings_of(one.id)] == [True, False]
    assert steps_of(one.id)[-1].words == "its end is missing"


def test_sound_lies_encrypted_and_is_read_in_parts(visit: UUID) -> None:
    one = make_dictation(visit)
    (part,) = recordings_of(one.id)
    data = wav(2, tone=40)
    assert data[100:200] not in files.path_of(part.sha256).read_bytes()
    assert b"".join(bytes_of(part.sha256, 0, part.size - 1)) == data
    assert b"".join(bytes_of(part.sha256, 1000, 1999)) == data[1000:2000]


def test_sound_goes_in_time_unless_the_chart_is_held(
    office: Office, visit: UUID, django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[object]]
) -> None:
    one, kept = make_dictation(visit), make_dictation(make_visit(office), tone=50)
    hold_chart(actor=person("petrov"), patient_id=kept.patient_id, why="Lawsuit")
    for each in (one, kept):
        reject_dictation(actor=office.provider, dictation_id=each.id, seen_version=1, why="Cannot be heard")
    (part,) = recordings_of(one.id)
    with clock.frozen(NOON + timedelta(days=89)):
        assert destroy_recordings(actor=PROGRAM) == 0
    with clock.frozen(NOON + timedelta(days=91)), django_capture_on_commit_callbacks(execute=True):
        assert destroy_recordings(actor=PROGRAM) == 1
        assert destroy_recordings(actor=PROGRAM) == 0
    (gone,) = recordings_of(one.id)
    assert (gone.sha256, gone.gone_at) == ("", NOON + timedelta(days=91))
    assert recordings_of(kept.id)[0].sha256
    with pytest.raises(Refusal):
        files.load(part.sha256)


def test_the_office_sets_how_soon_from_a_day_on(office: Office, visit: UUID) -> None:
    before = make_dictation(visit)
    set_pace(actor=PROGRAM, pace=Pace("visit-note", date(2026, 11, 24), 1, 2, 8, 30))
    after = make_dictation(make_visit(office), tone=50)
    assert dictation(PROGRAM, before.id).due_at == NOON + timedelta(hours=24)
    assert after.due_at == NOON + timedelta(hours=8)
    with pytest.raises(Invalid):
        set_pace(actor=PROGRAM, pace=Pace("visit-note", date(2026, 11, 24), 0, 2, 8, 30))


def test_a_stranger_hears_nothing_and_a_kept_visit_is_kept(office: Office, visit: UUID) -> None:
    one = make_dictation(visit)
    for name in ("nox", "lind", "abara"):
        with pytest.raises(NotFound):
            dictation(person(name), one.id, "dictation.listen")
    who, moreau = encounter(visit).patient_id, person("moreau")
    assert dictation(moreau, one.id, "dictation.listen").id == one.id
    label_visit(
        actor=office.provider, subject=who, things=[visit], label=Label.PSYCHOTHERAPY, why="Kept apart",
        written_by=office.provider.id,
    )  # fmt: skip
    with pytest.raises(NotFound):
        dictation(moreau, one.id, "dictation.listen")
    assert dictation(office.provider, one.id, "dictation.listen").id == one.id
