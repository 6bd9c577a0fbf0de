"""Figures: what a heavy test measured, beside its goal. ``make soak`` gathers them; docs/trust.md states them.

A figure that misses its goal fails its own test by an assertion there; this only writes down what was seen.
"""

import json
import os
import platform
from pathlib import Path

_FILE = "MEDOFFICE_FIGURES"


def figure(name: str, seen: str, goal: str) -> None:
    """Say what was seen, and keep it as a line of JSON in the file that ``MEDOFFICE_FIGURES`` names, if any."""
    print(f"figure {name}: {seen} (goal: {goal})")
    if os.environ.get(_FILE):
        row = {"name": name, "seen": seen, "goal": goal, "machine": f"{os.cpu_count()} cores, {platform.system()}"}
        with Path(os.environ[_FILE]).open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")
