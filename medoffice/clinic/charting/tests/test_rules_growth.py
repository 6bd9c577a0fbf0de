"""Growth charts: the age, the table it is held against, what has no place and why; sheets and plots of it."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.clinic.charting.rules.flowsheet import flowsheet
from medoffice.clinic.charting.rules.growth import (
    CHARTS,
    Chart,
    LeftOut,
    Plotted,
    age_on,
    body_mass_index,
    chart_for,
    days_early,
    place_all,
    reference,
)
from medoffice.clinic.charting.rules.growth_plot import growth_plot
from medoffice.clinic.charting.rules.units import length_as_typed
from medoffice.clinic.charting.types import Taking, Vitals
from medoffice.standards.growth.types import Curve

BORN = date(2023, 1, 31)
BY_KEY = {chart.key: chart for chart in CHARTS}


def taken(on: date, number: int = 1, **measures: Any) -> Taking:  # noqa: ANN401 - numbers as they are
    at = datetime(on.year, on.month, on.day, 15, tzinfo=UTC)
    told: dict[str, Any] = {name: Decimal(str(value)) for name, value in measures.items()}
    vitals = Vitals(**told)
    return Taking(UUID(int=number), UUID(int=9), at, on, "R. Carmen", vitals)


def against(chart: Chart, sex: str = "F") -> Curve:
    found = reference(chart, sex)
    assert found is not None
    return found


def place(key: str, *takings: Taking, born: date = BORN, early: int = 0) -> tuple[list[Plotted], list[LeftOut]]:
    return place_all(BY_KEY[key], against(BY_KEY[key]), born, early, list(takings))


@pytest.mark.parametrize(
    ("on", "months", "days", "exact", "words"),
    [
        (date(2023, 1, 31), 0, 0, 0, "0 d"),
        (date(2023, 2, 10), 0, 10, 10 / 28, "10 d"),
        (date(2023, 2, 28), 1, 0, 1, "1 mo 0 d"),
        (date(2023, 3, 30), 1, 30, 1 + 30 / 31, "1 mo 30 d"),
        (date(2024, 2, 29), 13, 0, 13, "13 mo 0 d"),
        (date(2025, 1, 30), 23, 30, 23 + 30 / 31, "23 mo 30 d"),
        (date(2025, 1, 31), 24, 0, 24, "2 y 0 mo"),
        (date(2043, 1, 31), 240, 0, 240, "20 y 0 mo"),
    ],
)
def test_an_age_is_whole_months_and_days(on: date, months: int, days: int, exact: float, words: str) -> None:
    age = age_on(BORN, on)
    assert (age.months, age.days, age.words) == (months, days, words)
    assert age.exact == pytest.approx(exact)


@given(born=st.dates(date(2000, 1, 1), date(2020, 12, 31)), after=st.integers(0, 7000))
def test_an_age_grows_with_every_day(born: date, after: int) -> None:
    before, day = (age_on(born, born + timedelta(days=after + more)) for more in (0, 1))
    assert before.exact < day.exact
    assert 0 <= day.exact - day.months < 1


def test_who_is_not_born_has_no_age() -> None:
    with pytest.raises(ValueError, match="not born"):
        age_on(BORN, BORN - timedelta(days=1))


def test_the_median_is_the_fiftieth_centile_at_the_ages_of_the_table() -> None:
    """Born on the first of a month, two years and exactly: the parameters of the table itself."""
    (one,), left = place("height", taken(date(2025, 1, 31), height="84.97555512"))
    assert (one.at, left) == (24, [])
    assert one.z == pytest.approx(0, abs=0.001)
    assert one.shown == "50"
    assert one.outlying == ""


@pytest.mark.parametrize(
    ("key", "on", "measures", "why"),
    [
        ("height", date(2024, 6, 1), {"height": 80}, "who stands is charted from 24 months"),
        ("bmi", date(2024, 6, 1), {"height": 80, "weight": 11}, "age outside the table, which knows 24 to 240.5"),
        ("length", date(2026, 1, 31), {"length": 95}, "age outside the table, which knows 0 to 35.5 months"),
        ("infant_weight", date(2026, 3, 1), {"weight": 14}, "knows 0 to 36 months"),
        ("weight", date(2024, 6, 1), {"weight": 11}, "knows 24 to 240 months"),
        ("weight", date(2043, 2, 1), {"weight": 60}, "knows 24 to 240 months"),
        ("weight_for_length", date(2023, 3, 1), {"length": 44, "weight": 2}, "length outside the table"),
        ("infant_weight", date(2023, 1, 30), {"weight": 3}, "not born yet"),
    ],
)
def test_what_lies_outside_a_table_is_left_out_and_said(key: str, on: date, measures: dict[str, Any], why: str) -> None:
    placed, (out,) = place(key, taken(on, **measures))
    assert placed == []
    assert why in out.why


def test_a_measure_is_held_against_the_table_it_was_taken_for() -> None:
    lying, standing = taken(date(2025, 6, 1), length="88.0"), taken(date(2025, 6, 1), height="87.2")
    (by_length,), _ = place("length", lying, standing)
    (by_height,), _ = place("height", lying, standing)
    assert (by_length.taken, by_height.taken) == (lying, standing)
    (heavy,), _ = place("weight_for_length", taken(date(2023, 9, 1), length="68.5", weight="9.9"))
    assert (heavy.at, heavy.outlying) == (68.5, "above the 97th")


def test_an_age_is_corrected_until_two_years_and_only_where_it_was_noted() -> None:
    assert [days_early(*carried) for carried in ((40, 0), (37, 0), (36, 6), (34, 2), (24, 0))] == [0, 0, 22, 40, 112]
    small, at_two = taken(date(2023, 9, 1), weight="7.0"), taken(date(2025, 2, 1), 2, weight="11.0")
    (plain, _), _ = place("infant_weight", small, at_two)
    (corrected, grown), _ = place("infant_weight", small, at_two, early=40)
    assert (plain.corrected, corrected.corrected, grown.corrected) == (False, True, False)
    assert corrected.age == age_on(BORN + timedelta(days=40), small.on)
    assert corrected.z > plain.z
    placed, (out,) = place("infant_weight", taken(date(2023, 2, 20), weight="2.4"), early=40)
    assert placed == []
    assert "before term" in out.why
    (by_length,), _ = place("weight_for_length", taken(date(2023, 9, 1), length="62", weight="6.5"), early=40)
    assert not by_length.corrected


def test_a_high_bmi_is_told_in_percent_of_the_95th() -> None:
    assert body_mass_index(Vitals(weight=Decimal(30), height=Decimal(120))) == Decimal("20.8")
    assert body_mass_index(Vitals(weight=Decimal(30))) is None
    usual, high = (taken(date(2031, 1, 31), number, weight=weight, height=128) for number, weight in ((1, 26), (2, 60)))
    (first, second), _ = place("bmi", usual, high)
    assert first.of_95th is None
    assert second.of_95th is not None
    assert second.of_95th > 140
    assert (second.shown, second.outlying) == ("99.8", "above the 97th")


def test_there_is_a_chart_for_every_age_and_none_for_an_unknown_sex() -> None:
    assert chart_for("", age_on(BORN, date(2024, 1, 1))).key == "infant_weight"
    assert chart_for("no-such", age_on(BORN, date(2030, 1, 1))).key == "weight"
    assert chart_for("", None).key == "weight"
    assert chart_for("head", None).key == "head"
    assert reference(CHARTS[0], "U") is None
    assert len({chart.press for chart in CHARTS}) == len(CHARTS)


@pytest.mark.parametrize("sex", ["F", "M"])
@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.key)
def test_a_plot_shows_every_line_and_every_measure(chart: Chart, sex: str) -> None:
    known = against(chart, sex)
    measures = [
        taken(date(2024, 1, 31), 1, weight=9, length=74, head=46),
        taken(date(2026, 2, 28), 2, weight=14, height=95),
    ]
    placed, _ = place_all(chart, known, BORN, 0, measures)
    plot = growth_plot(chart, known, sex, placed)
    assert [line.name for line in plot.lines] == [str(share) for share in chart.centiles]
    assert [line.name for line in plot.lines if line.strong] == ["50"]
    assert len(plot.dots) == len(placed) == 1
    assert all(plot.field[0] <= dot.x <= plot.right and plot.field[1] <= dot.y <= plot.bottom for dot in plot.dots)
    assert plot.told.startswith("1 measured; the last, ")
    assert growth_plot(chart, known, sex, []).told == "No measure yet"


def test_a_sheet_has_what_was_ever_measured_and_marks_what_is_odd() -> None:
    first = Taking(
        UUID(int=1), UUID(int=9), datetime(2026, 1, 2, 15, tzinfo=UTC), date(2026, 1, 2), "R", Vitals(118, 76, 70)
    )
    last = Taking(
        UUID(int=2), UUID(int=8), datetime(2026, 5, 2, 15, tzinfo=UTC), date(2026, 5, 2), "R",
        Vitals(182, None, 130, weight=Decimal("80.50")),
    )  # fmt: skip
    sheet = flowsheet([last, first], date(1970, 1, 1))
    assert [column.label for column in sheet.columns] == ["Pressure", "Pulse", "Weight"]
    assert sheet.columns[0].values == (118, 182)
    assert sheet.columns[1].told == "Pulse: 2 values from 70 to 130 /min, the last 130"
    assert sheet.columns[2].told == "Weight, not enough for a trend"
    assert [[(cell.words, cell.tone) for cell in line.cells] for line in sheet.lines] == [
        [("182/–", "warn"), ("130", "warn"), ("80.5", "")],
        [("118/76", ""), ("70", ""), ("", "")],
    ]
    assert "measure again" in sheet.lines[0].cells[0].finding
    child = flowsheet([last], date(2020, 1, 1))
    assert [cell.tone for cell in child.lines[0].cells] == ["", "", ""], "limits for adults are not a child's"


def test_a_length_is_no_feet_and_inches() -> None:
    assert length_as_typed("25.8 in") == Decimal("65.5")
    assert length_as_typed("65.5") == Decimal("65.5")
    assert length_as_typed("5'7\"") is None
