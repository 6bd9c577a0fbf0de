"""The tables against the percentiles that were published with them; the method there and back; ages outside refused."""

import csv
import lzma
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.standards.growth.api import SEXES, centile, curve, value_at, z_of_centile, z_score
from medoffice.standards.growth.types import Lms, OutOfTableError, Table

PUBLISHED = Path(__file__).resolve().parent / "published.csv.xz"
SPANS = {
    Table.WEIGHT_INFANT: (0, 36),
    Table.LENGTH: (0, 35.5),
    Table.HEAD: (0, 36),
    Table.WEIGHT_FOR_LENGTH: (45, 103.5),
    Table.WEIGHT: (24, 240),
    Table.STATURE: (24, 240),
    Table.BMI: (24, 240.5),
}


def published() -> Iterator[tuple[Table, str, float, int, float]]:
    with lzma.open(PUBLISHED, "rt", encoding="ascii", newline="") as lines:
        for row in csv.DictReader(lines):
            yield Table(row["table"]), row["sex"], float(row["at"]), int(row["centile"]), float(row["value"])


def test_every_published_percentile_comes_out_of_the_parameters() -> None:
    """A measure at each published percentile and the percentile of each published measure, at each age."""
    worst_value = worst_share = 0.0
    count = 0
    for table, sex, at, share, value in published():
        point = curve(table, sex).at(at)
        worst_value = max(worst_value, abs(value_at(z_of_centile(share), point) / value - 1))
        worst_share = max(worst_share, abs(centile(z_score(value, point)) - share))
        count += 1
    assert count == 15_342
    assert worst_value < 3e-7
    assert worst_share < 1e-4


@pytest.mark.parametrize("sex", SEXES)
@pytest.mark.parametrize("table", Table)
def test_a_table_reaches_from_its_first_to_its_last_age(table: Table, sex: str) -> None:
    known, (first, last) = curve(table, sex), SPANS[table]
    assert (known.first, known.last) == (first, last)
    assert list(known.ages) == sorted(set(known.ages))
    assert known.at(first) == known.points[0]
    assert known.at(last) == known.points[-1]
    for outside in (first - 0.01, last + 0.01, -1, float("inf"), float("nan")):
        with pytest.raises(OutOfTableError):
            known.at(outside)


def test_there_are_tables_for_two_sexes_only() -> None:
    with pytest.raises(KeyError):
        curve(Table.WEIGHT, "U")


@given(
    table=st.sampled_from(Table),
    sex=st.sampled_from(SEXES),
    part=st.floats(0, 1),
    z=st.floats(-2.5, 2.5),
)
def test_a_measure_leads_to_its_z_score_and_back(table: Table, sex: str, part: float, z: float) -> None:
    known = curve(table, sex)
    point = known.at(known.first + (known.last - known.first) * part)
    assert z_score(value_at(z, point), point) == pytest.approx(z, abs=1e-6)
    assert z_of_centile(centile(z)) == pytest.approx(z, abs=1e-6)


def test_between_two_ages_the_parameters_lie_between() -> None:
    known = curve(Table.STATURE, "F")
    low, middle, high = (known.at(age) for age in (100.5, 101.0, 101.5))
    assert low.m < middle.m < high.m
    assert middle.m == pytest.approx((low.m + high.m) / 2)


def test_no_skewness_is_the_logarithm() -> None:
    plain, nearly = Lms(0, 10, 0.1), Lms(1e-9, 10, 0.1)
    assert z_score(12, plain) == pytest.approx(z_score(12, nearly), abs=1e-6)
    assert value_at(1.5, plain) == pytest.approx(value_at(1.5, nearly), abs=1e-6)


def test_what_cannot_be_measured_is_refused() -> None:
    for nothing in (0, -3):
        with pytest.raises(ValueError, match="above zero"):
            z_score(nothing, Lms(1, 10, 0.1))
    with pytest.raises(ValueError, match="no measure"):
        value_at(-11, Lms(1, 10, 0.1))
    for share in (0, 100):
        with pytest.raises(ValueError, match="between 0 and 100"):
            z_of_centile(share)
