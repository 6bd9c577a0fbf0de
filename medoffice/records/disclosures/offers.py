"""What other rooms may say against something leaving."""

from collections.abc import Callable, Collection, Mapping
from uuid import UUID

from medoffice.kernel.registries import Registry

Going = tuple[UUID, str]  # of which patient, to whom by name
Objector = Callable[[Collection[Going]], Mapping[Going, str]]

objectors: Registry[Objector] = Registry("objector to disclosures")


def register_objector(key: str, objector: Objector) -> None:
    """Let a room say, in words, what may not go to whom; called from its ``registry.py``."""
    objectors.register(key, objector)
