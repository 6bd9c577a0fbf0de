"""A DSS recording: how long it is, by its own bytes.

The format is its makers' own and nowhere laid down. This is what FFmpeg's reader makes of one, measured on files made
for that: a head of as many blocks as its first byte says, then blocks of sound, each behind a head of its own.
"""

from medoffice.clinic.dictation.types.dictations import Audio, AudioTrouble

DSS = "audio/x-dss"
_HEADS = (2, 3)
_BLOCK, _OF_BLOCK, _CODEC = 512, 6, 0x2A4  # bytes of a block, and of its head; where the head of all says its codec
_STANDARD, _LONG = 0, 2  # the codecs: standard play, and long play (G.723.1)
_SECONDS = 264 / 11025 / 41  # of a byte of standard play: two frames of 264 samples in 82 bytes
_FRAMES, _FRAME = (24, 20, 4, 1), 0.03  # of long play: bytes of a frame by its first two bits, and its seconds


def dss(data: bytes) -> Audio | AudioTrouble:
    """What a recording that begins as DSS is, or why it is not taken."""
    if data[0] not in _HEADS:
        return AudioTrouble.DSS
    head = data[0] * _BLOCK
    if len(data) <= head + _OF_BLOCK:
        return AudioTrouble.CUT
    sound = b"".join(data[at + _OF_BLOCK : at + _BLOCK] for at in range(head, len(data), _BLOCK))
    whole = (len(data) - head) % _BLOCK == 0
    if data[_CODEC] == _STANDARD:
        return Audio("DSS", DSS, len(sound) * _SECONDS, whole)
    return Audio("DSS", DSS, _long_play(sound), whole) if data[_CODEC] == _LONG else AudioTrouble.DSS


def _long_play(sound: bytes) -> float:
    at = frames = 0
    while at < len(sound):
        at, frames = at + _FRAMES[sound[at] & 3], frames + 1
    return frames * _FRAME
