"""The folder for recordings: each once, sealed and destroyed where it lay; what is none stays with words."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from medoffice.clinic.dictation.api import loose_recordings
from medoffice.clinic.dictation.tests.makers import wav
from medoffice.exchange.paper_in.tests.makers import put
from medoffice.exchange.sound_in.registry import DOOR
from medoffice.kernel import jobs
from medoffice.kernel.worlds import current
from medoffice.practice.tests.makers import make_office, work

pytestmark = pytest.mark.django_db


def test_a_recording_in_the_folder_is_taken_once_and_lies_there_no_more(
    tmp_path: Path, settings: SimpleNamespace
) -> None:
    settings.DATA_DIR = tmp_path
    make_office()
    folder = tmp_path / "recordings" / current.name() / "folder"
    put(folder / "in", "DM_0001.wav", wav(2, tone=7))
    put(folder / "in", "the same.wav", wav(2, tone=7))
    put(folder / "in", "old.ds2", b"\x03ds2" + bytes(50))
    put(folder / "in", "half.wav", wav(2, tone=8), age=0)
    jobs.run_due()
    assert [one.name for one in loose_recordings()] == ["DM_0001.wav"]
    assert work("dictation-loose") == ["Recording of no visit"]
    assert [path.name for path in (folder / "in").iterdir()] == ["half.wav"]
    assert not (folder / "done").exists()
    assert sorted(path.name for path in (folder / "refused").iterdir()) == ["old.ds2", "old.ds2.why.txt"]
    assert (DOOR.left(), DOOR.set_aside()) == (0, 1)


def test_a_file_that_is_another_by_now_is_not_destroyed(tmp_path: Path, settings: SimpleNamespace) -> None:
    settings.DATA_DIR = tmp_path
    folder = tmp_path / "recordings" / current.name() / "folder" / "in"
    place = put(folder, "DM_0001.wav", wav(2, tone=7))
    put(folder, "young.wav", wav(2, tone=7), age=30)
    for name, _ in DOOR.waiting():
        assert name == "DM_0001.wav"
        put(folder, name, wav(2, tone=9))
        DOOR.destroyed(name)
    assert place.read_bytes() == wav(2, tone=9)
    for name, _ in DOOR.waiting():
        DOOR.destroyed(name)
    assert [path.name for path in folder.iterdir()] == ["young.wav"]
