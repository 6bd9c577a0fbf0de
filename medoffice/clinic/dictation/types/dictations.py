"""The nouns of dictation: the way of a dictation, its recordings, its text."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

LINE = 65  # characters of a line
LARGEST = 24 << 20  # bytes of a recording
LETTER = "letter"  # the kind that becomes a letter; every other becomes a note


class State(StrEnum):
    """Where a dictation stands on its way from the recording to the chart."""

    QUEUED = "queued"
    TYPING = "typing"
    HELD = "held"
    TO_SIGN = "to-sign"
    SIGNED = "signed"
    REJECTED = "rejected"

    @property
    def says(self) -> str:
        """The state as people read it."""
        return {"queued": "waits", "typing": "is typed", "held": "on hold", "to-sign": "to sign"}.get(self, self.value)


class Verb(StrEnum):
    """What is done with a dictation."""

    SEND = "sent"
    CLAIM = "claimed"
    RELEASE = "put back"
    HOLD = "held"
    RESUME = "taken up"
    ASSIGN = "handed over"
    REJECT = "rejected"
    REVIVE = "taken back"
    ADD = "recording added"
    DESTROY = "sound destroyed"
    FINISH = "finished"
    RETURN = "returned"
    SIGN = "signed"
    REMIND = "author reminded"
    MOVE = "moved"
    COPY = "copy named"
    UNCOPY = "copy taken off"
    COPIES = "copies"


class Priority(StrEnum):
    """How soon a dictation is wanted."""

    STAT = "stat"
    ASAP = "asap"
    ROUTINE = "routine"

    @property
    def says(self) -> str:
        """The priority as people read it."""
        return {"stat": "STAT", "asap": "ASAP", "routine": "Routine"}[self.value]


class Level(StrEnum):
    """How its time stands: more than a quarter of it left, less, none."""

    FINE = "fine"
    SOON = "soon"
    LATE = "late"


class AudioTrouble(StrEnum):
    """Why a file is not taken as a recording."""

    EMPTY = "empty"
    NOT_AUDIO = "not-audio"
    CUT = "cut"
    DS2 = "ds2"
    DSS = "dss"
    TOO_LONG = "too-long"


@dataclass(frozen=True, slots=True)
class Audio:
    """What a recording is by its own bytes: ``seconds`` is None where its head does not say.

    ``whole`` is False where the end is missing; what is there can be played.
    """

    kind: str
    media_type: str
    seconds: float | None
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Pace:
    """Of a kind of dictation, from a day on: the hours until it is to be ready, by priority, and the days that a
    recording is kept after the signature. ``source`` says whose decision it is.
    """

    kind: str
    since: date
    stat: int
    asap: int
    routine: int
    keep_days: int
    source: str = ""


@dataclass(frozen=True, slots=True)
class Recording:
    """A recording of a dictation; without ``sha256`` its sound is gone, since ``gone_at``."""

    id: UUID
    sha256: str
    kind: str
    media_type: str
    size: int
    seconds: float | None
    whole: bool
    at: datetime
    by: str
    gone_at: datetime | None

    @property
    def long(self) -> str:
        """How long it is, as a player shows it; empty where its head does not say."""
        whole = round(self.seconds or 0)
        return f"{whole // 60}:{whole % 60:02}" if self.seconds else ""


@dataclass(frozen=True, slots=True)
class Step:
    """A line of a dictation's story."""

    verb: Verb
    words: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Dictation:
    """A dictation: whose, about whom and which visit, what it is to become, where it stands and by when it is due.

    ``ready_at``: since when it waits for its author, who was reminded so often; ``letter_id``: the letter it became.
    """

    id: UUID
    number: str
    patient_id: UUID
    encounter_id: UUID
    author_id: UUID
    author: str
    kind: str
    priority: Priority
    state: State
    note: str
    sent_at: datetime
    due_at: datetime
    owner_id: UUID | None
    owner: str
    why: str
    version: int
    ready_at: datetime | None = None
    reminded: int = 0
    letter_id: UUID | None = None


