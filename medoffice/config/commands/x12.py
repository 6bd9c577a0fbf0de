"""``medoffice x12 check|show FILE...``: what X12 files are, whether they hold, what they say. No database needed."""

import argparse
import json
import sys
from pathlib import Path

from medoffice.standards.x12.api import check_bytes, file_as_json, show_bytes, show_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``check`` and ``show``, files, ``--json``."""
    parser.add_argument("what", choices=["check", "show"])
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--json", action="store_true", help="one JSON object a line on stdout")


def run(arguments: argparse.Namespace) -> int:
    """One answer for each transaction in each file; 1 if a file could not be read or did not pass its check."""
    worst = 0
    for name in arguments.files:
        try:
            data = Path(name).read_bytes()
        except OSError as error:
            sys.stdout.write(json.dumps({"file": name, "error": error.strerror}) + "\n" if arguments.json else "")
            sys.stderr.write(f"{name}: {error.strerror}\n")
            worst = 1
            continue
        worst = max(worst, _check(name, data, arguments) if arguments.what == "check" else _show(name, data, arguments))
    return worst


def _check(name: str, data: bytes, arguments: argparse.Namespace) -> int:
    results = check_bytes(data, name)
    if arguments.json:
        sys.stdout.write(json.dumps(file_as_json(results)) + "\n")
    for result in [] if arguments.json else results:
        state = "passes" if result.ok else "does not pass"
        sys.stdout.write(f"{name}: {result.transaction}: {state if result.supported else 'not supported'}\n")
        for finding in result.findings:
            sys.stdout.write(f"  {finding.severity}: {finding.where}: {finding.words} [{finding.code}]\n")
    return 0 if all(result.ok or not result.supported for result in results) else 1


def _show(name: str, data: bytes, arguments: argparse.Namespace) -> int:
    if arguments.json:
        for item in show_bytes(data):
            sys.stdout.write(json.dumps({"file": name, **item}) + "\n")
    else:
        sys.stdout.write(f"{name}\n{show_text(data)}\n")
    return 0
