"""What is played of a recording."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Played:
    """What a player gets of a recording: a content of the store, as it came or a copy of it.

    Without ``sha256`` it cannot be heard; ``why`` says so, and ``waits`` whether it will be soon.
    """

    sha256: str = ""
    size: int = 0
    media_type: str = ""
    why: str = ""
    waits: bool = False
