"""The nouns of dictations to practise with: what is said, by whose voice, the report that it makes, its traps."""

from dataclasses import dataclass
from enum import StrEnum


class Trap(StrEnum):
    """What a dictation has in it that is easily typed wrongly."""

    LOOK_ALIKE = "look-alike"
    SIDE = "side"
    DOSE = "dose"
    SEX = "sex"
    ALLERGY = "allergy"
    CHART_DRUG = "chart-drug"
    CORRECTION = "correction"
    SILENCE = "silence"
    INAUDIBLE = "inaudible"
    ASKED_BLANK = "asked-blank"

    @property
    def says(self) -> str:
        """In words."""
        return _SAYS[self]


_SAYS = {
    Trap.LOOK_ALIKE: "a word that looks or sounds like another",
    Trap.SIDE: "a side that is another elsewhere",
    Trap.DOSE: "a dose that the chart has otherwise",
    Trap.SEX: "he or she, and the chart says otherwise",
    Trap.ALLERGY: "something to which the chart has an allergy",
    Trap.CHART_DRUG: "a medicine of the chart that nobody says",
    Trap.CORRECTION: "words that are taken back",
    Trap.SILENCE: "a silence",
    Trap.INAUDIBLE: "a word that cannot be heard",
    Trap.ASKED_BLANK: "a blank that is asked for",
}


@dataclass(frozen=True, slots=True)
class PracticeChart:
    """What the chart of a made-up patient says that matters here; ``sex`` is empty where it does not matter."""

    medicines: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    allergies: tuple[str, ...] = ()
    sex: str = ""


@dataclass(frozen=True, slots=True)
class PracticeDictation:
    """A dictation to practise with; ``say`` has its silences and what cannot be heard in brackets."""

    key: str
    kind: str
    title: str
    author: str
    voice: str
    say: str
    report: str
    traps: tuple[Trap, ...]
    chart: PracticeChart


@dataclass(frozen=True, slots=True)
class SpokenPart:
    """A piece of what is said: words, words under a noise, or a silence of some seconds."""

    words: str = ""
    heard: bool = True
    silence: int = 0
