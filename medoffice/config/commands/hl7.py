"""``medoffice hl7 check FILE...``: what HL7 messages are, what stands against them, the answer. No database needed."""

import argparse
from pathlib import Path

from medoffice.config.output import answer, line, say
from medoffice.standards.hl7.api import MOST_BYTES, CheckResult, check_bytes


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``check``, files, ``--json``."""
    parser.add_argument("what", choices=["check"])
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--json", action="store_true", help="one JSON object a line on stdout, one for each message")


def run(arguments: argparse.Namespace) -> int:
    """An answer for each message; 1 if a file could not be read or a message did not pass its check."""
    worst = 0
    for name in arguments.files:
        try:
            with Path(name).open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        except OSError as error:
            if arguments.json:
                answer({"file": name, "error": error.strerror})
            say(f"{name}: {error.strerror}")
            worst = 1
            continue
        for result in check_bytes(data, name):
            answer(result.as_json()) if arguments.json else _tell(result)
            worst = max(worst, 0 if result.ok else 1)
    return worst


def _tell(result: CheckResult) -> None:
    named = f"{result.type or 'not an HL7 message'} {result.control_id}".rstrip()
    line(f"{result.file}: {named}: {f'answered {result.ack}' if result.ack else 'an answer itself'}")
    for finding in result.findings:
        line(f"  {finding.severity}: {finding.where}: {finding.words} [{finding.code}]")
