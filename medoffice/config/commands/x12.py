"""``medoffice x12 check|show FILE...``: what X12 files are, whether they hold, what they say. No database needed."""

import argparse
import gc
from pathlib import Path
from typing import Any

from medoffice.config.output import answer, line, say
from medoffice.standards.x12.api import (
    check_bytes,
    file_as_json,
    read_ta1,
    read_transactions,
    show_bytes,
    show_text,
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``check`` and ``show``, files, ``--json``."""
    parser.add_argument("what", choices=["check", "show"])
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--json", action="store_true", help="one JSON object a line on stdout")


def run(arguments: argparse.Namespace) -> int:
    """An answer for each file; 1 if one could not be read, is of a kind nobody here reads, or did not pass."""
    gc.disable()  # all that is read is kept until it is told: to look for garbage in it takes longer than to read it
    try:
        return _each(arguments)
    finally:
        gc.enable()


def _each(arguments: argparse.Namespace) -> int:
    worst = 0
    for name in arguments.files:
        try:
            data = Path(name).read_bytes()
        except OSError as error:
            worst = _bad({"file": name, "error": error.strerror}, as_json=arguments.json)
            continue
        one = _check if arguments.what == "check" else _show
        worst = max(worst, one(name, data, as_json=arguments.json))
    return worst


def _check(name: str, data: bytes, *, as_json: bool) -> int:
    results = check_bytes(data, name)
    if as_json:
        answer(file_as_json(results))
    for result in [] if as_json else results:
        state = "does not pass" if not result.ok else "passes" if result.supported else "not supported"
        line(f"{name}: {result.transaction}: {state}")
        for finding in result.findings:
            line(f"  {finding.severity}: {finding.where}: {finding.words} [{finding.code}]")
    return 0 if all(result.ok and result.supported for result in results) else 1


def _show(name: str, data: bytes, *, as_json: bool) -> int:
    shown = False
    for item in show_bytes(data) if as_json else ():
        shown = True
        answer({"file": name, **item})
    if as_json and not shown:
        return _bad({"file": name, "error": "There is nothing to show: this is not an X12 file."}, as_json=True)
    if not as_json:
        line(f"{name}\n{show_text(data)}")
        shown = bool(read_transactions(data) or read_ta1(data)[0])
    return 0 if shown else 1


def _bad(told: dict[str, Any], *, as_json: bool) -> int:
    """Bad input: an object with ``error`` if asked for JSON, and words in any case."""
    if as_json:
        answer(told)
    say(f"{told['file']}: {told['error']}")
    return 1
