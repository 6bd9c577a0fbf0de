"""The nouns of the simulated gateway."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Mood:
    """How it is: ``dead`` takes nothing and tells nothing; ``slow`` takes a message and does not say so; ``doubled``
    tells everything twice, the second time under another name; ``silent`` never says what arrived.
    """

    dead: bool = False
    slow: bool = False
    doubled: bool = False
    silent: bool = False
    unreachable: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """A message it took: how often it was handed over, when first."""

    id: UUID
    channel: str
    to: str
    body: str
    times: int
    at: datetime


@dataclass(frozen=True, slots=True)
class News:
    """Something it tells."""

    key: str
    kind: str
    message_id: UUID | None
    sender: str
    text: str
    at: datetime
