"""``medoffice codes search|check``: find ICD-10-CM codes by words; check codes on a date. No database needed."""

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from medoffice.kernel import clock
from medoffice.standards.terminology.api import codes_search, icd10_check


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``search TEXT | --queries FILE`` or ``check CODE...``, a date, a limit, ``--json``."""
    parser.add_argument("what", choices=["search", "check"])
    parser.add_argument("words", nargs="*", metavar="TEXT|CODE")
    parser.add_argument("--queries", metavar="FILE", help="one query a line")
    parser.add_argument("--date", type=date.fromisoformat, default=None, help="date of service (default today)")
    parser.add_argument("--limit", type=int, default=10)
    parser.add_argument("--json", action="store_true", help="one JSON object a line on stdout")


def run(arguments: argparse.Namespace) -> int:
    """One answer a query or code; 1 if a checked code does not hold on the date."""
    on = arguments.date or clock.real_today()
    if arguments.what == "check":
        return max((_check(code, on, as_json=arguments.json) for code in arguments.words), default=0)
    for query in _queries(arguments):
        answer = codes_search(query, on, arguments.limit)
        if arguments.json:
            sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
            continue
        sys.stdout.write(f"{query}\n")
        for hit in answer["results"]:
            sys.stdout.write(f"  {hit['code']:<9} {hit['title']}\n")
    return 0


def _queries(arguments: argparse.Namespace) -> Iterator[str]:
    if arguments.words:
        yield " ".join(arguments.words)
    if arguments.queries:
        yield from filter(None, map(str.strip, Path(arguments.queries).read_text(encoding="utf-8").splitlines()))


def _check(code: str, on: date, *, as_json: bool) -> int:
    findings = icd10_check(code, on)
    if as_json:
        answer = {"code": code, "date": on.isoformat(), "findings": [finding.as_json() for finding in findings]}
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    else:
        words = "; ".join(finding.words for finding in findings) or "valid and billable"
        sys.stdout.write(f"{code} on {on}: {words}\n")
    return 1 if any(finding.severity == "error" for finding in findings) else 0
