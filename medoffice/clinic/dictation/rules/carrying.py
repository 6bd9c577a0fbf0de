"""Recordings that carry their own words, in a part of their file that no player plays: for training and for tests."""

import json
import math
import struct
from collections.abc import Iterator, Sequence
from itertools import chain

from medoffice.kernel.heard import Heard, HeardWord

_NAME, _LONGEST = b"said", 86_400.0


def with_words(wave: bytes, words: Sequence[HeardWord], speech: Sequence[tuple[float, float]] = ()) -> bytes:
    """A WAV file with these words in it. ``speech``: where somebody speaks, if not just there."""
    told = {
        "words": [[one.text, one.start, one.end, one.confidence] for one in words],
        "speech": [list(one) for one in speech or [(one.start, one.end) for one in words]],
    }
    part = json.dumps(told).encode()
    part += b" " * (len(part) % 2)
    body = wave[8:] + _NAME + struct.pack("<I", len(part)) + part
    return b"RIFF" + struct.pack("<I", len(body)) + body


def carried_words(data: bytes, seconds: float) -> Heard | None:
    """What a recording carries, as a recogniser would have heard it; None where it carries nothing, or no words."""
    part = next((body for name, body in _parts(data) if name == _NAME), None)
    if part is None:
        return None
    try:
        told = json.loads(part)
        words = tuple(
            HeardWord(str(text), float(a), float(b), None if sure is None else float(sure))
            for text, a, b, sure in told["words"]
        )
        speech = tuple((float(a), float(b)) for a, b in told["speech"])
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    times = [*chain(*speech), *chain(*((one.start, one.end, one.confidence or 0.0) for one in words))]
    if not all(math.isfinite(time) and 0 <= time <= _LONGEST for time in times):
        return None
    return Heard(seconds, True, speech, words, (), "")


def _parts(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The parts of a RIFF file: name and bytes."""
    at = 12
    while data[:4] == b"RIFF" and at + 8 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        yield data[at : at + 4], data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2
