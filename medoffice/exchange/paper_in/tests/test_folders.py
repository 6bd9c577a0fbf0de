"""The folders for papers: each file once, nothing lost, nothing half, nothing that is no file."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from medoffice.exchange.paper_in.registry import DOORS, FolderDoor
from medoffice.exchange.paper_in.tests.makers import put
from medoffice.kernel import jobs
from medoffice.kernel.papers import LARGEST
from medoffice.kernel.worlds import current
from medoffice.practice.tests.makers import make_office, work
from medoffice.records.documents.tests.makers import paper
from medoffice.records.documents.types.papers import Door

pytestmark = pytest.mark.django_db


def test_what_comes_by_a_folder_is_taken_once_and_moved(tmp_path: Path, settings: SimpleNamespace) -> None:
    settings.DATA_DIR = tmp_path
    make_office()
    root = tmp_path / "papers" / current.name()
    for name in ("report_12175550155.pdf", "the same.pdf"):
        put(root / "fax" / "in", name, paper("Report"))
    put(root / "fax" / "in", "virus.pdf", b"MZ" + bytes(50))
    put(root / "scan" / "in", "half.pdf", paper("half"), age=0)
    put(root / "scan" / "in", "other.part", paper("part"))
    (root / "scan" / "in" / "link.pdf").symlink_to("/etc/passwd")
    jobs.run_due()
    fax, scan = root / "fax", root / "scan"
    assert sorted(path.name for path in (fax / "done").iterdir()) == ["report_12175550155.pdf", "the same.pdf"]
    assert sorted(path.name for path in (fax / "refused").iterdir()) == ["virus.pdf", "virus.pdf.why.txt"]
    assert "program" in (fax / "refused" / "virus.pdf.why.txt").read_text()
    assert sorted(path.name for path in (scan / "in").iterdir()) == ["half.pdf", "link.pdf", "other.part"]
    assert work("document") == ["Fax to file, 1 page"]
    assert [door.left() for door in DOORS] == [1, 0, 0]
    assert list((fax / "in").iterdir()) == []


def test_a_folder_tells_the_number_a_fax_came_from_and_reads_no_more_than_it_takes(
    tmp_path: Path, settings: SimpleNamespace
) -> None:
    settings.DATA_DIR = tmp_path
    door = FolderDoor(Door.FAX)
    put(tmp_path / "papers" / current.name() / "fax" / "in", "2026-11-24_217-555-0155.tif", bytes(LARGEST + 900))
    (arrived,) = door.waiting()
    assert (arrived.sender, len(arrived.data)) == ("(217) 555-0155", LARGEST + 1)
    for _ in range(2):
        door.taken(arrived.key)
    put(tmp_path / "papers" / current.name() / "fax" / "in", arrived.key, b"again")
    door.taken("../../" + arrived.key)
    done = tmp_path / "papers" / current.name() / "fax" / "done"
    assert sorted(path.name for path in done.iterdir()) == sorted([arrived.key, f"1-{arrived.key}"])
