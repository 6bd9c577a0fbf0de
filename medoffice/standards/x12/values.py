"""Elements to values and back: amounts, days, quantities, composites. What cannot be read becomes a finding."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any, TypeVar

from medoffice.kernel.findings import Finding
from medoffice.kernel.money import ZERO, Money

Segment = list[str]
_MOST_DIGITS = 12
T = TypeVar("T")


def at(segment: Segment, place: int) -> str:
    """The element at a 1-based place, blanks trimmed; empty when the segment is shorter."""
    return segment[place].strip() if len(segment) > place else ""


@lru_cache(maxsize=1 << 16)
def money_of(text: str) -> Money | None:
    """An X12 amount (``-12.5``, ``.5``, ``12``) exactly in cents, or None when it is no amount in dollars and cents."""
    whole, _, part = text.removeprefix("-").partition(".")
    digits = whole + part
    if not digits.isdigit() or not digits.isascii() or len(whole) > _MOST_DIGITS:
        return None
    if len(part) > 2:
        part = part.rstrip("0")
        if len(part) > 2:
            return None
    cents = int(whole or 0) * 100 + int(part.ljust(2, "0"))
    return Money(-cents if text[0] == "-" else cents)


@lru_cache(maxsize=1 << 14)
def day_of(text: str) -> date | None:
    """An eight-digit day (CCYYMMDD), or None when there is no such day."""
    if len(text) != 8 or not (text.isascii() and text.isdigit()):
        return None
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return None


@lru_cache(maxsize=1 << 10)
def quantity_of(text: str) -> Decimal | None:
    """A decimal number, or None when it is none."""
    if not text.isascii() or len(text) > 18 or text.strip("0123456789.-"):
        return None
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def freeze(kind: type[T], state: dict[str, Any]) -> T:
    """A frozen dataclass (without slots) from its fields, at a fraction of its constructor's cost.

    Fields that are absent keep the defaults of the class; those without a default must be there.
    """
    value = kind.__new__(kind)
    object.__setattr__(value, "__dict__", state)
    return value


@contextmanager
def collector_paused() -> Iterator[None]:
    """Without cyclic garbage collection: building many values makes none, and the collector would walk them all.

    Freezing and unfreezing moves what was built among the old objects at once, in place of a walk over it as young.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()


class Reading:
    """Takes values out of segments and notes, with their place, those it cannot read."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.position = 0
        self.claim = ""

    def money(self, segment: Segment, place: int) -> Money:
        """An amount that must be there; zero and a finding when it is missing or unreadable."""
        value = money_of(segment[place]) if len(segment) > place else None
        return self._missing(segment, place, "amount", ZERO) if value is None else value

    def money_or_none(self, segment: Segment, place: int) -> Money | None:
        """An amount that may be absent; None and a finding when unreadable, for a zero would say something else."""
        text = at(segment, place)
        value = money_of(text) if text else None
        return self._missing(segment, place, "amount", None) if text and value is None else value

    def day(self, segment: Segment, place: int) -> date | None:
        """A day; None when absent, None and a finding when unreadable."""
        text = at(segment, place)
        return (day_of(text) or self._missing(segment, place, "day", None)) if text else None

    def period(self, segment: Segment, form: int, place: int) -> tuple[date | None, date | None]:
        """A day (D8) or a period (RD8): first and last day; the last is None for a single day."""
        text = at(segment, place)
        if at(segment, form) != "RD8" or "-" not in text:
            return self.day(segment, place), None
        first, last = day_of(text.split("-", 1)[0]), day_of(text.split("-", 1)[1])
        if first is None or last is None:
            self._missing(segment, place, "day", None)
        return first, last

    def quantity(self, segment: Segment, place: int) -> Decimal | None:
        """A number; None when absent, None and a finding when unreadable."""
        text = at(segment, place)
        value = quantity_of(text) if text else None
        return self._missing(segment, place, "number", None) if text and value is None else value

    def note(self, code: str, segment: Segment, place: int, words: str) -> None:
        """A finding at this place."""
        claim = f"{claim_place(self.claim)}, " if self.claim else ""
        self.findings.append(Finding(code, f"{claim}segment {self.position}, {segment[0]}{place:02d}", words))

    def _missing(self, segment: Segment, place: int, kind: str, value: T) -> T:
        text = at(segment, place)
        words = f"This is no {kind}: {text[:60]!r}." if text else f"The {kind} is missing."
        self.note(f"x12.bad-{kind}", segment, place, words)
        return value


def claim_place(number: str) -> str:
    """A claim as the place of a finding; of a number without end, its beginning (the standard knows 38 characters)."""
    return f"claim {number}" if len(number) <= 60 else f"claim {number[:60]}\u2026"


class UnwritableError(ValueError):
    """A value X12 cannot carry; it must be folded or corrected before it is written."""


EXTENDED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 !\"&'()*+,-./:;?=%@[]_{}\\|<>~#$")
RESERVED = frozenset("*:^~")
WRITABLE = EXTENDED - RESERVED


class Writing:
    """Collects segments; refuses characters outside the extended set and the delimiters ``* : ^ ~``."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def add(self, *elements: str) -> None:
        """One segment; trailing empty elements are left out. Composites come ready-made from ``composite``."""
        last = len(elements)
        while last > 1 and not elements[last - 1]:
            last -= 1
        row = "*".join(elements[:last])
        if row.count("*") != last - 1 or not _ALLOWED.issuperset(row):
            bad = sorted(set(row) - _ALLOWED | ({"*"} if row.count("*") != last - 1 else set()))
            raise UnwritableError(f"{elements[0]}: characters that X12 cannot carry: {' '.join(bad)}")
        self.parts.append(row)

    def repeat(self, place: int, values: Iterable[str]) -> None:
        """Put these values into an element of the latest segment, one beside the other (``^``)."""
        whole = [plain(value) for value in values]
        bad = sorted({letter for value in whole for letter in value} - WRITABLE)
        if bad:
            raise UnwritableError(f"{self.parts[-1][:3]}: characters that X12 cannot carry: {' '.join(bad)}")
        if whole:
            row = self.parts[-1].split("*")
            row += [""] * (place + 1 - len(row))
            row[place] = "^".join(whole)
            self.parts[-1] = "*".join(row)

    def text(self) -> str:
        """The segments, terminated."""
        return "".join(f"{part}~" for part in self.parts)


_ALLOWED = WRITABLE | {"*", ":"}


def composite(*components: str) -> str:
    """Components joined by colons, trailing empty ones left out. Raises UnwritableError for a colon within one."""
    if any(":" in component for component in components):
        raise UnwritableError(f"a colon cannot stand in {components!r}")
    return ":".join(components).rstrip(":")


def plain(text: str) -> str:
    """A text element; refuses a colon, which would split it."""
    if ":" in text:
        raise UnwritableError(f"a colon cannot stand in {text!r}")
    return text


def number(value: Decimal | None) -> str:
    """A quantity without padding: ``1``, ``1.5``; nothing for None."""
    if value is None:
        return ""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") or "0" if "." in text else text


def amount(value: Money | None) -> str:
    """An amount as X12 writes it; nothing for None."""
    return "" if value is None else value.plain()


def day8(value: date | None) -> str:
    """A day as CCYYMMDD; nothing for None."""
    return "" if value is None else f"{value:%Y%m%d}".rjust(8, "0")
