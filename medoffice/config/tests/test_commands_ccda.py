"""``medoffice ccda import``: files come in by the office's own door, once; what is none is said and changes nothing."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytest_django.plugin import DjangoDbBlocker

from medoffice.clinic.charting.api import incoming_of
from medoffice.config.tests.makers import answers, medoffice
from medoffice.kernel.worlds import current
from medoffice.records.documents.api import documents_of
from medoffice.records.patients.api import find_by_mrn, patient
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.types import PROGRAM
from medoffice.standards.ccda.tests.makers import WHOLE


@pytest.fixture(autouse=True)
def _open(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        yield


@pytest.fixture
def mrn(fresh_world: str) -> str:
    assert fresh_world
    return patient(make_patient(family="Vale", given="Ingrid", born=date(1965, 3, 14), sex="F")).mrn


def _waits(mrn: str) -> tuple[int, int]:
    """How many documents and how many entries beside the lists a patient has."""
    who = find_by_mrn(mrn)
    assert who is not None
    return len(documents_of(PROGRAM, who)), len(incoming_of(PROGRAM, who))


def test_a_good_file_is_filed_once_and_its_entries_wait(mrn: str, tmp_path: Path) -> None:
    path = tmp_path / "summary.xml"
    path.write_bytes(WHOLE)
    asked = ("ccda", "import", path, "--patient", mrn, "--world", current.name(), "--json")
    first, again = medoffice(*asked), medoffice(*asked)
    assert (first.returncode, again.returncode) == (0, 0), first.stderr
    assert (answers(first)[0]["new"], answers(again)[0]["new"]) == (True, False)
    documents, entries = _waits(mrn)
    assert (documents, entries) == (1, answers(first)[0]["came_in"])
    assert entries > 0
    assert answers(again)[0]["came_in"] == 0
    told = medoffice(*asked[:-1])
    assert "it is not taken twice" in told.stdout


def test_a_strangers_file_garbage_and_nobodys_number_are_said_and_change_nothing(mrn: str, tmp_path: Path) -> None:
    stranger, garbage = tmp_path / "stranger.xml", tmp_path / "garbage.xml"
    stranger.write_bytes(WHOLE.replace(b"19650314", b"19790101"))
    garbage.write_bytes(b"<ClinicalDocument><unclosed>")
    world = ("--world", current.name())
    for path in (stranger, garbage, tmp_path / "none.xml"):
        done = medoffice("ccda", "import", path, "--patient", mrn, *world, "--json")
        assert done.returncode == 1
        assert answers(done)[0]["error"]
        assert path.name in done.stderr
    done = medoffice("ccda", "import", stranger, "--patient", "M-99999", *world)
    assert (done.returncode, "No patient has the record number" in done.stderr) == (1, True)
    done = medoffice("ccda", "import", stranger, *world)
    assert (done.returncode, "--patient" in done.stderr) == (1, True)
    assert _waits(mrn) == (0, 0)
