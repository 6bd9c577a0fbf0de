"""A child's measures against the growth reference: which chart, at which age, with which z-score.

Below 24 months a child lies to be measured (length), from then on it stands (height): each has tables of its own, and
a measure is only held against the table it was taken for. Between two ages of a table its parameters are drawn in a
straight line. In the United States the CDC advises its own charts from 24 months on and the standards of the WHO
before; the latter may not be given on with this program, so the CDC's are shown there too and the screen says so
(``source: unverified``, the advice of 2010). Correcting the age of a child born before 37 weeks until 24 months is a
usual practice (``source: unverified``); it is done only where somebody noted how long the child was carried.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from medoffice.clinic.charting.types import Taking, Vitals
from medoffice.standards.growth.api import SEXES, centile, curve, value_at, z_of_centile, z_score
from medoffice.standards.growth.types import Curve, OutOfTableError, Table

STANDS = 24  # months; from this age on a child stands to be measured
TERM = 280  # days
EARLY = 259  # days: who was carried less than 37 weeks was born early
LEAST_WEEKS, MOST_WEEKS = 20, 44
GROWN_UP = 240  # months; the last age of the tables
USUAL = (3, 5, 10, 25, 50, 75, 90, 95, 97)
OF_BMI = (5, 10, 25, 50, 75, 85, 90, 95)
LOW, HIGH = 3, 97


@dataclass(frozen=True, slots=True)
class Chart:
    """A growth chart: what is measured, and against which table. ``by`` is months, or cm of length;
    ``press`` the key that opens it."""

    key: str
    title: str
    table: Table
    unit: str
    press: str
    short: str
    by: str = "months"
    centiles: tuple[int, ...] = USUAL


@dataclass(frozen=True, slots=True)
class Age:
    """How old somebody is: whole months and days, and months with the part of the running one."""

    months: int
    days: int
    exact: float

    @property
    def words(self) -> str:
        """``9 d``, ``14 mo 3 d``, ``7 y 2 mo``."""
        if self.months < 1:
            return f"{self.days} d"
        if self.months < STANDS:
            return f"{self.months} mo {self.days} d"
        return f"{self.months // 12} y {self.months % 12} mo"


@dataclass(frozen=True, slots=True)
class Plotted:
    """A measure with its place in a chart. ``at`` is where it stands: months, or cm of length.

    ``of_95th`` is the measure in percent of the 95th centile, where it lies above and the chart is that of the BMI.
    """

    taken: Taking
    age: Age
    corrected: bool
    at: float
    value: float
    z: float
    centile: float
    of_95th: float | None = None

    @property
    def shown(self) -> str:
        """The centile as it is said: a whole number, a tenth near the ends, never 0 or 100."""
        if self.centile < 0.1:
            return "below 0.1"
        if self.centile > 99.9:
            return "above 99.9"
        near_the_end = self.centile < 2 or self.centile > 98
        return f"{self.centile:.1f}" if near_the_end else f"{self.centile:.0f}"

    @property
    def measured(self) -> str:
        """The measure without zeros that say nothing."""
        return f"{self.value:g}"

    @property
    def outlying(self) -> str:
        """Words for a measure below the lowest or above the highest usual centile; nothing otherwise."""
        if self.centile < LOW:
            return f"below the {LOW}rd"
        return f"above the {HIGH}th" if self.centile > HIGH else ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A measure that has no place in a chart, and why."""

    taken: Taking
    value: float
    why: str


CHARTS = (
    Chart("infant_weight", "Weight, birth to 36 months", Table.WEIGHT_INFANT, "kg", "1", "Weight"),
    Chart("length", "Length, birth to 36 months", Table.LENGTH, "cm", "2", "Length"),
    Chart("head", "Head circumference, birth to 36 months", Table.HEAD, "cm", "3", "Head"),
    Chart(
        "weight_for_length",
        "Weight for length, 45 to 103 cm",
        Table.WEIGHT_FOR_LENGTH,
        "kg",
        "4",
        "Weight for length",
        by="cm",
    ),
    Chart("weight", "Weight, 2 to 20 years", Table.WEIGHT, "kg", "5", "Weight"),
    Chart("height", "Height, 2 to 20 years", Table.STATURE, "cm", "6", "Height"),
    Chart("bmi", "BMI, 2 to 20 years", Table.BMI, "kg/m²", "7", "BMI", centiles=OF_BMI),
)
INFANT = CHARTS[:4]
CHILD = CHARTS[4:]