class Recogniser(StrEnum):
    """Who hears a recording before a person does."""

    NONE = "none"
    RECORDED = "recorded"
    LOCAL = "this-machine"
    SERVER = "server"

    @property
    def says(self) -> str:
        """The recogniser as people choose it."""
        return {
            "none": "None: a person listens and types",
            "recorded": "The words a made-up recording carries (for training)",
            "this-machine": "A model on this machine",
            "server": "A server in the office's own network",
        }[self.value]


class Settle(StrEnum):
    """What was heard again and is right: a word, the same word wherever it is doubtful, or all that were."""

    WORD = "word"
    SAME = "same"
    ALL = "all"


class BlankReason(StrEnum):
    """Why a place is left blank; it is never guessed."""

    INAUDIBLE = "inaudible"
    UNKNOWN_TERM = "unknown-term"
    DISCREPANCY = "discrepancy"
    WRONG_PATIENT = "wrong-patient"
    CRITICAL = "critical"

    @property
    def says(self) -> str:
        """The reason as people choose it."""
        return {
            "inaudible": "Cannot be heard",
            "unknown-term": "Word not known",
            "discrepancy": "Does not agree with the chart",
            "wrong-patient": "Another patient?",
            "critical": "Critical value",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of what is typed: its number, which it keeps through edits, and where it was said, if that is known.

    ``confidence`` is a recogniser's, of a word no person has touched; ``flags`` say why to look at it.
    """

    id: int
    text: str
    start_ms: int | None = None
    end_ms: int | None = None
    confidence: float | None = None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Typed:
    """What is typed of a dictation by now: the text, its words, the next number a new word gets."""

    text: str
    words: tuple[Word, ...]
    next_id: int
    version: int
    saved_at: datetime | None
    saved_by: str


@dataclass(frozen=True, slots=True)
class SentBack:
    """A text as its author sent it back, and why."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Blank:
    """A place that is left blank, and what the author said stands there: words, or nothing."""

    id: UUID
    word_id: int
    reason: BlankReason
    at_ms: int | None
    by: str
    answered: bool
    answer: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of what is typed, and where it was said, if that is known."""

    text: str
    start_ms: int | None
    end_ms: int | None
    paragraph: bool = False


@dataclass(frozen=True, slots=True)
class ShortForm:
    """What is typed for longer words: of the office, or (``mine``) of one person."""

    id: UUID
    short: str
    words: str
    mine: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """What a recogniser made of a recording; times are those of the recording, numbers count from 1.

    ``unheard`` is where somebody speaks and no word was found; with ``trouble`` there is no draft, and why.
    ``begins`` is the millisecond of the whole dictation at which the recording does; with ``forgot`` it was told of a
    chart that the dictation is no longer about, and what it was told is gone. ``learned``: hints of its author's own.
    """

    recogniser: Recogniser
    model: str
    text: str
    words: tuple[Word, ...]
    unheard: tuple[tuple[int, int], ...]
    hints: tuple[str, ...]
    trouble: str
    put: bool
    begins: int
    forgot: bool
    learned: tuple[str, ...] = ()

    @property
    def of_chart(self) -> tuple[str, ...]:
        """The hints that the chart gave."""
        return tuple(term for term in self.hints if term not in self.learned)

    @property
    def by(self) -> str:
        """By which model, as far as a screen shows it: the beginning of the hash of its weights, or a server's name."""
        return self.model if self.recogniser is Recogniser.SERVER else self.model[:12]


@dataclass(frozen=True, slots=True)
class Drafts:
    """How a dictation's drafts stand: those there are, in the order of the recordings, and how many are still made."""

    made: tuple[Draft, ...]
    awaited: int

    @property
    def ready(self) -> int:
        """How many can be put into the text."""
        return sum(not one.put and not one.trouble for one in self.made)

    @property
    def put(self) -> int:
        """How many are in the text."""
        return sum(one.put for one in self.made)
