"""What rang and nobody took."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from medoffice.front_office.calls.types import RingTold

ALIKE = 10  # digits at the end by which two numbers are the same: with the country's or without
AROUND = timedelta(minutes=2)  # a call may be written down with a start a little before its ring was told of


def same_number(phone: str) -> str:
    """A number as it is compared: its last ten digits, or itself where it has none."""
    return "".join(one for one in phone if one.isascii() and one.isdigit())[-ALIKE:] or phone


def untaken(rings: Iterable[RingTold], taken: Iterable[tuple[str, datetime]]) -> Mapping[str, Sequence[UUID]]:
    """By number the rings since which no call from that number was taken; of calls their number and start."""
    last: dict[str, datetime] = {}
    for phone, at in taken:
        number = same_number(phone)
        last[number] = max(at, last.get(number, at))
    found: dict[str, list[UUID]] = {}
    for one in rings:
        since = last.get(same_number(one.phone))
        if since is None or since < one.at - AROUND:
            found.setdefault(same_number(one.phone), []).append(one.id)
    return found
