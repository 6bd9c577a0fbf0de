"""The golden cases of the edits that rest on loaded lists: for each, what is found and how much it matters."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from medoffice.kernel.findings import Severity
from medoffice.revenue.code_lists.types import CoverageOf, Known
from medoffice.revenue.coding.rules.edits import LIFTING, edits
from medoffice.revenue.coding.rules.visited import Earlier, Line, PayerKind, Visited, payer_kind
from medoffice.standards.code_lists.types import AddOnRow, PairMark, PairRow, UnitsMark, UnitsRow, ValueRow

ON = date(2026, 7, 1)
SINCE = date(2024, 1, 1)
ZERO = Decimal(0)


def pair(first: str, second: str, mark: PairMark) -> tuple[tuple[str, str], PairRow]:
    return (first, second), PairRow(first, second, SINCE, None, mark, "Made-up reason")


def value(code: str, days: str) -> tuple[str, ValueRow]:
    return code, ValueRow(code, "", "A", ZERO, ZERO, ZERO, ZERO, days, "0", "2", "1", ZERO)


KNOWN = Known(
    pairs=dict(
        [
            pair("Z9901", "Z9902", PairMark.NEVER),
            pair("Z9901", "Z9903", PairMark.WITH_MODIFIER),
            pair("Z9901", "Z9904", PairMark.NOT_APPLICABLE),
        ]
    ),
    pairs_until="Z9999",
    units={
        "Z9910": UnitsRow("Z9910", 2, UnitsMark.LINE, ""),
        "Z9911": UnitsRow("Z9911", 1, UnitsMark.DAY_ABSOLUTE, ""),
        "Z9912": UnitsRow("Z9912", 3, UnitsMark.DAY_CLINICAL, ""),
    },
    add_ons={
        "Z9920": (AddOnRow("Z9920", "Z9901", 1, SINCE, None),),
        "Z9921": (AddOnRow("Z9921", "", 2, SINCE, None),),
        "Z9922": (AddOnRow("Z9922", "Z9901", 3, SINCE, None),),
    },
    values=dict([value("Z9930", "010"), value("Z9931", "090"), value("Z9932", "000"), value("Z9900", "XXX")]),
    coverage={
        "Z9940": (
            CoverageOf("500", "Made-up test", frozenset({"E11.9"}), frozenset({"Z00.00"})),
            CoverageOf("501", "The same", frozenset({"I10"}), frozenset()),
        )
    },
    national={
        "Z9950": (CoverageOf("190.99", "Made-up assay", frozenset({"E11.9"}), frozenset({"Z00.00"}), "2"),),
        "Z9951": (CoverageOf("20.99", "Made-up device", frozenset(), frozenset(), "3"),),
        "Z9952": (CoverageOf("20.98", "Made-up service", frozenset(), frozenset(), "1"),),
    },
)
DX = ("E11.9", "Z00.00", "R05.9", "I10")
VISIT = Line(1, "Z9900", "visit")


def done(code: str, *marks: str, line: int = 2, units: int = 1, pointers: Iterable[int] = (1,)) -> Line:
    return Line(line, code, "procedure", marks, units, tuple(pointers))


def found(
    *lines: Line, payer: PayerKind = PayerKind.MEDICARE, known: Known = KNOWN, earlier: tuple[Earlier, ...] = ()
) -> list[str]:
    seen = replace(Visited(ON, payer, DX, lines, known), earlier=earlier)
    marks = {Severity.ERROR: "!", Severity.WARNING: "?", Severity.INFO: "."}
    return [f"{marks[one.severity]}{one.code}@{one.where}" for one in edits(seen)]


def visit(*marks: str) -> Line:
    return replace(VISIT, modifiers=marks)


GOLDEN: dict[str, tuple[tuple[Line, ...], list[str]]] = {
    "nothing coded": ((), []),
    "a visit alone": ((VISIT,), []),
    "a pair that is never paid": ((done("Z9901", line=1), done("Z9902")), ["!ncci-never@service 2"]),
    "the other way round on the claim": ((done("Z9902", line=1), done("Z9901")), ["!ncci-never@service 1"]),
    "never, whatever modifier": ((done("Z9901", line=1), done("Z9902", "59")), ["!ncci-never@service 2"]),
    "a pair without modifier": ((done("Z9901", line=1), done("Z9903")), ["!ncci-pair@service 2"]),
    "a pair with XS": ((done("Z9901", line=1), done("Z9903", "XS")), [".ncci-lifted@service 2"]),
    "a pair with the side": ((done("Z9901", line=1), done("Z9903", "RT")), [".ncci-lifted@service 2"]),
    "the modifier on the first": ((done("Z9901", "59", line=1), done("Z9903")), [".ncci-lifted@service 2"]),
    "a modifier that lifts nothing": ((done("Z9901", line=1), done("Z9903", "GA")), ["!ncci-pair@service 2"]),
    "an edit that does not apply": ((done("Z9901", line=1), done("Z9904")), []),
    "half a pair": ((done("Z9902"),), []),
    "the first twice": ((done("Z9901", line=1), done("Z9901", "76")), []),
    "most units a line": ((done("Z9910", units=2),), []),
    "too many a line": ((done("Z9910", units=3),), ["!units-many@service 2"]),
    "two lines of two": ((done("Z9910", units=2), done("Z9910", "76", line=3, units=2)), []),
    "most units a day": ((done("Z9911"),), []),
    "too many a day, in two lines": ((done("Z9911"), done("Z9911", "76", line=3)), ["!units-many@service 2"]),
    "most clinical units": ((done("Z9912", units=3),), []),
    "more than usual": ((done("Z9912", units=4),), ["?units-many@service 2"]),
    "no most known": ((done("Z9913", units=99),), []),
    "add-on beside its primary": ((done("Z9901", line=1), done("Z9920")), []),
    "add-on alone": ((done("Z9920"),), ["!add-on-alone@service 2"]),
    "add-on beside another": ((done("Z9913", line=1), done("Z9920")), ["!add-on-alone@service 2"]),
    "add-on beside an add-on": (
        (done("Z9921", line=1), done("Z9920")),
        ["!add-on-alone@service 1", "!add-on-alone@service 2"],
    ),
    "add-on that the payer decides": ((done("Z9913", line=1), done("Z9921")), ["?add-on-payer@service 2"]),
    "add-on of an open list, named": ((done("Z9901", line=1), done("Z9922")), []),
    "add-on of an open list, other": ((done("Z9913", line=1), done("Z9922")), ["?add-on-payer@service 2"]),
    "add-on of an open list, alone": ((done("Z9922"),), ["!add-on-alone@service 2"]),
    "visit with a minor procedure": ((VISIT, done("Z9930")), ["?global-same-day@service 1"]),
    "visit with one of no days": ((VISIT, done("Z9932")), ["?global-same-day@service 1"]),
    "visit with 25": ((visit("25"), done("Z9930")), []),
    "visit with an operation": ((VISIT, done("Z9931")), ["?global-same-day@service 1"]),
    "visit with 57": ((visit("57"), done("Z9931")), []),
    "a procedure alone": ((done("Z9931"),), []),
    "supported": ((done("Z9940"),), []),
    "supported by the other article": ((done("Z9940", pointers=[4]),), []),
    "one of two supports": ((done("Z9940", pointers=[3, 1]),), []),
    "said not to support": ((done("Z9940", pointers=[2]),), ["?not-supported@service 2"]),
    "not listed": ((done("Z9940", pointers=[3]),), ["?not-supported@service 2"]),
    "supported nationally": ((done("Z9950"),), []),
    "nationally not listed": ((done("Z9950", pointers=[3]),), ["?not-supported@service 2"]),
    "nationally said not to support": ((done("Z9950", pointers=[2]),), ["?not-supported@service 2"]),
    "covered nowhere": ((done("Z9951"),), ["?not-supported@service 2"]),
    "covered without a list of diagnoses": ((done("Z9952", pointers=[3]),), []),
}


@pytest.mark.parametrize("name", GOLDEN)
def test_golden_cases(name: str) -> None:
    lines, expected = GOLDEN[name]
    assert found(*lines) == expected


@pytest.mark.parametrize("name", GOLDEN)
def test_for_others_than_medicare_and_medicaid_nothing_stops_the_release(name: str) -> None:
    lines, expected = GOLDEN[name]
    softer = [one.replace("!", "?") for one in expected if "not-supported" not in one]
    assert found(*lines, payer=PayerKind.OTHER) == softer


@pytest.mark.parametrize(
    ("days_before", "days", "marks", "told"),
    [
        (1, 10, (), True),
        (10, 10, (), True),
        (11, 10, (), False),
        (90, 90, (), True),
        (91, 90, (), False),
        (5, 0, (), False),
        (5, 10, ("24",), False),
        (5, 90, ("79",), False),
        (0, 10, (), False),
    ],
)
def test_a_visit_within_the_days_of_an_earlier_procedure_is_told(
    days_before: int, days: int, marks: tuple[str, ...], told: bool
) -> None:
    before = Earlier("Z9930", date.fromordinal(ON.toordinal() - days_before), days)
    expected = ["?global-period@service 1"] if told else []
    assert found(visit(*marks), earlier=(before,)) == expected


@pytest.mark.parametrize(
    ("remote", "lines", "said"),
    [
        (True, (VISIT,), ["remote-unsaid"]),
        (True, (visit("95"),), []),
        (True, (visit("93"),), []),
        (True, (done("Z9932"),), []),
        (False, (VISIT,), []),
        (False, (visit("95"),), ["remote-said"]),
    ],
)
def test_p54_a_visit_at_a_distance_says_so_and_no_other_does(
    remote: bool, lines: tuple[Line, ...], said: list[str]
) -> None:
    told = edits(Visited(ON, PayerKind.OTHER, DX, lines, KNOWN, remote=remote))
    found_ = [one for one in told if one.code.startswith("remote")]
    assert [one.code for one in found_] == said
    assert all(one.severity is Severity.WARNING for one in found_), "it stops nobody"


@pytest.mark.parametrize(
    "known",
    [
        replace(KNOWN, pairs=None),
        replace(KNOWN, units=None),
        replace(KNOWN, add_ons=None),
        replace(KNOWN, values=None),
        replace(KNOWN, coverage=None),
        replace(KNOWN, national=None),
    ],
)
def test_what_is_not_loaded_never_passes(known: Known) -> None:
    assert found(VISIT, known=known) == ["?not-loaded@lists"]
    nothing = Known(None, "", None, None, None, None)
    (one,) = edits(Visited(ON, PayerKind.MEDICARE, DX, (VISIT,), nothing))
    assert one.words == (
        "Not checked, for no list is loaded for 07/01/2026: NCCI pairs, most units, add-on codes, global days, "
        "local coverage, national coverage."
    )


def test_local_and_national_coverage_are_each_asked_for_itself() -> None:
    national: dict[str, tuple[CoverageOf, ...]] = {
        "Z9940": (CoverageOf("190.98", "The other", frozenset({"E11.9"}), frozenset(), "1"),)
    }
    known, lines = replace(KNOWN, national=national), (done("Z9940", pointers=[4]),)
    (one,) = edits(Visited(ON, PayerKind.MEDICARE, DX, lines, known))
    assert one.words.startswith(
        "I10: not among the diagnoses that Medicare's national determination 190.98 (The other)"
    )
    assert found(*lines, payer=PayerKind.OTHER, known=known) == []


def test_a_list_of_pairs_that_ends_before_a_code_says_nothing_of_it() -> None:
    assert found(VISIT, known=replace(KNOWN, pairs_until="Z9899")) == ["?not-loaded@lists"]


def test_every_finding_says_what_to_do() -> None:
    for lines, _ in GOLDEN.values():
        for one in edits(Visited(ON, PayerKind.MEDICARE, DX, lines, KNOWN)):
            assert one.words.endswith((".", ".)"))
            assert any(way in one.words for way in ("emove", "Mend", "ook", "must show", "payer's", "else")), one.words


def test_filing_indicators_say_whose_edits_hold() -> None:
    assert [payer_kind(code).value for code in ("MB", "MA", "MC", "CI", "WC", "")] == [
        "medicare",
        "medicare",
        "medicaid",
        "other",
        "other",
        "other",
    ]
    assert {"25", "59", "XE", "RT"} <= LIFTING
