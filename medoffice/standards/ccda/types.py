"""The nouns of a C-CDA document: who it is about, who wrote it, its sections, and what they state in coded form.

Frozen values. An empty string or None means the document does not say. Codes keep their system as an OID; numbers are
Decimal; times keep how exact they are. The writer and the reader are inverse on these, but for ``source``.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from medoffice.kernel.findings import Finding


class Precision(StrEnum):
    """How exact a time is."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"
    SECOND = "second"


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as exact as it was said; ``day`` is the first day it may mean.

    ``instant`` has the zone that was said; a time of day without one is told as its day only.
    """

    day: date
    precision: Precision = Precision.DAY
    instant: datetime | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """When something was: at one time, or from one to another, each as far as it is known."""

    at: Moment | None = None
    low: Moment | None = None
    high: Moment | None = None


@dataclass(frozen=True, slots=True)
class Code:
    """What something is: a code of a system (an OID), its name there, and the words the author used.

    ``missing`` is why there is no code (a null flavor). ``others`` say the same in other systems.
    """

    code: str = ""
    system: str = ""
    display: str = ""
    text: str = ""
    missing: str = ""
    others: tuple["Code", ...] = ()

    @property
    def coded(self) -> "Code | None":
        """The first that has a code: this one, or one of the others."""
        return next((one for one in (self, *self.others) if one.code), None)

    @property
    def words(self) -> str:
        """What a person reads: its name, the author's words, or the bare code."""
        names = (one.display or one.text for one in (self, *self.others))
        return next(filter(None, names), "") or (self.coded or self).code


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit (UCUM; empty if it has none)."""

    value: Decimal
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Range:
    """From one quantity to another, either side open; ``text`` is how the author put it."""

    low: Quantity | None = None
    high: Quantity | None = None
    text: str = ""


Value = Quantity | Range | Code | str | None


@dataclass(frozen=True, slots=True)
class Identifier:
    """An identifier: the OID or UUID of who gave it out, and the number there, if any."""

    root: str
    extension: str = ""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name; ``text`` is a name that is not taken apart."""

    family: str = ""
    given: tuple[str, ...] = ()
    prefix: str = ""
    suffix: str = ""
    text: str = ""

    @property
    def words(self) -> str:
        """The name as a person reads it."""
        return self.text or " ".join(filter(None, (self.prefix, *self.given, self.family, self.suffix)))


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address; ``use`` as HP (home) or WP (work)."""

    lines: tuple[str, ...] = ()
    city: str = ""
    state: str = ""
    zip_code: str = ""
    country: str = ""
    use: str = ""


@dataclass(frozen=True, slots=True)
class Telecom:
    """A telephone number or other address as a URI (``tel:+1-555-555-0101``); ``use`` as HP, WP, MC."""

    value: str
    use: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """Who wrote, keeps or did something: a person, a device, an organization, or some of them; ``at`` is when."""

    name: PersonName | None = None
    organization: str = ""
    device: str = ""
    ids: tuple[Identifier, ...] = ()
    address: Address | None = None
    telecoms: tuple[Telecom, ...] = ()
    at: Moment | None = None


@dataclass(frozen=True, slots=True)
class Patient:
    """Whom the document is about."""

    name: PersonName = PersonName()
    birth: Moment | None = None
    sex: Code = Code()
    ids: tuple[Identifier, ...] = ()
    addresses: tuple[Address, ...] = ()
    telecoms: tuple[Telecom, ...] = ()
    marital_status: Code = Code()
    race: Code = Code()
    ethnicity: Code = Code()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where in the document something stands: the section's title, its LOINC code, the path to the element."""

    section: str
    section_code: str
    path: str


NOWHERE = Source("", "", "")


@dataclass(frozen=True, slots=True)
class Problem:
    """A condition. ``status`` is active, inactive, resolved or empty; ``concern`` whether it is still minded.

    ``negated``: the patient does not have it. ``none_known``: there are no problems, and somebody said so.
    """

    code: Code
    kind: Code = Code()
    status: str = ""
    concern: str = ""
    period: Period = Period()
    negated: bool = False
    none_known: bool = False
    ids: tuple[Identifier, ...] = ()
    comments: tuple[str, ...] = ()
    source: Source = NOWHERE


@dataclass(frozen=True, slots=True)
class Reaction:
    """What a substance did to the patient, and how badly."""

    code: Code
    severity: Code = Code()
    period: Period = Period()