def age_on(born: date, on: date) -> Age:
    """The age on a day. A month is whole on the day of birth's number, or on the last day of a month that has none.

    ValueError for a day before birth.
    """
    if on < born:
        raise ValueError("not born yet")
    months = (on.year - born.year) * 12 + on.month - born.month
    if _months_after(born, months) > on:
        months -= 1
    since, until = _months_after(born, months), _months_after(born, months + 1)
    days = (on - since).days
    return Age(months, days, months + days / (until - since).days)


def chart_for(key: str, age: Age | None) -> Chart:
    """The chart with this key; for another key the weight chart of the age."""
    usual = CHILD[0] if age is None or age.months >= STANDS else INFANT[0]
    return next((chart for chart in CHARTS if chart.key == key), usual)


def reference(chart: Chart, sex: str) -> Curve | None:
    """What the chart holds a child of this sex against; None for another sex than F and M."""
    return curve(chart.table, sex) if sex in SEXES else None


def centile_lines(chart: Chart, against: Curve) -> list[tuple[int, list[tuple[float, float]]]]:
    """The lines of a chart: each centile with its points."""
    return [
        (
            share,
            [
                (age, value_at(z_of_centile(share), point))
                for age, point in zip(against.ages, against.points, strict=True)
            ],
        )
        for share in chart.centiles
    ]


def body_mass_index(vitals: Vitals) -> Decimal | None:
    """kg/m² to the tenth of who was weighed and stood; None where one is missing."""
    if not vitals.weight or not vitals.height:
        return None
    return (vitals.weight / (vitals.height / 100) ** 2).quantize(Decimal("0.1"))


def place_all(
    chart: Chart, against: Curve, born: date, early: int, takings: list[Taking]
) -> tuple[list[Plotted], list[LeftOut]]:
    """Each taking that has this chart's measure: with its place, or with why it has none.

    ``early`` are the days a child came before term, 0 where none is noted (``days_early``).
    """
    placed: list[Plotted] = []
    left: list[LeftOut] = []
    for taken in takings:
        value = _measure(chart, taken.vitals)
        if value is None:
            continue
        try:
            placed.append(_place(chart, against, born, early, taken, value))
        except OutOfTableError:
            left.append(LeftOut(taken, value, _outside(chart, against)))
        except ValueError as refused:
            left.append(LeftOut(taken, value, str(refused)))
    return placed, left


def days_early(weeks: int, days: int) -> int:
    """How many days before term somebody was born who was carried so long; 0 from 37 weeks on."""
    carried = weeks * 7 + days
    return TERM - carried if carried < EARLY else 0


def _place(chart: Chart, against: Curve, born: date, early: int, taken: Taking, value: float) -> Plotted:
    age, corrected = age_on(born, taken.on), False
    if chart.table is Table.STATURE and age.months < STANDS:
        raise ValueError("who stands is charted from 24 months; before, measure lying")
    if early and age.months < STANDS and chart.by == "months":
        if taken.on < born + timedelta(days=early):
            raise ValueError("before term; these charts begin at term")
        age, corrected = age_on(born + timedelta(days=early), taken.on), True
    at = float(taken.vitals.length or 0) if chart.by == "cm" else age.exact
    point = against.at(at)
    z = z_score(value, point)
    highest = value_at(z_of_centile(95), point)
    over = value / highest * 100 if chart.table is Table.BMI and value > highest else None
    return Plotted(taken, age, corrected, at, value, z, centile(z), over)


def _measure(chart: Chart, vitals: Vitals) -> float | None:
    """What a chart is about, of a taking; None where it was not measured."""
    if chart.table is Table.WEIGHT_FOR_LENGTH:
        found = vitals.weight if vitals.length else None
    else:
        found = {
            Table.WEIGHT_INFANT: vitals.weight,
            Table.WEIGHT: vitals.weight,
            Table.LENGTH: vitals.length,
            Table.HEAD: vitals.head,
            Table.STATURE: vitals.height,
            Table.BMI: body_mass_index(vitals),
        }[chart.table]
    return None if found is None else float(found)


def _outside(chart: Chart, against: Curve) -> str:
    what = "length" if chart.by == "cm" else "age"
    return f"{what} outside the table, which knows {against.first:g} to {against.last:g} {chart.by}"


def _months_after(born: date, months: int) -> date:
    year, month = divmod(born.year * 12 + born.month - 1 + months, 12)
    return date(year, month + 1, min(born.day, monthrange(year, month + 1)[1]))
