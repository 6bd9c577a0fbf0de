"""Fuzz every parser: ``python -m tests.fuzz --executions 2000000 --procs 2 [--parser NAME]``.

Each parser runs in processes of its own, which makes its memory its own; each anew after so many executions, since what
guides them keeps what it found interesting. Ends with 1 if one of them failed on an input,
took more than a second of the processor for one, or more than 512 MB; what it failed on is kept in ``tests/fuzz/found``
and is fed by ``make test`` from then on.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "medoffice.config.settings")
django.setup()

from tests.fuzz.feeding import Report  # noqa: E402 - after Django has its settings
from tests.fuzz.parsers import PARSERS, Parser, plain  # noqa: E402

FOUND = Path(__file__).with_name("found")
ROUND = 12_000  # executions of a process


def run(executions: int, procs: int, only: str = "") -> list[Report]:
    """Feed all parsers, each its share, and keep what made one fail."""
    chosen = [parser for parser in PARSERS if only in parser.name]
    shares = sum(parser.share for parser in chosen)
    with tempfile.TemporaryDirectory(prefix="medoffice-fuzz-") as folder, ThreadPoolExecutor(procs) as pool:
        jobs = [
            pool.submit(_one, parser, max(1, executions * parser.share // shares), Path(folder)) for parser in chosen
        ]
        return [job.result() for job in jobs]


def _one(parser: Parser, executions: int, folder: Path) -> Report:
    whole = Report(parser.name)
    for begun in range(0, executions, ROUND):
        whole.add(
            _round(parser, begun // ROUND, min(ROUND, executions - begun), folder / f"{plain(parser.name)}-{begun}")
        )
    for data in filter(None, whole.faults.values()):
        place = FOUND / plain(parser.name)
        place.mkdir(parents=True, exist_ok=True)
        (place / sha256(bytes.fromhex(data)).hexdigest()[:16]).write_bytes(bytes.fromhex(data))
    print(told(whole), flush=True)
    return whole


def _round(parser: Parser, number: int, executions: int, target: Path) -> Report:
    asked = [parser.name, str(number), str(executions), str(target)]
    command = ["nice", "-n", "19", sys.executable, "-m", "tests.fuzz.child", *asked]
    done = subprocess.run(command, capture_output=True, text=True, check=False, errors="replace")
    if not target.exists():
        return Report(parser.name, 1, faults={f"the process ended with {done.returncode}: {done.stderr[-600:]}": ""})
    return Report(**json.loads(target.read_text()))


def told(report: Report) -> str:
    """One line about one parser."""
    ends = f"slowest {report.slowest:.3f} s, {report.memory_kb // 1024} MB"
    return (
        f"{report.name}: {report.executions} executions, {report.refused} refused, {ends}, {len(report.faults)} faults"
    )


def main() -> None:
    """Run, say what was seen, end with 1 if something is wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--executions", type=int, default=2_000_000)
    parser.add_argument("--procs", type=int, default=2)
    parser.add_argument("--parser", default="", help="only parsers with this in their name")
    asked = parser.parse_args()
    reports = run(asked.executions, asked.procs, asked.parser)
    wrong = [words for report in reports for words in report.wrong()]
    total = sum(report.executions for report in reports)
    print(f"{len(reports)} parsers, {total} executions, {len(wrong)} complaints", *wrong, sep="\n")
    sys.exit(1 if wrong or not reports else 0)


if __name__ == "__main__":
    main()
