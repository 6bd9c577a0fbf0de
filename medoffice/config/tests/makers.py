"""The command line as another program calls it: a process of its own, its exit code and what it wrote where."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]


def medoffice(*arguments: str | Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run a command to its end; an empty value takes a name out of the environment."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(
        [sys.executable, "-m", "medoffice", *map(str, arguments)],
        env={name: value for name, value in env.items() if value},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def answers(done: "subprocess.CompletedProcess[str]") -> list[dict[str, Any]]:
    """What stands on stdout: one JSON object a line and nothing else."""
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert all(isinstance(one, dict) for one in found), done.stdout
    return found


def nowhere(folder: Path) -> dict[str, str]:
    """An environment without a database: a data folder that cannot be made, no address of a server."""
    (folder / "a-file").write_text("not a folder", encoding="utf-8")
    return {"MEDOFFICE_DATA": str(folder / "a-file" / "data"), "MEDOFFICE_DB_HOST": "", "DATABASE_URL": ""}
