"""A message: its bytes, and what in them is asked for. Only what is read is taken apart.

A message never changes; ``with_values`` gives another, in which all bytes but those of the named leaves are the same.
Segments end with CR, LF or both; a line that does not begin with the name of a segment belongs to the one above it. A
name that is known begins one though blanks stand before it or its letters are small. ADD goes on with the one above it.
"""

import re
from collections.abc import Mapping

from medoffice.standards.hl7.coding import Coding, Delimiters, charset_in_use, delimiters_of, without_nuls
from medoffice.standards.hl7.paths import Path, path_of

MOST_SEGMENTS = 100_000
_MOST = 1000  # fields, repetitions or components that are told apart; HL7 has none beyond
_NAME = re.compile(rb"[A-Z][A-Z0-9]{2}$")
_LOOSE = re.compile(
    rb"(?:Z[A-Z0-9]{2}|PID|PD1|NK1|PV[12]|ORC|OBR|OBX|NTE|SPM|SAC|TQ[12]|CT[DI]|FT1|DG1|IN[123]|GT1|AL1|EVN|SFT|ADD|DSC)$"
)
_LINES = re.compile(rb"[^\r\n]+")
_HEADERS = (b"MSH", b"FHS", b"BHS")


class Segment:
    """One segment: ``field(n)`` is its bytes, ``value(n, ...)`` a leaf as text. What is absent is empty."""

    __slots__ = ("_fields", "coding", "line")

    def __init__(self, line: bytes, coding: Coding) -> None:
        self.line = line
        self.coding = coding
        self._fields: list[bytes] | None = None

    @property
    def name(self) -> str:
        """Its three letters."""
        return self.line[:3].decode("latin-1")

    @property
    def says_nothing(self) -> bool:
        """Whether nothing stands in it but its own number."""
        return not any(one.strip() for one in self.fields[2:])

    @property
    def fields(self) -> list[bytes]:
        """The segment's name and its fields, so that ``fields[5]`` is the fifth; of a header, the first is MSH-1."""
        if self._fields is None:
            mark = self.coding.delimiters.field
            self._fields = self.line.split(mark, _MOST) if mark else [self.line]
            if self.line[:3] in _HEADERS:
                self._fields.insert(1, mark)
        return self._fields

    def field(self, number: int) -> bytes:
        """The bytes of a field."""
        fields = self.fields
        return fields[number] if number < len(fields) else b""

    def repetitions(self, number: int) -> list[bytes]:
        """The bytes of each repetition of a field; none if it is empty."""
        whole = self.field(number)
        if number <= 2 and self.line[:3] in _HEADERS:
            return [whole]
        return whole.split(self.coding.delimiters.repetition, _MOST) if whole else []

    def parts(self, repetition: bytes) -> list[str]:
        """The components of a repetition as text; of one that has parts of its own, the first."""
        marks, text = self.coding.delimiters, self.coding.text
        found = repetition.split(marks.component, _MOST)
        if marks.subcomponent not in repetition:
            return [text(one) if one else "" for one in found]
        return [text(one.split(marks.subcomponent, 1)[0]) if one else "" for one in found]

    def subparts(self, repetition: bytes, component: int) -> list[str]:
        """The subcomponents of a component as text."""
        marks = self.coding.delimiters
        found = repetition.split(marks.component, _MOST)[component - 1 : component]
        return [self.coding.text(one) for one in (found[0].split(marks.subcomponent, _MOST) if found else ())]

    def value(self, number: int, component: int = 1, subcomponent: int = 1, repetition: int = 1) -> str:
        """A leaf as text."""
        fields, coding = self._fields or self.fields, self.coding
        if number >= len(fields) or not (leaf := fields[number]):
            return ""
        if number < 3 and self.line[:3] in _HEADERS:
            return without_nuls(leaf.decode("latin-1"))
        marks = coding.delimiters
        if marks.repetition in leaf or repetition > 1:
            leaf = _part(leaf, marks.repetition, repetition)
        if marks.component in leaf or component > 1:
            leaf = _part(leaf, marks.component, component)
        if marks.subcomponent in leaf or subcomponent > 1:
            leaf = _part(leaf, marks.subcomponent, subcomponent)
        return coding.text(leaf)

    def whole(self, number: int) -> str:
        """A field as one text, not taken apart: what some write without escapes; each repetition is a line."""
        return "\n".join(map(self.coding.text, self.repetitions(number)))

    def changed(self, place: Path, text: str) -> bytes:
        """The segment's bytes with another text in one leaf. Raises ValueError for a header's own delimiters."""
        if place.segment.encode() in _HEADERS and place.field <= 2:
            message = "The delimiters of a message cannot be changed."
            raise ValueError(message)
        marks = self.coding.delimiters
        steps = (
            (marks.repetition, place.repetition),
            (marks.component, place.component),
            (marks.subcomponent, place.subcomponent),
        )
        fields = list(self.fields)
        fields += [b""] * (place.field + 1 - len(fields))
        fields[place.field] = _set(fields[place.field], steps, self.coding.leaf(text))
        if self.line[:3] in _HEADERS:
            del fields[1]
        return marks.field.join(fields)


