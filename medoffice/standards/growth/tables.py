"""The shipped tables, read once per process."""

import csv
from functools import cache
from pathlib import Path

from medoffice.standards.growth.types import Curve, Edition, Lms, Table

FILE = Path(__file__).resolve().parent / "data" / "cdc2000.csv"
EDITION = Edition(
    name="CDC growth charts",
    year=2000,
    source="Data files of the National Center for Health Statistics (CDC); public domain",
)
SEXES = ("M", "F")


def curve(table: Table, sex: str) -> Curve:
    """A table for F or M. KeyError for another sex: the tables know these two."""
    return _curves()[table, sex]


@cache
def _curves() -> dict[tuple[Table, str], Curve]:
    rows: dict[tuple[Table, str], list[tuple[float, Lms]]] = {}
    with FILE.open(encoding="ascii", newline="") as lines:
        for row in csv.DictReader(lines):
            point = Lms(float(row["L"]), float(row["M"]), float(row["S"]))
            rows.setdefault((Table(row["table"]), row["sex"]), []).append((float(row["at"]), point))
    return {key: Curve(tuple(at for at, _ in found), tuple(point for _, point in found)) for key, found in rows.items()}
