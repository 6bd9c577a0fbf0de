"""The nouns of the chart: vitals, notes and what they are begun from, and the clinical lists."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Vitals:
    """Vital signs as taken; None where not taken. Units: mmHg, beats/min, breaths/min, Celsius, %, kg, cm, 0-10.

    ``height`` is of who stands, ``length`` of a child who lies; ``head`` is the circumference; ``last_period`` the
    first day of the last menstrual period, as the patient says it.
    """

    systolic: int | None = None
    diastolic: int | None = None
    pulse: int | None = None
    respirations: int | None = None
    temperature: Decimal | None = None
    oxygen: int | None = None
    weight: Decimal | None = None
    height: Decimal | None = None
    pain: int | None = None
    length: Decimal | None = None
    head: Decimal | None = None
    last_period: date | None = None


@dataclass(frozen=True, slots=True)
class LastPeriod:
    """When the last menstrual period began, as it was noted last: at which visit, and on which day."""

    began: date
    encounter_id: UUID
    noted_on: date


@dataclass(frozen=True, slots=True)
class Taking:
    """Vital signs as they were taken at a visit; ``on`` is the day at the office."""

    id: UUID
    encounter_id: UUID
    at: datetime
    on: date
    by: str
    vitals: Vitals


@dataclass(frozen=True, slots=True)
class Gestation:
    """How long a patient was carried before birth, as somebody noted it: 34 weeks and 2 days."""

    weeks: int
    days: int
    noted_at: datetime
    noted_by: str


@dataclass(frozen=True, slots=True)
class Note:
    """A visit note. Once signed its words never change; ``sha256`` is over them, author and time of signing.

    ``text`` is what stands now: as signed, as amended since, or nothing where it was retracted; ``signed_text`` stays.
    """

    id: UUID
    encounter_id: UUID
    patient_id: UUID
    author_id: UUID
    author: str
    text: str
    signed: bool
    signed_at: datetime | None
    sha256: str
    started_at: datetime
    version: int
    addenda: tuple["Addendum", ...] = ()
    template_key: str = ""
    template_version: int = 0
    signed_text: str = ""
    revisions: tuple["Revision", ...] = ()

    @property
    def retracted(self) -> bool:
        """Whether its author took it back whole, and wrote no amended version since."""
        own = [one for one in self.revisions if one.addendum_id is None]
        return bool(own) and not own[-1].text


@dataclass(frozen=True, slots=True)
class Addendum:
    """What was added to a signed note later; labelled, dated, signed. ``text`` is what stands, as of a note."""

    id: UUID
    author: str
    text: str
    at: datetime
    signed_text: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """A signed note, or one addendum of it, as its author put it right: the amended text, or none: it was retracted."""

    id: UUID
    addendum_id: UUID | None
    text: str
    why: str
    author: str
    at: datetime


@dataclass(frozen=True, slots=True)
class NoteSection:
    """A section of a note: its code, which never changes, its title, what it begins with (with merge fields)."""

    code: str
    title: str
    required: bool = False
    start: str = ""


@dataclass(frozen=True, slots=True)
class NoteTemplate:
    """A version of what notes are begun from; it is never changed, the next one is published beside it.

    It is taken at visits of ``kinds`` (keys of visit types), else at contacts of ``classes`` (of encounters), where
    ``specialty`` is blank or the provider's taxonomy code.
    """

    key: str
    version: int
    title: str
    sections: tuple[NoteSection, ...]
    kinds: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    specialty: str = ""
    retired: bool = False
    made_by: str = ""
    made_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A section as it stands in a note: ``start`` and ``end`` are where its words begin and end in the note's text."""

    code: str
    title: str
    text: str
    start: int
    end: int


class Routed(StrEnum):
    """What somebody always gets an author's signed notes for; ``NOT``: no longer."""

    COSIGN = "co-sign"
    COPY = "copy"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Route:
    """A standing way of an author's signed notes (ids are of staff), as somebody set it."""

    author_id: UUID
    reader_id: UUID
    what: Routed
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Cosigning:
    """The second signature of a note: whose it is to give, and when it was given."""

    supervisor_id: UUID
    asked_at: datetime
    signed_at: datetime | None
    signed_by: str


@dataclass(frozen=True, slots=True)
class NoteSigned:
    """A fact: a provider signed a visit's note."""

    note_id: UUID
    encounter_id: UUID
    patient_id: UUID


@dataclass(frozen=True, slots=True)
class NoteAmended:
    """A fact: words were added to a signed note, or it was amended or retracted (``how``)."""

    note_id: UUID
    encounter_id: UUID
    patient_id: UUID
    how: str = "added to"


class ListKind(StrEnum):
    """A clinical list. Its entries are, in FHIR: Condition, AllergyIntolerance, MedicationStatement, Immunization,
    Procedure, FamilyMemberHistory, Observation (social history), Device, Observation (what others measured).
    """

    ALLERGY = "allergy"
    MEDICATION = "medication"
    PROBLEM = "problem"
    IMMUNIZATION = "immunization"
    PROCEDURE = "procedure"
    FAMILY = "family"
    SOCIAL = "social"
    DEVICE = "device"
    MEASURED = "measured"


