"""How the text of a message is written in bytes: its delimiters, its escapes, its letters.

The delimiters stand in MSH-1 and MSH-2 (a fifth character there, for what was cut off, came with version 2.7). Letters
are by MSH-18, else UTF-8, else Latin-1. An escape that is not known stays in the text as it stands: nothing is lost.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

_DEFAULTS = b"^~\\&"
_LATIN = re.compile(r"8859[^0-9]?(1[0-6]|[1-9])$")
_WINDOWS = re.compile(r"(?:CP|WINDOWS)-?(125[0-8])$")
_ASCII = ("ASCII", "US-ASCII")
_CONTROL = re.compile(r"[\x00-\x1f]")
_HEX = re.compile(rb"X(?:[0-9A-Fa-f]{2})+$")
_LAYOUT = re.compile(rb"\.(br|sp|ce|sk|in|ti|fi|nf)([+-]?\d{0,2})$", re.IGNORECASE)
_MARKS = (b"H", b"N")  # highlighted text begins, ends


@dataclass(frozen=True, slots=True)
class Delimiters:
    """The separating characters of a message, one byte each; ``truncation`` only if it was declared."""

    field: bytes = b"|"
    component: bytes = b"^"
    repetition: bytes = b"~"
    escape: bytes = b"\\"
    subcomponent: bytes = b"&"
    truncation: bytes = b""

    @property
    def encoding(self) -> bytes:
        """MSH-2."""
        return self.component + self.repetition + self.escape + self.subcomponent + self.truncation

    @property
    def distinct(self) -> bool:
        """Whether each is a character of its own, and none is a letter, digit or blank."""
        every = self.field + self.encoding
        return len(set(every)) == len(every) and all(33 <= one < 127 and not chr(one).isalnum() for one in every)


@lru_cache(maxsize=64)
def delimiters_of(head: bytes) -> Delimiters:
    """The delimiters that the first bytes of a header segment (MSH, FHS, BHS) declare; what is missing is as usual."""
    field = head[3:4] or b"|"
    encoding = b"".join(head[4:].split(field, 1)[0].splitlines()[:1])[:5]
    whole = encoding + _DEFAULTS[len(encoding) :]
    return Delimiters(field, whole[:1], whole[1:2], whole[2:3], whole[3:4], whole[4:5])


def charset_of(declared: str) -> str:
    """Python's name of a character set as MSH-18 names it; empty if it is not known or says nothing."""
    name = declared.strip().upper()
    latin, windows = _LATIN.search(name), _WINDOWS.search(name)
    if latin and latin[1] != "12":
        return f"iso8859-{latin[1]}"
    if windows:
        return f"cp{windows[1]}"
    if name in _ASCII:
        return "ascii"
    return "utf-8" if re.search(r"UTF-?8$", name) else ""


def charset_in_use(raw: bytes, declared: str) -> str:
    """What the bytes are decoded by: as declared (each line a set) if they can be, else UTF-8, else Latin-1."""
    for name in filter(None, (*map(charset_of, declared.splitlines()), "utf-8")):
        try:
            raw.decode(name)
        except UnicodeDecodeError:
            continue
        return name
    return "latin-1"


def without_nuls(text: str) -> str:
    """Text as tables can keep it."""
    return text.replace("\0", "") if "\0" in text else text


@lru_cache(maxsize=64)
def _to_escape(marks: Delimiters) -> re.Pattern[str]:
    """What cannot stand in a text as it is."""
    every = (marks.escape, marks.field, marks.component, marks.subcomponent, marks.repetition, marks.truncation)
    return re.compile("|".join([r"[\x00-\x1f]", *(re.escape(one.decode("latin-1")) for one in every if one)]))


@dataclass(frozen=True, slots=True)
class Coding:
    """Delimiters and letters of one message: a leaf's bytes to text and back."""

    delimiters: Delimiters = Delimiters()
    charset: str = "utf-8"

    def text(self, leaf: bytes) -> str:
        """What a leaf says, escapes resolved; zero bytes are no letters, and no table takes one."""
        if self.delimiters.escape in leaf:
            leaf = self._plain(leaf)
        try:
            return without_nuls(leaf.decode(self.charset))
        except UnicodeDecodeError:
            return without_nuls(leaf.decode("latin-1"))

    def leaf(self, text: str) -> bytes:
        """Text as a leaf: delimiters, line breaks and control characters escaped.

        What the message's letters have no place for is written as ``?``.
        """
        if not _to_escape(self.delimiters).search(text):
            return text.encode(self.charset, "replace")
        escape = self.delimiters.escape.decode("latin-1")
        out = text.replace(escape, f"{escape}E{escape}")
        for letter, mark in zip("FSTRP", self._marks(), strict=True):
            if mark:
                out = out.replace(mark, f"{escape}{letter}{escape}")
        if _CONTROL.search(out):
            out = out.replace("\n", f"{escape}.br{escape}")
            out = _CONTROL.sub(lambda found: f"{escape}X{ord(found[0]):02X}{escape}", out)
        return out.encode(self.charset, "replace")

    def _marks(self) -> tuple[str, ...]:
        marks = self.delimiters
        each = (marks.field, marks.component, marks.subcomponent, marks.repetition, marks.truncation)
        return tuple(one.decode("latin-1") for one in each)

    def _plain(self, leaf: bytes) -> bytes:
        escape = self.delimiters.escape
        parts = leaf.split(escape)
        out, place, last = [parts[0]], 1, len(parts) - 1
        while place < last:
            meant = self._meaning(parts[place])
            if meant is None:
                out += (escape, parts[place])
                place += 1
            else:
                out += (meant, parts[place + 1])
                place += 2
        if place == last:
            out += (escape, parts[last])
        return b"".join(out)

    def _meaning(self, sequence: bytes) -> bytes | None:
        """What stands between two escape characters means; None if that is not known."""
        marks = self.delimiters
        if len(sequence) == 1:
            known = {b"F": marks.field, b"S": marks.component, b"T": marks.subcomponent, b"R": marks.repetition}
            known |= {b"E": marks.escape, **dict.fromkeys(_MARKS, b"")}
            return known.get(sequence) if sequence != b"P" else marks.truncation or None
        if _HEX.match(sequence):
            return bytes.fromhex(sequence[1:].decode("ascii"))
        layout = _LAYOUT.match(sequence)
        if layout is None:
            return None
        count = abs(int(layout[2])) if layout[2] not in (b"", b"+", b"-") else 1
        kind = layout[1].lower()
        if kind == b"sk":
            return b" " * count
        return {b"br": b"\n", b"ce": b"\n", b"sp": b"\n" * count}.get(kind, b"")
