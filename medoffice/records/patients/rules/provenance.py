"""From what a field of a card is known: the last that was told of it, as long as it still says so."""

from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256
from typing import TypeVar

Told = TypeVar("Told")


def is_said(value: object) -> bool:
    """Whether a field says anything."""
    return value not in (None, "", [], False)


def sealed(value: object) -> str:
    """What a field says, as it is compared: not to be read."""
    if isinstance(value, list | tuple):
        value = "\n".join(map(str, value))
    text = value.isoformat() if isinstance(value, date) else "" if value is None else str(value)
    return sha256(text.encode()).hexdigest()


def latest(told: Iterable[tuple[str, str, Told]], now: Mapping[str, object]) -> dict[str, Told]:
    """Of each field the last of ``told`` (field, the seal of what it said, what else is known) that says what it says.

    What came with another record, or was set otherwise since, says nothing of it.
    """
    seals = {field: sealed(value) for field, value in now.items()}
    return {field: one for field, seal, one in told if seals.get(field) == seal}
