"""``medoffice reports list|show``: the views of the schema ``report``, read as the role that may read nothing else."""

import argparse
import csv
import sys

from medoffice.config.output import answer, line
from medoffice.config.server import chosen_world, database
from medoffice.kernel.refusals import Refusal


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The verb, a report, ``--world``, ``--json``."""
    parser.add_argument("what", choices=["list", "show"])
    parser.add_argument("name", nargs="?", metavar="REPORT", help="show REPORT: its rows, with commas between")
    parser.add_argument("--world", metavar="W", help="which world (default: the practice's own)")
    parser.add_argument("--json", action="store_true", help="one JSON object a line on stdout")


def run(arguments: argparse.Namespace) -> int:
    """List what there is, or show the rows of one. Raises Refusal if there is no such report."""
    with database():
        from medoffice.kernel.worlds import current
        from medoffice.kernel.worlds.reports import report_rows, reports

        if arguments.what == "list":
            for name, report in reports.items():
                _told({"report": name, "says": report.says}, f"{name:<28}{report.says}", as_json=arguments.json)
            return 0
        if arguments.name not in reports:
            raise Refusal("no-report", f"There is no report {arguments.name}.", "See `medoffice reports list`.")
        with current.use(chosen_world(arguments.world), current.REPORT):
            columns, rows = report_rows(arguments.name)
            if arguments.json:
                for row in rows:
                    answer(dict(zip(columns, row, strict=True)))
            else:
                csv.writer(sys.stdout, lineterminator="\n").writerows([columns, *rows])
    return 0


def _told(found: dict[str, object], words: str, *, as_json: bool) -> None:
    if as_json:
        answer(found)
    else:
        line(words)
