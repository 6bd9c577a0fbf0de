"""Ids: UUIDv7 (RFC 9562; made in Python because PostgreSQL 15 cannot) and check digits for short numbers."""

import secrets
import threading
import time
from uuid import UUID

_lock = threading.Lock()
_last = [0, 0]  # milliseconds, counter


def new_id() -> UUID:
    """A new UUIDv7, later ids of a process greater than earlier ones (RFC 9562, 6.2: a counter within a millisecond).

    The time part orders rows; it is never shown or used as a date, so the clock of a world does not move it.
    """
    with _lock:
        milliseconds = max(time.time_ns() // 1_000_000, _last[0])
        counter = _last[1] + 1 if milliseconds == _last[0] else secrets.randbits(10)
        if counter >= 1 << 12:
            milliseconds, counter = milliseconds + 1, 0
        _last[:] = milliseconds, counter
    value = (milliseconds & 0xFFFF_FFFF_FFFF) << 80 | 0x7 << 76 | counter << 64
    return UUID(int=value | 0b10 << 62 | secrets.randbits(62))


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
