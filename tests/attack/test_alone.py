"""The office in a namespace without a network: it opens, serves whole pages, and no request hides in another."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from medoffice.config.tests.makers import ROOT
from tests.attack.alone import UNCLEAR
from tests.figures import figure

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(
        os.geteuid() != 0 or shutil.which("unshare") is None, reason="a network namespace needs root and unshare"
    ),
]


@pytest.fixture(scope="module")
def seen() -> dict[str, Any]:
    """What was seen inside."""
    with tempfile.TemporaryDirectory(dir=settings.DATA_DIR.parent) as folder:
        Path(folder).chmod(0o755)
        done = subprocess.run(
            ["unshare", "--net", sys.executable, "-m", "tests.attack.alone", folder],
            cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def test_without_a_network_it_opens_and_serves_whole_pages(seen: dict[str, Any]) -> None:
    assert seen["outside"] == []
    assert seen["opened"].startswith("medoffice is open at")
    assert seen["pages"] == {"/": 200, "/static/ui/app.js": 200, "/static/ui/base.css": 200, "/none/": 404}
    figure("opened without a network", "yes, pages and files served", "yes")


def test_no_request_hides_in_another(seen: dict[str, Any]) -> None:
    """Of what is unclear, one answer comes back at the most, and it is no page."""
    assert len(seen["clear"]) == 2, "two clear requests are two answers, or the test would say nothing"
    wrong = {
        name: got
        for name, got in seen["unclear"].items()
        if len(got) > 1 or not set(got) <= {"400", "411", "413", "505"}
    }
    assert wrong == {}
    assert seen["unclear"].keys() == UNCLEAR.keys()
    figure("unclear lengths", f"{len(UNCLEAR)} kinds, none answered twice", "0 answered twice")
