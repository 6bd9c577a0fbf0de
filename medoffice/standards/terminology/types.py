"""The nouns of terminology."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

PLACEHOLDER = "placeholder: load your CPT file"
NO_TITLE = "official title not loaded"
DRUG_EDITION = "FDA NDC directory, April 2019"
MEDICINE_EDITION = "FDA NDC directory, April 2019"
MEDICINE_EDITION = "FDA NDC directory, April 2019"
VACCINE_EDITION = "CDC CDSi 4.64, November 2025"


class Verdict(StrEnum):
    """How a code stands on a date."""

    VALID = "valid"
    NOT_BILLABLE = "not billable"
    EXPIRED = "expired"
    NOT_YET = "not yet"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Code:
    """An ICD-10-CM code as it stands on the date it was asked for, written with its dot.

    Without an official title at hand, ``title`` says so and ``predecessor`` (code, title) is the code it was cut from,
    if there is one. ``valid_from`` and ``valid_to`` (inclusive; None: no end known) are of a code that is or was
    billable; a heading has neither. ``parent`` is the code or section above; ``chapter`` its number, "" if unknown.
    """

    code: str
    title: str
    title_official: bool
    predecessor: tuple[str, str] | None
    verdict: Verdict
    valid_from: date | None
    valid_to: date | None
    parent: str
    chapter: str

    @property
    def billable(self) -> bool:
        """Whether the code may be billed on the date it was asked for."""
        return self.verdict is Verdict.VALID


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A code found by words; a higher score fits better. ``note`` says what a person should know before taking it."""

    code: str
    title: str
    score: float
    billable: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A note of the tabular list that holds for a code: where it stands, its kind, its words."""

    at: str
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class CodeRange:
    """Codes named in a note, from the first to the last as written without dots, each with all codes below it."""

    first: str
    last: str
    at: str
    words: str

    def holds(self, code: str) -> bool:
        """Whether a code (bare or dotted) is one of them."""
        bare = code.replace(".", "").upper()
        return self.first <= bare and (bare <= self.last or bare.startswith(self.last))


@dataclass(frozen=True, slots=True)
class Edition:
    """What is loaded, of which edition, from which source."""

    what: str
    edition: str
    source: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place of service (CMS). ``medicare_rate`` is facility, nonfacility, or "" where the source does not say."""

    code: str
    name: str
    medicare_rate: str
    note: str


@dataclass(frozen=True, slots=True)
class State:
    """A state, district or territory: postal letters, FIPS number ("" if none), name, kind."""

    usps: str
    fips: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class CodeChanges:
    """What an update changed: codes that hold from ``day`` on, and codes that ended the day before."""

    day: date
    new: tuple[Code, ...]
    ended: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class Modifier:
    """A procedure modifier. ``source`` is ``ours`` (a number with our words) or the edition of CMS's HCPCS file."""

    code: str
    words: str
    source: str
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class Service:
    """A placeholder for a service until the office loads its licensed code file; the words are ours."""

    key: str
    code: str
    words: str
    kind: str
    label: str = PLACEHOLDER
    source: str = "ours"


class ReasonCategory(StrEnum):
    """What kind of thing an adjustment reason is about."""

    PATIENT_SHARE = "patient_share"
    CONTRACTUAL = "contractual"
    MISSING_INFO = "missing_info"
    COVERAGE = "coverage"
    TIMELY = "timely"
    AUTHORIZATION = "authorization"
    DUPLICATE = "duplicate"
    BUNDLED = "bundled"
    NOT_COVERED = "not_covered"
    OTHER_PAYER = "other_payer"
    PAYER_WITHHOLD = "payer_withhold"


@dataclass(frozen=True, slots=True)
class Reason:
    """What a claim adjustment reason code (CARC) means, in our own words, and whose work it usually is."""

    carc: str
    words: str
    category: ReasonCategory
    fix_by: str
    source: str = "ours"


@dataclass(frozen=True, slots=True)
class Drug:
    """A drug by one of its names, with its substances and FDA's established classes, as the directory has them."""

    name: str
    substances: tuple[str, ...]
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Medicine:
    """A drug as it is prescribed: a name of it, its substances, form, route and strength, as the directory has them.

    ``schedule`` is DEA's (``CII`` to ``CV``), "" for none; ``key`` names it within the edition.
    """

    key: str
    name: str
    substances: tuple[str, ...]
    form: str
    route: str
    strength: str
    schedule: str

    @property
    def words(self) -> str:
        """As it stands on a list: ``lisinopril 10 mg tablet``."""
        return f"{self.name} {self.strength} {self.form}"


@dataclass(frozen=True, slots=True)
class Vaccine:
    """A vaccine by its CVX code, in CDC's words."""

    code: str
    words: str
