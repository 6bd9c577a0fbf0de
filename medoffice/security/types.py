"""The nouns of security: roles, actors, permission words, what an audit event says."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum
from uuid import UUID


class Role(StrEnum):
    """The jobs of a medical office. A person may hold any set of them."""

    OWNER = "owner"
    MANAGER = "manager"
    RECEPTIONIST = "receptionist"
    SECRETARY = "secretary"
    MEDICAL_ASSISTANT = "medical_assistant"
    NURSE = "nurse"
    PROVIDER = "provider"
    TRANSCRIPTIONIST = "transcriptionist"
    CODER = "coder"
    BILLER = "biller"
    BOOKKEEPER = "bookkeeper"
    PRIVACY_OFFICER = "privacy_officer"
    SPECIALIST = "specialist"
    SYSTEM = "system"


FRONT = frozenset({Role.RECEPTIONIST, Role.SECRETARY})
CLINICAL = frozenset({Role.PROVIDER, Role.NURSE, Role.MEDICAL_ASSISTANT})
REVENUE = frozenset({Role.CODER, Role.BILLER, Role.BOOKKEEPER})
LEADERS = frozenset({Role.OWNER, Role.MANAGER})
SYSTEM = frozenset({Role.SYSTEM})
EVERYONE = FRONT | CLINICAL | REVENUE | LEADERS | {Role.TRANSCRIPTIONIST, Role.PRIVACY_OFFICER}

# The specialist of a small office does every job that needs no licence and no ownership.
STANDS_FOR: dict[Role, frozenset[Role]] = {
    Role.SPECIALIST: FRONT | REVENUE | {Role.MEDICAL_ASSISTANT, Role.TRANSCRIPTIONIST},
}


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: a signed-in person with their roles, or the program itself for its jobs."""

    id: UUID
    name: str
    roles: frozenset[Role]

    @property
    def stands_for(self) -> frozenset[Role]:
        """The actor's roles, and those a specialist stands for."""
        return self.roles.union(*(STANDS_FOR.get(role, frozenset()) for role in self.roles))

    def holds(self, roles: frozenset[Role]) -> bool:
        """Whether any of these roles is among the actor's, a specialist standing for many."""
        return bool(self.stands_for & roles)


PROGRAM = Actor(UUID(int=0), "medoffice", SYSTEM)


class Label(StrEnum):
    """What makes a patient, a visit or the note of a visit more than ordinarily confidential."""

    VIP = "vip"
    EMPLOYEE = "employee"
    PART2 = "part2"
    MINOR = "minor"
    PSYCHOTHERAPY = "psychotherapy"
    RESTRICTED = "restricted"

    @property
    def says(self) -> str:
        """The label as people read it."""
        return _LABEL_SAYS[self]


OF_PATIENT = frozenset({Label.VIP, Label.EMPLOYEE})
OF_VISIT = frozenset(Label) - OF_PATIENT
_LABEL_SAYS = {
    Label.VIP: "Known person",
    Label.EMPLOYEE: "Works here",
    Label.PART2: "Substance use treatment (42 CFR Part 2)",
    Label.MINOR: "Minor's confidential visit",
    Label.PSYCHOTHERAPY: "Psychotherapy note",
    Label.RESTRICTED: "Paid in full: never to the health plan",
}


# The labels that a patient's recorded consent opens, each for what it says; a restriction is ended, not consented to.
CONSENTED = frozenset({Label.PART2, Label.MINOR, Label.PSYCHOTHERAPY})


class Reason(StrEnum):
    """Why somebody opens what is kept from them."""

    EMERGENCY = "emergency"
    TREATMENT = "treatment"
    APPOINTMENT = "appointment"
    BILLING = "billing"
    REQUEST = "request"

    @property
    def says(self) -> str:
        """The reason as people choose it."""
        return _REASON_SAYS[self]


_REASON_SAYS = {
    Reason.EMERGENCY: "Emergency: the patient's life or health",
    Reason.TREATMENT: "Treating the patient now",
    Reason.APPOINTMENT: "Call, appointment or check-in",
    Reason.BILLING: "Codes, charges or a claim",
    Reason.REQUEST: "The patient asked",
}


class Review(StrEnum):
    """What the privacy officer found about an access."""

    JUSTIFIED = "justified"
    UNJUSTIFIED = "unjustified"

    @property
    def says(self) -> str:
        """The finding as people choose it."""
        return "It was right" if self is Review.JUSTIFIED else "It was not right: it is followed up"


