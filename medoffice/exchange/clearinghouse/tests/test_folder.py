"""The folder door: whole files or none, the same file once, and a folder that cannot be used is a door that is shut."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings

from medoffice.exchange.clearinghouse import registry
from medoffice.exchange.clearinghouse.registry import FolderDoor, FolderEligibility
from medoffice.kernel.refusals import Refusal
from medoffice.revenue.claims.types import WireFile


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The door's folder."""
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
    return tmp_path / "clearinghouse"


def test_a_file_goes_out_whole_and_the_same_again_is_the_same(folder: Path) -> None:
    door = FolderDoor()
    door.send("837P-1.x12", b"claims")
    written = (folder / "out" / "837P-1.x12").stat().st_mtime_ns
    door.send("837P-1.x12", b"claims")
    assert (folder / "out" / "837P-1.x12").read_bytes() == b"claims"
    assert (folder / "out" / "837P-1.x12").stat().st_mtime_ns == written
    assert [path.name for path in (folder / "out").iterdir()] == ["837P-1.x12"]


def test_questions_about_eligibility_go_by_the_same_folder_and_are_answered_later(folder: Path) -> None:
    assert FolderEligibility().ask("270-500000001.x12", b"questions") is None
    assert (folder / "out" / "270-500000001.x12").read_bytes() == b"questions"


def test_files_wait_until_they_are_fetched_and_half_ones_are_left(folder: Path) -> None:
    door = FolderDoor()
    assert door.waiting() == []
    (folder / "in" / "a.x12").write_bytes(b"one")
    (folder / "in" / "b.x12.part").write_bytes(b"hal")
    assert door.waiting() == door.waiting() == [WireFile("a.x12", b"one")]
    door.fetched("a.x12")
    assert door.waiting() == []
    (folder / "in" / "a.x12").write_bytes(b"two")
    door.fetched("a.x12")
    assert sorted(path.read_bytes() for path in (folder / "done").iterdir()) == [b"one", b"two"]
    door.fetched("a.x12")
    door.fetched("../done/a.x12")
    assert len(list((folder / "done").iterdir())) == 2


@pytest.mark.parametrize("act", ["send", "waiting", "fetched"])
def test_a_folder_that_cannot_be_used_is_a_shut_door(folder: Path, act: str) -> None:
    folder.parent.mkdir(exist_ok=True)
    folder.write_text("a file where the folder should be")
    door = FolderDoor()
    acts: dict[str, Callable[[], object]] = {
        "send": lambda: door.send("a.x12", b"x"),
        "waiting": door.waiting,
        "fetched": lambda: door.fetched("a.x12"),
    }
    with pytest.raises(Refusal, match="cannot be used") as refused:
        acts[act]()
    assert refused.value.code == "door-shut"


def test_the_folders_are_closed_to_the_machine_s_other_users(folder: Path) -> None:
    door = FolderDoor()
    door.send("a.x12", b"claims")
    door.waiting()
    door.fetched("a.x12")
    assert {path.name: path.stat().st_mode & 0o777 for path in (folder, *folder.iterdir())} == {
        "clearinghouse": 0o700,
        "out": 0o700,
        "in": 0o700,
        "done": 0o700,
    }
    (folder / "in").chmod(0o770)
    door.waiting()
    assert (folder / "in").stat().st_mode & 0o777 == 0o770


def test_a_link_a_folder_and_a_huge_file_are_never_read_and_the_check_tells(folder: Path, tmp_path: Path) -> None:
    door = FolderDoor()
    assert door.waiting() == []
    (tmp_path / "secret.key").write_bytes(b"secret")
    (folder / "in" / "a.x12").symlink_to(tmp_path / "secret.key")
    (folder / "in" / "b.x12").mkdir()
    with (folder / "in" / "c.x12").open("wb") as file:
        file.truncate(registry.LARGEST + 1)
    (folder / "in" / "d.x12").write_bytes(b"one")
    assert door.waiting() == [WireFile("d.x12", b"one")]
    assert door.left() == 3
