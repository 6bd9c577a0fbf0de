"""The nouns of the pass over danger words: a snippet that is played, and who has heard how many."""

from dataclasses import dataclass
from datetime import datetime

from medoffice.standards.dictated.types import DangerKind

Key = tuple[tuple[int, str], ...]  # the numbers of a token's words, and how they are written but for signs around them


@dataclass(frozen=True, slots=True)
class Danger:
    """A danger token of what is typed: its kind, the place of its first word, how many they are, what it is told by."""

    kind: DangerKind
    first: int
    count: int
    key: Key


@dataclass(frozen=True, slots=True)
class Snippet:
    """What is played at once: its tokens, from when to when, and the sentence it stands in, by its first word and how
    many they are. ``said_ms`` is where the last of its words begins: before that nobody has heard them all. The three
    are None where nothing can be heard; ``rough``: it is only known about where it was said.
    """

    dangers: tuple[Danger, ...]
    start_ms: int | None
    said_ms: int | None
    end_ms: int | None
    rough: bool
    first: int
    count: int


@dataclass(frozen=True, slots=True)
class Passed:
    """How many of the danger tokens of a text somebody has heard and called right, as they stand, and when last.

    ``read`` are those of which nothing could be heard, and that they called right as they stand written.
    """

    by: str
    mine: bool
    heard: int
    of: int
    at: datetime
    read: int = 0
