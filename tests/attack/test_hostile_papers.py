"""Papers made to do harm, by every door papers come in by: refused in words, in two seconds, while a page answers."""

import hashlib
import os
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections

from medoffice.kernel.papers import Busy
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.tests.hostile_papers import NAMES, large, small
from medoffice.kernel.worlds import current
from medoffice.practice.tests.makers import make_office
from medoffice.records.documents.actions.fetch import fetch_all
from medoffice.records.documents.api import file_clinical
from medoffice.records.documents.models import PaperFile
from medoffice.records.documents.types.papers import FileState
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import person, sign_in
from medoffice.security.types import PROGRAM
from tests.figures import figure

LONGEST = 2.0
Door = Callable[[str, bytes], None]


@pytest.mark.soak
@pytest.mark.usefixtures("world_of_file")
def test_no_hostile_paper_takes_two_seconds_by_any_door_and_a_page_answers_meanwhile(
    tmp_path: Path, settings: SimpleNamespace
) -> None:
    """Seconds on the wall for each by each door; the probe is another person who opens the inbox all the time."""
    settings.DATA_DIR = tmp_path
    make_office()
    person("lind")
    done, slowest, world = Event(), [0.0], current.name()

    def probe() -> None:
        with current.use(world):
            try:
                other = sign_in("lind")
                while not done.is_set():
                    began = time.perf_counter()
                    assert other.get("/documents/").status_code == 200
                    slowest[0] = max(slowest[0], time.perf_counter() - began)
                    done.wait(0.05)
            finally:
                connections.close_all()

    other = Thread(target=probe)
    other.start()
    took: dict[str, float] = {}
    wrong: dict[str, str] = {}
    ways = doors(tmp_path)
    try:
        for door, send in ways.items():
            for number, (name, (data, want)) in enumerate({**small(), **large()}.items()):
                began = time.perf_counter()
                send(NAMES[number % len(NAMES)], data)
                took[f"{door}: {name}"] = time.perf_counter() - began
                row = PaperFile.objects.exclude(state=FileState.GONE)
                kept = row.filter(sha256=hashlib.sha256(data).hexdigest()).first()
                if want and kept is not None and kept.trouble not in want:
                    wrong[f"{door}: {name}"] = f"{kept.state} {kept.trouble}"
            PaperFile.objects.update(state=FileState.GONE)  # so that the same bytes are looked at by the next door
    finally:
        done.set()
        other.join()
    worst = max(took, key=lambda key: took[key])
    papers = len(took) // len(ways)
    figure(
        "hostile papers by every door",
        f"{papers} by {len(ways)} doors, slowest {took[worst]:.2f} s ({worst})",
        f"{LONGEST} s",
    )
    figure("hostile papers, a page beside them", f"slowest {slowest[0]:.2f} s", f"{LONGEST} s")
    assert papers >= 60
    assert wrong == {}
    assert slowest[0] < LONGEST
    assert {key: value for key, value in took.items() if value > LONGEST} == {}


def doors(data: Path) -> dict[str, Door]:
    """Each door as something that takes a name and bytes."""
    desk, who = sign_in("lind"), make_patient()

    def upload(name: str, content: bytes) -> None:
        answer = desk.post("/documents/upload/", {"papers": SimpleUploadedFile(name, content)})
        assert answer.status_code in (302, 400, 413, 422)

    def folder(kind: str) -> Door:
        place = data / "papers" / current.name() / kind / "in"

        def come(_: str, content: bytes) -> None:
            place.mkdir(parents=True, exist_ok=True)
            path = place / "paper.pdf"
            path.write_bytes(content)
            os.utime(path, (path.stat().st_atime, path.stat().st_mtime - 60))
            fetch_all(actor=PROGRAM)
            assert not path.exists()

        return come

    def clinical(name: str, content: bytes) -> None:
        try:
            file_clinical(actor=PROGRAM, name=name, data=content, patient_id=who)
        except (Refusal, Busy):
            return

    return {
        "upload": upload,
        "scan": folder("scan"),
        "fax": folder("fax"),
        "e-mail": folder("e-mail"),
        "C-CDA": clinical,
    }
