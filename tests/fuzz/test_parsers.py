"""Every parser, fed what it failed on once and some inputs near good ones; and proof that a fault would be seen.

The long run, guided by coverage, is ``python -m tests.fuzz --executions 2000000``; ``make soak`` runs a shorter one.
"""

from random import Random

import pytest

from medoffice.kernel import facts
from tests.figures import figure
from tests.fuzz import feeding
from tests.fuzz.__main__ import FOUND, run
from tests.fuzz.feeding import Report, feed, mutated
from tests.fuzz.parsers import PARSERS, Parser, forms, plain, taken


def fed(parser: Parser, *inputs: bytes) -> Report:
    report = Report(parser.name)
    for data in inputs:
        feed(parser, data, report)
    return report


@pytest.mark.parametrize("parser", PARSERS, ids=lambda parser: plain(parser.name))
def test_a_parser_answers_whatever_it_is_given(parser: Parser) -> None:
    seeds, chance = taken(parser.seeds()), Random(parser.name)
    once = [path.read_bytes() for path in sorted((FOUND / plain(parser.name)).glob("*"))]
    near = [mutated(chance.choice(seeds), chance, parser.words, chance.choice(seeds)) for _ in range(150)]
    fed(parser, seeds[0])  # what it reads once is no input's time
    report = fed(parser, *once, *seeds, *near)
    assert report.faults == {}
    assert report.executions == len(once) + len(seeds) + 150


def test_what_was_found_belongs_to_a_parser() -> None:
    assert {path.name for path in FOUND.iterdir()} <= {plain(parser.name) for parser in PARSERS}


def _breaks(data: bytes) -> None:
    if b"boom" in data:
        raise IndexError(data)


def _leaves(data: bytes) -> None:
    raise SystemExit(data.decode())


def test_a_fault_a_long_think_and_a_large_memory_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeding, "MOST_MEMORY", 1 << 40)  # other tests have filled this process
    whole = Parser("planted", _breaks, list)
    report = fed(whole, b"calm", b"a boom", b"another boom")
    assert list(report.faults.values()) == [b"a boom".hex()]  # one place, told once
    assert report.faults.popitem()[0].startswith("IndexError at test_parsers.py")
    assert report.wrong() == []
    (left,) = fed(Parser("leaves", _leaves, list), b"x").faults
    assert left.startswith("SystemExit at test_parsers.py")
    refusing = fed(Parser("refuses", _breaks, list, (IndexError,)), b"boom")
    assert (refusing.refused, refusing.wrong()) == (1, [])
    monkeypatch.setattr(feeding, "LONGEST", 0.0)
    assert "too slow" in fed(whole, b"calm").faults
    monkeypatch.setattr(feeding, "MOST_MEMORY", 1)
    assert any(words.endswith(" MB") for words in fed(whole, b"calm").wrong())
    assert fed(whole).wrong() == ["planted: nothing was fed"]


def test_every_form_and_every_kept_fact_is_among_them() -> None:
    assert len(forms()) > 30
    assert len(facts._types.values()) >= 3


@pytest.mark.soak
def test_guided_by_coverage_nothing_is_unhandled_slow_or_large() -> None:
    reports = run(200_000, 2)
    executions, slowest = sum(report.executions for report in reports), max(report.slowest for report in reports)
    memory = max(report.memory_kb for report in reports) // 1024
    figure("fuzzing", f"{executions} executions, {len(reports)} parsers", "2,000,000 by `python -m tests.fuzz`")
    figure("fuzzing, slowest input", f"{slowest:.2f} s of the processor, {memory} MB", "1 s, 512 MB")
    assert [words for report in reports for words in report.wrong()] == []
    assert executions > 190_000
