"""The office is read-only while nothing can be kept, says why, and goes on by itself."""

import os
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from medoffice.kernel import jobs, own_checks, read_only
from medoffice.kernel.findings import Severity
from medoffice.kernel.read_only import LEAST, MOST
from medoffice.kernel.refusals import Unavailable

GB = 1_000_000_000


class Machine:
    """A disk and a clock the test sets."""

    def __init__(self) -> None:
        self.now, self.free, self.size, self.locked = 0.0, 50 * GB, 100 * GB, False

    def statvfs(self, _: object) -> SimpleNamespace:
        """As os.statvfs."""
        flag = os.ST_RDONLY if self.locked else 0
        return SimpleNamespace(f_frsize=1000, f_blocks=self.size // 1000, f_bavail=self.free // 1000, f_flag=flag)

    def later(self, seconds: float = read_only.LOOK_SECONDS) -> None:
        """Time passes."""
        self.now += seconds


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Machine:
    made = Machine()
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
    monkeypatch.setattr(read_only, "os", SimpleNamespace(**{**vars(os), "statvfs": made.statvfs}))
    monkeypatch.setattr(read_only, "time", SimpleNamespace(monotonic=lambda: made.now))
    monkeypatch.setattr(read_only, "_seen", read_only._Seen())
    return made


def test_it_begins_and_ends_by_itself(machine: Machine) -> None:
    read_only.refuse()
    machine.free = 1_999_000_000
    assert read_only.why() == ""  # looked at a moment ago
    machine.later()
    assert read_only.why() == "The disk is nearly full (1999 MB are free)."
    with pytest.raises(Unavailable, match="Nothing can be changed") as refused:
        read_only.refuse()
    assert (refused.value.code, refused.value.status) == ("read-only", 503)
    machine.free = 2 * GB
    machine.later()
    read_only.refuse()


@given(size=st.integers(10**6, 10**14))
def test_the_limit_is_a_twentieth_of_the_disk_within_bounds(size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        made = Machine()
        made.size = size
        patch.setattr(read_only, "os", SimpleNamespace(statvfs=made.statvfs))
        assert read_only.space().limit == min(max(size // 1000 * 1000 // 20, LEAST), MOST)
        patch.setattr(settings, "LEAST_FREE_BYTES", 7)
        assert read_only.space().limit == 7


def test_a_folder_that_cannot_be_written_or_reached_is_a_reason(machine: Machine, tmp_path: Path) -> None:
    machine.locked = True
    assert read_only.why() == "The data folder cannot be written."
    machine.locked = False
    machine.later()
    assert read_only.why() == ""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "DATA_DIR", tmp_path / "gone")
        patch.setattr(read_only, "os", os)
        machine.later()
        assert read_only.why() == "The data folder cannot be reached."


def test_a_failed_audit_is_tried_again_after_a_rest(machine: Machine) -> None:
    machine.later(100)
    read_only.audit_failed()
    assert read_only.why() == "The audit trail cannot be written."
    machine.later(read_only.AUDIT_REST_SECONDS)
    assert read_only.why() == ""


@pytest.mark.django_db
def test_the_worker_rests_meanwhile(machine: Machine) -> None:
    jobs.defer("kernel.facts")
    machine.free = 0
    assert jobs.run_due() == 0
    machine.free = 50 * GB
    machine.later()
    assert jobs.run_due() > 0


def test_the_check_says_so_and_warns_before(machine: Machine) -> None:
    assert own_checks.room_on_disk()[0].findings == ()
    machine.free = 3 * GB
    machine.later()
    assert [found.severity for found in own_checks.room_on_disk()[0].findings] == [Severity.WARNING]
    machine.free = GB
    machine.later()
    checked = own_checks.room_on_disk()[0]
    assert (checked.ok, checked.found) == (False, "less than 2000 MB free, the limit of read-only mode")
    assert "nearly full" in checked.findings[0].words
