"""The folders: whole files or none, the same message once, and a folder that cannot be used is a line that is shut."""

from pathlib import Path

import pytest
from django.conf import settings

from medoffice.exchange.pharmacy_link.registry import FolderLine
from medoffice.exchange.pharmacy_link.rules.script import LARGEST
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.worlds import current


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The line's folder of this world."""
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
    monkeypatch.setattr(current, "name", lambda: "office")
    return tmp_path / "pharmacy" / "office"


def test_a_message_goes_out_once_also_when_it_was_carried_away(folder: Path) -> None:
    line = FolderLine()
    line.send("a.xml", b"one")
    line.send("a.xml", b"one")
    (folder / "carried").mkdir(exist_ok=True)
    (folder / "out" / "a.xml").replace(folder / "carried" / "a.xml")
    line.send("a.xml", b"one")
    assert list((folder / "out").iterdir()) == []
    assert folder.stat().st_mode & 0o777 == 0o700


def test_what_comes_waits_until_it_is_fetched_and_half_of_it_is_left(folder: Path) -> None:
    line = FolderLine()
    assert line.waiting() == []
    (folder / "in" / "a.xml").write_bytes(b"one")
    (folder / "in" / "b.xml.part").write_bytes(b"ha")
    (folder / "in" / "c.xml").symlink_to(folder / "in" / "a.xml")
    with (folder / "in" / "d.xml").open("wb") as file:
        file.truncate(LARGEST + 1)
    assert line.waiting() == line.waiting() == [("a.xml", b"one")]
    assert line.left() == 2
    line.fetched("a.xml")
    (folder / "in" / "a.xml").write_bytes(b"two")
    line.fetched("a.xml")
    line.fetched("a.xml")
    assert sorted(path.read_bytes() for path in (folder / "done").iterdir()) == [b"one", b"two"]


def test_a_folder_that_cannot_be_used_is_a_line_that_is_shut(folder: Path) -> None:
    folder.parent.mkdir(parents=True)
    folder.write_text("a file where the folder should be")
    line = FolderLine()
    for act in (lambda: line.send("a.xml", b"x"), line.waiting, lambda: line.fetched("a.xml")):
        with pytest.raises(Refusal, match="cannot be used"):
            act()
