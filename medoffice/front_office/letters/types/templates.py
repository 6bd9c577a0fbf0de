"""The nouns of templates: merge fields and their values, the parts of a text, what came of filling one."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from medoffice.kernel.findings import Finding
from medoffice.kernel.money import Money
from medoffice.records.patients.types.people import LANGUAGES
from medoffice.security.types import Actor


class FieldType(StrEnum):
    """What a merge field holds. LIST is rows, each with parts of its own."""

    TEXT = "text"
    NAME = "name"
    DATE = "date"
    MONEY = "money"
    NUMBER = "number"
    YES = "yes or no"
    LIST = "list"


Plain = str | date | Money | int | bool
Row = Mapping[str, Plain]
Value = Plain | tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class MergeField:
    """A field that a text may name: its type, what it is in words, and of a list the parts of each row.

    ``asked``: whoever writes the letter types it. ``waits``: the room that will know it; until then it is typed too.
    ``written``: it is typed where it is not known of what a letter is about (no visit, none ahead).
    """

    name: str
    type: FieldType
    words: str
    parts: tuple["MergeField", ...] = ()
    asked: bool = False
    waits: str = ""
    written: bool = False


@dataclass(frozen=True, slots=True)
class About:
    """What a letter is about: whose it is, their visit if it is about one, who writes, from where.

    ``given`` are values that come with it, from what it was begun from (a recall, a referral) or as they were typed.
    """

    patient_id: UUID
    encounter_id: UUID | None = None
    provider_id: UUID | None = None
    site_id: UUID | None = None
    given: Mapping[str, Value] = field(default_factory=dict)


Values = Mapping[str, Value]
# Who writes, what each letter is about, which fields are wanted: the values of each letter, in the same order. One that
# is not known, or that a label keeps from whoever writes, is left out.
ReadFields = Callable[[Actor, Sequence[About], Collection[str]], Sequence[Values]]


@dataclass(frozen=True, slots=True)
class FieldSource:
    """A room that knows merge fields, and how they are read for many letters at once."""

    fields: tuple[MergeField, ...]
    read: ReadFields


@dataclass(frozen=True, slots=True)
class Words:
    """Words as they stand in the text."""

    text: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a value: the field, the shape it is asked for in (``date:short``), the line it stands on."""

    name: str
    shape: str
    line: int


@dataclass(frozen=True, slots=True)
class Condition:
    """When a part is written: the field is there; or it stands so to a value (as typed in the text)."""

    name: str
    turned: bool = False
    operator: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A part that is written if a condition holds, and what is written otherwise."""

    condition: Condition
    then: tuple["Part", ...]
    otherwise: tuple["Part", ...]
    line: int


@dataclass(frozen=True, slots=True)
class Repeat:
    """A part that is written for each row of a list, in which ``item.part`` names what the row holds."""

    name: str
    body: tuple["Part", ...]
    line: int


Part = Words | Slot | Choice | Repeat


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text as its parts, and what is wrong with how it is written."""

    parts: tuple[Part, ...]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a filled text: words, or what stands where a value is missing."""

    text: str
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Filled:
    """A text with its values: its pieces, and what is wrong, each with its line."""

    pieces: tuple[Piece, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def text(self) -> str:
        """The words, with a mark where something is missing."""
        return "".join(piece.text for piece in self.pieces)


class Group(StrEnum):
    """What a template is for."""

    WORK = "work and school"
    VISITS = "visits"
    CARE = "care"
    REFERRALS = "referrals"
    RECORDS = "records"
    MONEY = "money"
    OFFICE = "the office"
    CARD = "postcards"


@dataclass(frozen=True, slots=True)
class Template:
    """A version of a template in a language. It is never changed: the next one is published beside it.

    ``signed`` by a provider before it goes; ``to``: the kind of reader it is for (``patient`` or ``other``);
    ``purpose``: why what it says leaves the office, unless somebody says otherwise. ``approved_by`` a person, where
    it is a translation.
    """

    key: str
    language: str
    version: int
    title: str
    group: Group
    body: str
    purpose: str
    signed: bool = False
    to: str = "patient"
    made_by: str = ""
    made_at: datetime | None = None
    approved_by: str = ""

    @property
    def spoken(self) -> str:
        """The language by its name."""
        return LANGUAGES.get(self.language, self.language)

    @property
    def waits_for_approval(self) -> bool:
        """Whether a person must look at it before it is sent: a translation that nobody approved."""
        return self.language != "en" and not self.approved_by


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the top of a site's letters beside its name, address and telephone."""

    fax: str = ""
    line: str = ""


@dataclass(frozen=True, slots=True)
class ReadingLevel:
    """How hard a text is to read: the ease (0 to 100, higher is easier) and, in English, the school grade."""

    ease: float
    grade: float | None
    words: int

    @property
    def says(self) -> str:
        """The ease in words."""
        for least, said in ((80, "easy"), (60, "plain"), (50, "fairly hard"), (30, "hard")):
            if self.ease >= least:
                return said
        return "very hard"
