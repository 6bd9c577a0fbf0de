"""``medoffice ccda check|show FILE...``: what clinical documents are, what in them was read, what they say.

No database needed.
"""

import argparse
from pathlib import Path

from medoffice.config.output import answer, line, say, words_of
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.xml_trees import MOST_BYTES
from medoffice.standards.ccda.api import document_as_check, document_as_json, document_in_words, read_document
from medoffice.standards.ccda.types import Document


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``check`` and ``show``, files, ``--json``."""
    parser.add_argument("what", choices=["check", "show"])
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--json", action="store_true", help="one JSON object a line on stdout")


def run(arguments: argparse.Namespace) -> int:
    """An answer for each file; 1 if one could not be read or did not pass its check."""
    tell = _check if arguments.what == "check" else _show
    worst = 0
    for name in arguments.files:
        try:
            with Path(name).open("rb") as file:
                document = read_document(file.read(MOST_BYTES + 1))
            worst = max(worst, tell(name, document, as_json=arguments.json))
        except OSError as error:
            worst = _bad(name, str(error.strerror), as_json=arguments.json)
        except Refusal as refusal:
            worst = _bad(name, words_of(refusal), as_json=arguments.json)
    return worst


def _check(name: str, document: Document, *, as_json: bool) -> int:
    found = document_as_check(document)
    if as_json:
        answer({"file": name, **found})
    else:
        counts = ", ".join(f"{count} {kind}" for kind, count in found["entries"].items() if count) or "no entries"
        passes = "passes" if found["ok"] else "does not pass"
        line(f"{name}: {found['kind']}: {passes}; {counts}; {found['read']} of {found['coded']} coded entries read")
        for finding in document.findings:
            line(f"  {finding.severity}: {finding.where}: {finding.words} [{finding.code}]")
    return 0 if found["ok"] else 1


def _show(name: str, document: Document, *, as_json: bool) -> int:
    if as_json:
        answer({"file": name, **document_as_json(document)})
    else:
        line(f"{name}\n{document_in_words(document)}")
    return 0


def _bad(name: str, words: str, *, as_json: bool) -> int:
    """Bad input: an object with ``error`` if asked for JSON, and words in any case."""
    if as_json:
        answer({"file": name, "error": words})
    say(f"{name}: {words}")
    return 1
