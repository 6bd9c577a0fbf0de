"""Vital signs over the visits: one sheet, a row a taking, with what cannot be or wants a second look marked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from medoffice.clinic.charting.rules.growth import age_on, body_mass_index
from medoffice.clinic.charting.rules.plausible import check_vitals
from medoffice.clinic.charting.types import Taking, Vitals
from medoffice.kernel.findings import Severity

Number = int | Decimal | None
MARKS = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.INFO: "info"}


@dataclass(frozen=True, slots=True)
class Column:
    """A measure over time: the values from the oldest on, and what their line shows in words."""

    label: str
    unit: str
    values: tuple[float, ...]
    told: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A measure of one taking; blank where it was not taken. ``tone`` and ``finding`` where something is odd."""

    words: str
    tone: str = ""
    finding: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A taking with a cell for each column."""

    taken: Taking
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The columns of what was ever measured, and the takings, the latest first."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Measure:
    label: str
    unit: str
    value: Callable[[Vitals], Number]
    fields: tuple[str, ...]


def _pressure(vitals: Vitals) -> str:
    return f"{_shown(vitals.systolic)}/{_shown(vitals.diastolic)}"


MEASURES = (
    _Measure("Pressure", "mmHg", lambda vitals: vitals.systolic, ("systolic", "diastolic")),
    _Measure("Pulse", "/min", lambda vitals: vitals.pulse, ("pulse",)),
    _Measure("Resp", "/min", lambda vitals: vitals.respirations, ("respirations",)),
    _Measure("Temp", "°C", lambda vitals: vitals.temperature, ("temperature",)),
    _Measure("SpO2", "%", lambda vitals: vitals.oxygen, ("oxygen",)),
    _Measure("Weight", "kg", lambda vitals: vitals.weight, ("weight",)),
    _Measure("Height", "cm", lambda vitals: vitals.height, ("height",)),
    _Measure("Length", "cm", lambda vitals: vitals.length, ("length",)),
    _Measure("Head", "cm", lambda vitals: vitals.head, ("head",)),
    _Measure("BMI", "kg/m²", body_mass_index, ()),
    _Measure("Pain", "of 10", lambda vitals: vitals.pain, ("pain",)),
    _Measure("LMP", "", lambda _: None, ("last_period",)),
)


def flowsheet(takings: Sequence[Taking], born: date) -> Sheet:
    """The sheet of these takings, the latest first; measures that were never taken have no column."""
    kept = [measure for measure in MEASURES if any(_taken(measure, one.vitals) for one in takings)]
    return Sheet(
        columns=tuple(_column(measure, takings) for measure in kept),
        lines=tuple(Line(one, _cells(kept, one, born)) for one in takings),
    )


def _column(measure: _Measure, takings: Sequence[Taking]) -> Column:
    values = tuple(float(value) for one in reversed(takings) if (value := measure.value(one.vitals)) is not None)
    told = f"{measure.label}, not enough for a trend"
    if len(values) > 1:
        low, high, last = (f"{value:g}" for value in (min(values), max(values), values[-1]))
        told = f"{measure.label}: {len(values)} values from {low} to {high} {measure.unit}, the last {last}"
    return Column(measure.label, measure.unit, values, told)


def _cells(measures: Sequence[_Measure], taken: Taking, born: date) -> tuple[Cell, ...]:
    years = age_on(born, taken.on).months // 12 if taken.on >= born else 0
    found = {finding.where: finding for finding in reversed(check_vitals(taken.vitals, years))}
    cells = []
    for measure in measures:
        odd = next((found[name] for name in measure.fields if name in found), None)
        words = _words(measure, taken.vitals)
        cells.append(Cell(words, MARKS[odd.severity], odd.words) if odd else Cell(words))
    return tuple(cells)


def _taken(measure: _Measure, vitals: Vitals) -> bool:
    return any(getattr(vitals, name) is not None for name in measure.fields) or measure.value(vitals) is not None


def _words(measure: _Measure, vitals: Vitals) -> str:
    if not _taken(measure, vitals):
        return ""
    if vitals.last_period and "last_period" in measure.fields:
        return f"{vitals.last_period:%m/%d/%Y}"
    return _pressure(vitals) if "systolic" in measure.fields else _shown(measure.value(vitals))


def _shown(value: Number) -> str:
    return "–" if value is None else f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)
