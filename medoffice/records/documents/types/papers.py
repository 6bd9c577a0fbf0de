"""The nouns of documents."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from medoffice.kernel.papers import MEDIA

CARD_FRONT: Final = "card-front"
CARD_BACK: Final = "card-back"
TAKEN_OFF: Final = "taken off the chart"  # what the history of a document says of it


class Door(StrEnum):
    """By which door a file came."""

    UPLOAD = "upload"
    SCAN = "scan"
    FAX = "fax"
    MAIL = "e-mail"
    DESK = "desk"
    LABORATORY = "lab link"
    DEVICE = "device"


class FileState(StrEnum):
    """How far a file is: kept, then looked into (or refused), then read; ``GONE``: its content was destroyed."""

    NEW = "new"
    TAKEN = "taken"
    READ = "read"
    REFUSED = "refused"
    GONE = "gone"


class State(StrEnum):
    """Where a document is. ``ASIDE`` is no patient's, ``MISTAKE`` was entered in error: both are still kept.

    ``DESTROYED``: past its retention; that it was there, and until when, is all that stays. ``JOINED``: its pages are
    in another document by now (``gone_into``).
    """

    INBOX = "to file"
    FILED = "filed"
    ASIDE = "set aside"
    MISTAKE = "entered in error"
    DESTROYED = "destroyed"
    JOINED = "joined"


class SignOff(StrEnum):
    """Whether somebody is to see it, and did."""

    NONE = ""
    WAITS = "waits for sign-off"
    SIGNED = "signed off"
    BACK = "sent back"


@dataclass(frozen=True, slots=True)
class Image:
    """What a file is by its own content: its media type and size in pixels."""

    media_type: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A type of document in the office's words, from one day to another.

    ``words`` are what such a paper says of itself; ``signed`` whether it goes to a provider, ``signer_id`` to whom of
    them unless the paper says otherwise; ``keep`` names the rule of how long it is kept. ``until`` is its last day.
    ``version`` is 0 as it came with the program.
    """

    key: str
    name: str
    words: tuple[str, ...] = ()
    signed: bool = False
    keep: str = "chart"
    since: date = date(2000, 1, 1)
    until: date | None = None
    signer_id: UUID | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What was read on a document, for a person to confirm: its kind, its date, whose it is, and on what that rests."""

    kind: str = ""
    dated: date | None = None
    patient_id: UUID | None = None
    agrees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file at a door: the door's own key for it, its name as a label, its bytes, and the sender if it knows."""

    key: str
    name: str
    data: bytes
    sender: str = ""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A file that was kept, and whether it is the first time."""

    file_id: UUID
    new: bool


@dataclass(frozen=True, slots=True)
class Filing:
    """How a document is to be filed. ``signer_id``: the provider who is to see it; ``visit_id``: the visit it is of.

    ``settles``: what of another room it settles, by the key of its slot.
    """

    kind: str
    dated: date | None
    patient_id: UUID
    title: str = ""
    signer_id: UUID | None = None
    visit_id: UUID | None = None
    settles: Mapping[str, UUID] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Made:
    """Pages the office made itself: their type, name and PDF, the words of each page, the visit they are of."""

    kind: str
    title: str
    data: bytes
    texts: tuple[str, ...]
    encounter_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class PaperFile:
    """A file as it came: what it is by its bytes, its pages, how far it is read."""

    id: UUID
    sha256: str
    size: int
    name: str
    door: Door
    sender: str
    came_at: datetime
    came_by: str
    kind: str
    pages: int
    state: FileState
    trouble: str
    read_to: int

    @property
    def media_type(self) -> str:
        """What it is sent as."""
        return MEDIA.get(self.kind, "application/octet-stream")

    @property
    def drawn(self) -> bool:
        """Whether its pages are pictures."""
        return self.kind in ("pdf", "png", "jpeg", "tiff")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page as a document has it: page ``page`` (from 1) of a file, turned clockwise by ``turn`` degrees."""

    file: PaperFile
    page: int
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a page of a document (``page``, from 1) stands in a new order, and by how much it is turned further."""

    page: int
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Moved:
    """Where a page was and where it is by now (documents, pages from 1), and by how much it was turned further."""

    document_id: UUID
    page: int
    to_document: UUID
    to_page: int
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """Pages ``first`` to ``last`` (from 1) of a file, or if they were arranged its ``leaves``, and where it is filed.

    ``arranged`` is the number of its arrangement, 0 as the file came. ``origins`` are the documents its pages were part
    of before; one that was joined went into ``gone_into``.
    """

    id: UUID
    file: PaperFile
    first: int
    last: int
    patient_id: UUID | None
    kind: str
    title: str
    dated: date | None
    encounter_id: UUID | None
    state: State
    sign: SignOff
    signer_id: UUID | None
    signed_by: str
    why: str
    added_at: datetime
    added_by: str
    filed_at: datetime | None
    filed_by: str
    version: int
    suggested: Suggestion = field(default_factory=Suggestion)
    arranged: int = 0
    leaves: tuple[Leaf, ...] = ()
    origins: tuple[UUID, ...] = ()
    gone_into: UUID | None = None

    @property
    def laid(self) -> tuple[Leaf, ...]:
        """Its pages in order."""
        return self.leaves or tuple(Leaf(self.file, page) for page in range(self.first, self.last + 1))

    @property
    def pages(self) -> range:
        """Its pages as it counts them, from 1."""
        return range(1, len(self.laid) + 1)

    @property
    def whole(self) -> bool:
        """Whether it is its file, page by page, and nothing else."""
        return not self.arranged and (self.first, self.last) == (1, max(1, self.file.pages))

    @property
    def about(self) -> UUID:
        """What a label is said of: the visit it belongs to, else itself."""
        return self.encounter_id or self.id

    @property
    def media_type(self) -> str:
        """What its file is."""
        return self.file.media_type

    @property
    def size(self) -> int:
        """The bytes of its file."""
        return self.file.size


@dataclass(frozen=True, slots=True)
class DocumentFiled:
    """A fact: a document is on a patient's chart from now on."""

    document_id: UUID
    patient_id: UUID


@dataclass(frozen=True, slots=True)
class DocumentLeft:
    """A fact: a document is no longer this patient's: it was entered in error, or is another's."""

    document_id: UUID
    patient_id: UUID


@dataclass(frozen=True, slots=True)
class Change:
    """Something that was done with a document."""

    at: datetime
    by: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class ChartHit:
    """A place where the words of a search stand on a chart: in what, whose, of which day, and some words around.

    ``spans`` are the found words in ``text`` (start, end, "found"); a closed hit says no words. ``rank`` compares in a
    room.
    """

    title: str
    patient_id: UUID
    on: date | None
    url: str
    text: str = ""
    spans: tuple[tuple[int, int, str], ...] = ()
    rank: float = 0.0


@dataclass(frozen=True, slots=True)
class ChartFound:
    """What one room found: under its title, the best first; ``more`` if other words would be needed to see all."""

    title: str
    hits: tuple[ChartHit, ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class Appended:
    """What stands beside something of a chart, which itself stays as it is: an amendment, a statement of the patient.

    It is shown wherever that is shown; if it ``goes``, it is on a sheet behind each copy that leaves.
    """

    title: str
    words: str
    tone: str
    url: str
    goes: bool
