"""What later rooms may add to the chart: what it lacks from somebody (PR8), classes of allergies, where it is heard."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from medoffice.clinic.charting.types import Deficiency
from medoffice.kernel.registries import Registry
from medoffice.security.types import Actor


@dataclass(frozen=True, slots=True)
class Lack:
    """A kind of deficiency: its title, and a read of all that are open, as the actor may know them."""

    title: str
    read: Callable[[Actor], Sequence[Deficiency]]


lacks: Registry[Lack] = Registry("deficiency")
allergy_classes: Registry[Callable[[str], Sequence[str]]] = Registry("classes of allergies")
copies: Registry[Callable[[UUID], Collection[UUID]]] = Registry("copies of notes")
heard_at: Registry[Callable[[Actor, UUID, Sequence[str]], Sequence[str]]] = Registry("where words are heard")


def register_deficiency(key: str, title: str, read: Callable[[Actor], Sequence[Deficiency]]) -> None:
    """Count what charts lack; called from a room's ``registry.py``. A dictation that is missing has its place here."""
    lacks.register(key, Lack(title, read))


def register_allergy_classes(key: str, called: Callable[[str], Sequence[str]]) -> None:
    """Offer names of classes (``penicillin``) that begin as typed, before single substances. One query."""
    allergy_classes.register(key, called)


def register_heard_at(key: str, ask: Callable[[Actor, UUID, Sequence[str]], Sequence[str]]) -> None:
    """Say where words of a visit's note are heard, an address or nothing for each, as far as the actor may hear it."""
    heard_at.register(key, ask)


def register_copies(key: str, papers: Callable[[UUID], Collection[UUID]]) -> None:
    """Say which papers of a visit are copies that the room itself sends again when the note is put right.

    Nobody else looks who got those.
    """
    copies.register(key, papers)
