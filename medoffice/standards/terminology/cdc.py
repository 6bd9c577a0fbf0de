"""CDC's files of a year of ICD-10-CM: the order file (every code and heading) and the tabular list (notes).

The layouts are those of CDC's and CMS's downloads; both are works of the US government.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from medoffice.kernel.refusals import Refusal
from medoffice.kernel.xml_trees import Node, read_xml

ORDER_FILE = re.compile(r"icd10cm[-_]order[-_](?!addenda)[^/]*\.txt$", re.IGNORECASE)
TABULAR_FILE = re.compile(r"icd10cm?[-_]tabular[-_](?!addenda)[^/]*\.xml$", re.IGNORECASE)
_DATED = re.compile(r"order[-_](?:(?P<month>january|april)[-_])?(?P<year>20\d\d)", re.IGNORECASE)
_CODE = re.compile(r"[A-Z][0-9A][0-9A-Z]{1,5}", re.ASCII)
_MONTHS = {"january": 1, "april": 4}
_KINDS = {
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
_ELEMENTS = 1_000_000  # the list of April 2026 has 182,355
_ANEW = "Take the file anew from its publisher."


@dataclass(frozen=True, slots=True)
class Ordered:
    """A line of the order file: the code bare, whether it may be billed, its long title."""

    code: str
    billable: bool
    title: str


@dataclass(slots=True)
class Tabular:
    """The tabular list: level, parent and title by name, in its order; notes and seventh characters as lines."""

    nodes: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    extra: list[tuple[str, ...]] = field(default_factory=list)


def read_order(lines: Iterable[str]) -> list[Ordered]:
    """The lines of the order file: code in columns 7 to 13, 0 or 1 in column 15, the long title from column 78 on.

    Raises Refusal with its line for one that is malformed or a code that stands twice, and for a file without codes.
    """
    found: dict[str, Ordered] = {}
    for number, line in enumerate(lines, 1):
        text = line.rstrip("\r\n")
        if not text.strip():
            continue
        code, mark, title = text[6:13].strip(), text[14:15], " ".join(text[77:].split())
        if not text[:5].isdecimal() or not _CODE.fullmatch(code) or mark not in ("0", "1") or not title:
            raise _unfit(f"Line {number}: it is no line of an order file.")
        if code in found:
            raise _unfit(f"Line {number}: {code} stands there twice.")
        found[code] = Ordered(code, mark == "1", title)
    if not any(one.billable for one in found.values()):
        raise _unfit("There is no code in it.")
    return list(found.values())


def first_day_of(name: str) -> date | None:
    """From when on an order file holds, by its name: October 1 before its year, or April 1 or January 1 of it."""
    told = _DATED.search(name)
    if told is None:
        return None
    month, year = (told["month"] or "").lower(), int(told["year"])
    return date(year, _MONTHS[month], 1) if month else date(year - 1, 10, 1)


def last_day_of(first: date) -> date:
    """The end of the fiscal year that a day is in: the next September 30."""
    return date(first.year + (first.month >= 10), 10, 1) - timedelta(days=1)


def read_tabular(data: bytes) -> Tabular:
    """The tabular list from its XML. Raises Refusal for what is no such list."""
    root = read_xml(data, {}, elements=_ELEMENTS)
    found = Tabular()
    for chapter in root.all("chapter"):
        number = _text(chapter.first("name"))
        found.nodes[number] = ("chapter", "", _text(chapter.first("desc")))
        _notes(chapter, number, found)
        for section in chapter.all("section"):
            name = section.get("id")
            name = name if "-" in name else f"{name}-{name}"  # a section of one category would share its name
            title = re.sub(r"\s*\([^()]*\)$", "", _text(section.first("desc")))
            found.nodes[name] = ("section", number, title)
            _notes(section, name, found)
            for diagnosis in section.all("diag"):
                _diagnosis(diagnosis, name, found)
    if root.name != "ICD10CM.tabular" or not found.nodes:
        raise _unfit("It is not CDC's tabular list.")
    return found


def _diagnosis(element: Node, parent: str, found: Tabular) -> None:
    code = _text(element.first("name")).replace(".", "")
    found.nodes[code] = ("code", parent, _text(element.first("desc")))
    _notes(element, code, found)
    for below in element.all("diag"):
        _diagnosis(below, code, found)


def _notes(element: Node, name: str, found: Tabular) -> None:
    for holder in element.nodes():
        if holder.name in _KINDS:
            found.extra += [("N", name, _KINDS[holder.name], _text(note)) for note in holder.all("note")]
        if holder.name == "sevenChrDef":
            found.extra += [("7", name, way.get("char"), _text(way)) for way in holder.all("extension")]


def _text(element: Node | None) -> str:
    return element.text() if element else ""


def _unfit(words: str) -> Refusal:
    return Refusal("codes-unfit", words, _ANEW)
