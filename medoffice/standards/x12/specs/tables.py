"""The structure tables, read from ``data/``: one file for each guide and one for the elements of every segment.

A guide file is a tree by indentation. ``loop NAME USAGE REPEAT`` opens a loop; ``use NAME`` repeats one defined above.
A segment line is ``ID USAGE REPEAT ELEMENTS`` followed by facts: ``3=ED,EM`` allowed codes of an element, ``5.2=B`` of
a component, ``5=(RRS)`` usage of components, ``P0304`` relations (P together, R one of, C and L if the first then, E at
most one). USAGE and ELEMENTS say R required, S situational, N not used; ``*`` is any number of times.
"""

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"
_QUALIFIED_BY_THIRD = frozenset({"HL"})
_QUALIFIED = frozenset(
    ["NM1", "N1", "REF", "DTP", "DTM", "AMT", "QTY", "PER", "CRC", "PRV", "TRN", "NTE", "HI", "PWK", "MEA"]
)
_KIND = re.compile(r"(AN|ID|N|R|DT|TM)(\d+)(?:/(\d+))?")


@dataclass(frozen=True, slots=True)
class Kind:
    """What an element may hold: a type and its least and greatest length."""

    type: str
    least: int
    most: int


@dataclass(slots=True)
class Cell:
    """An element (or component) of a segment in its place: usage, kind, allowed codes, components.

    ``text`` is the kind when any text of its length may stand here. ``good`` remembers values found right, for elements
    that hold codes and numbers; never for text, which may name people.
    """

    usage: str
    kind: Kind | None = None
    codes: frozenset[str] = frozenset()
    parts: tuple["Cell", ...] = ()
    good: set[str] = field(default_factory=set)
    text: Kind | None = None

    def __post_init__(self) -> None:
        if self.kind is not None and self.kind.type == "AN" and not self.codes and self.usage != "N":
            self.text = self.kind


@dataclass(slots=True, eq=False)
class SegmentSpec:
    """A segment in its place in a guide."""

    id: str
    required: bool
    repeat: int
    cells: list[Cell]
    relations: list[tuple[str, tuple[int, ...]]]
    qualifiers: frozenset[str]
    loop: "LoopSpec"
    last_required: int
    group: int = 0

    def matches(self, segment_id: str, qualifier: str | None) -> bool:
        """Whether such a segment may be this one; None asks for the id alone."""
        return self.id == segment_id and (qualifier is None or not self.qualifiers or qualifier in self.qualifiers)


@dataclass(slots=True, eq=False)
class LoopSpec:
    """A loop: its segments and loops, in groups within which any order is right (same id or same first id)."""

    id: str
    required: bool
    repeat: int
    parent: "LoopSpec | None"
    items: list["SegmentSpec | LoopSpec"] = field(default_factory=list)
    groups: list[list["SegmentSpec | LoopSpec"]] = field(default_factory=list)
    required_items: list["SegmentSpec | LoopSpec"] = field(default_factory=list)
    place: int = 0

    @property
    def first(self) -> SegmentSpec:
        """The segment that opens the loop."""
        item = self.items[0]
        return item if isinstance(item, SegmentSpec) else item.first


@cache
def guide(name: str) -> LoopSpec:
    """The root loop (ST) of a guide, such as ``005010X222A1``."""
    rows = [line for line in (_DATA / f"{name}.txt").read_text("ascii").splitlines() if line[0] != "#"]
    root = LoopSpec("ST", True, 1, None)
    _fill(root, rows[1:])
    _group(root)
    return root


def _fill(root: LoopSpec, rows: list[str]) -> None:
    """Build the tree under a loop from its rows; a ``use`` row reads the rows of the loop it names again."""
    open_loops = [root]
    base = _depth(rows[0])
    for place, row in enumerate(rows):
        depth, words = _depth(row) - base, row.split()
        del open_loops[depth + 1 :]
        parent = open_loops[-1]
        if words[0] == "use":
            _reuse(parent, words[1], rows[:place])
        elif words[0] == "loop":
            loop = LoopSpec(words[1], words[2] == "R", _times(words[3]), parent)
            parent.items.append(loop)
            open_loops.append(loop)
        else:
            parent.items.append(_segment(parent, words))


