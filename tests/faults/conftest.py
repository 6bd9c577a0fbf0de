"""A data folder of its own for each office that is to be hurt."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from tests.faults.running import RunningOffice


@pytest.fixture(name="office")
def running_office() -> Iterator[RunningOffice]:
    """An office that is not started yet, in an empty folder."""
    with tempfile.TemporaryDirectory(dir=settings.DATA_DIR.parent) as folder:
        data = Path(folder) / "office"
        Path(folder).chmod(0o755)
        office = RunningOffice(data)
        try:
            yield office
        finally:
            office.stop()


@pytest.fixture(name="known")
def small_office(office: RunningOffice) -> dict[str, Any]:
    """What the maker of that office's small world printed."""
    made = subprocess.run(
        [sys.executable, "-m", "tests.faults.small_office"],
        env={**office.environment(), "MEDOFFICE_HOSTS": "testserver"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    known: dict[str, Any] = json.loads(made.stdout)
    return known
