"""What a person said, put into a payment: sums stay to the cent, and what is worked next."""

from dataclasses import replace
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from medoffice.kernel.ids import new_id
from medoffice.kernel.money import Money
from medoffice.revenue.claims.rules.denials import group_words, may_bill_patient, still_open
from medoffice.revenue.claims.rules.matching import match_lines
from medoffice.revenue.claims.rules.reasons import Reason
from medoffice.revenue.claims.rules.resolving import overdrawn, place_adjustments, spread, without_lines
from medoffice.revenue.claims.rules.worklist import next_of
from medoffice.revenue.claims.types import ClaimLine
from medoffice.standards.x12.types import Adjustment, ClaimRemit, LineRemit, Procedure

CENTS = st.integers(-500_000, 500_000)
WEIGHTS = st.lists(st.integers(0, 90_000).map(Money), min_size=1, max_size=12)


def line(charge: int, paid: int, code: str = "ZZ001") -> LineRemit:
    """A payer's line."""
    return LineRemit(Procedure(code, ()), Money(charge), Money(paid))


def ours(code: str, cents: int, number: int = 1) -> ClaimLine:
    """A line of ours."""
    return ClaimLine(new_id(), number, new_id(), f"L{number}", code, (), 1, (1,), Money(cents))


@given(CENTS, WEIGHTS)
def test_shares_sum_to_the_amount_and_none_is_a_cent_from_its_weight(cents: int, weights: list[Money]) -> None:
    parts, total = spread(Money(cents), weights), sum(weight.cents for weight in weights)
    assert Money.total(parts) == Money(cents)
    assert [-part for part in parts] == spread(Money(-cents), weights)
    for part, weight in zip(parts, weights, strict=True):
        assert not total or abs(part.cents * total - cents * weight.cents) < total


def test_cents_left_over_go_to_the_largest_remainder() -> None:
    assert spread(Money(100), [Money(1), Money(1), Money(1)]) == [Money(34), Money(33), Money(33)]
    assert spread(Money(10), [Money(1), Money(19)]) == [Money(1), Money(9)]
    assert spread(Money(10), [Money(), Money()]) == [Money(10), Money()]


def test_an_adjustment_comes_off_the_line_a_person_named_or_off_all() -> None:
    whole = ClaimRemit("C", "1", Money(300), Money(170))
    decided = replace(whole, adjustments=(Adjustment("CO", "45", Money(30)), Adjustment("PR", "1", Money(100))))
    lines = place_adjustments(decided, [line(100, 100), line(200, 200)], {0: None, 1: 1})
    assert [one.paid.cents for one in lines] == [90, 80]
    assert [[(a.reason, a.amount.cents) for a in one.adjustments] for one in lines] == [
        [("45", 10)],
        [("45", 20), ("1", 100)],
    ]
    assert all(one.charge - Money.total(a.amount for a in one.adjustments) == one.paid for one in lines)
    assert overdrawn(lines) is None
    assert overdrawn(place_adjustments(decided, [line(100, 100), line(200, 200)], {0: 0, 1: 0})) is not None
    assert overdrawn([line(-100, -80)]) is None


def test_a_line_that_is_not_ours_takes_its_money_out_of_the_decision() -> None:
    decided = ClaimRemit("C", "1", Money(300), Money(170), lines=(line(100, 70), line(200, 100)))
    left = without_lines(decided, {1})
    assert (left.charge, left.paid, left.lines) == (Money(100), Money(70), decided.lines[:1])


def test_what_a_person_said_comes_before_what_looks_alike() -> None:
    first, second = ours("ZZ001", 100), ours("ZZ001", 100, 2)
    remitted = [line(100, 90), line(100, 90)]
    assert match_lines(remitted, [first, second]) == [None, None]
    assert match_lines(remitted, [first, second], {0: second.id}) == [second.id, first.id]
    assert match_lines(remitted[:1], [first], {0: new_id()}) == [first.id]


def test_only_what_is_not_co_may_become_the_patients() -> None:
    co, oa, pr = Reason("CO", "16", Money(50)), Reason("OA", "109", Money(30)), Reason("PR", "1", Money(20))
    assert still_open([co, oa, pr], Money(), Money(500)) == Money(80)
    assert still_open([co, oa], Money(30), Money(500)) == Money(50)
    assert still_open([co, oa], Money(), Money(60)) == Money(60)
    assert still_open([co], Money(70), Money(60)) == Money()
    assert still_open([co], Money(), Money(-10)) == Money()
    assert may_bill_patient([co, oa, pr], Money(), Money(80)) == Money(30)
    assert may_bill_patient([co, oa], Money(30), Money(50)) == Money()
    assert may_bill_patient([co, oa], Money(), Money(20)) == Money(20)
    assert "may not be billed" in group_words("CO")
    assert "do not know" in group_words("XX")


def test_the_next_of_a_list_is_the_one_behind_that_still_waits() -> None:
    a, b, c, d = (UUID(int=n) for n in range(4))
    assert next_of([a, b, c], [a, c], b) == c
    assert next_of([a, b, c], [a, b], c) == a
    assert next_of([a, b, c], [a, d], b) == a
    assert next_of([], [], a) is None
    assert next_of([a], [a], a) is None
