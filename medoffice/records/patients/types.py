"""The nouns of patient identity."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from medoffice.practice.types import Address

LANGUAGES = {
    "en": "English", "es": "Spanish", "vi": "Vietnamese", "zh": "Chinese", "ar": "Arabic", "pl": "Polish",
    "ko": "Korean", "fr": "French", "so": "Somali", "ru": "Russian", "tl": "Tagalog", "hi": "Hindi",
    "am": "Amharic", "my": "Burmese", "el": "Greek", "ht": "Haitian Creole", "hmn": "Hmong", "id": "Indonesian",
    "ja": "Japanese", "nv": "Navajo", "ps": "Pashto", "fa": "Persian", "pt": "Portuguese", "pa": "Punjabi",
    "sm": "Samoan", "te": "Telugu", "tr": "Turkish", "uk": "Ukrainian",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PatientName:
    """A person's legal name, and what they like to be called. ``given`` may be empty (one legal name)."""

    family: str
    given: str = ""
    middle: str = ""
    suffix: str = ""
    preferred: str = ""

    @property
    def sorted_form(self) -> str:
        """``Amaro, Lucía``; one name stands alone."""
        return ", ".join(part for part in (self.family, self.given) if part) + (
            f" {self.suffix}" if self.suffix else ""
        )

    @property
    def spoken_form(self) -> str:
        """``Lucía Amaro``."""
        return " ".join(part for part in (self.given, self.family, self.suffix) if part)


@dataclass(frozen=True, slots=True)
class Patient:
    """Who a patient is and how to reach them. ``sex`` is F, M or U as claims need it."""

    id: UUID
    mrn: str
    name: PatientName
    pronouns: str
    sex: str
    birth_date: date
    deceased_on: date | None
    language: str
    interpreter: bool
    phone: str
    email: str
    address: Address
    household_id: UUID | None
    guarantor_id: UUID | None
    alert: str
    version: int
    address_as: str = ""
    fears: str = ""
    helps: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells whether two records are one person's: folded, and blank wherever a placeholder or nothing stood.

    ``family``, ``given``, ``middle`` and ``called`` (the liked name) are words; ``phone`` has ten digits; ``house`` is
    the number of the house, ``street`` the rest of the line; ``members`` are numbers at payers.
    """

    id: UUID
    family: tuple[str, ...]
    given: tuple[str, ...]
    middle: tuple[str, ...]
    called: tuple[str, ...]
    suffix: str
    sex: str
    born: date | None
    phone: str
    email: str
    house: str
    street: str
    zip: str
    members: frozenset[str]


@dataclass(frozen=True, slots=True)
class Likelihoods:
    """How often each way to agree is seen in each class of pairs; learned on a day, with a source.

    Classes are ``one`` person, those of one ``home``, of it ``twins`` and ``namesakes`` (Jr. and Sr.), ``doubles`` of
    one name and birth date, ``strangers``; each has a field's chances by level, from the least agreement up.
    ``others`` says with how many people of the office a person makes such a pair, ``likely`` from when on a pair is
    worth a look, ``short`` the groups of a short name.
    ``together``: so many times more often two strangers have both names in common than the names by themselves say.
    """

    learned: str
    source: str
    classes: Mapping[str, Mapping[str, tuple[float, ...]]]
    others: Mapping[str, float]
    likely: float
    short: Mapping[str, frozenset[int]]
    together: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that may be one person's: how likely (0 to 1), and why, in words, what speaks most first."""

    one: UUID
    other: UUID
    likely: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskedPair:
    """A pair of records that waits for a person; ``percent`` is how likely they are one, ``reasons`` are words."""

    id: UUID
    one: UUID
    other: UUID
    percent: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PermittedPerson:
    """Somebody the patient allows to speak with the office."""

    id: UUID
    name: str
    relation: str
    phone: str


@dataclass(frozen=True, slots=True)
class Banner:
    """What is always on screen about the patient; already formatted."""

    id: UUID
    mrn: str
    name: str
    preferred: str
    pronouns: str
    age: str
    born: str
    sex: str
    language: str
    interpreter: bool
    alert: str
    phone: str
    facts: tuple["BannerFact", ...] = ()
    address_as: str = ""
    fears: str = ""
    helps: str = ""

    @property
    def eased(self) -> bool:
        """Whether the comfort card says anything."""
        told = (self.preferred, self.address_as, self.language, self.fears, self.helps)
        return self.interpreter or any(told)


@dataclass(frozen=True, slots=True)
class BannerFact:
    """A fact that another room shows in the banner; ``tone`` is a state (ok, warn, bad, info)."""

    words: str
    tone: str


@dataclass(frozen=True, slots=True)
class PatientHit:
    """A line of a patient search."""

    id: UUID
    mrn: str
    name: str
    born: str
    age: str
    sex: str
    phone: str
    why: str


