"""What a recogniser heard in a recording."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HeardWord:
    """A word: where it was said (seconds of the recording), and how sure the recogniser is of it (0 to 1)."""

    text: str
    start: float
    end: float
    confidence: float


@dataclass(frozen=True, slots=True)
class Heard:
    """The words without hints, those with hints (if there were any), and where somebody speaks (seconds).

    ``whole`` is False where the recording is cut off or damaged; ``model`` is the SHA-256 of the recogniser's weights.
    """

    audio_seconds: float
    whole: bool
    speech: tuple[tuple[float, float], ...]
    plain: tuple[HeardWord, ...]
    hinted: tuple[HeardWord, ...]
    model: str
