"""The nouns of releases."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from medoffice.kernel.money import Money
from medoffice.kernel.papers import Box
from medoffice.security.types import Label


class Asker(StrEnum):
    """Who asks."""

    PATIENT = "patient"
    PROXY = "proxy"
    PROVIDER = "provider"
    INSURER = "insurer"
    ATTORNEY = "attorney"
    COURT = "court"
    OTHER = "other"

    @property
    def says(self) -> str:
        """As people choose it."""
        return _SAYS[self]


_SAYS = {
    Asker.PATIENT: "The patient",
    Asker.PROXY: "Who acts for the patient",
    Asker.PROVIDER: "Another provider",
    Asker.INSURER: "A health plan or insurer",
    Asker.ATTORNEY: "An attorney",
    Asker.COURT: "A court",
    Asker.OTHER: "Somebody else",
}


class Way(StrEnum):
    """How copies go."""

    MAIL = "mail"
    HAND = "hand"
    FILE = "file"
    FAX = "fax"

    @property
    def says(self) -> str:
        """As people choose it."""
        return _WAYS[self]


_WAYS = {
    Way.MAIL: "Printed, by mail",
    Way.HAND: "Printed, by hand",
    Way.FILE: "A file to take along",
    Way.FAX: "By fax",
}


class State(StrEnum):
    """How far a request is."""

    OPEN = "open"
    DELIVERED = "delivered"
    DENIED = "denied"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Element:
    """Something that has to stand on a paper."""

    key: str
    words: str
    source: str


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A paper by which somebody may ask: who may, for which purpose of the log, and what has to stand on it.

    ``clock``: by which term it is answered. 45 CFR 164.524 is for the patient and who acts for the patient alone.
    ``scan``: nothing goes before the signed paper is in the chart, with the day it was signed and when it ends.
    """

    key: str
    words: str
    by: tuple[Asker, ...]
    purpose: str
    clock: str
    source: str
    verified: bool
    elements: tuple[Element, ...]
    scan: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """How many days the office has from some day on, and how many more if it says why; ``own``: it set them itself."""

    days: int
    more: int
    since: date
    source: str
    verified: bool
    own: bool = False

    def ends(self, came_on: date, *, extended: bool = False) -> date:
        """The last day for an answer to what came on a day."""
        return came_on + timedelta(days=self.days + (self.more if extended else 0))


@dataclass(frozen=True, slots=True)
class Fee:
    """What copies cost, from a day on, for some who ask and by some ways."""

    by: tuple[Asker, ...]
    ways: tuple[str, ...]
    since: date
    base: Money
    page: Money
    words: str
    source: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Item:
    """Something of a chart that can be copied. ``about`` is what labels are said of: the visit, else itself."""

    kind: str
    id: UUID
    about: UUID | None
    title: str
    on: date | None
    pages: int
    encounter_id: UUID | None = None

    @property
    def key(self) -> str:
        """Its kind and id in one."""
        return f"{self.kind}-{self.id.hex}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a file (from 1), turned clockwise by ``turn`` degrees."""

    data: bytes
    kind: str
    page: int
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Content:
    """What an item holds: words of our own, or pages ``first`` to ``last`` (from 1) of a file of this kind.

    ``ours``: the file was made here, so that it may go as it is. ``sheets``: its pages one by one instead, where they
    were put together from several files, moved or turned.
    """

    words: str = ""
    data: bytes = b""
    kind: str = ""
    first: int = 1
    last: int = 1
    ours: bool = False
    sheets: tuple["Sheet", ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """How a room's part of charts is copied: ``items`` of a patient, whoever asks; ``read`` gives one of them.

    What may be picked is decided here (``queries.offered``), not by the room.
    """

    key: str
    title: str
    items: Callable[[UUID], list[Item]]
    read: Callable[[UUID], Content]


@dataclass(frozen=True, slots=True)
class Pick:
    """What goes of an item: its pages, and what is blacked out on each."""

    key: str
    pages: tuple[int, ...]
    black: Mapping[int, tuple[Box, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Offered:
    """An item as the picker shows it: what keeps it from going (``kept``), or what of it is picked.

    ``pages`` and ``black`` are as they are kept, or as they were typed where that was not taken (``wrong_``: why).
    """

    item: Item
    source: str
    kept: str = ""
    pages: str = ""
    black: str = ""
    wrong_pages: str = ""
    wrong_black: str = ""


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed of what goes and was not taken: by the names of its fields, with why of some, and of the whole."""

    values: Mapping[str, str]
    wrong: Mapping[str, str]
    words: str = ""

    def over(self, found: Offered) -> Offered:
        """An item with what was typed of it, instead of what is kept."""
        pages, black = f"pages-{found.item.key}", f"black-{found.item.key}"
        if found.kept:
            return found
        return replace(
            found,
            pages=self.values.get(pages, ""),
            black=self.values.get(black, ""),
            wrong_pages=self.wrong.get(pages, ""),
            wrong_black=self.wrong.get(black, ""),
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came in: who asks by what paper, where it goes, what is asked and what for."""

    asker: Asker
    paper: str
    to_name: str
    to_address: str
    what: str
    why: str
    came_on: date
    paper_document: UUID | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """What somebody found on the paper: the elements that are there, how it was known who asks, what it covers by name.

    ``covers`` are labels that the paper names: without that, some do not go to some. Of an authorization: the document
    of the chart that it is, the day it was signed, and the day (``ends_on``) or event (``ends_when``) that ends it.
    """

    found: tuple[str, ...]
    identity: str
    covers: tuple[Label, ...] = ()
    document: UUID | None = None
    signed_on: date | None = None
    ends_on: date | None = None
    ends_when: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """A request for copies."""

    id: UUID
    number: str
    patient_id: UUID
    asked: Asked
    paper: PaperKind
    checked: Checked
    picks: tuple[Pick, ...]
    due_on: date
    extended_why: str
    state: State
    closed_why: str
    made_by: str
    made_at: datetime
    version: int

    @property
    def missing(self) -> list[Element]:
        """What does not stand on the paper, or was not looked for."""
        return [one for one in self.paper.elements if one.key not in self.checked.found]

    @property
    def checks_out(self) -> bool:
        """Whether the paper is whole, is in the chart where it has to be, and it is known who asks."""
        return not self.missing and bool(self.checked.identity) and (not self.paper.scan or self.is_scanned)

    @property
    def is_scanned(self) -> bool:
        """Whether the signed paper is named, with the day it was signed and when it ends."""
        told = self.checked
        return bool(told.document and told.signed_on and (told.ends_on or told.ends_when))

    @property
    def pages(self) -> int:
        """How many pages are picked."""
        return sum(len(one.pages) for one in self.picks)


@dataclass(frozen=True, slots=True)
class Delivery:
    """Copies went: by which way, to whom, what it cost. Whether a fax arrived the fax itself says."""

    id: UUID
    request_id: UUID
    way: Way
    to_name: str
    to_address: str
    pages: int
    fee: Money
    at: datetime
    by: str
