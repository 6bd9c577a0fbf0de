"""45 CFR 170.315(d)(1)-(13) demonstrated: ``python -m tests.onc`` runs what shows each and prints one line for it.

Which tests show a criterion is in docs/onc.toml. Ends with 1 if a criterion is open, or one of its tests fails or is
not there.
"""

import os
import sys
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

FILE = Path(__file__).resolve().parents[1] / "docs" / "onc.toml"


class Outcomes:
    """What became of each test: of its call, or of what failed before it."""

    def __init__(self) -> None:
        self.seen: dict[str, list[str]] = defaultdict(list)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a test's end under its id without parameters."""
        if report.when == "call" or report.failed:
            self.seen[report.nodeid.partition("[")[0]].append(report.outcome)

    def of(self, name: str) -> list[str]:
        """The outcomes of a test, or of all tests of a file."""
        return [one for at, ends in self.seen.items() if at == name or at.startswith(f"{name}::") for one in ends]


def criteria() -> list[dict[str, Any]]:
    """All of docs/onc.toml."""
    found: list[dict[str, Any]] = tomllib.loads(FILE.read_text(encoding="utf-8"))["criterion"]
    return found


def line(criterion: dict[str, Any], outcomes: Outcomes) -> tuple[bool, str]:
    """Whether a criterion is demonstrated, and the line that says so."""
    head = f"(d)({criterion['number']}) {criterion['says']}"
    if "open" in criterion:
        return False, f"{head}: OPEN, {criterion['open']}"
    ends = {name: outcomes.of(name) for name in criterion["shown_by"]}
    count, short = sum(map(len, ends.values())), [name.rpartition("/")[2] for name in ends]
    wrong = [name for name, seen in ends.items() if not seen or set(seen) != {"passed"}]
    if wrong or not ends:
        return False, f"{head}: FAILED, {', '.join(wrong) or 'nothing shows it'}"
    return True, f"{head}: shown by {count} tests ({', '.join(short)})"


def main() -> int:
    """Run, print, and say how many of thirteen hold."""
    outcomes, wanted = Outcomes(), criteria()
    names = sorted({name for criterion in wanted for name in criterion.get("shown_by", ())})
    os.environ["PYTEST_ADDOPTS"] = ""
    pytest.main(["-q", "--no-header", "-p", "no:cacheprovider", *names], plugins=[outcomes])
    lines = [line(criterion, outcomes) for criterion in wanted]
    held = sum(holds for holds, _ in lines)
    print("", *(words for _, words in lines), f"{held} of {len(lines)} demonstrated", sep="\n")
    return 0 if held == len(lines) == 13 else 1


if __name__ == "__main__":
    sys.exit(main())
