"""A growth chart as a plot: the centile lines of the reference, and the child's measures on them."""

from collections.abc import Sequence

from medoffice.clinic.charting.rules.growth import CHILD, Chart, Plotted, centile_lines
from medoffice.standards.growth.types import Curve
from medoffice.ui.plots import Plot, Scale, Series, even_scale, lay_out

SEXES = {"F": "girls", "M": "boys"}
MIDDLE = 50


def growth_plot(chart: Chart, against: Curve, sex: str, placed: Sequence[Plotted]) -> Plot:
    """The plot of a chart for F or M; a measure far off the lines widens it."""
    lines = centile_lines(chart, against)
    values = [value for _, points in lines for _, value in points]
    across = _across(chart, against)
    up = even_scale([*values, *(one.value for one in placed)], f"{chart.title.partition(',')[0]}, {chart.unit}", 12)
    dots = [(one.at, one.value, _words(chart, one)) for one in sorted(placed, key=lambda one: one.at)]
    return lay_out(
        f"{chart.title}, {SEXES[sex]}",
        _told(chart, placed),
        (across, up),
        [Series(str(share), points, strong=share == MIDDLE) for share, points in lines],
        dots,
    )


def _across(chart: Chart, against: Curve) -> Scale:
    if chart.by == "cm":
        marks = tuple((cm, str(cm)) for cm in range(45, 105, 5))
        return Scale(against.first, against.last, tuple((float(cm), words) for cm, words in marks), "length, cm")
    if chart in CHILD:
        return Scale(24, 240, tuple((12.0 * years, str(years)) for years in range(2, 21)), "age, years")
    return Scale(0, 36, tuple((float(month), str(month)) for month in range(0, 37, 3)), "age, months")


def _told(chart: Chart, placed: Sequence[Plotted]) -> str:
    if not placed:
        return "No measure yet"
    last = max(placed, key=lambda one: one.taken.at)
    return f"{len(placed)} measured; the last, {_words(chart, last)}"


def _words(chart: Chart, one: Plotted) -> str:
    return f"{one.value:g} {chart.unit} at {one.age.words}, centile {one.shown}"
