"""What later rooms may add to the chart: what it lacks from somebody, counted by author and age (PR8)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from medoffice.clinic.charting.types import Deficiency
from medoffice.kernel.registries import Registry
from medoffice.security.types import Actor


@dataclass(frozen=True, slots=True)
class Lack:
    """A kind of deficiency: its title, and a read of all that are open, as the actor may know them."""

    title: str
    read: Callable[[Actor], Sequence[Deficiency]]


lacks: Registry[Lack] = Registry("deficiency")


def register_deficiency(key: str, title: str, read: Callable[[Actor], Sequence[Deficiency]]) -> None:
    """Count what charts lack; called from a room's ``registry.py``. A dictation that is missing has its place here."""
    lacks.register(key, Lack(title, read))
