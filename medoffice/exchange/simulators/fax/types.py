"""The nouns of the simulated fax line."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class FaxMood:
    """How it is: ``dead`` takes and tells nothing, ``doubled`` tells everything twice under two names.

    Of a hundred calls so many are ``busy``, not answered (``silent``) or ``broken`` off; ``nobody`` are numbers at
    which no machine answers.
    """

    seed: int = 0
    dead: bool = False
    doubled: bool = False
    busy: int = 0
    silent: int = 0
    broken: int = 0
    nobody: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Handed:
    """A call it took: how often it was handed over, and how many pages were received whole at the other end."""

    fax_id: UUID
    attempt: int
    number: str
    pages: int
    received: bool
    times: int


@dataclass(frozen=True, slots=True)
class FaxNews:
    """What it tells of a call."""

    key: str
    fax_id: UUID
    attempt: int
    outcome: str
    pages: int
    answered: str
    at: datetime
