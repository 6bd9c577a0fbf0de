"""``medoffice bench``: the benchmarks of the source tree, with the peers where they are installed."""

import argparse
import sys
from importlib import import_module
from pathlib import Path

from medoffice.kernel.refusals import Refusal

ROOT = Path(__file__).resolve().parents[3]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Names of benchmarks, ``--json``."""
    parser.add_argument(
        "names",
        nargs="*",
        metavar="NAME",
        help="x12, hl7, ccda, codes, pages, scale, start, actions, remits, many (all)",
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line on stdout, one for each row")


def run(arguments: argparse.Namespace) -> int:
    """Measure; 1 if a row misses its bar."""
    if not (ROOT / "bench" / "__main__.py").exists():
        words = "The benchmarks are part of the source tree, not of the installed program."
        raise Refusal("no-bench", words, "Call this in a checkout, or make bench there.")
    sys.path.insert(0, str(ROOT))
    return int(import_module("bench.__main__").main([*arguments.names, *(["--json"] if arguments.json else [])]))
