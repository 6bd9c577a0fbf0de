"""Makes of a sound what every browser plays and finds any second of: Opus in Ogg (RFC 7845), one channel.

A part of ``hearer.py``, which loads it from beside itself; it imports nothing of the product.
"""

import io
from collections.abc import Iterable, Iterator
from typing import Any

BITS = 32_000  # a second: two hours are 29 MB
WIDTH = 2  # bytes of a sample


def as_opus(av: Any, sound: Iterable[bytes], rate: int) -> bytes:  # noqa: ANN401 - a library of the extra
    """The sound, numbers of 16 bits at this rate, as a file."""
    made = io.BytesIO()
    with av.open(made, "w", format="ogg", options={"fflags": "+bitexact"}) as box:
        stream = box.add_stream("libopus", rate=rate, layout="mono", options={"application": "voip"})
        stream.bit_rate = BITS
        at = 0
        for part in _seconds(sound, rate * WIDTH):
            frame = av.AudioFrame(format="s16", layout="mono", samples=len(part) // WIDTH)
            frame.planes[0].update(part)
            frame.sample_rate, frame.pts = rate, at
            at += frame.samples
            box.mux(stream.encode(frame))
        box.mux(stream.encode(None))
    return made.getvalue()


def _seconds(sound: Iterable[bytes], size: int) -> Iterator[bytes]:
    """The same in parts of one size, the last perhaps shorter: a frame of some kinds is a fortieth of a second."""
    held = bytearray()
    for part in sound:
        held += part
        while len(held) >= size:
            yield bytes(held[:size])
            del held[:size]
    if held:
        yield bytes(held)
