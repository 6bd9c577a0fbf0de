"""Recording in the browser: kept piece by piece, once, in order; gone on with, sent, thrown away; nobody else's."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from medoffice.clinic.dictation.actions import keep_chunk as keeping
from medoffice.clinic.dictation.actions.mind_takes import mind_takes
from medoffice.clinic.dictation.api import (
    begin_take,
    dictations_of_visit,
    drop_take,
    go_on_take,
    keep_chunk,
    open_take,
    recordings_of,
    send_take,
)
from medoffice.clinic.dictation.models import DictationChunk
from medoffice.clinic.dictation.queries.dictations import bytes_of
from medoffice.clinic.dictation.rules.audio import look_at
from medoffice.clinic.dictation.rules.webm import blocks
from medoffice.clinic.dictation.tests.makers import wav, webm
from medoffice.clinic.dictation.types.dictations import Audio, Priority, State
from medoffice.clinic.dictation.types.takes import Way
from medoffice.kernel import clock
from medoffice.kernel.models import StoredFile
from medoffice.kernel.refusals import Conflict, NotFound, Refusal
from medoffice.practice.tests.makers import Office, work
from medoffice.records.documents.api import hold_chart
from medoffice.records.encounters.api import encounter
from medoffice.security.api import audit_lines
from medoffice.security.tests.makers import person, sign_in
from medoffice.security.types import PROGRAM, Actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def okafor(office: Office) -> Actor:
    return office.provider


def kept(actor: Actor, take: UUID, data: bytes, pieces: int = 3, stretch: int = 1) -> None:
    """The data in so many pieces."""
    step = -(-len(data) // pieces)
    for number in range(pieces):
        part = data[number * step : (number + 1) * step]
        assert keep_chunk(actor=actor, take_id=take, stretch=stretch, number=number, data=part, ms=2000) == number + 1


def sent(actor: Actor, take: UUID) -> UUID:
    return send_take(actor=actor, take_id=take, kind="visit-note", priority=Priority.ROUTINE, note="")


def test_a_browsers_recording_is_as_long_as_its_last_block_says() -> None:
    found = look_at(webm(0, 980, 2960, 5940))
    assert isinstance(found, Audio)
    assert (found.kind, found.seconds, found.whole) == ("WebM", 5.94, True)


def test_pieces_become_a_dictation_of_the_very_sound_and_a_further_stretch_a_further_part(
    okafor: Actor, visit: UUID
) -> None:
    take = begin_take(actor=okafor, encounter_id=visit)
    kept(okafor, take, webm(0, 2000, 5940))
    assert go_on_take(actor=okafor, take_id=take) == 2
    kept(okafor, take, webm(0, 960), pieces=2, stretch=2)
    there = open_take(okafor, visit)
    assert there is not None
    assert (len(there.stretches), there.long) == (2, "0:10")
    assert work("dictation-unsent") != []
    pieces = list(DictationChunk.objects.values_list("sha256", flat=True))
    made = sent(okafor, take)
    first, second = recordings_of(made)
    stored = b"".join(bytes_of(first.sha256, 0, first.size))
    assert list(blocks(stored)) == list(blocks(webm(0, 2000, 5940)))
    assert (first.seconds, second.seconds) == (6.06, 1.08)
    assert dictations_of_visit(PROGRAM, visit)[0].state is State.QUEUED
    assert open_take(okafor, visit) is None
    assert work("dictation-unsent") == []
    assert pieces != []
    assert not StoredFile.objects.filter(sha256__in=pieces).exists()  # the file follows when the act is through


def test_a_piece_is_kept_once_in_order_and_never_in_place_of_another(okafor: Actor, visit: UUID) -> None:
    take = begin_take(actor=okafor, encounter_id=visit)
    for _ in range(2):
        assert keep_chunk(actor=okafor, take_id=take, stretch=1, number=0, data=b"one", ms=2000) == 1
    with pytest.raises(Conflict, match="missing"):
        keep_chunk(actor=okafor, take_id=take, stretch=1, number=2, data=b"three", ms=2000)
    with pytest.raises(Refusal, match="Another sound"):
        keep_chunk(actor=okafor, take_id=take, stretch=1, number=0, data=b"other", ms=2000)
    with pytest.raises(NotFound):
        keep_chunk(actor=okafor, take_id=take, stretch=2, number=0, data=b"one", ms=2000)
    assert DictationChunk.objects.count() == 1


@pytest.mark.parametrize("data", [b"", bytes(keeping.CHUNK_MOST + 1)])
def test_a_piece_that_is_empty_or_too_large_is_refused(okafor: Actor, visit: UUID, data: bytes) -> None:
    take = begin_take(actor=okafor, encounter_id=visit)
    with pytest.raises(Refusal, match="empty or too large"):
        keep_chunk(actor=okafor, take_id=take, stretch=1, number=0, data=data, ms=2000)


def test_a_stretch_is_no_longer_than_a_file_may_be(okafor: Actor, visit: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "LARGEST", 5)
    take = begin_take(actor=okafor, encounter_id=visit)
    keep_chunk(actor=okafor, take_id=take, stretch=1, number=0, data=b"four", ms=2000)
    with pytest.raises(Refusal, match="as long as one recording can be"):
        keep_chunk(actor=okafor, take_id=take, stretch=1, number=1, data=b"more", ms=2000)


def test_words_are_put_in_and_spoken_over_where_they_belong(okafor: Actor, visit: UUID) -> None:
    take = begin_take(actor=okafor, encounter_id=visit)
    keep_chunk(actor=okafor, take_id=take, stretch=1, number=0, data=webm(*range(0, 2000, 500)), ms=2000)
    go_on_take(actor=okafor, take_id=take, way=Way.INSERT, at_ms=1000)
    keep_chunk(actor=okafor, take_id=take, stretch=2, number=0, data=webm(0, 500, tone=1), ms=1000)
    go_on_take(actor=okafor, take_id=take, way=Way.OVER, at_ms=2500)
    keep_chunk(actor=okafor, take_id=take, stretch=3, number=0, data=webm(0, tone=2), ms=300)
    there = open_take(okafor, visit)
    assert there is not None
    assert [(one.stretch, one.start, one.end) for one in there.spans] == [
        (1, 0, 1000), (2, 0, 1000), (1, 1000, 1500), (3, 0, 300), (1, 1800, 2000),
    ]  # fmt: skip
    made = sent(okafor, take)
    assert [one.seconds for one in recordings_of(made)] == [0.62, 0.62, 0.12, 0.12]  # no block begins in the last piece


def test_a_piece_that_comes_late_moves_nothing_that_was_put_at_a_time(okafor: Actor, visit: UUID) -> None:
    take = begin_take(actor=okafor, encounter_id=visit)
    keep_chunk(actor=okafor, take_id=take, stretch=1, number=0, data=webm(*range(0, 2000, 500)), ms=2000)
    go_on_take(actor=okafor, take_id=take)
    keep_chunk(actor=okafor, take_id=take, stretch=2, number=0, data=webm(*range(0, 2000, 500), tone=1), ms=2000)
    go_on_take(actor=okafor, take_id=take, way=Way.INSERT, at_ms=3000)
    keep_chunk(actor=okafor, take_id=take, stretch=3, number=0, data=webm(0, tone=2), ms=500)
    late = webm(*range(0, 3000, 500))[len(webm(*range(0, 2000, 500))) :]
    keep_chunk(actor=okafor, take_id=take, stretch=1, number=1, data=late, ms=1000)
    there = open_take(okafor, visit)
    assert there is not None
    assert [(one.stretch, one.start, one.end) for one in there.spans] == [
        (1, 0, 3000), (2, 0, 1000), (3, 0, 500), (2, 1000, 2000),
    ]  # fmt: skip


def test_what_is_spoken_over_takes_nothing_away_that_comes_late(okafor: Actor, visit: UUID) -> None:
    take, whole = begin_take(actor=okafor, encounter_id=visit), webm(*range(0, 4000, 500))
    there = webm(*range(0, 2500, 500))
    keep_chunk(actor=okafor, take_id=take, stretch=1, number=0, data=there, ms=2500)
    go_on_take(actor=okafor, take_id=take, way=Way.OVER, at_ms=2000)
    keep_chunk(actor=okafor, take_id=take, stretch=2, number=0, data=webm(*range(0, 2000, 500), tone=1), ms=2000)
    keep_chunk(actor=okafor, take_id=take, stretch=1, number=1, data=whole[len(there) :], ms=1500)
    found = open_take(okafor, visit)
    assert found is not None
    assert [(one.stretch, one.start, one.end) for one in found.spans] == [(1, 0, 2000), (2, 0, 2000), (1, 2500, 4000)]
    assert [one.seconds for one in recordings_of(sent(okafor, take))] == [1.62, 1.62, 1.12]


def test_an_old_page_plays_what_it_showed_and_puts_words_where_that_was_heard(okafor: Actor, visit: UUID) -> None:
    client, where = sign_in("okafor"), f"/dictation/send/{visit}/"
    take = begin_take(actor=okafor, encounter_id=visit)
    keep_chunk(actor=okafor, take_id=take, stretch=1, number=0, data=webm(*range(0, 4000, 500)), ms=4000)
    page = client.get(where).content.decode()
    assert 'data-seen="1:4000"' in page
    assert f"{where}heard/1/?seen=1:4000" in page
    go_on_take(actor=okafor, take_id=take, way=Way.INSERT, at_ms=1000)
    keep_chunk(actor=okafor, take_id=take, stretch=2, number=0, data=webm(0, 500, tone=1), ms=1000)
    played = b"".join(client.get(f"{where}heard/1/?seen=1:4000"))
    assert [one.ms for one in blocks(played)][-1] == 3500
    assert [one.ms for one in blocks(b"".join(client.get(f"{where}heard/1/")))][-1] == 500
    assert client.get(f"{where}heard/2/?seen=1:4000").status_code == 404
    assert client.get(f"{where}heard/1/?seen=nonsense").status_code == 404
    told = {"take": take, "way": "over", "at": 3000}
    assert client.post(f"{where}record/", told).status_code == 422
    assert client.post(f"{where}record/", told | {"seen": "1:4000"}).json()["stretch"] == 3
    keep_chunk(actor=okafor, take_id=take, stretch=3, number=0, data=webm(0, tone=2), ms=500)
    found = open_take(okafor, visit)
    assert found is not None
    assert [(one.stretch, one.start, one.end) for one in found.spans] == [
        (1, 0, 1000), (2, 0, 1000), (1, 1000, 3000), (3, 0, 500), (1, 3500, 4000),
    ]  # fmt: skip


def test_what_nobody_sends_is_the_managers_work_and_does_not_stay_for_ever(okafor: Actor, visit: UUID) -> None:
    take, petrov = begin_take(actor=okafor, encounter_id=visit), person("petrov")
    kept(okafor, take, webm(0, 3000))
    with clock.frozen(clock.now() + timedelta(hours=71)):
        assert mind_takes(actor=PROGRAM) == 0
        assert work("dictation-unsent-long") == []
    with clock.frozen(clock.now() + timedelta(hours=73)):
        for _ in range(2):
            assert mind_takes(actor=PROGRAM) == 0
        (title,) = work("dictation-unsent-long")
        assert title.startswith("Recorded by")
        assert "Recorded, never sent" in sign_in("petrov").get("/dictation/board/").content.decode()
    until = clock.now() + timedelta(days=95)
    hold_chart(actor=petrov, patient_id=encounter(visit).patient_id, why="Lawsuit", until=until.date())
    with clock.frozen(clock.now() + timedelta(days=94)):
        assert mind_takes(actor=PROGRAM) == 0
    with clock.frozen(until + timedelta(days=2)):
        assert mind_takes(actor=PROGRAM) == 1
    assert open_take(okafor, visit) is None
    assert DictationChunk.objects.count() == 0
    assert (work("dictation-unsent"), work("dictation-unsent-long")) == ([], [])


def test_what_cannot_be_cut_is_gone_on_with_at_its_end_alone(okafor: Actor, visit: UUID) -> None:
    take = begin_take(actor=okafor, encounter_id=visit)
    keep_chunk(actor=okafor, take_id=take, stretch=1, number=0, data=wav(2), ms=2000)
    with pytest.raises(Refusal, match="cannot be cut"):
        go_on_take(actor=okafor, take_id=take, way=Way.INSERT, at_ms=1000)
    assert go_on_take(actor=okafor, take_id=take) == 2


def test_a_take_is_whose_it_is_and_one_at_a_time(okafor: Actor, visit: UUID) -> None:
    take = begin_take(actor=okafor, encounter_id=visit)
    with pytest.raises(Refusal, match="in another window"):
        begin_take(actor=okafor, encounter_id=visit)
    moreau = person("moreau")
    begin_take(actor=moreau, encounter_id=visit)
    with pytest.raises(NotFound):
        keep_chunk(actor=moreau, take_id=take, stretch=1, number=0, data=b"one", ms=2000)
    for act in (go_on_take, drop_take):
        with pytest.raises(NotFound):
            act(actor=moreau, take_id=take)
    with pytest.raises(NotFound):
        keep_chunk(actor=okafor, take_id=uuid4(), stretch=1, number=0, data=b"one", ms=2000)


def test_a_window_that_another_went_on_from_still_has_its_last_piece_kept(okafor: Actor, visit: UUID) -> None:
    take = begin_take(actor=okafor, encounter_id=visit)
    go_on_take(actor=okafor, take_id=take)
    assert keep_chunk(actor=okafor, take_id=take, stretch=1, number=0, data=b"late", ms=900) == 1


def test_nothing_is_kept_of_what_was_sent_or_thrown_away(okafor: Actor, visit: UUID) -> None:
    take = begin_take(actor=okafor, encounter_id=visit)
    with pytest.raises(Refusal, match="no sound"):
        sent(okafor, take)
    kept(okafor, take, webm(0, 2000))
    made = sent(okafor, take)
    with pytest.raises(Refusal, match="was sent as D-"):
        keep_chunk(actor=okafor, take_id=take, stretch=1, number=3, data=b"more", ms=900)
    other = begin_take(actor=okafor, encounter_id=visit)
    kept(okafor, other, webm(0, 3000))
    drop_take(actor=okafor, take_id=other)
    with pytest.raises(Refusal, match="thrown away"):
        sent(okafor, other)
    assert DictationChunk.objects.count() == 0
    assert len(dictations_of_visit(PROGRAM, visit)) == 1
    assert len(recordings_of(made)) == 1


def test_a_stretch_that_ended_before_its_first_sound_is_left(okafor: Actor, visit: UUID) -> None:
    take = begin_take(actor=okafor, encounter_id=visit)
    keep_chunk(actor=okafor, take_id=take, stretch=1, number=0, data=webm(), ms=100)
    go_on_take(actor=okafor, take_id=take)
    kept(okafor, take, webm(0, 4000), pieces=1, stretch=2)
    assert [one.seconds for one in recordings_of(sent(okafor, take))] == [4.12]


def test_the_script_records_a_person_sends_and_the_microphone_is_for_that_page_alone(visit: UUID) -> None:
    okafor, where = sign_in("okafor"), f"/dictation/send/{visit}/"
    assert "microphone=(self)" in okafor.get(where)["Permissions-Policy"]
    assert "microphone=()" in okafor.get("/dictation/")["Permissions-Policy"]
    begun = okafor.post(f"{where}record/", {"take": ""}).json()
    again = okafor.post(f"{where}record/", {"take": ""})
    assert (again.status_code, "another window" in again.json()["words"]) == (409, True)
    piece = {"take": begun["take"], "stretch": 1, "number": 0, "ms": 2500}
    told = okafor.post(f"{where}chunk/", piece | {"sound": SimpleUploadedFile("piece", wav(2.5))})
    assert told.json() == {"next": 1, "here": True}
    assert okafor.post(f"{where}chunk/", piece).status_code == 422
    assert okafor.post(f"{where}record/", {"take": begun["take"]}).json()["stretch"] == 2
    late = okafor.post(f"{where}chunk/", piece | {"number": 1, "sound": SimpleUploadedFile("piece", b"late")})
    assert late.json() == {"next": 2, "here": False}
    gap = okafor.post(f"{where}chunk/", piece | {"number": 7, "sound": SimpleUploadedFile("piece", b"later")})
    assert (gap.status_code, gap.json()["next"]) == (409, 2)
    page = okafor.get(where).content.decode()
    assert "Recorded, not sent yet" in page
    assert "0:05 is kept" in page
    wrong = okafor.post(f"{where}recorded/", {"take": begun["take"], "kind": "poem", "priority": "routine"})
    assert wrong.status_code == 422
    answer = okafor.post(f"{where}recorded/", {"take": begun["take"], "kind": "visit-note", "priority": "stat"})
    (one,) = dictations_of_visit(PROGRAM, visit)
    assert answer["Location"] == f"/dictation/{one.id}/"
    lines = [line for line in audit_lines(subject=one.patient_id) if line.word == "dictation.send"]
    assert {line.outcome for line in lines} >= {"done", "seen"}


def test_what_is_thrown_away_is_asked_for_by_its_take(visit: UUID) -> None:
    okafor, where = sign_in("okafor"), f"/dictation/send/{visit}/"
    take = okafor.post(f"{where}record/", {"take": ""}).json()["take"]
    assert okafor.post(f"{where}drop/", {"take": str(uuid4())}).status_code == 422
    assert okafor.post(f"{where}drop/", {"take": take}).status_code == 302
    assert "Or send a file" in okafor.get(where).content.decode()