class Message:
    """A message as it came. Two of the same bytes are equal."""

    __slots__ = ("_coding", "_kind", "_lines", "_named", "delimiters", "raw")

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        self.delimiters: Delimiters = delimiters_of(raw[:10])
        self._coding: Coding | None = None
        self._lines: list[bytes] | None = None
        self._named: dict[str, list[Segment]] = {}
        self._kind: tuple[str, str] | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Message) and other.raw == self.raw

    def __hash__(self) -> int:
        return hash(self.raw)

    def __repr__(self) -> str:
        return f"Message({len(self.raw)} bytes)"

    def __bytes__(self) -> bytes:
        return self.raw

    @property
    def coding(self) -> Coding:
        """Its delimiters and letters."""
        if self._coding is None:
            declared = Segment(self._head(), Coding(self.delimiters, "latin-1")).whole(18)
            self._coding = Coding(self.delimiters, charset_in_use(self.raw, declared))
        return self._coding

    @property
    def lines(self) -> list[bytes]:
        """The bytes of each segment in order; of a message with more than ``MOST_SEGMENTS`` only the header's."""
        if self._lines is None:
            found = [line for line in self.raw.splitlines() if line] if not self.lines_too_many else [self._head()]
            heads = {line[:4] for line in found}
            if not all(map(self._begins, heads)):
                found = [self._named_well(self.raw[start:end]) for start, end in self._spans()]
                heads = {line[:4] for line in found}
            self._lines = self._gone_on(found) if b"ADD" + self.delimiters.field in heads else found
        return self._lines

    @property
    def segments(self) -> list[Segment]:
        """Its segments in order."""
        coding = self.coding
        return [Segment(line, coding) for line in self.lines]

    @property
    def lines_too_many(self) -> bool:
        """Whether it has more lines than are read."""
        return self.raw.count(b"\r") + self.raw.count(b"\n") > 2 * MOST_SEGMENTS

    def named(self, name: str) -> list[Segment]:
        """The segments of this name, in order."""
        found = self._named.get(name)
        if found is None:
            head, coding = name.encode(), self.coding
            found = self._named[name] = [Segment(line, coding) for line in self.lines if line[:3] == head]
        return found

    def first(self, name: str) -> Segment:
        """The first segment of this name, or one without any field."""
        found = self.named(name)
        return found[0] if found else Segment(name.encode(), self.coding)

    def value(self, path: str) -> str:
        """A leaf as text, empty if it is not there. Raises ValueError for a path that names no place."""
        place = path_of(path)
        found = self.named(place.segment)
        if place.at > len(found):
            return ""
        return found[place.at - 1].value(place.field, place.component, place.subcomponent, place.repetition)

    @property
    def kind(self) -> tuple[str, str]:
        """Type and event (MSH-9), as they stand there."""
        if self._kind is None:
            head = self.first("MSH")
            self._kind = head.value(9).strip(), head.value(9, 2).strip()
        return self._kind

    def with_values(self, values: Mapping[str, str]) -> "Message":
        """The same message with other texts in some leaves. Raises ValueError for a segment that is not there."""
        message = self
        for path, text in values.items():
            message = message._with(path_of(path), text)
        return message

    def _with(self, place: Path, text: str) -> "Message":
        name, seen = place.segment.encode(), 0
        for start, end in self._spans():
            seen += self._named_well(self.raw[start:end])[:3] == name
            if seen == place.at:
                line = Segment(self.raw[start:end], self.coding).changed(place, text)
                return Message(self.raw[:start] + line + self.raw[end:])
        message = f"There is no segment {place.segment}[{place.at}] in this message."
        raise ValueError(message)

    def _head(self) -> bytes:
        """The bytes of the header."""
        found = _LINES.search(self.raw)
        return found[0] if found else b""

    def _spans(self) -> list[tuple[int, int]]:
        """Where each segment begins and ends, lines that continue it included."""
        spans: list[tuple[int, int]] = []
        for found in _LINES.finditer(self.raw):
            before = len(found[0]) - len(found[0].lstrip(b" \t"))
            if spans and not self._begins(found[0]) and not self._begins_loosely(found[0][before:]):
                spans[-1] = (spans[-1][0], found.end())
            else:
                spans.append((found.start() + before, found.end()))
        return spans

    def _gone_on(self, lines: list[bytes]) -> list[bytes]:
        """The lines with what ADD continues put where it belongs: after the last field of the segment above."""
        found: list[list[bytes]] = []
        for line in lines:
            if found and line[:4] == b"ADD" + self.delimiters.field:
                found[-1].append(line[4:])
            else:
                found.append([line])
        return [b"".join(pieces) for pieces in found]

    def _named_well(self, line: bytes) -> bytes:
        """A segment with its name in capitals."""
        return line if self._begins(line) or not self._begins_loosely(line) else line[:3].upper() + line[3:]

    def _begins_loosely(self, line: bytes) -> bool:
        """The same for names that are known, in whichever letters."""
        return line[3:4] in (self.delimiters.field, b"") and _LOOSE.match(line[:3].upper()) is not None

    def _begins(self, line: bytes) -> bool:
        """Whether a line begins a segment: its name, and a field or nothing more."""
        after = line[3:4]
        return (after == self.delimiters.field or not after.strip()) and _NAME.match(line[:3]) is not None


def _part(whole: bytes, mark: bytes, place: int) -> bytes:
    parts = whole.split(mark, place)
    return parts[place - 1] if place <= len(parts) else b""


def _set(whole: bytes, steps: tuple[tuple[bytes, int], ...], leaf: bytes) -> bytes:
    """The bytes of a field with a leaf set at the place that the steps lead to."""
    if not steps:
        return leaf
    (mark, place), *rest = steps
    parts = whole.split(mark)
    parts += [b""] * (place - len(parts))
    parts[place - 1] = _set(parts[place - 1], tuple(rest), leaf)
    return mark.join(parts)
