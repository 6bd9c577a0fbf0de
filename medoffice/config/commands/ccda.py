"""``medoffice ccda check|show|import FILE...``: what clinical documents are and say; ``import`` files them.

``check`` and ``show`` need no database. What is imported waits beside the patient's lists for a person.
"""

import argparse
from pathlib import Path
from typing import Any

from medoffice.config.output import answer, line, say, words_of
from medoffice.config.server import chosen_world, database
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.xml_trees import MOST_BYTES
from medoffice.standards.ccda.api import document_as_check, document_as_json, document_in_words, read_document
from medoffice.standards.ccda.types import Document


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``check``, ``show`` and ``import``, files, ``--json``; whose chart, and in which world."""
    parser.add_argument("what", choices=["check", "show", "import"])
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--patient", metavar="MRN", help="import: the record number of the patient they are about")
    parser.add_argument("--world", metavar="W", help="import: which world (default: the practice's own)")
    parser.add_argument("--json", action="store_true", help="one JSON object a line on stdout")


def run(arguments: argparse.Namespace) -> int:
    """An answer for each file; 1 if one could not be read or did not pass its check."""
    if arguments.what == "import":
        return _import(arguments)
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


def _import(arguments: argparse.Namespace) -> int:
    """Take the files in by the office's own door and file them on the chart; 1 if one was not."""
    if not arguments.patient:
        say("Say whose they are: --patient with the record number.")
        return 1
    worst = 0
    with database():
        from medoffice.kernel.worlds import current

        with current.use(chosen_world(arguments.world)):
            for name in arguments.files:
                try:
                    told = _imported(Path(name), arguments.patient)
                except OSError as error:
                    worst = _bad(name, str(error.strerror), as_json=arguments.json)
                except Refusal as refusal:
                    worst = _bad(name, words_of(refusal), as_json=arguments.json)
                else:
                    answer({"file": name, **told}) if arguments.json else line(f"{name}: {_in_words(told)}")
    return worst


def _imported(path: Path, mrn: str) -> dict[str, Any]:
    """What became of a file. Raises Refusal, OSError."""
    from medoffice.clinic.charting.api import incoming_of
    from medoffice.kernel import facts
    from medoffice.records.documents.api import file_clinical
    from medoffice.records.patients.api import find_by_mrn
    from medoffice.security.types import PROGRAM

    who = find_by_mrn(mrn)
    if who is None:
        raise Refusal("no-patient", f"No patient has the record number {mrn}.", "Look the number up in the office.")
    before = len(incoming_of(PROGRAM, who))
    new = file_clinical(actor=PROGRAM, name=path.name, data=path.read_bytes(), patient_id=who)
    facts.deliver()
    return {"new": new, "came_in": len(incoming_of(PROGRAM, who)) - before}


def _in_words(told: dict[str, Any]) -> str:
    if not told["new"]:
        return "came before and is filed; it is not taken twice"
    return f"filed; {told['came_in']} entries wait beside the lists"


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
