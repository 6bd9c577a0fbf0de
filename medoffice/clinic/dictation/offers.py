"""What other rooms may add to dictation: doors by which recordings come of which nobody said what they are about, and
a door to recognisers that are no part of this machine.
"""

from collections.abc import Iterator, Sequence
from typing import BinaryIO, Protocol

from medoffice.clinic.dictation.types.dictations import Recogniser
from medoffice.clinic.dictation.types.servers import HearingServer
from medoffice.kernel.heard import Heard
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


class HearingDoor(Protocol):
    """A door to recognisers elsewhere."""

    def checked(self, server: HearingServer) -> HearingServer:
        """The server as it is kept. Raises Refusal for one that may not be asked."""

    def hear(self, recording: BinaryIO, hints: Sequence[str], server: HearingServer) -> Heard:
        """What it hears. Raises Refusal (``hearing.*``) for what cannot be heard."""


hearing_doors: Registry[HearingDoor] = Registry("door to recognisers")


def register_hearing_door(recogniser: Recogniser, door: HearingDoor) -> None:
    """Let a recogniser be asked by a door; called from the ``registry.py`` of the room that has it."""
    hearing_doors.register(recogniser, door)
