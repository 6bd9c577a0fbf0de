"""The nouns of security: roles, actors, permission words, what an audit event says."""

from dataclasses import dataclass, field
from enum import StrEnum
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

    def holds(self, roles: frozenset[Role]) -> bool:
        """Whether any of these roles is among the actor's, a specialist standing for many."""
        return any(role in roles or STANDS_FOR.get(role, frozenset()) & roles for role in self.roles)


PROGRAM = Actor(UUID(int=0), "medoffice", SYSTEM)


@dataclass(frozen=True, slots=True)
class Word:
    """A permission word: ``appointments.book``, what it lets a person do, and the roles that have it."""

    name: str
    says: str
    roles: frozenset[Role]


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
