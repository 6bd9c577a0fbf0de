"""Frames of messages on a wire (MLLP): VT, the message, FS, CR. Bytes in, frames out; no socket, no clock.

Whatever comes, it goes on: bytes outside of a frame are told and skipped, a frame that the next one cuts off is told
with what came of it, one that is too large is told once and let pass, memory stays flat.
"""

from dataclasses import dataclass
from enum import StrEnum

from medoffice.standards.hl7.files import MOST_BYTES

VT, FS, CR = 0x0B, 0x1C, 0x0D
_KEPT = 4096  # of what is no frame: enough to see its header


class Flaw(StrEnum):
    """What is wrong with bytes of a wire."""

    OUTSIDE = "outside"  # bytes that stand in no frame
    UNFINISHED = "unfinished"  # another frame began, or nothing more came
    TOO_LARGE = "too-large"
    NO_CR = "no-cr"  # the frame is whole, its last byte is missing


@dataclass(frozen=True, slots=True)
class Frame:
    """What came: ``data`` is a message if ``whole``, else as much of the bytes as was kept."""

    data: bytes
    flaw: Flaw | None = None

    @property
    def whole(self) -> bool:
        """Whether the message is all there."""
        return self.flaw in (None, Flaw.NO_CR)


def framed(data: bytes) -> bytes:
    """A message as it goes over a wire. Raises ValueError for bytes that would end or begin a frame."""
    if VT in data or FS in data:
        message = "A message with the bytes VT or FS in it cannot go in a frame; they are written as escapes."
        raise ValueError(message)
    return b"\x0b" + data + b"\x1c\r"


class Unframer:
    """Takes bytes as they come, in pieces of any size, and gives the frames in them."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        """``most`` bytes may a message have."""
        self.most = most
        self._held = bytearray()
        self._seen = 0  # of what is held in a frame: where to look on
        self._inside = self._passing = False

    @property
    def waiting(self) -> bool:
        """Whether a frame has begun that has not ended."""
        return self._inside

    def feed(self, data: bytes) -> list[Frame]:
        """The frames that end in these bytes, in order."""
        self._held += data
        found: list[Frame] = []
        while self._step(found):
            pass
        return found

    def close(self) -> list[Frame]:
        """What is left when nothing more comes: a frame without its CR, or one that did not end."""
        held, inside, passing = bytes(self._held), self._inside, self._passing
        self._held.clear()
        self._inside = self._passing = False
        self._seen = 0
        if inside and not passing:
            ended = held.endswith(b"\x1c")
            return [Frame(held[:-1], Flaw.NO_CR) if ended else Frame(held[:_KEPT], Flaw.UNFINISHED)]
        return [Frame(held[:_KEPT], Flaw.OUTSIDE)] if held.strip() and not passing else []

    def _step(self, found: list[Frame]) -> bool:
        """Take one frame, or what is outside of one; whether there may be more."""
        return self._frame(found) if self._inside else self._outside(found)

    def _outside(self, found: list[Frame]) -> bool:
        start = self._held.find(VT)
        before = bytes(self._held[: start if start >= 0 else None][:_KEPT])
        if start < 0 and len(self._held) < _KEPT:
            return False  # a little more may come
        if before.strip():
            found.append(Frame(before, Flaw.OUTSIDE))
        del self._held[: start + 1 if start >= 0 else None]
        self._inside, self._seen = start >= 0, 0
        return self._inside

    def _frame(self, found: list[Frame]) -> bool:
        """Look on from where the last look ended, for an end or for a header that begins a frame inside of this one."""
        end, begun = self._end(), self._held.find(b"\x0bMSH", max(0, self._seen - 3))
        if begun >= 0 and (end is None or begun < end[0]):
            self._give(found, begun, begun + 1, Flaw.UNFINISHED)
            self._inside = True
            return True
        if end is not None:
            self._give(found, end[0], end[1], end[2])
            return True
        if len(self._held) > self.most and not self._passing:
            found.append(Frame(bytes(self._held[:_KEPT]), Flaw.TOO_LARGE))
            self._passing = True
        if self._passing:
            del self._held[:-4]
        self._seen = max(0, len(self._held) - 1)
        return False

    def _end(self) -> tuple[int, int, Flaw | None] | None:
        """Where the message ends and where what follows begins; an FS with anything but CR or VT after it is text."""
        at = self._held.find(FS, self._seen)
        while at >= 0:
            after = self._held[at + 1 : at + 2]
            if after == b"\r":
                return at, at + 2, None
            if after == b"\x0b":
                return at, at + 1, Flaw.NO_CR
            at = self._held.find(FS, at + 1)
        return None

    def _give(self, found: list[Frame], end: int, after: int, flaw: Flaw | None) -> None:
        if not self._passing:
            data = bytes(self._held[:end])
            if len(data) > self.most:
                flaw, data = Flaw.TOO_LARGE, data[:_KEPT]
            if data or flaw is not Flaw.UNFINISHED:
                found.append(Frame(data[:_KEPT] if flaw is Flaw.UNFINISHED else data, flaw))
        del self._held[:after]
        self._inside = self._passing = False
        self._seen = 0
