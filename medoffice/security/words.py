"""The policy: every permission word, and the one decision that every view, export, search and job goes through.

Default deny; deny wins; unknown and forbidden look the same. The decision for one object (``can``) and the filter for
many (``permitted``) are made from the same word and the same denials.
"""

from collections.abc import Iterable
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet

from medoffice.kernel.refusals import NotFound
from medoffice.kernel.registries import Registry
from medoffice.security.models import Denial
from medoffice.security.types import Actor, Role, Word

Row = TypeVar("Row", bound=Model)
WORDS: Registry[Word] = Registry("permission word")


class Forbidden(NotFound):
    """Looks exactly like NotFound to whoever asked; the audit trail keeps the difference (``noted``: it has)."""

    def __init__(self, word: str, subject: UUID | None) -> None:
        """Say what was asked for, and about whom."""
        super().__init__()
        self.word = word
        self.subjects = frozenset() if subject is None else frozenset({subject})
        self.noted = False


def grant(name: str, says: str, roles: frozenset[Role]) -> None:
    """Declare a permission word and the roles that have it (a room's ``policy.py`` calls this)."""
    WORDS.register(name, Word(name, says, frozenset(roles)))


def can(actor: Actor, word: str, subject: UUID | None = None) -> bool:
    """Whether the actor may do this at all, and to this subject (a patient's id) if one is given.

    An undeclared word is a bug: KeyError.
    """
    if not actor.holds(WORDS[word].roles):
        return False
    return subject is None or not _denials(actor).filter(subject=subject).exists()


def require(actor: Actor, word: str, subject: UUID | None = None) -> None:
    """Raise Forbidden unless the actor may: to them it is NotFound, forbidden and unknown look the same."""
    if not can(actor, word, subject):
        raise Forbidden(word, subject)


def permitted(actor: Actor, word: str, rows: QuerySet[Row], subject: str = "patient_id") -> QuerySet[Row]:
    """Only the rows the actor may see under this word; ``subject`` is the path to the patient's id (or "")."""
    if not actor.holds(WORDS[word].roles):
        return rows.none()
    if not subject:
        return rows
    return rows.exclude(Q(**{f"{subject}__in": _denials(actor).values("subject")}))


def denied(actor: Actor, subjects: Iterable[UUID]) -> set[UUID]:
    """Those of these subjects that the actor is kept away from. One query; for sheets whose sums must stay whole."""
    return set(_denials(actor).filter(subject__in=set(subjects)).values_list("subject", flat=True))


def _denials(actor: Actor) -> QuerySet[Denial]:
    return Denial.objects.filter(user_id=actor.id, lifted_at=None)
