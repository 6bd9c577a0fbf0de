"""The folder gateway: whole files or none, the same message once, and what cannot be read is left and told of."""

import json
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings

from medoffice.exchange.messaging import registry
from medoffice.exchange.messaging.registry import FolderGateway, read_told
from medoffice.front_office.outreach.types.messages import Channel, Letter, TellKind
from medoffice.kernel.refusals import Refusal

LETTER = Letter(UUID(int=7), Channel.SMS, "(217) 555-0101", "Your appointment", "Tomorrow")
TOLD = {"key": "k1", "kind": "reply", "message": "", "from": "+12175550101", "text": "C", "at": "2026-11-24T15:00:00Z"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The door's folder."""
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
    return tmp_path / "messaging"


def test_a_message_goes_out_whole_and_the_same_again_is_the_same(folder: Path) -> None:
    door = FolderGateway()
    door.send(LETTER)
    (written,) = (folder / "out").iterdir()
    assert json.loads(written.read_text())["to"] == "(217) 555-0101"
    door.send(LETTER)
    assert [path.name for path in (folder / "out").iterdir()] == [f"{LETTER.id}.json"]
    written.rename(folder / "carried" / written.name)
    door.send(LETTER)
    assert list((folder / "out").iterdir()) == []


def test_what_came_back_waits_until_it_is_fetched_and_what_cannot_be_read_is_left(folder: Path) -> None:
    door = FolderGateway()
    assert door.waiting() == []
    (folder / "in" / "a.json").write_text(json.dumps(TOLD))
    (folder / "in" / "b.json").write_text("{not json")
    (folder / "in" / "c.json.part").write_text("hal")
    (told,) = door.waiting()
    assert (told.key, told.kind, told.text, told.at) == (
        "k1",
        TellKind.REPLY,
        "C",
        datetime(2026, 11, 24, 15, tzinfo=UTC),
    )
    door.fetched("k1")
    assert door.waiting() == []
    assert [path.name for path in (folder / "done").iterdir()] == ["a.json"]
    assert door.left() == 1
    (checked,) = registry._folder_check()
    assert checked.ok
    assert checked.findings


@pytest.mark.parametrize(
    "wrong",
    [
        b"",
        b"[]",
        b"3",
        json.dumps({**TOLD, "key": ""}).encode(),
        json.dumps({**TOLD, "kind": "shout"}).encode(),
        json.dumps({**TOLD, "message": "7"}).encode(),
        json.dumps({**TOLD, "at": "2026-11-24T15:00:00"}).encode(),
        json.dumps({**TOLD, "text": "a\x00b"}).encode(),
        json.dumps({**TOLD, "text": "half a letter \ud83d"}).encode(),
        json.dumps({**TOLD, "key": "\ud800"}).encode(),
    ],
)
def test_what_is_no_news_of_a_gateway_is_none(wrong: bytes) -> None:
    assert read_told(wrong) is None


def test_a_folder_that_cannot_be_used_is_a_door_that_is_shut(folder: Path) -> None:
    folder.write_text("a file where the folder should be")
    with pytest.raises(Refusal) as refused:
        FolderGateway().send(LETTER)
    assert refused.value.code == "door-shut"
