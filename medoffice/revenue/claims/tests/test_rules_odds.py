"""What a payer made of a service before: shares with their interval, amounts by the unit, and too few say nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.kernel.money import Money
from medoffice.revenue.claims.rules.odds import FEW, Answered, Asked, allowed, interval, shares
from medoffice.revenue.claims.rules.reasons import Reason

ASKED = Asked("ZZ001", frozenset(), "I10")


def answered(
    paid: int, *reasons: Reason, code: str = "ZZ001", units: int = 1, marks: tuple[str, ...] = (), first: str = "I10"
) -> Answered:
    return Answered(code, frozenset(marks), units, first, Money(15000), Money(paid), reasons)


PAID = answered(8000, Reason("CO", "45", Money(5000)), Reason("PR", "3", Money(2000)))
DENIED = answered(0, Reason("CO", "16", Money(15000)))


@pytest.mark.parametrize(
    ("denied", "lines", "ends"),
    [(0, 0, (0, 100)), (0, 10, (0, 28)), (10, 10, (72, 100)), (1, 10, (1, 41)), (5, 10, (23, 77)), (50, 100, (40, 60))],
)
def test_the_interval_is_wilsons(denied: int, lines: int, ends: tuple[int, int]) -> None:
    assert interval(denied, lines) == ends


@given(st.integers(0, 400).flatmap(lambda lines: st.tuples(st.integers(0, lines), st.just(lines))))
def test_the_share_lies_in_its_interval_and_more_lines_say_more(told: tuple[int, int]) -> None:
    denied, lines = told
    low, high = interval(denied, lines)
    assert 0 <= low <= high <= 100
    if lines:
        assert low <= 100 * denied / lines <= high
        wider = interval(denied * 4, lines * 4)
        assert wider[1] - wider[0] <= high - low


def test_a_contract_and_the_patients_share_are_no_denial() -> None:
    assert (PAID.denied, DENIED.denied) == (False, True)
    assert not answered(0, Reason("PR", "1", Money(15000))).denied  # all of it the patient's deductible
    assert not answered(4000, Reason("CO", "16", Money(11000))).denied  # paid in part


def test_shares_are_of_the_code_then_of_its_modifiers_then_of_the_first_diagnosis() -> None:
    other = answered(0, Reason("CO", "11", Money(15000)), first="E11.9")
    marked = answered(8000, marks=("25",))
    history = [*[PAID] * 10, *[DENIED] * 5, other, *[marked] * 4, answered(0, code="ZZ002")]
    told = shares(ASKED, history)
    assert [(one.of, one.denied, one.lines) for one in told] == [
        ("this code", 6, 20),
        ("without a modifier", 6, 16),
        ("without a modifier, for I10", 5, 15),
    ]
    assert told[0].reasons == (("16", 5), ("11", 1))
    assert (told[0].percent, told[0].says) == (30, True)
    assert [one.of for one in shares(Asked("ZZ001", frozenset({"59", "25"}), ""), history)] == [
        "this code",
        "with 25 59",
    ]


@pytest.mark.parametrize(("lines", "says"), [(FEW - 1, False), (FEW, True)])
def test_too_few_say_nothing(lines: int, says: bool) -> None:
    told = shares(ASKED, [PAID] * lines)
    assert [one.says for one in told] == [says] * 3
    assert (allowed(ASKED, [PAID] * lines).middle is not None) is says


def test_what_was_allowed_is_by_the_unit_and_without_what_is_open() -> None:
    double = answered(20000, Reason("PR", "2", Money(4000)), units=2)
    found = allowed(ASKED, [*[PAID] * 9, double, DENIED, answered(9000, marks=("25",))])
    assert (found.lines, found.middle, found.low, found.high) == (10, Money(10000), Money(10000), Money(10000))
    assert found.middle is not None
