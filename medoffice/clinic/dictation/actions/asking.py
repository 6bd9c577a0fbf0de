"""Whoever hears is asked: one way for what was recorded and for what is tried."""

from collections.abc import Sequence
from typing import BinaryIO

from medoffice.clinic.dictation.offers import hearing_doors
from medoffice.clinic.dictation.types.dictations import Recogniser
from medoffice.clinic.dictation.types.servers import Hearing
from medoffice.kernel.heard import Heard
from medoffice.kernel.hearing import hear


def listens(recogniser: Recogniser) -> bool:
    """Whether it hears sound: this machine does, and what is asked by a door."""
    return recogniser is Recogniser.LOCAL or recogniser in hearing_doors


def heard_by(by: Hearing, sound: BinaryIO, hints: Sequence[str]) -> Heard:
    """What a recogniser that listens hears. Raises Refusal (``hearing.*``) for what cannot be heard."""
    if by.recogniser is Recogniser.LOCAL:
        return hear(sound, hints)
    return hearing_doors[by.recogniser].hear(sound, hints, by.server)
