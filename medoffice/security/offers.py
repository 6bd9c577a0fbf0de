"""What later rooms may add to security: which records are one person's; the audit trail keeps each under its own id."""

from collections.abc import Callable
from uuid import UUID

from medoffice.kernel.registries import Registry

_known: Registry[Callable[[UUID], tuple[UUID, set[UUID]]]] = Registry("person")


def register_person(key: str, who: Callable[[UUID], tuple[UUID, set[UUID]]]) -> None:
    """Know whose records are one: ``who`` tells of a record which one stands for it today, and all that are theirs."""
    _known.register(key, who)


def stands_for(subject: UUID) -> UUID:
    """The record that stands for this one today: itself unless it was merged into another."""
    return next((who(subject)[0] for who in _known.values()), subject)


def records_of(subject: UUID) -> set[UUID]:
    """All records of the person whose record this is."""
    return {subject}.union(*(who(subject)[1] for who in _known.values()))