class CauseKind(StrEnum):
    """From what the office knows an entry; an entry never stands without it."""

    ENCOUNTER = "encounter"
    DOCUMENT = "document"
    IMPORT = "import"
    SAID = "said"
    PRESCRIBED = "prescribed"
    AMENDMENT = "amendment"


@dataclass(frozen=True, slots=True)
class Cause:
    """From what an entry is known: a visit, a document, an import, what the patient said, a prescription of no visit,
    an amendment they asked for.

    ``id`` is of the visit, document, import, prescription or amendment, where it is one of this house; ``words`` name
    what it was and who said it. What is known from a visit is kept by that visit's labels, what is known from a
    document by the document's.
    """

    kind: CauseKind
    id: UUID | None = None
    words: str = ""

    @property
    def about(self) -> UUID | None:
        """What labels are said of: the visit, or the document that is of none."""
        return self.id if self.kind in (CauseKind.ENCOUNTER, CauseKind.DOCUMENT) else None


@dataclass(frozen=True, slots=True)
class Told:
    """What an entry says. ``words`` is what it is about; ``code`` stands in ``system`` (none: text, unverified).

    ``edition`` is that of the code system. ``status`` is one of its list's, ``verification`` one of FHIR's.
    ``began`` and ``ended`` are FHIR's partial dates: ``2019``, ``2019-05``, ``2019-05-03``. ``details`` are what only
    this list asks (reaction, dose, lot ...), by the keys of ``rules/kinds.py``.
    """

    words: str
    system: str = ""
    code: str = ""
    edition: str = ""
    status: str = "active"
    verification: str = "confirmed"
    began: str = ""
    ended: str = ""
    details: Mapping[str, str] = field(default_factory=dict)


# Systems whose codes are kept as they came from outside: never offered, never looked up.
CARRIED = frozenset({"SNOMED CT", "RxNorm", "LOINC", "ICD-9-CM", "ICD-10-PCS", "CPT", "HCPCS", "NDC", "UNII", "NDF-RT"})
STRUCK = "entered-in-error"


@dataclass(frozen=True, slots=True)
class Version:
    """An entry of a list as it was from ``at`` on. ``follows`` is the version it was made from (0: none)."""

    entry_id: UUID
    version: int
    follows: int
    kind: ListKind
    patient_id: UUID
    told: Told
    cause: Cause
    encounter_id: UUID | None
    why: str
    at: datetime
    by: str

    @property
    def about(self) -> UUID | None:
        """What labels are said of."""
        return self.encounter_id or self.cause.about

    @property
    def struck(self) -> bool:
        """Whether it was entered in error: struck through, and still there."""
        return self.told.verification == STRUCK


@dataclass(frozen=True, slots=True)
class Attested:
    """Somebody looked a list over with the patient; ``none``: there was nothing to put on it."""

    kind: ListKind
    none: bool
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A patient's lists as somebody may know them, now or as they were known at a time (``known_at``).

    ``lists`` has the last version of each entry, those that hold first, struck ones last. ``histories`` has every
    version, oldest first, by entry. ``none_known`` are the lists of which it is attested that they have nothing, as
    long as nothing was entered since. ``partly`` are entries of which whoever asks may not know every version;
    ``hidden`` are the lists of which something holds that they may not know, or came in and waits to be looked at.
    """

    patient_id: UUID
    known_at: datetime | None
    lists: Mapping[ListKind, tuple[Version, ...]]
    histories: Mapping[UUID, tuple[Version, ...]]
    attested: Mapping[ListKind, Attested]
    none_known: Mapping[ListKind, Attested]
    partly: frozenset[UUID] = frozenset()
    hidden: frozenset[ListKind] = frozenset()


@dataclass(frozen=True, slots=True)
class Incoming:
    """An entry that came from outside (a C-CDA, another office's list, a patient's form) and waits for a person.

    ``key`` names the thing within what it came from, so that the same file read twice waits once.
    """

    kind: ListKind
    told: Told
    key: str


class Decision(StrEnum):
    """What a person made of an entry that came in."""

    OPEN = "open"
    ACCEPTED = "accepted"
    MERGED = "merged"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry that came in, as it waits or was decided."""

    id: UUID
    patient_id: UUID
    kind: ListKind
    told: Told
    cause: Cause
    encounter_id: UUID | None
    at: datetime
    decision: Decision
    decided_by: str


@dataclass(frozen=True, slots=True)
class Deficiency:
    """What a chart lacks from somebody (a signature, codes, a dictation); ``since`` when it could have been done."""

    kind: str
    encounter_id: UUID
    patient_id: UUID
    author: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Behind:
    """What one author's charts lack: by age (see ``rules/ageing.py``), in all, and the oldest of it in days."""

    author: str
    by_age: tuple[int, ...]
    total: int
    oldest_days: int
