"""The nouns of suggestions."""

from dataclasses import dataclass
from enum import StrEnum

OFTEN = ((0.8, "mostly right"), (0.5, "oftener right than not"), (0.0, "oftener wrong than right"))


class Part(StrEnum):
    """What a part of a note is about."""

    COMPLAINT = "complaint"
    STORY = "story"
    PAST = "past"
    FAMILY = "family"
    SOCIAL = "social"
    ALLERGIES = "allergies"
    MEDICINES = "medicines"
    REVIEW = "review"
    EXAM = "exam"
    RESULTS = "results"
    ASSESSMENT = "assessment"
    PLAN = "plan"
    OTHER = "other"


class Standing(StrEnum):
    """How a note speaks of a condition."""

    STATED = "stated"
    DENIED = "denied"
    POSSIBLE = "possible"
    PAST = "past"
    FAMILY = "family"
    HYPOTHETICAL = "hypothetical"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a text, from offset to offset, without its heading."""

    part: Part
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the text: offsets, in small letters, its stem ("" if it is a small one), whether it is in capitals."""

    start: int
    end: int
    word: str
    stem: str
    capitals: bool


@dataclass(frozen=True, slots=True)
class Clause:
    """Some words that belong together. ``heading`` says that they name a problem; ``weight`` how much they tell."""

    part: Part
    tokens: tuple[Token, ...]
    weight: float
    heading: bool
    zone: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a clause that name a code or a heading of the tabular list, and how the note speaks of it.

    ``about`` are the stems of what else the clause says, ``lacks`` those of what it says is not there.
    """

    start: int
    end: int
    code: str
    stems: frozenset[str]
    kind: str
    clause: Clause
    standing: Standing
    cue: str
    about: frozenset[str]
    lacks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A billable code, the words it rests on, the rules that made it, what would say more.

    ``score`` says how often of one such suggestions were coded by people, as far as our notes and reports tell.
    """

    code: str
    title: str
    score: float
    spans: tuple[tuple[int, int], ...]
    rules: tuple[str, ...]
    more: str = ""

    @property
    def words(self) -> str:
        """How often such suggestions are right, in words that are true of every set of notes we measure."""
        return next(words for least, words in OFTEN if self.score >= least)


@dataclass(frozen=True, slots=True)
class Rejected:
    """Words that name a code and are no ground for it, with the reason in words and the rule that says so."""

    start: int
    end: int
    code: str
    title: str
    reason: str
    rule: str


@dataclass(frozen=True, slots=True)
class Suggested:
    """What a note supports: what is offered, what is less sure, what was rejected, and what is not loaded."""

    offered: tuple[Suggestion, ...]
    more: tuple[Suggestion, ...]
    rejected: tuple[Rejected, ...]
    not_loaded: str = ""
