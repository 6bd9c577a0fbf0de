"""Money is exact: what is written is read, sums are whole cents, halves round away from nothing, no float gets in."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.kernel.codec import from_json, to_json
from medoffice.kernel.money import ZERO, Money

amounts = st.integers(-(10**14) + 1, 10**14 - 1).map(Money)


@given(amounts)
def test_what_the_office_writes_is_read_back(amount: Money) -> None:
    assert Money.parse(str(amount)) == amount
    assert Money.parse(amount.plain()) == amount


@given(amounts)
def test_both_ways_of_writing_are_the_exact_decimal(amount: Money) -> None:
    exact = Decimal(amount.cents) / 100
    assert Decimal(amount.plain()) == exact
    assert Decimal(str(amount).replace("$", "").replace(",", "")) == exact
    assert not amount.plain().endswith(".")
    assert "." not in amount.plain() or not amount.plain().endswith("0")


@given(amounts, amounts, amounts)
def test_sums_do_not_hang_on_their_order(a: Money, b: Money, c: Money) -> None:
    assert a + b == b + a
    assert (a + b) + c == a + (b + c) == Money.total([c, a, b])
    assert a - b == a + -b
    assert a - a == ZERO
    assert (a < b) == (a.cents < b.cents)


@given(amounts, st.integers(0, 999))
def test_units_multiply_and_shares_round_half_away_from_zero(amount: Money, number: int) -> None:
    assert amount * number == Money.total([amount] * number)
    exact = (Decimal(amount.cents) * number / 100).quantize(Decimal(1), ROUND_HALF_UP)
    assert amount.share(number).cents == int(exact)
    assert (-amount).share(number) == -amount.share(number)


@given(st.integers(0, 10**10), st.integers(0, 100))
def test_a_share_and_its_rest_are_the_whole(cents: int, percent: int) -> None:
    amount = Money(cents)
    part = amount.share(percent)
    assert part + (amount - part) == amount
    assert ZERO <= part <= amount


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("12", 1200),
        ("12.5", 1250),
        ("-0.05", -5),
        ("$1,234.50", 123450),
        ("-$3", -300),
        (".5", 50),
        (" 8 ", 800),
        ("0.100", 10),
        ("-0", 0),
        ("1.50000", 150),
        ("1,000", 100000),
        ("12,345,678.9", 1234567890),
    ],
)
def test_ways_of_typing(text: str, cents: int) -> None:
    assert Money.parse(text) == Money(cents)


NO_AMOUNTS = """- $ . -. 1.234 1.001 1e3 0x10 NaN inf --1 1- €5 1.2.3 7. ٣ １２
    12,50 1,23 1,2345 ,500 1234,567 1,,000 1,000,00 1,000.5,0 0,5"""


@pytest.mark.parametrize("text", ["", " ", "5 6", "1 000", *NO_AMOUNTS.split()])
def test_what_is_no_amount_is_refused_never_guessed(text: str) -> None:
    with pytest.raises(ValueError, match="not an amount of money"):
        Money.parse(text)


@given(st.text(max_size=30))
def test_any_text_is_an_amount_or_refused(text: str) -> None:
    try:
        amount = Money.parse(text)
    except ValueError:
        return
    assert isinstance(amount.cents, int)
    assert Money.parse(str(amount)) == amount


@pytest.mark.parametrize(
    ("cents", "written", "plain"),
    [
        (0, "$0.00", "0"),
        (5, "$0.05", "0.05"),
        (-5, "-$0.05", "-0.05"),
        (100000, "$1,000.00", "1000"),
        (1250, "$12.50", "12.5"),
    ],
)
def test_ways_of_writing(cents: int, written: str, plain: str) -> None:
    assert (str(Money(cents)), Money(cents).plain()) == (written, plain)


@given(amounts)
def test_money_goes_into_json_and_back(amount: Money) -> None:
    assert from_json(to_json(amount, Money), Money) == amount


def test_nothing_is_false_and_something_true() -> None:
    assert not ZERO
    assert Money(1)
    assert Money(-1)
    assert Money.total([]) == ZERO
