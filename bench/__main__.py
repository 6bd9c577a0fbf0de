"""``python -m bench [NAME...] [--json]``: the benchmarks; 1 if a row misses its bar.

A table for a person, or one JSON object a line: the machine first, then a row for each thing measured. Peers that are
not installed are left out. Each benchmark runs in a process of its own, so that none leaves its memory to the next.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

from bench.rows import Row, machine

ROOT = Path(__file__).resolve().parent.parent
NAMES = (
    *("x12", "hl7", "ccda", "codes", "suggestions", "pages", "scale", "schedule", "chart"),
    *(
        "flow",
        "start",
        "actions",
        "remits",
        "documents",
        "duplicates",
        "letters",
        "format",
        "dictation",
        "player",
        "edits",
        "intake",
        "safety",
        "vaccines",
        "many",
        "gnuhealth",
    ),
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the named benchmarks, or all of them."""
    parser = argparse.ArgumentParser(prog="bench", description="Measure speed, statements and memory against bars.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(NAMES))
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args(argv)
    unknown = [name for name in arguments.names if name not in NAMES]
    if unknown:
        parser.error(f"there is no benchmark {unknown[0]}; there are {', '.join(NAMES)}")
    if arguments.inside:
        for row in import_module(f"bench.bench_{arguments.names[0]}").rows():
            print(json.dumps(row.as_json()), flush=True)
        return 0
    return _report(arguments.names or list(NAMES), as_json=arguments.json)


def _report(names: Sequence[str], *, as_json: bool) -> int:
    here, failed = machine(), False
    print(json.dumps({"machine": here}) if as_json else "\n".join(f"{key:<12}{value}" for key, value in here.items()))
    for name in names:
        if not as_json:
            print(f"\n{name}\n{'':2}{'':<58}{'value':>12}  {'unit':<24}{'bar':<12}ok", flush=True)
        try:
            for row in _rows(name):
                failed = failed or row.ok is False
                print(json.dumps({"bench": name, **row.as_json()}) if as_json else _line(row), flush=True)
        except subprocess.CalledProcessError as error:
            failed = True
            print(json.dumps({"bench": name, "error": f"ended with {error.returncode}"}) if as_json else "  it broke")
    return 1 if failed else 0


def _rows(name: str) -> Iterator[Row]:
    """The rows as they are measured, by a process of their own; what it says besides goes to stderr."""
    command = [sys.executable, "-m", "bench", name, "--inside"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        for line in child.stdout:
            yield Row(**json.loads(line))
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)


def _line(row: Row) -> str:
    value = f"{row.value:,.4g}" if isinstance(row.value, float) else str(row.value)
    state = "" if row.ok is None else "yes" if row.ok else "NO"
    return f"  {row.name:<58}{value:>12}  {row.unit:<24}{row.bar or '':<12}{state}"


if __name__ == "__main__":
    sys.exit(main())