def _reuse(parent: LoopSpec, name: str, rows: list[str]) -> None:
    start = next(place for place, row in enumerate(rows) if row.split()[:2] == ["loop", name])
    depth = _depth(rows[start])
    inside = [rows[start]]
    for row in rows[start + 1 :]:
        if _depth(row) <= depth:
            break
        inside.append(row)
    _fill(parent, inside)


def _group(loop: LoopSpec) -> None:
    loop.required_items = [item for item in loop.items if item.required]
    for item in loop.items:
        key = item.id if isinstance(item, SegmentSpec) else item.first.id
        last = loop.groups[-1][-1] if loop.groups else None
        same = type(last) is type(item) and last is not None
        if same and last is not None and key == (last.id if isinstance(last, SegmentSpec) else last.first.id):
            loop.groups[-1].append(item)
        else:
            loop.groups.append([item])
        if isinstance(item, LoopSpec):
            item.place = len(loop.groups) - 1
            _group(item)
        else:
            item.group = len(loop.groups) - 1


def _depth(row: str) -> int:
    return (len(row) - len(row.lstrip(" "))) // 2


def _times(text: str) -> int:
    return 1 << 30 if text == "*" else int(text)


def _segment(loop: LoopSpec, words: list[str]) -> SegmentSpec:
    name, usage, times, elements = words[:4]
    kinds = segment_kinds().get(name, [])
    codes: dict[str, frozenset[str]] = {}
    parts: dict[int, str] = {}
    relations = []
    for word in words[4:]:
        spot, equals, value = word.partition("=")
        if not equals:
            relations.append((word[0], tuple(int(word[at : at + 2]) for at in range(1, len(word), 2))))
        elif value.startswith("("):
            parts[int(spot)] = value[1:-1]
        else:
            codes[spot] = frozenset(value.split(","))
    cells = [Cell("R", good={name})]
    for place, use in enumerate(elements.replace("-", ""), 1):
        kind = kinds[place - 1] if place <= len(kinds) else None
        cells.append(_cell(place, use, kind, codes, parts.get(place, "")))
    qualifier_place = 3 if name in _QUALIFIED_BY_THIRD else 1 if name in _QUALIFIED else 0
    qualifiers = codes.get(f"{qualifier_place}.1" if name == "HI" else str(qualifier_place), frozenset())
    last = max((place for place, cell in enumerate(cells) if cell.usage == "R"), default=0)
    return SegmentSpec(name, usage == "R", _times(times), cells, relations, qualifiers, loop, last)


def _cell(
    place: int, use: str, kind: Kind | tuple[Kind, ...] | None, codes: dict[str, frozenset[str]], parts: str
) -> Cell:
    if not parts:
        return Cell(use, kind if isinstance(kind, Kind) else None, codes.get(str(place), frozenset()))
    kinds = kind if isinstance(kind, tuple) else ()
    inner = tuple(
        Cell(part, kinds[at] if at < len(kinds) else None, codes.get(f"{place}.{at + 1}", frozenset()))
        for at, part in enumerate(parts)
    )
    return Cell(use, None, frozenset(), inner)


@cache
def segment_kinds() -> dict[str, list[Kind | tuple[Kind, ...] | None]]:
    """The kinds of the elements of every segment; a tuple for a composite, None where nothing is known."""
    table = {}
    for line in (_DATA / "segments.txt").read_text("ascii").splitlines():
        if line[0] != "#":
            name, *cells = line.split()
            table[name] = [_kind(cell) for cell in cells]
    return table


def _kind(text: str) -> Kind | tuple[Kind, ...] | None:
    found = tuple(
        Kind(match[1], int(match[2]), int(match[3] or match[2]))
        for match in map(_KIND.fullmatch, text.strip("()").split(","))
        if match
    )
    return found if text[0] == "(" else found[0] if found else None
