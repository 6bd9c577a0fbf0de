"""What later rooms may add to coding: which visits were billed and are so no longer."""

from collections.abc import Callable, Collection, Mapping
from uuid import UUID

from medoffice.kernel.registries import Registry

Voided = Callable[[Collection[UUID]], Mapping[UUID, str]]
_voided: Registry[Voided] = Registry("billed no longer")


def register_voided(key: str, ask: Voided) -> None:
    """Say of visits, in words, which were billed and are so no longer, in at most two queries for all of them."""
    _voided.register(key, ask)


def voided(visits: Collection[UUID]) -> dict[UUID, str]:
    """Of these visits those that were billed and are so no longer, and why. At most two queries a room that says."""
    found = dict[UUID, str]()
    for ask in _voided.values():
        found |= {visit: words for visit, words in ask(visits).items() if visit not in found}
    return found
