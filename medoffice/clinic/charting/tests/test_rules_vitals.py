"""Vital signs: in either unit, what cannot be, what wants a second look; the seal of a note."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.clinic.charting.rules.plausible import POSSIBLE, check_vitals
from medoffice.clinic.charting.rules.sealing import note_hash
from medoffice.clinic.charting.rules.units import height_as_typed, temperature_as_typed, weight_as_typed
from medoffice.clinic.charting.types import Vitals
from medoffice.kernel.findings import Severity, has_errors

USUAL = Vitals(120, 80, 72, 14, Decimal("36.8"), 98, Decimal(70), Decimal(170), 2)


def test_usual_values_raise_nothing() -> None:
    assert check_vitals(USUAL) == []
    assert check_vitals(Vitals()) == []


@pytest.mark.parametrize(
    ("name", "value", "severity"),
    [
        ("systolic", 82, Severity.WARNING),
        ("systolic", 210, Severity.WARNING),
        ("systolic", 500, Severity.ERROR),
        ("pulse", 118, Severity.WARNING),
        ("pulse", 12, Severity.ERROR),
        ("temperature", Decimal("39.4"), Severity.WARNING),
        ("temperature", Decimal("98.6"), Severity.ERROR),
        ("oxygen", 91, Severity.WARNING),
        ("oxygen", 101, Severity.ERROR),
        ("weight", Decimal(0), Severity.ERROR),
        ("weight", Decimal(500), Severity.ERROR),
        ("height", Decimal(17), Severity.ERROR),
        ("pain", 11, Severity.ERROR),
    ],
)
def test_one_odd_value_is_one_finding(name: str, value: object, severity: Severity) -> None:
    odd: dict[str, Any] = {"diastolic": 60, name: value} if name == "systolic" else {name: value}
    (found,) = check_vitals(replace(USUAL, **odd))
    assert (found.where, found.severity) == (name, severity)
    assert str(value) in found.words


@pytest.mark.parametrize("lower", [120, 130])
def test_the_lower_pressure_is_below_the_upper(lower: int) -> None:
    assert has_errors(check_vitals(replace(USUAL, diastolic=lower)))


@given(name=st.sampled_from(sorted(POSSIBLE)), value=st.integers(-10, 600))
def test_only_what_lies_outside_its_limits_cannot_be(name: str, value: int) -> None:
    low, high, _ = POSSIBLE[name]
    taken: dict[str, Any] = {name: value}
    found = check_vitals(Vitals(**taken))
    assert has_errors(found) == (not low <= value <= high)


@pytest.mark.parametrize(
    ("typed", "kilograms"),
    [
        ("70", "70.00"),
        ("70.5 kg", "70.50"),
        ("154 lb", "69.85"),
        ("154lbs", "69.85"),
        ("7 lb 4 oz", "3.29"),
        ("0.3", "0.30"),
    ],
)
def test_weight_in_either_unit(typed: str, kilograms: str) -> None:
    assert weight_as_typed(typed) == Decimal(kilograms)


@pytest.mark.parametrize(
    ("typed", "centimetres"),
    [
        ("170", "170.0"),
        ("170 cm", "170.0"),
        ("67 in", "170.2"),
        ("5'7\"", "170.2"),
        ("5 ft 7", "170.2"),
        ("6'", "182.9"),
    ],
)
def test_height_in_either_unit(typed: str, centimetres: str) -> None:
    assert height_as_typed(typed) == Decimal(centimetres)


@pytest.mark.parametrize(
    ("typed", "celsius"),
    [
        ("37", "37.0"),
        ("98.6", "37.0"),
        ("98.6 F", "37.0"),
        ("37.2 C", "37.2"),
        ("101.5f", "38.6"),
        ("39.4°C", "39.4"),
        ("986", "37.0"),
        ("372", "37.2"),
        ("1015", "38.6"),
        ("986 F", "530.0"),
        ("120", "48.9"),
    ],
)
def test_temperature_in_either_scale(typed: str, celsius: str) -> None:
    assert temperature_as_typed(typed) == Decimal(celsius)


@pytest.mark.parametrize("typed", ["", "heavy", "70 stone", "70 kg 4 oz", "-5", "1e3", "NaN", "12345"])
def test_what_is_no_measure(typed: str) -> None:
    assert weight_as_typed(typed) is None
    assert temperature_as_typed(typed) is None


@given(st.decimals(1, 400, places=1, allow_nan=False))
def test_pounds_and_kilograms_agree(pounds: Decimal) -> None:
    found = weight_as_typed(f"{pounds} lb")
    assert found is not None
    assert abs(found - pounds / Decimal("2.20462262")) <= Decimal("0.006")


def test_a_seal_changes_with_every_part() -> None:
    who, at = UUID(int=1), datetime(2026, 11, 24, tzinfo=UTC)
    seals = {
        note_hash("Cough.", who, at),
        note_hash("Cough", who, at),
        note_hash("Cough.", UUID(int=2), at),
        note_hash("Cough.", who, at + timedelta(microseconds=1)),
    }
    assert len(seals) == 4
    assert note_hash("Cough.", who, at) in seals
