"""The folder to the registry: whole files or none, a further try is the same file, a shut folder is a Refusal."""

from pathlib import Path

import pytest
from django.conf import settings

from medoffice.exchange.registry_link.registry import FolderDoor, StandIn
from medoffice.kernel.refusals import Refusal

VXU = b"MSH|^~\\&|MEDOFFICE|RB|IIS|IL|20261124||VXU^V04^VXU_V04|VX-1|T|2.5.1\r"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The door's folder."""
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
    return tmp_path / "registry"


def test_a_message_goes_out_whole_and_closed_to_others_and_another_try_is_the_same_file(folder: Path) -> None:
    door = FolderDoor()
    door.put("VX-1.hl7", VXU)
    door.put("VX-1.hl7", VXU)
    door.put("../../VX-2.hl7", VXU)
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["VX-1.hl7", "VX-2.hl7"]
    assert (folder / "out" / "VX-1.hl7").read_bytes() == VXU
    assert not (folder / "out" / "VX-1.hl7").stat().st_mode & 0o077


def test_a_folder_that_cannot_be_used_is_a_door_that_is_shut(folder: Path) -> None:
    folder.write_text("a file where the folder should be")
    with pytest.raises(Refusal) as shut:
        FolderDoor().put("VX-1.hl7", VXU)
    assert shut.value.code == "door-shut"


def test_the_stand_in_takes_vaccinations_and_nothing_else() -> None:
    StandIn().put("VX-1.hl7", VXU)
    with pytest.raises(Refusal):
        StandIn().put("VX-2.hl7", VXU.replace(b"VXU", b"ORU"))
