"""The nouns of lists of medicines and of requests to payers."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

UNVERIFIED = "unverified"
EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True)
class FormularyRow:
    """A line of a payer's list as its file says it: a medicine by name, RxNorm or NDC, its tier, and what is asked.

    ``limit`` is the quantity limit in the payer's words, "" for none; ``alternatives`` are what the list names instead.
    """

    name: str
    rxnorm: str = ""
    ndc: str = ""
    tier: str = ""
    authorization: bool = False
    step: bool = False
    limit: str = ""
    alternatives: tuple[str, ...] = ()

    @property
    def excluded(self) -> bool:
        """Whether the list says that the payer does not pay for it."""
        return self.tier.lower() == EXCLUDED

    @property
    def asks(self) -> tuple[str, ...]:
        """What the payer wants before it pays, in words."""
        wanted = (
            ("prior authorization", self.authorization),
            ("step therapy", self.step),
            (f"quantity limit {self.limit}", bool(self.limit)),
        )
        return tuple(words for words, is_wanted in wanted if is_wanted)


@dataclass(frozen=True, slots=True)
class FormularySaid:
    """A list of a file: whose (the payer's number or key), of which plan ("" for all), from which day on."""

    payer: str
    plan: str
    starts: date
    rows: tuple[FormularyRow, ...]


@dataclass(frozen=True, slots=True)
class Formulary:
    """A list as it was taken in. Of a payer and plan the one that began last holds; what came later of the same day.

    ``nameless`` are the lines that only a code finds.
    """

    id: UUID
    payer_id: UUID
    payer_name: str
    plan: str
    starts: date
    source: str
    lines: int
    nameless: int
    taken_at: datetime
    taken_by: str


@dataclass(frozen=True, slots=True)
class Drug:
    """A medicine as it is looked for on a list: its words, its substances, and codes of it (system, code)."""

    words: str
    substances: tuple[str, ...] = ()
    codes: tuple[tuple[str, str], ...] = ()


class Listing(StrEnum):
    """What a payer's list comes to for a medicine. None of them says that a claim will be paid."""

    NOT_LOADED = "list not loaded"
    NOT_LISTED = "not on the list as loaded"
    SEVERAL = "several lines fit"
    LISTED = "on the list"


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a medicine of one active policy: whose, which list was asked, its lines that fit."""

    policy_id: UUID
    payer_name: str
    plan: str
    order: int
    listing: Listing
    formulary: Formulary | None = None
    lines: tuple[FormularyRow, ...] = ()


class State(StrEnum):
    """Where a request to a payer stands."""

    PREPARED = "to sign"
    SIGNED = "to send"
    ASKED = "asked"
    MORE = "more information asked for"
    APPEALED = "appealed"
    APPROVED = "approved"
    DENIED = "denied"
    EXPIRED = "expired"
    CLOSED = "closed"

    @property
    def open(self) -> bool:
        """Whether somebody is to do something about it on a day."""
        return self not in (State.APPROVED, State.EXPIRED, State.CLOSED)

    @property
    def tone(self) -> str:
        """How it is coloured."""
        tones = {State.APPROVED: "ok", State.DENIED: "bad", State.ASKED: "info", State.APPEALED: "info"}
        return tones.get(self, "warn" if self.open else "")


class Way(StrEnum):
    """By which way a packet goes."""

    FAX = "fax"
    PAPER = "on paper"
    TOLD = "told"


class Group(StrEnum):
    """What a piece of a packet is."""

    DIAGNOSIS = "Diagnoses, on these words"
    TRIED = "Tried before"
    RESULT = "Results"
    VITALS = "Vital signs"
    ALLERGY = "Allergies and intolerances"


@dataclass(frozen=True, slots=True)
class Piece:
    """Something of a chart that may go with a request: ``more`` is what it rests on, or why it ended.

    ``about`` is what labels are said of; ``usual``: it is proposed.
    """

    key: str
    group: Group
    words: str
    more: str = ""
    dated: str = ""
    about: UUID | None = None
    usual: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the first page of a packet."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Packet:
    """A packet: its title, to whom it goes, its facts, its pieces, what the prescriber answers in their own words.

    ``denied``: the payer's reason, if it goes against a denial.
    """

    facts: tuple[Fact, ...]
    pieces: tuple[Piece, ...]
    answers: str
    title: str
    denied: str
    to_name: str
    to_number: str


@dataclass(frozen=True, slots=True)
class SignedPacket:
    """A packet as it was signed, by whom, when; nothing about it changes. ``sha256`` is over all of that."""

    packet: Packet
    sha256: str
    signer: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Draft:
    """What is chosen for a packet, and what is typed for it: keys of pieces, answers, where it goes, how soon."""

    chosen: tuple[str, ...] = ()
    answers: str = ""
    to_name: str = ""
    to_number: str = ""
    quick: bool = False


@dataclass(frozen=True, slots=True)
class Approved:
    """What a payer allowed: under which number, for which days, how much (in its words)."""

    number: str
    starts: date
    ends: date
    quantity: str = ""


@dataclass(frozen=True, slots=True)
class Authorization:
    """A request to a payer about a medicine. ``due_on`` is when somebody looks at it again; None when nobody need.

    ``appeal``: it goes against a denial; ``sent``: it was with the payer; ``payer_day`` is the day the payer said.
    ``sha256`` is over the packet as it was signed last.
    """

    id: UUID
    number: str
    patient_id: UUID
    encounter_id: UUID | None
    prescription_id: UUID
    policy_id: UUID
    payer_name: str
    member_id: str
    medicine: str
    state: State
    due_on: date | None
    payer_day: date | None
    draft: Draft
    appeal: bool
    sent: bool
    prepared_by: str
    prepared_at: datetime
    signed_by: str
    signed_at: datetime | None
    sha256: str
    approved: Approved | None
    reason: str
    version: int

    def holds_on(self, day: date) -> bool:
        """Whether the payer's approval covers a day."""
        return (
            self.state is State.APPROVED
            and self.approved is not None
            and (self.approved.starts <= day <= self.approved.ends)
        )


@dataclass(frozen=True, slots=True)
class Event:
    """A line of the story of a request."""

    what: str
    words: str
    at: datetime
    by: str
