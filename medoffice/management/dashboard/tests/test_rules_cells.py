"""How a report's values are shown and written: every value has one reading, and none becomes a formula."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.management.dashboard.rules.cells import FORMULA, for_people, heading, lines, shown, written
from medoffice.management.dashboard.types import Cell


@pytest.mark.parametrize(
    ("column", "value", "on_screen", "in_file"),
    [
        ("date", date(2026, 11, 24), Cell("11/24/2026", number=False), "2026-11-24"),
        ("month", date(2026, 11, 1), Cell("11/2026", number=False), "2026-11-01"),
        ("visits", 1234, Cell("1,234", number=True), "1234"),
        ("amount_cents", 123_450, Cell("$1,234.50", number=True), "1234.50"),
        ("amount_cents", -5, Cell("-$0.05", number=True), "-0.05"),
        ("kind", "charge_back", Cell("charge back", number=False), "charge_back"),
        ("payer", "=1+1", Cell("=1+1", number=False), "'=1+1"),
        ("oldest_service", None, Cell("", number=False), ""),
    ],
)
def test_a_value_is_shown_and_written(column: str, value: object, on_screen: Cell, in_file: str) -> None:
    assert shown(column, value) == on_screen
    assert written(column, value) == in_file


def test_columns_are_named_in_words_and_ids_are_left_out() -> None:
    columns = ("id", "key", "provider", "amount_cents")
    assert [heading(columns[place]) for place in for_people(columns)] == ["Provider", "Amount"]
    assert list(lines(columns, [("7", "x", "Bell", 100)])) == [["provider", "amount"], ["Bell", "1.00"]]


@given(st.text())
def test_no_text_becomes_a_formula(text: str) -> None:
    assert not written("payer", text).startswith(FORMULA)


@given(st.integers(-(10**12), 10**12))
def test_money_in_a_file_is_to_the_cent(cents: int) -> None:
    dollars, rest = written("amount_cents", cents).split(".")
    assert int(f"{dollars}{rest}") == cents
