"""The nouns of the checker: what stands against a prescription, and why somebody goes on."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

MONITORING = "monitoring"  # the kind of the alerts that rules of controlled medicines raise


class Stop(StrEnum):
    """How much an alert stops: HARD and GRAVE ask for a reason before it is signed, LOOK is shown.

    HARD is only what is so by the names themselves: an allergy to this very ingredient. What is unverified is never.
    """

    HARD = "hard"
    GRAVE = "grave"
    LOOK = "look"


class Reason(StrEnum):
    """Why a prescriber goes on in spite of an alert."""

    BENEFIT = "Benefit is greater than the risk"
    TOLERATED = "Taken before without harm"
    WATCHED = "Will be watched (level, ECG, laboratory)"
    NOT_ALLERGY = "No true allergy"
    ENDS = "The other one is ended or paused"
    INFORMED = "Talked over with the patient"
    NOT_SO = "The alert does not fit this patient"
    UNREACHABLE = "The program could not be reached"
    EMERGENCY = "It cannot wait: an emergency"
    EXEMPT = "Exempt here (hospice, cancer, a few days)"


_OF_MEDICINES = (
    Reason.BENEFIT, Reason.TOLERATED, Reason.WATCHED, Reason.NOT_ALLERGY, Reason.ENDS, Reason.INFORMED, Reason.NOT_SO,
)  # fmt: skip
_OF_MONITORING = (Reason.UNREACHABLE, Reason.EMERGENCY, Reason.EXEMPT, Reason.INFORMED, Reason.NOT_SO)


@dataclass(frozen=True, slots=True)
class Known:
    """A medicine, or what somebody is allergic to, as the checker knows it: its ingredients, each with its classes.

    ``ingredients`` are empty where nobody here knows it; ``about`` is what labels are said of, in it.
    """

    words: str
    ingredients: tuple[tuple[str, frozenset[str]], ...] = ()
    about: UUID | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """What of a patient the checker needs; None where it is not known. ``filtration``: eGFR; ``measured``: when.

    ``period``: the last menstrual period in words, as it was noted; whoever prescribes judges by it. ``period_about``
    is the visit it was said at.
    """

    years: int
    pregnant: bool = False
    may_be_pregnant: bool = False
    filtration: Decimal | None = None
    measured: str = ""
    period: str = ""
    period_about: UUID | None = None


@dataclass(frozen=True, slots=True)
class Alert:
    """Something that stands against a prescription. ``key`` names the rule and what it met, for the override.

    ``source`` and ``version`` are of the data it rests on; ``rule`` names the rule alone, for counting.
    """

    key: str
    rule: str
    kind: str
    stop: Stop
    words: str
    happens: str = ""
    do: str = ""
    source: str = ""
    version: str = ""
    about: UUID | None = None

    @property
    def asks(self) -> bool:
        """Whether a reason goes with it."""
        return self.stop is not Stop.LOOK

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """What may be the reason to go on in spite of it."""
        return _OF_MONITORING if self.kind == MONITORING else _OF_MEDICINES

    @property
    def tone(self) -> str:
        """How it is coloured."""
        return {Stop.HARD: "bad", Stop.GRAVE: "bad"}.get(self.stop, "warn")


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checker found: alerts, gravest first; how many medicines and allergies it knew, of how many.

    ``unknown`` are those that it did not know, ``alive`` says that it finds what it must find.
    """

    alerts: tuple[Alert, ...]
    known: int
    total: int
    unknown: tuple[str, ...]
    version: str
    source: str
    alive: bool = True
