"""What comes by a door is taken, refused or left, each by itself; nothing is cut, and nobody's name is told."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.devices.actions import hear_devices
from medoffice.clinic.devices.models import DeviceFile
from medoffice.clinic.devices.rules.layout import read_file
from medoffice.clinic.devices.tests.makers import spirometry_file
from medoffice.clinic.devices.types import Taken
from medoffice.clinic.results.tests.makers import messages, oru
from medoffice.kernel import clock
from medoffice.practice.tests.makers import make_office, work
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db


class Lying:
    """A door behind which files lie, until somebody says what became of them."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.words: dict[str, str] = {}

    def waiting(self) -> Iterator[tuple[str, bytes]]:
        """What lies there."""
        yield from list(self.files.items())

    def taken(self, name: str) -> None:
        """It goes."""
        del self.files[name]

    def refused(self, name: str, words: str) -> None:
        """It goes, with words."""
        del self.files[name]
        self.words[name] = words


@pytest.fixture
def door(monkeypatch: pytest.MonkeyPatch) -> Iterator[Lying]:
    found = Lying()
    monkeypatch.setattr(hear_devices, "device_doors", {"folder": found})
    with clock.frozen(datetime(2026, 11, 24, 18, tzinfo=UTC)):
        make_visit(make_office(), make_patient(born=date(1971, 3, 2)))
        yield found


def test_what_is_larger_than_is_read_is_refused_and_not_cut(door: Lying, monkeypatch: pytest.MonkeyPatch) -> None:
    many = b"".join(oru(control=f"C{number}", facility="SPIRO") for number in range(9))
    monkeypatch.setattr(hear_devices, "LARGEST", len(many) - 1)
    door.files = {"large.hl7": many, "small.hl7": oru(control="C0", facility="SPIRO")}
    assert hear_devices.hear_devices(actor=PROGRAM) == 2
    assert "nothing of it was taken" in door.words["large.hl7"]
    assert [row.control_id for row in messages("waits")] == ["C0"]
    (told,) = work("device-file")
    assert ("larger than" in told, "large.hl7" in told) == (True, False)


def test_a_name_that_is_no_text_and_a_file_that_breaks_the_program_keep_no_other_from_being_taken(
    door: Lying, monkeypatch: pytest.MonkeyPatch
) -> None:
    door.files = {
        "a.csv": spirometry_file("", name="Bell,Ann", born=""),
        "b\udcff\0\x07.csv": spirometry_file("", name="Vale,Ingrid", born=""),
    }
    read = read_file

    def breaks(data: bytes, zone: ZoneInfo) -> Taken:
        if b"Bell" in data:
            raise ZeroDivisionError
        return read(data, zone)

    with monkeypatch.context() as broken:
        broken.setattr(hear_devices, "read_file", breaks)
        for _ in range(2):
            hear_devices.hear_devices(actor=PROGRAM)
    assert list(door.files) == ["a.csv"]
    assert {row.name for row in DeviceFile.objects.all()} == {"a.csv", "b.csv"}
    (told,) = work("device-file")
    assert "the program could not take it" in told
    hear_devices.hear_devices(actor=PROGRAM)
    assert (door.files, work("device-file")) == ({}, []), "taken, and nobody's work any more"


def test_a_refused_file_is_work_once_until_it_is_taken(door: Lying, monkeypatch: pytest.MonkeyPatch) -> None:
    good = spirometry_file("", name="Vale,Ingrid", born="")
    with monkeypatch.context() as other:
        other.setattr(hear_devices, "LARGEST", 1)
        for name in ("a.csv", "b.csv"):
            door.files = {name: good, "other.csv": good + b"note,x\n"}
            hear_devices.hear_devices(actor=PROGRAM)
    assert len(work("device-file")) == 2
    door.files = {"c.csv": good}
    hear_devices.hear_devices(actor=PROGRAM)
    assert len(work("device-file")) == 1