@dataclass(frozen=True, slots=True)
class PatientChanges:
    """What is to change about a patient; None leaves a field as it is."""

    family: str | None = None
    given: str | None = None
    middle: str | None = None
    suffix: str | None = None
    preferred: str | None = None
    pronouns: str | None = None
    sex: str | None = None
    birth_date: date | None = None
    language: str | None = None
    interpreter: bool | None = None
    phone: str | None = None
    email: str | None = None
    line1: str | None = None
    line2: str | None = None
    city: str | None = None
    state: str | None = None
    zip: str | None = None
    alert: str | None = None
    address_as: str | None = None
    fears: str | None = None
    helps: str | None = None


# What a patient may say about themselves, and how people call it; who they are legally is seen on paper.
SAYABLE = {
    "preferred": "Liked name",
    "pronouns": "Pronouns",
    "language": "Language",
    "phone": "Telephone",
    "email": "E-mail",
    "line1": "Street",
    "line2": "Apartment",
    "city": "City",
    "state": "State",
    "zip": "ZIP code",
    "address_as": "How to address",
    "fears": "What frightens",
    "helps": "What helps",
}


# What a payer may tell of a patient: who they are to it.
PAYERS_TELL = {"family": "Family name", "given": "Given name", "birth_date": "Birth date"}


@dataclass(frozen=True, slots=True)
class Said:
    """Something a patient says that the record has otherwise. ``state`` is open, accepted, declined or replaced.

    ``teller`` is the payer that told it, blank where the patient says it themselves.
    """

    id: UUID
    patient_id: UUID
    field: str
    said: str
    was: str
    source_id: UUID | None
    said_at: datetime
    noted_by: str
    state: str
    decided_by: str
    teller: str = ""

    @property
    def label(self) -> str:
        """The field as people call it."""
        return (SAYABLE | PAYERS_TELL)[self.field]

    @property
    def now(self) -> str:
        """What is said, as people read it."""
        return self._read(self.said)

    @property
    def before(self) -> str:
        """What the record had, as people read it."""
        return self._read(self.was)

    def _read(self, text: str) -> str:
        return f"{date.fromisoformat(text):%m/%d/%Y}" if self.field == "birth_date" else text


@dataclass(frozen=True, slots=True)
class LabelSize:
    """A size the office prints labels or cards in, in millimetres. ``kind``: patient, chart or card."""

    key: str
    name: str
    kind: str
    width_mm: int
    height_mm: int


@dataclass(frozen=True, slots=True)
class PairLine:
    """A line of the pairs that wait. ``closed``: one of the two opens with a reason only."""

    id: UUID
    one: PatientHit
    other: PatientHit
    percent: int
    closed: bool


class Picked(StrEnum):
    """Whose value a field keeps when two records become one."""

    SURVIVOR = "survivor"
    MERGED = "merged"
    BOTH = "both"


# The fields that a record keeps one value of, and how people call them.
MERGED_FIELDS = {
    "family": "Family name",
    "given": "Given name",
    "middle": "Middle name",
    "suffix": "Suffix",
    "preferred": "Liked name",
    "pronouns": "Pronouns",
    "sex": "Sex",
    "birth_date": "Birth date",
    "deceased_on": "Died on",
    "language": "Language",
    "interpreter": "Interpreter",
    "phone": "Telephone",
    "email": "E-mail",
    "line1": "Street",
    "line2": "Apartment",
    "city": "City",
    "state": "State",
    "zip": "ZIP code",
    "alert": "Alert",
    "address_as": "How to address",
    "fears": "What frightens",
    "helps": "What helps",
}


@dataclass(frozen=True, slots=True)
class SideLine:
    """A field of two records: what each has, as written, and whose value is kept unless somebody says otherwise."""

    field: str
    label: str
    mine: str
    theirs: str
    differs: bool
    pick: str
    both: bool
    first: bool


@dataclass(frozen=True, slots=True)
class Has:
    """So many things of a kind that name a record, of a room."""

    room: str
    what: str
    count: int


@dataclass(frozen=True, slots=True)
class Added:
    """Something the survivor got after a merge; ``follows``: it hangs on what came with the merged record.

    Rows have no words of their own: it is the ``place``-th ``of`` its kind, and of which moment if its table says one.
    """

    table: str
    column: str
    key: str
    what: str
    follows: bool
    place: int
    of: int
    when: datetime | None

    @property
    def id(self) -> str:
        """How a form names it."""
        return f"{self.table}.{self.column}.{self.key}"


@dataclass(frozen=True, slots=True)
class MergeRow:
    """A merge of two records, by their numbers; ``fields`` of the survivor got another value."""

    id: UUID
    survivor_id: UUID
    merged_id: UUID
    survivor: str
    merged: str
    at: datetime
    by: str
    undone_at: datetime | None
    undone_by: str
    fields: tuple[str, ...]


# Changes fields of a row by name while two records become one; it is undone with the merge.
Change = Callable[..., None]
