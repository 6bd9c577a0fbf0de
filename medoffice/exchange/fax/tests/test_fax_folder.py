"""The folder line: whole files or none, the same call once, and what cannot be read is left and told of."""

import json
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings

from medoffice.exchange.fax import registry
from medoffice.exchange.fax.registry import FolderLine, read_told
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.worlds import current
from medoffice.records.faxes.types import Call, Outcome

CALL = Call(UUID(int=7), 2, "2175550123", b"%PDF-1.7 the pages")
TOLD = {
    "key": "k1", "call": f"{UUID(int=7)}-2", "outcome": "busy", "pages": 0, "answered": "",
    "at": "2026-11-24T15:00:00Z",
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The line's folder."""
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
    monkeypatch.setattr(current, "name", lambda: "office")
    return tmp_path / "fax" / "office"


def test_co3_a_call_goes_out_whole_and_the_same_again_is_the_same(folder: Path) -> None:
    line, name = FolderLine(), f"{CALL.fax_id}-2"
    for _ in range(2):
        line.send(CALL)
        assert sorted(path.name for path in (folder / "out").iterdir()) == [f"{name}.json", f"{name}.pdf"]
    assert json.loads((folder / "out" / f"{name}.json").read_text())["number"] == "2175550123"
    assert not (folder / "out" / f"{name}.pdf").stat().st_mode & 0o077
    for path in list((folder / "out").iterdir()):
        path.rename(folder / "carried" / path.name)
    line.send(CALL)
    assert list((folder / "out").iterdir()) == []


def test_what_came_back_waits_until_it_is_fetched_and_what_cannot_be_read_is_left(folder: Path) -> None:
    line = FolderLine()
    assert line.waiting() == []
    (folder / "in" / "a.json").write_text(json.dumps(TOLD))
    (folder / "in" / "b.json").write_text("{not json")
    (folder / "in" / "c.json.part").write_text("hal")
    (told,) = line.waiting()
    assert (told.key, told.fax_id, told.attempt, told.outcome) == ("k1", CALL.fax_id, 2, Outcome.BUSY)
    line.fetched("k1")
    assert line.waiting() == []
    assert [path.name for path in (folder / "done").iterdir()] == ["a.json"]
    assert line.left() == 1
    assert registry._folder_check()[0].findings


@pytest.mark.parametrize(
    "wrong",
    [
        b"",
        b"[]",
        json.dumps({**TOLD, "key": ""}).encode(),
        json.dumps({**TOLD, "outcome": "eaten"}).encode(),
        json.dumps({**TOLD, "call": "7"}).encode(),
        json.dumps({**TOLD, "pages": -1}).encode(),
        json.dumps({**TOLD, "at": "2026-11-24T15:00:00"}).encode(),
        json.dumps({**TOLD, "answered": "a\x00b"}).encode(),
        json.dumps({**TOLD, "key": "\ud800"}).encode(),
    ],
)
def test_what_is_no_news_of_a_line_is_none(wrong: bytes) -> None:
    assert read_told(wrong) is None


def test_a_folder_that_cannot_be_used_is_a_line_that_is_shut(folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("a file where the folder should be")
    with pytest.raises(Refusal) as refused:
        FolderLine().send(CALL)
    assert refused.value.code == "line-shut"
