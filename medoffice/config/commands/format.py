"""``medoffice format FILE...``: spoken words in, a formatted report out. No audio, no database, no Django."""

import argparse
import sys
from pathlib import Path

from medoffice.config.output import answer, line, say
from medoffice.standards.dictated.formatting import format_report
from medoffice.standards.dictated.types import Profile

MOST_BYTES = 16 * 2**20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Files, or ``-`` for standard input; the style; ``--json``."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="spoken words or a draft, UTF-8; - for standard input")
    parser.add_argument(
        "--style",
        choices=[profile.value for profile in Profile],
        default=Profile.STRICT.value,
        help="strict: letters as published (b.i.d.), diagnoses spelled out; clinic: twice a day (default strict)",
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line on stdout")


def run(arguments: argparse.Namespace) -> int:
    """An answer for each file; 1 if one could not be read."""
    worst = 0
    for name in arguments.files:
        try:
            spoken = _read(name)
        except (OSError, ValueError) as error:
            words = (error.strerror or "cannot be read") if isinstance(error, OSError) else str(error)
            if arguments.json:
                answer({"file": name, "error": words})
            say(f"{name}: {words}")
            worst = 1
            continue
        found = format_report(spoken, Profile(arguments.style))
        if arguments.json:
            answer({"file": name, "text": found.text, "flags": [flag.as_json() for flag in found.flags]})
            continue
        line(found.text)
        for flag in found.flags:
            say(f"{name}: {flag.kind.value} at {flag.place}: {flag.words}")
    return worst


def _read(name: str) -> str:
    """The words of a file. Raises OSError, or ValueError in words for a person."""
    if name == "-" and sys.stdin is None:
        raise ValueError("Nothing comes in by standard input.")
    if name == "-":
        data = sys.stdin.buffer.read(MOST_BYTES + 1)
    else:
        with Path(name).open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise ValueError(f"This file is larger than {MOST_BYTES // 2**20} MB; a dictation is not.")
    if b"\0" in data:
        raise ValueError("This is not text: it holds bytes that no text has.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError("This text is not in UTF-8; save it as UTF-8 and try again.") from error
    if not text.strip():
        raise ValueError("There are no words in this file.")
    return text
