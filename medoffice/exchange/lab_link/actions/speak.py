"""Speak: one message over a wire, and the answer that is to it."""

import socket
import time

from medoffice.kernel.refusals import Refusal
from medoffice.standards.hl7.api import Unframer, framed, read_ack, read_message

SECONDS = 20.0
_PIECE = 1 << 16
_FIX = "Nothing is lost; it is tried again."


def speak(host: str, port: int, data: bytes, seconds: float = SECONDS) -> bytes:
    """Send a message and return its answer; an answer to another message is passed over (MSA-2 tells).

    Raises Refusal when nobody answers in time, or what comes is no message.
    """
    number, until = read_message(data).value("MSH-10"), time.monotonic() + seconds
    try:
        with socket.create_connection((host, port), timeout=seconds) as wire:
            wire.sendall(framed(data))
            return _answer(wire, number, until)
    except OSError as error:
        words = f"The laboratory does not answer: {error.strerror or 'no answer in time'}."
        raise Refusal("lab-silent", words, _FIX) from error


def _answer(wire: socket.socket, number: str, until: float) -> bytes:
    unframer = Unframer()
    while (left := until - time.monotonic()) > 0:
        wire.settimeout(left)
        piece = wire.recv(_PIECE)
        for frame in unframer.feed(piece) if piece else unframer.close():
            if frame.whole and read_ack(read_message(frame.data)).control_id == number:
                return frame.data
        if not piece:
            raise Refusal("lab-cut", "The laboratory ended the connection without an answer.", _FIX)
    raise Refusal("lab-silent", "The laboratory does not answer in time.", _FIX)