class Sink(StrEnum):
    """Where what is known goes. EXPORT is a file of records; MESSAGE is what is sent or said to people at home."""

    SCREEN = "screen"
    PRINT = "print"
    EXPORT = "export"
    SEARCH = "search"
    MESSAGE = "message"
    CLAIM = "claim"


class Shows(IntEnum):
    """How much of a patient a permission word opens; each level includes those before it.

    PRESENCE: that somebody is there, when and with whom. PERSON: who they are and how they are insured. CONTENT: what
    a visit was for, and what came of it. NOTE: the words of its note.
    """

    NOTHING = 0
    PRESENCE = 1
    PERSON = 2
    CONTENT = 3
    NOTE = 4


class Outcome(IntEnum):
    """What a label decides, mildest first: the strictest of several holds.

    CONFIRM: it may be listed, and opens with a reason. REFUSE: it may be listed, and does not go there, which is said
    in words. HIDE: it is not there.
    """

    ALLOW = 0
    CONFIRM = 1
    REFUSE = 2
    HIDE = 3


@dataclass(frozen=True, slots=True)
class Standing:
    """How somebody stands to what a label is on. All but the roles differ from record to record.

    ``consent``: the patient's, of the kind the label asks for, is recorded. ``author``: of the note. ``own``: it is
    their own record. ``opened``: confirmed with a reason, and ``broken``: by break-glass, both within the hour.
    ``to_patient``: what is sent goes to the patient and nobody else.
    """

    roles: frozenset[Role] = frozenset()
    consent: bool = False
    author: bool = False
    own: bool = False
    opened: bool = False
    broken: bool = False
    to_patient: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """A decision: the outcome; the words of a refusal, and what to do instead; or a notice to go with what is shown."""

    outcome: Outcome = Outcome.ALLOW
    words: str = ""
    fix: str = ""
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Word:
    """A permission word: ``appointments.book``, what it lets a person do, and the roles that have it.

    ``shows`` and ``sink`` are what labels decide by; ``glass`` says that break-glass opens it.
    """

    name: str
    says: str
    roles: frozenset[Role]
    shows: Shows = Shows.CONTENT
    sink: Sink = Sink.SCREEN
    glass: bool = False


@dataclass(slots=True)
class Act:
    """The action under way: what its one audit event will say. Actions it calls add their words to ``via``."""

    actor: Actor
    word: str
    purpose: str = "operations"
    object_kind: str = ""
    object_id: UUID | None = None
    subjects: set[UUID] = field(default_factory=set)
    detail: dict[str, str | int | bool | list[str]] = field(default_factory=dict)
    via: list[str] = field(default_factory=list)
    depth: int = 0


@dataclass(frozen=True, slots=True)
class ChainVerdict:
    """What verifying the audit chain found: events sealed and unsealed, and the first break, in words."""

    sealed: int
    unsealed: int
    head: str
    broken_at: UUID | None = None
    words: str = "the chain is whole"

    @property
    def ok(self) -> bool:
        """Whether no alteration was found."""
        return self.broken_at is None


@dataclass(frozen=True, slots=True)
class AccessBegan:
    """Somebody opened with a reason what a label keeps; the privacy officer hears of it at once."""

    access_id: UUID
    subject: UUID
    who: str
    emergency: bool


@dataclass(frozen=True, slots=True)
class AccessReviewed:
    """The privacy officer has looked at it."""

    access_id: UUID


@dataclass(frozen=True, slots=True)
class LabelsChanged:
    """A label of these visits was set or ended, or a consent to it given: what may be done has changed."""

    subject: UUID
    label: Label
    things: tuple[UUID, ...]


class Hold(StrEnum):
    """What keeps a signed-in session from everything but one page."""

    LOCKED = "locked"
    PASSWORD = "password"  # noqa: S105 - the page's name
    FACTOR = "factor"


@dataclass(frozen=True, slots=True)
class Held:
    """A session that is held, and whose it is."""

    actor: Actor
    by: Hold


@dataclass(frozen=True, slots=True)
class SignInRules:
    """What the owner decided about signing in."""

    idle_minutes: int = 15
    factor_since: datetime | None = None
    grace_days: int = 7
    proof_to_sign: bool = False
    version: int = 0


@dataclass(frozen=True, slots=True)
class Factor:
    """A second factor as its owner sees it: an authenticator app or a passkey."""

    id: int
    kind: str
    name: str
    since: datetime
    used: datetime | None


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A place where somebody is signed in."""

    id: UUID
    began: datetime
    seen: datetime
    address: str
    browser: str
    here: bool
