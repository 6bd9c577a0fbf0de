"""The benchmarks run to their end: small ones, whose figures nobody reads here; a bar missed is not what is asked."""

import os
import subprocess
import sys

import pytest

from medoffice.config.tests.makers import ROOT

SMALL = {
    "MEDOFFICE_BENCH_DOCUMENTS": "1000",
    "MEDOFFICE_PLANTED": "2000",
    "MEDOFFICE_BENCH_SCHEDULE": "1",
    "MEDOFFICE_BENCH_INTAKE": "1",
}
NAMES = (
    "x12",
    "hl7",
    "ccda",
    "codes",
    "pages",
    "chart",
    "actions",
    "remits",
    "documents",
    "duplicates",
    "letters",
    "format",
    "intake",
    "safety",
    "player",
    "vaccines",
)


@pytest.mark.soak
@pytest.mark.parametrize("name", NAMES)
def test_a_benchmark_runs_to_its_end(name: str) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "bench", name],
        cwd=ROOT,
        env=os.environ | SMALL,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert "it broke" not in told.stdout
    assert told.returncode in (0, 1), told.stdout
