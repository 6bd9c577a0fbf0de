"""Ids: UUIDv7 (RFC 9562; made in Python because PostgreSQL 15 cannot) and check digits for short numbers."""

import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from uuid import UUID

_lock = threading.Lock()
_last = [0, 0]  # milliseconds, counter
_COUNTED, _ODD = (1 << 62) - 1, 0x1E3779B97F4A7C15  # an odd factor visits every number once


def new_id() -> UUID:
    """A new UUIDv7, later ids of a process greater than earlier ones (RFC 9562, 6.2: a counter within a millisecond).

    The time part orders rows; it is never shown or used as a date, so the clock of a world does not move it.
    """
    counted = _counted.get()
    if counted is not None:
        return counted.next()
    with _lock:
        milliseconds = max(time.time_ns() // 1_000_000, _last[0])
        counter = _last[1] + 1 if milliseconds == _last[0] else secrets.randbits(10)
        if counter >= 1 << 12:
            milliseconds, counter = milliseconds + 1, 0
        _last[:] = milliseconds, counter
    value = (milliseconds & 0xFFFF_FFFF_FFFF) << 80 | 0x7 << 76 | counter << 64
    return UUID(int=value | 0b10 << 62 | secrets.randbits(62))


class CountedIds:
    """Ids that depend on nothing but a seed, the instants they are made at, and how many were made before."""

    def __init__(self, seed: int) -> None:
        """A seed of its own gives ids of its own."""
        self._seed, self._made, self._milliseconds, self._within = seed << 40, 0, 0, 0

    def move(self, at: datetime) -> None:
        """The ids from here on are of this instant."""
        milliseconds = int(at.timestamp() * 1000)
        if milliseconds != self._milliseconds:  # who comes to the same instant again goes on in it
            self._milliseconds, self._within = milliseconds, 0

    def next(self) -> UUID:
        """The next id; later ones of an instant are greater."""
        self._made += 1
        self._within += 1
        if self._within >= 1 << 12:
            self._milliseconds, self._within = self._milliseconds + 1, 0
        value = (self._milliseconds & 0xFFFF_FFFF_FFFF) << 80 | 0x7 << 76 | self._within << 64
        return UUID(int=value | 0b10 << 62 | ((self._seed + self._made) * _ODD & _COUNTED))


_counted: ContextVar[CountedIds | None] = ContextVar("counted_ids", default=None)


@contextmanager
def counted_ids(source: CountedIds) -> Iterator[None]:
    """Within the block ``new_id`` gives the ids of this source: for worlds that are made anew from a seed."""
    token = _counted.set(source)
    try:
        yield
    finally:
        _counted.reset(token)


def luhn_digit(digits: str) -> str:
    """The check digit that makes ``digits`` pass the Luhn test (ISO/IEC 7812-1)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def npi_is_valid(npi: str) -> bool:
    """Whether a National Provider Identifier has ten ASCII digits and a right check digit (Luhn with prefix 80840)."""
    if len(npi) != 10 or not (npi.isascii() and npi.isdigit()):
        return False
    return luhn_digit("80840" + npi[:9]) == npi[9]


def npi_from(nine_digits: str) -> str:
    """The ten-digit NPI that begins with these nine digits; used to make fictitious providers."""
    return nine_digits + luhn_digit("80840" + nine_digits)
