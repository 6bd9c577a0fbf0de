"""The nouns of what is spoken: the style of an office, what is flagged, a draft, a report."""

from dataclasses import dataclass
from enum import StrEnum


class Profile(StrEnum):
    """How an office writes: ``strict`` keeps the letters of the published style, ``clinic`` spells frequencies out."""

    STRICT = "strict"
    CLINIC = "clinic"


class FlagKind(StrEnum):
    """Why a person must look at a place."""

    BLANK = "blank"
    NOTE = "note"
    SCRATCHED = "scratched"
    NUMBER = "number"
    LOOK_ALIKE = "look-alike"
    COMMAND = "command"
    TEMPLATE = "template"
    SIDE = "side"
    SEX = "sex"
    DO_NOT_USE = "do-not-use"
    SPELLED = "spelled"
    MOVED = "moved"
    AFTER_END = "after-end"
    UNFORMATTED = "unformatted"
    UNSURE = "unsure"
    HINT = "hint"
    UNHEARD = "unheard"
    CUT = "cut"
    DOSE = "dose"
    DRUG = "drug"
    UNLISTED = "unlisted"


@dataclass(frozen=True, slots=True)
class Flag:
    """Something a person must look at: the span in the text as read, the place in the report, words for a person."""

    kind: FlagKind
    start: int
    end: int
    place: int
    words: str

    def as_json(self) -> dict[str, object]:
        """The flag as the command line prints it."""
        span = [self.start, self.end]
        return {"kind": self.kind.value, "span": span, "place": self.place, "words": self.words}


@dataclass(frozen=True, slots=True)
class Formatted:
    """A finished text and what is to be looked at in it."""

    text: str
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class DraftWord:
    """A word of a draft: where it was said (seconds of the recording), and how sure the recogniser is (0 to 1).

    ``confidence`` is None where the recogniser does not say how sure it is, which is never taken for sure.
    ``instead`` is what was heard in its place without hints, ``doubt`` a hint that may be meant and was not heard.
    """

    text: str
    start: float
    end: float
    confidence: float | None
    instead: str = ""
    doubt: str = ""


class DangerKind(StrEnum):
    """What of a text is played back word by word, because a wrong one does harm and reads well."""

    NEGATION = "negation"
    SIDE = "side"
    DOSE = "dose"
    NUMBER = "number"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class DangerToken:
    """Words of a text that belong together, by the place of their first and how many they are; words are what stands
    between spaces.
    """

    kind: DangerKind
    first: int
    count: int


@dataclass(frozen=True, slots=True)
class Transcript:
    """A recording as text: the draft and its words, the report made of it, what a person must listen to again."""

    draft: str
    words: tuple[DraftWord, ...]
    text: str
    flags: tuple[Flag, ...]
