"""The nouns of a recogniser that is a server in the office's own network."""

from dataclasses import dataclass

from medoffice.clinic.dictation.types.dictations import Recogniser


@dataclass(frozen=True, slots=True)
class HearingServer:
    """Where it is reached, what it calls the model it is asked for, and by which certificate (PEM) it is known."""

    address: str = ""
    model: str = ""
    certificate: str = ""


@dataclass(frozen=True, slots=True)
class Hearing:
    """Who hears recordings first: the recogniser, and where it is if it is a server (else nowhere)."""

    recogniser: Recogniser
    server: HearingServer = HearingServer()
