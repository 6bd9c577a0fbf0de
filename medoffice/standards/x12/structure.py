"""Checking a transaction against its guide: which segments stand where, how often, and what is missing.

The walk keeps the open loops. Each segment is looked for from where we are onwards, then in the loops around; where it
is found decides which loops close (and what they lack) and which opens.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from medoffice.standards.x12.elements import check_segment
from medoffice.standards.x12.faults import LOOPS, SEGMENTS, Fault
from medoffice.standards.x12.levels import Levels
from medoffice.standards.x12.specs.tables import LoopSpec, SegmentSpec, guide
from medoffice.standards.x12.tokens import Transaction
from medoffice.standards.x12.values import EXTENDED, Segment

GUIDE_FILES = {
    "837P": "005010X222A1", "835": "005010X221A1", "999": "005010X231A1", "277CA": "005010X214",
    "270": "005010X279A1-270", "271": "005010X279A1-271",
}  # fmt: skip
_CLAIM = frozenset({"CLM", "CLP"})
_BETWEEN_CLAIMS = frozenset({"HL", "PLB"})
_MOST_FAULTS = 500


def check_structure(transaction: Transaction, reads: str) -> list[Fault]:
    """Every fault of structure of a transaction of a kind we read, at most 500."""
    return _Walk(guide(GUIDE_FILES[reads]), transaction, LOOPS[reads]).run()


@dataclass(slots=True)
class _Open:
    """A loop that is open: how far we are in it, how often each of its parts came, where it began."""

    loop: LoopSpec
    position: int
    group: int = 0
    counts: dict[SegmentSpec | LoopSpec, int] = field(default_factory=dict)


@lru_cache(maxsize=1 << 14)
def _find(loop: LoopSpec, group: int, segment_id: str, qualifier: str | None) -> tuple[int, SegmentSpec] | None:
    """Where such a segment comes next: how many loops to leave, and its place in the guide."""
    for up, (here, start) in enumerate(_outwards(loop, group)):
        for items in here.groups[start:]:
            specs = [item if isinstance(item, SegmentSpec) else item.first for item in items]
            found = [spec for spec in specs if spec.matches(segment_id, qualifier)]
            if up == 0 and found and found[0] is here.items[0]:
                continue  # what opens a loop, coming again, opens it again
            if found:
                return up, next((spec for spec in found if spec.qualifiers), found[0])
    return None


def _outwards(loop: LoopSpec, group: int) -> Iterator[tuple[LoopSpec, int]]:
    yield loop, group
    while loop.parent is not None:
        yield loop.parent, loop.place
        loop = loop.parent


class _Walk:
    def __init__(self, root: LoopSpec, transaction: Transaction, loops: dict[str, str]) -> None:
        self.transaction = transaction
        self.loops = loops
        self.component = transaction.delimiters.component
        self.stack = [_Open(root, 1)]
        self.position = 0
        self.claim = ""
        self.faults: list[Fault] = []
        self.levels = Levels()

    def run(self) -> list[Fault]:
        odd = _odd_characters(self.transaction)
        for segment in self.transaction.segments():
            self.position += 1
            self._take(segment)
            if odd:
                self._characters(segment, odd)
            if len(self.faults) >= _MOST_FAULTS:
                return self.faults[:_MOST_FAULTS]
        while self.stack:
            self._close()
        self.faults += self.levels.finish()
        return self.faults

    def _take(self, segment: Segment) -> None:
        name = segment[0]
        if name in _BETWEEN_CLAIMS:
            self.claim = ""
            if name == "HL":
                self.faults += self.levels.take(segment, self.position)
        elif name in _CLAIM and len(segment) > 1:
            self.claim = segment[1]
        spec = self._root(segment) if self.position == 1 else None
        if spec is None:
            found, ordered = self._locate(segment)
            if found is None:
                words = f"{SEGMENTS.get(name, 'segment')} {name!r} is not allowed here."
                self._fault("x12.unexpected", words, segment, "2")
                return
            up, spec = found
            if ordered:
                self._move(up, spec, segment)
            else:
                words = f"The {SEGMENTS.get(name, 'segment')} stands in the wrong order."
                self._fault("x12.order", words, segment, "7", spec.loop.id)
                self._count(self.stack[-1 - up], spec)
        for place, spot, code, wire, words, value in check_segment(spec, segment, self.component):
            self._fault(code, words, segment, wire, spec.loop.id, place, spot, value)

    def _root(self, segment: Segment) -> SegmentSpec | None:
        first = self.stack[0].loop.first
        if segment[0] != first.id:
            return None
        self._count(self.stack[0], first)
        return first

    def _locate(self, segment: Segment) -> tuple[tuple[int, SegmentSpec] | None, bool]:
        """The place of a segment, and whether it is in order: by id and qualifier, then by id, then out of order."""
        here = self.stack[-1]
        name, qualifier = segment[0], self._qualifier(segment)
        found = _find(here.loop, here.group, name, qualifier)
        if found is None:  # not in order: already passed, or with a qualifier that nothing here has
            for up, entry in enumerate(reversed(self.stack)):
                for item in entry.loop.items[1:]:
                    if isinstance(item, SegmentSpec) and item.matches(name, qualifier):
                        return (up, item), False
            found = _find(here.loop, here.group, name, None)
        return found, True

    def _qualifier(self, segment: Segment) -> str:
        place = 3 if segment[0] == "HL" else 1
        value = segment[place] if len(segment) > place else ""
        return value.split(self.component, 1)[0] if segment[0] == "HI" else value

    def _move(self, up: int, spec: SegmentSpec, segment: Segment) -> None:
        """Leave the loops we must, open the one that begins here, count, and say when it comes too often."""
        for _ in range(up):
            self._close()
        top = self.stack[-1]
        if spec.loop is not top.loop:
            top.group = spec.loop.place
            times = self._count(top, spec.loop)
            if times == spec.loop.repeat + 1:
                words = f"The {self._loop_words(spec.loop)} comes more than {spec.loop.repeat} times."
                self._fault("x12.too-often", words, segment, "4", spec.loop.id)
            top = _Open(spec.loop, self.position)
            self.stack.append(top)
        else:
            top.group = spec.group
        if self._count(top, spec) == spec.repeat + 1:
            words = f"The {SEGMENTS.get(spec.id, 'segment')} {self._qualifier(segment)} comes too often here."
            self._fault("x12.too-often", words, segment, "5", spec.loop.id)

    @staticmethod
    def _count(entry: _Open, item: SegmentSpec | LoopSpec) -> int:
        entry.counts[item] = times = entry.counts.get(item, 0) + 1
        return times

    def _close(self) -> None:
        entry = self.stack.pop()
        for item in entry.loop.required_items:
            if item not in entry.counts:
                self._missing(entry, item)

    def _missing(self, entry: _Open, item: SegmentSpec | LoopSpec) -> None:
        spec = item if isinstance(item, SegmentSpec) else item.first
        qualifiers = "/".join(sorted(spec.qualifiers)) if len(spec.qualifiers) < 4 else ""
        name = f"{spec.id}*{qualifiers}" if qualifiers and spec.id != "HL" else spec.id
        what = self._loop_words(item) if isinstance(item, LoopSpec) else SEGMENTS.get(spec.id, "segment")
        inside = f"{self._loop_words(entry.loop)} that begins at segment {entry.position}"
        words = f"The {what} ({name}) is missing in the {inside}."
        place = max(self.position, 1)
        self.faults.append(Fault("x12.missing", words, spec.id, place, "3", entry.loop.id, claim=self.claim))

    def _characters(self, segment: Segment, odd: re.Pattern[str]) -> None:
        for place, value in enumerate(segment):
            match = odd.search(value)
            if match:
                words = f"{match[0]!r} is no character X12 can carry."
                self._fault("x12.character", words, segment, "6", "", place, 0, "")

    def _loop_words(self, loop: LoopSpec) -> str:
        return "transaction" if loop.parent is None else self.loops.get(loop.id, f"loop {loop.id}")

    def _fault(
        self, code: str, words: str, segment: Segment, wire: str, loop: str = "", element: int = 0, spot: int = 0,
        value: str = "",
    ) -> None:  # fmt: skip
        fault = Fault(code, words, segment[0], self.position, wire, loop, element, spot, value, self.claim)
        self.faults.append(fault)


def _odd_characters(transaction: Transaction) -> re.Pattern[str] | None:
    """The pattern of characters outside the extended set, when the transaction holds any."""
    marks = transaction.delimiters
    allowed = EXTENDED | {marks.element, marks.component, marks.repetition, marks.segment, "^"}
    pattern = re.compile(f"[^{re.escape(''.join(sorted(allowed)))}]")
    return pattern if pattern.search(transaction.text) else None
