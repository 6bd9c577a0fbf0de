"""What a recogniser heard in a recording, and where somebody speaks in it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HeardWord:
    """A word: where it was said (seconds of the recording), and how sure the recogniser is of it (0 to 1).

    ``confidence`` is None where the recogniser does not say; that is never taken for sure.
    """

    text: str
    start: float
    end: float
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Heard:
    """The words without hints, those with hints (if there were any), and where somebody speaks (seconds).

    ``whole`` is False where the recording is cut off or damaged; ``model`` is the SHA-256 of the recogniser's weights,
    or what a server calls the model it was asked for.
    """

    audio_seconds: float
    whole: bool
    speech: tuple[tuple[float, float], ...]
    plain: tuple[HeardWord, ...]
    hinted: tuple[HeardWord, ...]
    model: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """Where somebody speaks in a recording (seconds), and the sound of just that, one stretch behind the other.

    ``wave`` is a WAV file: 16 kHz, 16 bits, one channel; empty where nobody speaks.
    """

    audio_seconds: float
    whole: bool
    speech: tuple[tuple[float, float], ...]
    wave: bytes