@dataclass(frozen=True, slots=True)
class Allergy:
    """An allergy or intolerance to a substance; ``kind`` says which of the two and to what sort of thing."""

    substance: Code
    kind: Code = Code()
    status: str = ""
    concern: str = ""
    period: Period = Period()
    reactions: tuple[Reaction, ...] = ()
    severity: Code = Code()
    criticality: Code = Code()
    negated: bool = False
    none_known: bool = False
    ids: tuple[Identifier, ...] = ()
    comments: tuple[str, ...] = ()
    source: Source = NOWHERE


@dataclass(frozen=True, slots=True)
class Medication:
    """A drug that is or was taken, or (``intended``) is to be; ``status`` is the standard's (active, completed, ...).

    ``every`` is the time between doses, ``sig`` the instructions in words.
    """

    drug: Code
    status: str = ""
    intended: bool = False
    period: Period = Period()
    every: Quantity | Range | None = None
    event: str = ""
    as_needed: bool = False
    dose: Quantity | Range | None = None
    route: Code = Code()
    form: Code = Code()
    sig: str = ""
    reason: Code = Code()
    negated: bool = False
    none_known: bool = False
    ids: tuple[Identifier, ...] = ()
    comments: tuple[str, ...] = ()
    source: Source = NOWHERE


@dataclass(frozen=True, slots=True)
class Measurement:
    """A result, a vital sign or a social finding: what was measured, the value, and how it is to be taken.

    ``panel`` is what it was ordered or taken with; ``interpretations`` are codes as H, L, N.
    """

    code: Code
    value: Value = None
    panel: Code = Code()
    status: str = ""
    period: Period = Period()
    interpretations: tuple[Code, ...] = ()
    ranges: tuple[Range, ...] = ()
    negated: bool = False
    ids: tuple[Identifier, ...] = ()
    comments: tuple[str, ...] = ()
    source: Source = NOWHERE


@dataclass(frozen=True, slots=True)
class Immunization:
    """A vaccine that was given, (``negated``) was not, with the ``reason``, or (``intended``) is to be."""

    vaccine: Code
    status: str = ""
    period: Period = Period()
    dose: Quantity | Range | None = None
    route: Code = Code()
    lot: str = ""
    manufacturer: str = ""
    series: str = ""
    performer: Party | None = None
    reason: Code = Code()
    negated: bool = False
    intended: bool = False
    ids: tuple[Identifier, ...] = ()
    comments: tuple[str, ...] = ()
    source: Source = NOWHERE


@dataclass(frozen=True, slots=True)
class Procedure:
    """Something done to the patient; ``element`` is procedure, observation or act, as the document has it."""

    code: Code
    element: str = "procedure"
    status: str = ""
    intended: bool = False
    period: Period = Period()
    sites: tuple[Code, ...] = ()
    performer: Party | None = None
    negated: bool = False
    ids: tuple[Identifier, ...] = ()
    comments: tuple[str, ...] = ()
    source: Source = NOWHERE


# ``comments`` of each: what somebody said about it, as the statement of a patient who disagrees (45 CFR 164.526).
Entry = Problem | Allergy | Medication | Measurement | Immunization | Procedure


@dataclass(frozen=True, slots=True)
class Entries:
    """What a document states in coded form, by kind."""

    problems: tuple[Problem, ...] = ()
    allergies: tuple[Allergy, ...] = ()
    medications: tuple[Medication, ...] = ()
    results: tuple[Measurement, ...] = ()
    vitals: tuple[Measurement, ...] = ()
    immunizations: tuple[Immunization, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    social: tuple[Measurement, ...] = ()


Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a narrative as it is laid out: a paragraph (``words``), the ``items`` of a list, or a table."""

    words: str = ""
    items: tuple[str, ...] = ()
    caption: str = ""
    head: tuple[Cells, ...] = ()
    rows: tuple[Cells, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its code and title, its narrative as plain text (a row of a table is a line), where it stands.

    ``blocks`` is the same narrative as it is laid out.

    ``coded`` is how many of its entries have a code; ``read`` how many of those became typed entries. Both are 0 in
    sections of no kind that is read into entries.
    """

    code: Code
    title: str
    text: str
    path: str
    depth: int = 0
    kind: str = ""
    coded: int = 0
    read: int = 0
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Attachment:
    """The body of a document that has no sections: a file, or where one is."""

    media_type: str
    content: bytes = b""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it was read. ``templates`` are the OIDs it says it obeys."""

    code: Code
    title: str
    at: Moment | None
    ids: tuple[Identifier, ...]
    templates: tuple[str, ...]
    language: str
    confidentiality: Code
    patient: Patient
    authors: tuple[Party, ...]
    custodian: Party | None
    sections: tuple[Section, ...] = ()
    entries: Entries = Entries()
    attachment: Attachment | None = None
    findings: tuple[Finding, ...] = field(default=())
