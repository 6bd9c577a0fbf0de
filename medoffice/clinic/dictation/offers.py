"""What other rooms may add to dictation: doors by which recordings come of which nobody said what they are about."""

from collections.abc import Iterator
from typing import Protocol

from medoffice.kernel.registries import Registry


class SoundDoor(Protocol):
    """A door for recordings."""

    def waiting(self) -> Iterator[tuple[str, bytes]]:
        """Name and bytes of what lies there; of what is larger than a recording may be a byte more than that."""

    def destroyed(self, name: str) -> None:
        """It is kept: what lies there is destroyed."""

    def refused(self, name: str, words: str) -> None:
        """It is no recording that is taken: it stays with these words."""


sound_doors: Registry[SoundDoor] = Registry("door for recordings")


def register_sound_door(key: str, door: SoundDoor) -> None:
    """Let recordings in by a door; called from the ``registry.py`` of the room that has it."""
    sound_doors.register(key, door)
