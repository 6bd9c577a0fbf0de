"""A server that hears what this machine found to be speech; the worker, a job and its draft; what is at fault."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest

from medoffice.clinic.charting.api import enter_on_list
from medoffice.clinic.charting.tests.makers import SAID, make_visit
from medoffice.clinic.charting.types import ListKind, Told
from medoffice.clinic.dictation.api import (
    claim_dictation,
    drafts_of,
    finish_dictation,
    keep_text,
    set_recogniser,
    typed_of,
)
from medoffice.clinic.dictation.tests.makers import make_dictation
from medoffice.clinic.dictation.types.dictations import Recogniser
from medoffice.clinic.dictation.types.servers import HearingServer
from medoffice.exchange.hearing_link.api import hear
from medoffice.exchange.hearing_link.tests.makers import Stand, detector, hears, says, serving
from medoffice.kernel import clock, hearing, jobs
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.tests.makers import Office, make_office
from medoffice.security.api import audit_lines
from medoffice.security.tests.makers import person
from medoffice.security.types import PROGRAM

SPEECH = ((1.0, 2.0), (5.0, 7.0))
NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _detector(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MEDOFFICE_SPEECH_PYTHON", sys.executable)
    monkeypatch.setattr(hearing, "PROGRAM", detector(tmp_path / "hearer.py", SPEECH))


@pytest.fixture
def stand() -> Iterator[Stand]:
    with serving(hears("takes metformin daily period")) as one:
        yield one


def at(stand: Stand) -> HearingServer:
    return HearingServer(stand.address, "small.en")


def test_only_speech_is_sent_and_its_words_stand_where_they_were_said(stand: Stand) -> None:
    found = hear(BytesIO(b"sound"), ("metformin", "lisinopril"), at(stand))
    assert [(word.text, word.start) for word in found.plain] == [
        ("takes", 1.0), ("metformin", 1.25), ("daily", 1.5), ("period", 1.75),
    ]  # fmt: skip
    assert (found.audio_seconds, found.speech, found.model) == (8.0, SPEECH, "small.en")
    assert all(word.confidence is None for word in found.plain)
    assert stand.prompts == [b"", b"metformin, lisinopril"]
    path, fields = stand.asked[0]
    assert path == "/v1/audio/transcriptions"
    assert (fields["file"], fields["model"]) == ([b"RIFF of speech"], [b"small.en"])


def test_where_nobody_speaks_nothing_is_sent(stand: Stand, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(hearing, "PROGRAM", detector(tmp_path / "silent.py", (), seconds=30))
    found = hear(BytesIO(b"silence"), ("metformin",), at(stand))
    assert (found.plain, found.hinted, found.speech, stand.asked) == ((), (), (), [])


def test_a_long_recording_is_sent_a_piece_at_a_time(
    stand: Stand, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pieces = ((1.0, 2.0),), (), ((300.0, 302.0),)
    monkeypatch.setattr(hearing, "PROGRAM", detector(tmp_path / "long.py", *pieces, seconds=600))
    found = hear(BytesIO(b"sound"), ("metformin",), at(stand))
    assert [word.start for word in found.plain] == [1.0, 1.25, 1.5, 1.75, 300.0, 300.25, 300.5, 300.75]
    assert found.plain == found.hinted
    assert (found.audio_seconds, found.speech) == (600.0, ((1.0, 2.0), (300.0, 302.0)))
    assert stand.prompts == [b"", b"metformin", b"", b"metformin"]


def test_without_the_detector_nothing_is_sent(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDOFFICE_SPEECH_PYTHON", "/nowhere/python")
    with pytest.raises(Refusal, match="nothing was sent") as refused:
        hear(BytesIO(b"sound"), (), at(stand))
    assert refused.value.code == "hearing.no-detector"
    assert stand.asked == []


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOON):
        yield make_office()


@pytest.fixture
def visit(office: Office) -> UUID:
    return make_visit(office)


@pytest.mark.django_db
def test_the_worker_asks_the_server_and_every_sentence_of_unknown_sureness_is_heard_again(
    visit: UUID, stand: Stand
) -> None:
    stand.does = hears("no fever period takes metformin daily period")
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.SERVER, server=at(stand))
    one = make_dictation(visit)
    enter_on_list(
        actor=PROGRAM, patient_id=one.patient_id, kind=ListKind.MEDICATION, told=Told("metformin"), cause=SAID
    )
    jobs.run_due()
    (draft,) = drafts_of(one.id).made
    assert (draft.text, draft.by, draft.hints) == ("No fever. Takes metformin daily.", "small.en", ("metformin",))
    unsaid = [word.text for word in draft.words if any("how sure is not said" in why for why in word.flags)]
    assert unsaid == ["No", "Takes"]
    assert [line.word for line in audit_lines(subject=one.patient_id)].count("dictation.draft") == 2  # asked, and kept
    moreau = person("moreau")
    claim_dictation(actor=moreau, dictation_id=one.id, seen_version=one.version)
    with pytest.raises(Refusal, match="doubtful words were not heard again"):
        finish_dictation(actor=moreau, dictation_id=one.id, seen_version=2)


@pytest.mark.django_db
def test_a_server_that_says_how_sure_it_is_leaves_nothing_to_doubt(visit: UUID, stand: Stand) -> None:
    stand.does = hears("no fever period", sure=0.95)
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.SERVER, server=at(stand))
    one = make_dictation(visit)
    jobs.run_due()
    assert not [word for word in drafts_of(one.id).made[0].words if word.flags]


@pytest.mark.django_db
def test_an_unclear_answer_is_told_at_the_recording_and_typed_by_a_person(visit: UUID, stand: Stand) -> None:
    stand.does = says({"text": "He is well."})
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.SERVER, server=at(stand))
    one = make_dictation(visit)
    jobs.run_due()
    (draft,) = drafts_of(one.id).made
    assert draft.trouble.startswith("The answer of the recogniser's server does not say when its words were said")
    moreau = person("moreau")
    claim_dictation(actor=moreau, dictation_id=one.id, seen_version=one.version)
    keep_text(actor=moreau, dictation_id=one.id, text="He is well.", seen_version=1)
    finish_dictation(actor=moreau, dictation_id=one.id, seen_version=2)


@pytest.mark.django_db
def test_a_server_that_is_away_marks_no_recording_and_hears_it_once_it_is_back(visit: UUID) -> None:
    with serving(says({})) as gone:
        server = at(gone)
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.SERVER, server=server)
    one = make_dictation(visit)
    jobs.run_due()
    assert (drafts_of(one.id).made, drafts_of(one.id).awaited) == ((), 1)
    assert [line.word for line in audit_lines(subject=one.patient_id)].count("dictation.draft") == 1
    assert any("The recogniser's server does not answer" in found.words for found in jobs.troubles())
    moreau = person("moreau")
    claim_dictation(actor=moreau, dictation_id=one.id, seen_version=one.version)
    keep_text(actor=moreau, dictation_id=one.id, text="No", seen_version=1)
    assert typed_of(one.id).text == "No"
    with serving(hears("no fever period")) as back, clock.frozen(NOON + timedelta(hours=3)):
        set_recogniser(actor=PROGRAM, recogniser=Recogniser.SERVER, server=at(back))
        jobs.run_due()
        assert drafts_of(one.id).made[0].text == "No fever."
    assert typed_of(one.id).text == "No"
    assert drafts_of(one.id).ready == 1


@pytest.mark.django_db
def test_only_who_sets_up_dictation_names_a_server_and_none_outside(office: Office) -> None:
    elsewhere = HearingServer("https://203.0.113.5", "small.en")
    with pytest.raises(Invalid, match="not in the office's own network"):
        set_recogniser(actor=PROGRAM, recogniser=Recogniser.SERVER, server=elsewhere)
    with pytest.raises(Invalid, match="not the address"):
        set_recogniser(actor=PROGRAM, recogniser=Recogniser.SERVER)
    with pytest.raises(NotFound):
        set_recogniser(
            actor=office.provider, recogniser=Recogniser.SERVER, server=HearingServer("http://localhost", "a")
        )
