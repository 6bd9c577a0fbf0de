"""``medoffice codes search|suggest|check``: codes by words, by a note, and whether they hold. No database."""

import argparse
import json
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

from medoffice.config.output import answer, line, say
from medoffice.kernel import clock
from medoffice.kernel.findings import has_errors
from medoffice.standards.suggestions.api import suggest
from medoffice.standards.suggestions.types import Suggested, Suggestion
from medoffice.standards.terminology.api import check_claim_codes, codes_search, icd10_check


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``search TEXT | --queries FILE``, ``suggest FILE...|-`` or ``check CODE...|FILE...``, a date, ``--json``."""
    verbs = parser.add_subparsers(dest="what", required=True, metavar="search|suggest|check")
    search = verbs.add_parser("search", help="find codes by words")
    search.add_argument("words", nargs="*", metavar="TEXT")
    search.add_argument("--queries", metavar="FILE", help="one query a line")
    search.add_argument("--limit", type=_positive, default=10)
    check = verbs.add_parser("check", help="do these codes, or the claims of these files, hold on the date?")
    check.add_argument("words", nargs="+", metavar="CODE|FILE")
    noted = verbs.add_parser("suggest", help="the codes that a note supports, with the words they rest on")
    noted.add_argument("words", nargs="+", metavar="FILE", help="a note as text; - reads stdin")
    noted.add_argument("--sex", choices=("F", "M"), default="")
    noted.add_argument("--born", type=date.fromisoformat, default=None, metavar="DATE")
    for verb in (search, noted, check):
        verb.add_argument("--date", type=date.fromisoformat, default=None, help="date of service (default today)")
        verb.add_argument("--json", action="store_true", help="one JSON object a line on stdout")


def run(arguments: argparse.Namespace) -> int:
    """One answer a query, code or file; 1 if a checked code does not hold on the date or a file cannot be read."""
    on = arguments.date or clock.real_today()
    if arguments.what == "check":
        return max(_check(word, on, as_json=arguments.json) for word in arguments.words)
    if arguments.what == "suggest":
        suggest("pain", on)  # loads the dictionary, so that no note is charged for it
        return max(_suggest(name, on, arguments) for name in arguments.words)
    try:
        queries = _queries(arguments)
    except (OSError, ValueError) as error:
        words = error.strerror if isinstance(error, OSError) else "not UTF-8 text"
        if arguments.json:
            answer({"file": arguments.queries, "error": words})
        say(f"{arguments.queries}: {words}")
        return 1
    if not queries:
        say("Say what to search for: codes search TEXT, or codes search --queries FILE.")
        return 2
    codes_search("pain", on, 1)  # loads the vocabulary, so that no query is charged for it
    for query in queries:
        found = codes_search(query, on, arguments.limit)
        if arguments.json:
            answer(found)
            continue
        line(query)
        for hit in found["results"]:
            line(f"  {hit['code']:<9} {hit['title']}")
    return 0


def _suggest(name: str, on: date, arguments: argparse.Namespace) -> int:
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        words = error.strerror or "cannot be read" if isinstance(error, OSError) else "not UTF-8 text"
        if arguments.json:
            answer({"file": name, "error": words})
        say(f"{name}: {words}")
        return 1
    began = time.perf_counter()
    made = suggest(text, on, sex=arguments.sex, born=arguments.born)
    spent = round((time.perf_counter() - began) * 1000, 2)
    if arguments.json:
        answer({"file": name, **_as_json(made), "ms": spent})
        return 0
    line(f"{name}{': ' + made.not_loaded if made.not_loaded else ''}")
    for one in made.offered:
        quotes = "; ".join(f"“{' '.join(text[start:end].split())}”" for start, end in one.spans[:2])
        line(f"  {one.code:<9} {one.score:.2f} {one.title}: {quotes}")
    for left in made.rejected:
        line(f"  not {left.code}: {' '.join(left.reason.split())} [{left.rule}]")
    return 0


def _as_json(made: Suggested) -> dict[str, object]:
    """``codes`` are offered; ``more`` are less sure; ``rejected`` are no ground, with the reason."""

    def told(one: Suggestion) -> dict[str, object]:
        spans = [list(span) for span in one.spans]
        found = {"code": one.code, "title": one.title, "score": one.score, "spans": spans, "rules": list(one.rules)}
        return {**found, "detail": one.more} if one.more else found

    rejected = [
        {"code": one.code, "title": one.title, "span": [one.start, one.end], "reason": one.reason, "rule": one.rule}
        for one in made.rejected
    ]
    answers = {"codes": [told(one) for one in made.offered], "more": [told(one) for one in made.more]}
    return {**answers, "rejected": rejected, "not_loaded": made.not_loaded}


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


def _queries(arguments: argparse.Namespace) -> list[str]:
    """What was typed, then the lines of the file that are not blank."""
    typed = [" ".join(arguments.words)] if arguments.words else []
    if not arguments.queries:
        return typed
    lines = Path(arguments.queries).read_text(encoding="utf-8-sig").splitlines()
    return [*typed, *filter(None, map(str.strip, lines))]


def _check(word: str, on: date, *, as_json: bool) -> int:
    """A word that is the name of a file, or looks like one, is a file of claims; any other is a code."""
    if Path(word).is_file() or set(word) & {"/", "\\"} or word.lower().endswith((".json", ".jsonl")):
        return _check_file(word, on, as_json=as_json)
    return _check_code(word, on, as_json=as_json)


def _check_file(name: str, on: date, *, as_json: bool) -> int:
    try:
        claims = _claims(Path(name).read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        words = error.strerror or "cannot be read" if isinstance(error, OSError) else f"not JSON: {error}"
        if as_json:
            answer({"file": name, "error": words})
        say(f"{name}: {words}")
        return 1
    findings = []
    for place, claim in enumerate(claims, 1):
        before = f"claim {place}, " if len(claims) > 1 else ""
        findings += [replace(found, where=before + found.where) for found in check_claim_codes(claim, on)]
    ok = not has_errors(findings)
    if as_json:
        answer({"file": name, "ok": ok, "findings": [found.as_json() for found in findings]})
    else:
        line(f"{name}: {'passes' if ok else 'does not pass'}")
        for found in findings:
            line(f"  {found.severity}: {found.where}: {found.words} [{found.code}]")
    return 0 if ok else 1


def _claims(text: str) -> list[object]:
    """The claims of a file: one object, a list of them, or one object a line. Raises ValueError if it is no JSON."""
    try:
        whole = _json(text)
    except ValueError:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < 2:
            raise
        return [_json(line) for line in lines]
    return whole if isinstance(whole, list) else [whole]


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error


def _check_code(code: str, on: date, *, as_json: bool) -> int:
    findings = icd10_check(code, on)
    if as_json:
        answer({"code": code, "date": on.isoformat(), "findings": [finding.as_json() for finding in findings]})
    else:
        words = "; ".join(finding.words for finding in findings) or "valid and billable"
        line(f"{code} on {on}: {words}")
    return 1 if any(finding.severity == "error" for finding in findings) else 0
