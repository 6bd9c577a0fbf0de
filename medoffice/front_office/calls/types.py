"""The nouns of the telephone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from uuid import UUID

from medoffice.kernel.money import Money
from medoffice.kernel.trace import Ref
from medoffice.security.types import Actor, Role


class CallKind(StrEnum):
    """What callers want, the twelve usual things that ship; the office may add others to its list."""

    APPOINTMENT = "appointment"
    CANCEL_OR_MOVE = "cancel_or_move"
    REFILL = "refill"
    RESULTS = "results"
    SYMPTOMS = "symptoms"
    REFERRAL = "referral"
    BILLING = "billing"
    INSURANCE = "insurance"
    RECORDS = "records"
    FORM = "form"
    DIRECTIONS = "directions"
    OTHER = "other"


class ListName(StrEnum):
    """The lists of the telephone that an office changes for itself."""

    KINDS = "kinds"
    OUTCOMES = "outcomes"
    MACROS = "macros"
    FLAGS = "flags"
    CARDS = "cards"
    CAUSES = "causes"


class Needs(StrEnum):
    """What an outcome needs: nothing of a patient is told, two identifiers, or also that the caller may know."""

    NOTHING = ""
    IDENTITY = "identity"
    PERMISSION = "permission"


class EventKind(StrEnum):
    """What can be written about a call."""

    NOTE = "note"
    ESCALATION = "escalation"
    TRIAGE = "triage"


class Escalated(StrEnum):
    """To whom an emergency went."""

    EMERGENCY = "911"
    NURSE = "nurse"
    PROVIDER = "provider"
    NOT_ONE = "not an emergency"


DONE = "that-it-is-done"  # what is sent after a call, if it is no card


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of call: its queue, minutes until it is due, the outcome that closes it in one key."""

    key: str
    words: str
    queue: Role
    due: int
    outcome: str
    triage: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What can come of a call, and what that needs."""

    key: str
    words: str
    needs: Needs


@dataclass(frozen=True, slots=True)
class Macro:
    """The beginning of a note, offered for some kinds of calls."""

    key: str
    words: str
    text: str
    kinds: tuple[str, ...]

    @property
    def head(self) -> str:
        """The word the text begins with, before its colon."""
        return self.text.partition(":")[0]


@dataclass(frozen=True, slots=True)
class RedFlag:
    """Phrases that make a call an emergency, and what to say then; dated, with its source."""

    key: str
    words: str
    phrases: tuple[str, ...]
    script: str
    source: str
    since: date


@dataclass(frozen=True, slots=True)
class Card:
    """An answer to what is asked all day, in a language; ``{hours}``, ``{sites}``, ``{phones}`` are filled in."""

    key: str
    language: str
    words: str
    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class OpenHours:
    """When somebody works on one weekday (0 is Monday), in the site's zone."""

    weekday: int
    starts: time
    ends: time


@dataclass(frozen=True, slots=True)
class Relation:
    """How a caller stands to the patient: self, parent, professional, or a person who needs permission."""

    key: str
    words: str
    standing: str


@dataclass(frozen=True, slots=True)
class Lists:
    """All lists of the telephone as they hold in this office."""

    kinds: Mapping[str, Kind]
    outcomes: Mapping[str, Outcome]
    macros: Mapping[str, Macro]
    flags: Mapping[str, RedFlag]
    cards: Mapping[tuple[str, str], Card]
    causes: Mapping[str, str]
    relations: Mapping[str, Relation]
    dispositions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Call:
    """A telephone call as it was taken; ``identity_checked`` names the two identifiers that were asked.

    ``red_flags`` are the keys of what was found in its words; ``with_call`` is the first of a bundle of one
    conversation; ``because`` is what made somebody call, ``cause`` why the office could have spared it;
    ``promised_at``, of open calls in a list, is by when something was promised that is not done.
    """

    id: UUID
    number: str
    kind: str
    caller: str
    relation: str
    phone: str
    patient_id: UUID | None
    identity_checked: str
    reason: str
    urgent: bool
    outcome: str
    taken_by: str
    started_at: datetime
    ended_at: datetime | None
    callback: str = ""
    best_time: str = ""
    due_at: datetime | None = None
    touched_at: datetime | None = None
    red_flags: tuple[str, ...] = ()
    in_chart: bool = True
    told: str = ""
    read_back: bool = False
    with_call: UUID | None = None
    cause: str = ""
    because: Ref | None = None
    source: str = ""
    promised_at: datetime | None = None

    @property
    def verified(self) -> bool:
        """Whether two identifiers were asked."""
        return bool(self.identity_checked)


@dataclass(frozen=True, slots=True)
class CallEvent:
    """Something written about a call, by whom and when."""

    kind: EventKind
    words: str
    detail: Mapping[str, str]
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Told:
    """Whether this caller may be told what the patient's record holds, and why, in words."""

    may: bool
    words: str


@dataclass(frozen=True, slots=True)
class Promise:
    """What was promised to whom by when; it is kept if it was done by then."""

    id: UUID
    call_id: UUID
    words: str
    to: str
    due_at: datetime
    made_by: str
    done_at: datetime | None

    def state(self, now: datetime) -> str:
        """``open``, ``kept``, or ``broken``: done too late, or not done by now."""
        if self.done_at is not None:
            return "kept" if self.done_at <= self.due_at else "broken"
        return "open" if now <= self.due_at else "broken"


@dataclass(frozen=True, slots=True)
class BalanceLine:
    """One open thing of a patient's account as it is said to a caller: what, when, how it came to the sum."""

    words: str
    date: date
    charged: Money
    insurance_paid: Money
    taken_off: Money
    paid: Money
    with_insurance: Money
    owed: Money
    why: str = ""


@dataclass(frozen=True, slots=True)
class BalanceTold:
    """A patient's balance in words for the telephone: the sum, its lines, what is still with the insurance."""

    owed: Money
    with_insurance: Money
    held: Money
    lines: tuple[BalanceLine, ...]


@dataclass(frozen=True, slots=True)
class Because:
    """Something the office did lately that may have made a patient call; ``cause`` is its key in the list."""

    ref: Ref
    words: str
    cause: str
    at: datetime


@dataclass(frozen=True, slots=True)
class RingTold:
    """A ring that nobody has answered here."""

    id: UUID
    phone: str
    line: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Sender:
    """How something is sent to the patient of a call: the permission word it needs, and the act.

    The act is told who acts, the call, and the words of an answer; without any it says that it is done.
    """

    word: str
    send: Callable[[Actor, Call, str], None]
