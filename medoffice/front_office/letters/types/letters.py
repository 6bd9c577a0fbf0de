"""The nouns of letters: a letter, how it went, and what proves that it arrived."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from medoffice.front_office.letters.types.templates import Piece, Template
from medoffice.kernel.findings import Finding
from medoffice.security.types import Actor


class LetterState(StrEnum):
    """Where a letter stands. READY is signed; one that nobody has to sign goes from DRAFT to SENT."""

    DRAFT = "draft"
    TO_SIGN = "to_sign"
    READY = "ready"
    SENT = "sent"
    WITHDRAWN = "withdrawn"


class Way(StrEnum):
    """How a letter goes."""

    MAIL = "mail"
    HAND = "hand"
    FAX = "fax"
    LINK = "link"

    @property
    def says(self) -> str:
        """The way as people choose it."""
        return _SAYS[self]


_SAYS = {
    Way.MAIL: "Print and mail",
    Way.HAND: "Print and give by hand",
    Way.FAX: "Fax",
    Way.LINK: "E-mail a link",
}


class SendingState(StrEnum):
    """Where a sending stands. PRINTED is on paper here, POSTED in the mail, GIVEN in the reader's hand; the others are
    a fax's, or a link's: HANDED is mailed, DELIVERED opened, STOPPED called back, FAILED an e-mail that never arrived.
    """

    PRINTED = "printed"
    POSTED = "posted"
    GIVEN = "given"
    QUEUED = "queued"
    HANDED = "handed"
    DELIVERED = "delivered"
    FAILED = "failed"
    STOPPED = "stopped"


ARRIVED = frozenset({SendingState.POSTED, SendingState.GIVEN, SendingState.DELIVERED})


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom a letter is to: the name, the lines of the address below it, a fax number as typed."""

    name: str
    lines: tuple[str, ...] = ()
    fax: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter. ``given`` is what was typed for its fields, ``words`` the text once somebody wrote in it by hand, or
    it was signed or sent. ``to``: ``patient`` or ``other``. ``plain_of``: the letter, at a version, it says plainly.
    """

    id: UUID
    number: str
    patient_id: UUID
    encounter_id: UUID | None
    site_id: UUID | None
    template_key: str
    template_version: int
    language: str
    title: str
    body: str
    given: Mapping[str, str]
    words: str
    to: str
    recipient: Recipient
    purpose: str
    why: str
    signed: bool
    signer_id: UUID | None
    signed_by: str
    signed_at: datetime | None
    state: LetterState
    made_by: str
    made_at: datetime
    version: int
    merge_id: UUID | None = None
    plain_of: UUID | None = None
    plain_version: int | None = None

    @property
    def open(self) -> bool:
        """Whether its words can still be changed."""
        return self.state is LetterState.DRAFT


@dataclass(frozen=True, slots=True)
class Shown:
    """A letter as it reads now: its pieces, and what stands against sending it, each with its line."""

    pieces: tuple[Piece, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def text(self) -> str:
        """The words."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A PDF that goes with a letter. A ``cover`` lies on top of what is given by hand, else below the letter.

    ``about``: what labels are said of in it.
    """

    title: str
    pages: bytes
    cover: bool = False
    about: UUID | None = None


@dataclass(frozen=True, slots=True)
class SendingEvent:
    """A line of what became of a sending; the words are the proof (a tracking number, who took it)."""

    state: SendingState
    words: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Sending:
    """A letter as it went once: by which way, to whom, how many pages, and what became of it, first to last.

    ``fax_id``: the fax it is, if it is one.
    """

    id: UUID
    letter_id: UUID
    way: Way
    to_name: str
    to_address: str
    pages: int
    at: datetime
    by: str
    events: tuple[SendingEvent, ...] = ()
    fax_id: UUID | None = None

    @property
    def state(self) -> SendingState:
        """Where it stands."""
        return self.events[-1].state


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Somebody on a list who gets no letter, and why; ``taken``: a person took them off."""

    patient_id: UUID
    why: str
    taken: bool = False


@dataclass(frozen=True, slots=True)
class Ready:
    """A letter to somebody on a list as it would go: in their language, filled, with their address."""

    patient_id: UUID
    template: Template
    text: str
    reader: Recipient


@dataclass(frozen=True, slots=True)
class Mailing:
    """What a template makes of a list: who gets a letter, and who is left out."""

    ready: tuple[Ready, ...]
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """Letters to a list that were written and printed in one act."""

    id: UUID
    template_key: str
    title: str
    source: str
    count: int
    left_out: int
    made_by: str
    made_at: datetime
    card: bool = False


@dataclass(frozen=True, slots=True)
class LetterList:
    """A list that letters can go to: its name, and who is on it, as far as whoever asks may know.

    ``asks``: what is typed to find them, where the list is a search; ``people`` is given what was typed.
    """

    key: str
    words: str
    people: Callable[[Actor, str], Sequence[UUID]]
    asks: str = ""
