"""The nouns of a recogniser that is a server in the office's own network."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from medoffice.clinic.dictation.types.dictations import Recogniser


@dataclass(frozen=True, slots=True)
class HearingServer:
    """Where it is reached, what it calls the model it is asked for, and by which certificate (PEM) it is known.

    ``key`` is what it wants to be told by who asks it. Only who asks has it: what a page reads is without.
    """

    address: str = ""
    model: str = ""
    certificate: str = ""
    key: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Hearing:
    """Who hears recordings first: the recogniser, and where it is if it is a server (else nowhere)."""

    recogniser: Recogniser
    server: HearingServer = HearingServer()


class KeyState(StrEnum):
    """How it stands with the key of the server. Dropped: its address was changed, and the key did not go along."""

    NONE = "none"
    KEPT = "kept"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class ServerKey:
    """That a key is kept, or is not, since when and by whom; never the key."""

    state: KeyState = KeyState.NONE
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Try:
    """A try of the recogniser: who asked, when a worker took it up, and what came of it in how many seconds.

    ``text`` is what was heard, as a draft would have it; ``unsure``: it does not say how sure it is of its words.
    """

    by: str
    at: datetime
    taken_at: datetime | None = None
    ended_at: datetime | None = None
    seconds: float | None = None
    text: str = ""
    unsure: bool = False
    trouble: str = ""


class TryState(StrEnum):
    """How a try stands: it waits, nobody takes it up, it runs, nothing came of it, it heard, it was refused."""

    WAITS = "waits"
    LEFT = "left"
    RUNS = "runs"
    BROKEN = "broken"
    HEARD = "heard"
    REFUSED = "refused"

    @property
    def is_open(self) -> bool:
        """Whether something may still come of it."""
        return self in (TryState.WAITS, TryState.LEFT, TryState.RUNS)
