"""Builds the growth tables from the CDC's data files; run by a maintainer.

Usage: ``python -m tools.build_growth FOLDER``. The folder has wtageinf.csv, lenageinf.csv, hcageinf.csv, wtleninf.csv,
wtage.csv, statage.csv and bmiagerev.csv as the National Center for Health Statistics publishes them (CDC growth charts
2000, public domain): Sex (1 male, 2 female), Agemos or Length, L, M, S, then the published percentiles.

Two files come out. The program's has table, sex, at, L, M, S; the tests' has the published percentiles as table, sex,
at, centile, value. Nothing is rounded.
"""

import csv
import lzma
import sys
from collections.abc import Iterator
from pathlib import Path

from medoffice.standards.growth.types import Table

GROWTH = Path(__file__).resolve().parent.parent / "medoffice" / "standards" / "growth"
SEX = {"1": "M", "2": "F"}


def main(folder: str) -> None:
    """Write both files, in the order of tables, sexes and ages."""
    rows = [row for table in Table for row in _rows(Path(folder), table)]
    lines = ["table,sex,at,L,M,S", *(",".join((*row[:3], *(row[3][key] for key in "LMS"))) for row in rows)]
    (GROWTH / "data" / "cdc2000.csv").write_text("\n".join(lines) + "\n", encoding="ascii")
    published = ["table,sex,at,centile,value"]
    for table, sex, at, row in rows:
        published += [f"{table},{sex},{at},{key[1:]},{value}" for key, value in row.items() if key[1:].isdigit()]
    packed = lzma.compress(("\n".join(published) + "\n").encode("ascii"), preset=9)
    (GROWTH / "tests" / "published.csv.xz").write_bytes(packed)
    print(f"{len(rows)} rows, {len(published) - 1} published percentiles")


def _rows(folder: Path, table: Table) -> Iterator[tuple[str, str, str, dict[str, str]]]:
    """The rows of a file by sex and age; the header that is repeated in one of them is no row."""
    with (folder / f"{table.value}.csv").open(encoding="utf-8-sig", newline="") as lines:
        found = [row for row in csv.DictReader(lines) if row["Sex"] in SEX]
    key = "Length" if "Length" in found[0] else "Agemos"
    for row in sorted(found, key=lambda one: (one["Sex"], float(one[key]))):
        yield table.value, SEX[row["Sex"]], row[key], row


if __name__ == "__main__":
    main(sys.argv[1])
