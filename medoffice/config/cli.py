"""The command line, a contract: other tools call it.

Each command is a module in ``config/commands`` with ``add_arguments(parser)`` and ``run(arguments) -> exit code``,
loaded when called, so that file commands need no database. With ``--json`` stdout holds one JSON object a line
and nothing else; messages go to stderr; the exit code is not zero when something failed.
"""

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword

from medoffice import __version__
from medoffice.config.output import say, words_of
from medoffice.config.places import use_own_codes, use_own_model
from medoffice.kernel.refusals import Refusal

COMMANDS: dict[str, str] = {
    "run": "the office in a browser; the first run creates the data folder, the database and the owner account",
    "day": "one full office day through the real actions and simulators, then on until every claim is settled",
    "check": "everything that must be true: ledger, audit chain, files, configuration, code sets, queues",
    "worlds": "create, clone, copy, list, migrate or drop worlds",
    "database": "what a PostgreSQL server needs to serve as the office's, and what a pooler needs",
    "reports": "the office in numbers: the views a reporting tool may read, without any patient",
    "backup": "one encrypted file of a world",
    "restore": "a world from such a file",
    "downtime": "the pages for hours without a computer, made now",
    "keys": "the office's own keys: show their numbers, or rotate them",
    "import": "lists of the outside world that an office brings in itself",
    "codes": "search, suggest and check diagnosis codes",
    "transcribe": "recordings in, a draft with word times and a formatted report out; on this machine alone",
    "format": "spoken words in, a formatted report out, with flags for what a person must look at",
    "x12": "say what X12 files are, check them, show them",
    "ccda": "what clinical documents (C-CDA) say, and what in them was read",
    "lab-link": "takes in what laboratories send over a wire, in its own process",
    "simulate": "a counterpart of the office that is made up, in its own process: lab",
    "hl7": "what HL7 messages are, what stands against them, how they would be answered",
    "remit": "post a remittance file, or show what it would post",
    "bench": "the benchmarks, with the peers where they are installed",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    parser = argparse.ArgumentParser(prog="medoffice", description="The whole medical office in one program.")
    parser.add_argument("--version", action="version", version=f"medoffice {__version__}")
    choices = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    arguments = list(sys.argv[1:] if argv is None else argv)
    for name, words in COMMANDS.items():
        added = choices.add_parser(name, help=words, description=words)
        if arguments[:1] == [name]:
            module = import_module(f"medoffice.config.commands.{name.replace('-', '_')}{'_' * iskeyword(name)}")
            module.add_arguments(added)
            added.set_defaults(run=module.run)
    parsed = parser.parse_args(arguments)
    use_own_codes()
    use_own_model()
    try:
        code = int(parsed.run(parsed))
        sys.stdout.flush()
    except Refusal as refusal:
        say(words_of(refusal))
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever reads our answers has read enough; the interpreter's own flush must not complain
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        say("The disk is full: the answer could not be written.")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code
