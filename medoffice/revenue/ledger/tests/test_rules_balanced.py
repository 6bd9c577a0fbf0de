"""What makes lines an entry."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.kernel.money import ZERO, Money
from medoffice.revenue.ledger.rules.balanced import check_entry
from medoffice.revenue.ledger.types import Account, Line

CENTS = st.integers(1, 10**9)


@given(st.lists(CENTS, min_size=1, max_size=6))
def test_many_debits_against_one_credit_stand(cents: list[int]) -> None:
    lines = [Line(Account.BANK, debit=Money(part)) for part in cents]
    assert check_entry([*lines, Line(Account.CASH_DRAWER, credit=Money(sum(cents)))]) == []


@given(CENTS, CENTS)
def test_unequal_sides_are_named_with_both_sums(debit: int, credit: int) -> None:
    lines = [Line(Account.BANK, debit=Money(debit)), Line(Account.CASH_DRAWER, credit=Money(credit))]
    codes = [finding.code for finding in check_entry(lines)]
    assert codes == ([] if debit == credit else ["unbalanced"])


@pytest.mark.parametrize(
    ("debit", "credit"), [(ZERO, ZERO), (Money(5), Money(5)), (Money(-5), ZERO), (Money(5), Money(-5))]
)
def test_a_line_stands_on_exactly_one_side(debit: Money, credit: Money) -> None:
    other = Line(Account.BANK, debit=Money(5))
    found = check_entry([Line(Account.CASH_DRAWER, debit, credit), other])
    assert [finding.where for finding in found if finding.code == "one-side"] == ["line 1"]


@pytest.mark.parametrize("lines", [[], [Line(Account.BANK, debit=Money(5))]])
def test_one_line_is_no_entry(lines: list[Line]) -> None:
    assert "too-few-lines" in [finding.code for finding in check_entry(lines)]


def test_every_account_has_a_name_of_its_own() -> None:
    assert len({account.says for account in Account}) == len(Account)
