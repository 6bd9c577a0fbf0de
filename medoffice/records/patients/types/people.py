"""Who a patient is, how they are found, and what is on screen of them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from medoffice.practice.types import Address
from medoffice.records.patients.types.reaching import NOT_ASKED, WAYS, Private

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
    private: Private = NOT_ASKED
    not_by: tuple[str, ...] = ()
    not_by_why: str = ""

    @property
    def mail_to(self) -> Address:
        """Where mail to them goes: where they asked for it, else where they live."""
        return self.private.address if self.private.address.line1 else self.address

    @property
    def call_at(self) -> str:
        """The telephone to reach them at."""
        return self.private.phone or self.phone

    @property
    def write_to(self) -> str:
        """The e-mail address to reach them at."""
        return self.private.email or self.email

    @property
    def closed_ways(self) -> frozenset[str]:
        """The ways by which the office does not reach them; where they asked for one only, all others."""
        others = set(WAYS) - {self.private.way} if self.private.way else set()
        return frozenset(others | set(self.not_by))


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
    reach: str = ""
    address_as: str = ""
    fears: str = ""
    helps: str = ""
    alert_url: str = ""

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
    """What is to change about a patient; None leaves a field as it is. ``pcp`` is the id of a provider, or blank."""

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
    gender_identity: str | None = None
    orientation: str | None = None
    race: tuple[str, ...] | None = None
    ethnicity: str | None = None
    employer: str | None = None
    employer_phone: str | None = None
    pcp: str | None = None
    pcp_outside: str | None = None
    pcp_phone: str | None = None
    pharmacy: str | None = None
    pharmacy_address: str | None = None
    pharmacy_phone: str | None = None
    private_way: str | None = None
    private_phone: str | None = None
    private_email: str | None = None
    private_care_of: str | None = None
    private_line1: str | None = None
    private_line2: str | None = None
    private_city: str | None = None
    private_state: str | None = None
    private_zip: str | None = None
    not_by: tuple[str, ...] | None = None
    not_by_why: str | None = None


@dataclass(frozen=True, slots=True)
class LabelSize:
    """A size the office prints labels or cards in, in millimetres. ``kind``: patient, chart or card."""

    key: str
    name: str
    kind: str
    width_mm: int
    height_mm: int
