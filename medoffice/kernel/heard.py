"""What a recogniser heard in a recording, where somebody speaks in it, and the copy of it that is played."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

NEAR = 1.0  # seconds from a seam


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
    or what a server calls the model it was asked for. A long recording is heard in pieces, which are cut where nobody
    speaks; ``seams`` is where that could not be found (seconds).
    """

    audio_seconds: float
    whole: bool
    speech: tuple[tuple[float, float], ...]
    plain: tuple[HeardWord, ...]
    hinted: tuple[HeardWord, ...]
    model: str
    seams: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Spoken:
    """Where somebody speaks in a piece of a recording, and the sound of just that, one stretch behind the other.

    Seconds are those of the recording. ``wave`` is a WAV file: 16 kHz, 16 bits, one channel; empty where nobody speaks.
    """

    audio_seconds: float
    whole: bool
    speech: tuple[tuple[float, float], ...]
    wave: bytes
    seams: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Copied:
    """A recording as every browser plays it (Opus in Ogg); cut off or damaged, it is not ``whole``."""

    audio_seconds: float
    whole: bool
    sound: bytes


def none_sure_beside(seams: Sequence[float], words: Iterable[HeardWord]) -> tuple[HeardWord, ...]:
    """The words, none of them sure beside a seam: there a word may have been cut in two, and is heard again."""
    return tuple(replace(word, confidence=0.0) if _beside(seams, word) else word for word in words)


def _beside(seams: Sequence[float], word: HeardWord) -> bool:
    return word.confidence is not None and any(word.start - NEAR < seam < word.end + NEAR for seam in seams)
