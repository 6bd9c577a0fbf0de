"""Figures: what a heavy test measured, beside its goal. ``make soak`` gathers them; docs/trust.md states them.

A figure that misses its goal fails its own test by an assertion there; this only writes down what was seen.
"""

import json
import os
import platform
import sys
from pathlib import Path

_FILE = "MEDOFFICE_FIGURES"


def figure(name: str, seen: str, goal: str) -> None:
    """Say what was seen, and keep it as a line of JSON in the file that ``MEDOFFICE_FIGURES`` names, if any."""
    print(f"figure {name}: {seen} (goal: {goal})")
    if os.environ.get(_FILE):
        row = {"name": name, "seen": seen, "goal": goal, "machine": f"{os.cpu_count()} cores, {platform.system()}"}
        with Path(os.environ[_FILE]).open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")


def main(file: str) -> None:
    """Print the figures of a file, one a line."""
    for line in Path(file).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        print(f"{row['name']}: {row['seen']} (goal: {row['goal']}; {row['machine']})")


if __name__ == "__main__":
    main(sys.argv[1])
