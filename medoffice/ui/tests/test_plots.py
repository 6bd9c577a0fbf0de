"""Plots: marks at round numbers, lines and dots where they belong, names that do not cover each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.ui.plots import NAME_HEIGHT, Scale, Series, even_scale, lay_out

TEN = Scale(0, 10, ((0.0, "0"), (5.0, "5"), (10.0, "10"), (15.0, "15")), "x")


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=9))
def test_a_scale_holds_its_values_and_has_round_marks(values: list[float]) -> None:
    scale = even_scale(values, "cm")
    assert scale.low <= min(values) + 1e-6
    assert scale.high >= max(values) - 1e-6
    assert 1 <= len(scale.ticks) <= 12


def test_marks_are_whole_steps() -> None:
    assert [words for _, words in even_scale([3.2, 17.9], "kg").ticks] == [
        "2",
        "4",
        "6",
        "8",
        "10",
        "12",
        "14",
        "16",
        "18",
    ]


def test_what_lies_outside_is_left_out_and_names_stand_apart() -> None:
    lines = [Series("50", [(0, 1), (10, 5)], strong=True), Series("75", [(0, 2), (10, 5.01)]), Series("far", [(11, 3)])]
    plot = lay_out("Weight", "two", (TEN, TEN), lines, [(5, 5, "middle"), (2, 11, "above")])
    assert [line.name for line in plot.lines] == ["50", "75"]
    assert plot.lines[0].y - plot.lines[1].y >= NAME_HEIGHT
    (dot,) = plot.dots
    assert (dot.x, dot.y) == ((plot.field[0] + plot.right) / 2, (plot.field[1] + plot.bottom) / 2)
    assert [tick.words for tick in plot.x_ticks] == ["0", "5", "10"]
    with pytest.raises(ValueError, match="empty"):
        even_scale([], "cm")
