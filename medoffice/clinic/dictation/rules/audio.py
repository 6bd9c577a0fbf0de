"""What a recording is, by its own bytes and not by its name: WAV, MP3, M4A, OGG, WebM, DSS; or why it is not taken.

RIFF/WAVE (its codecs as RFC 2361 names them), MPEG-1/2 audio (ISO/IEC 11172-3, 13818-3), ISO base media (14496-12), Ogg
(RFC 3533, Opus RFC 7845), EBML (RFC 8794) with Matroska; DSS by ``dss.py``. Nothing is decoded: what a head says
wrongly is found by whoever plays it.
"""

import struct
from collections.abc import Iterator

from medoffice.clinic.dictation.rules.dss import DSS, dss
from medoffice.clinic.dictation.rules.webm import blocks
from medoffice.clinic.dictation.types.dictations import Audio, AudioTrouble

LONGEST = 2 * 60 * 60  # seconds, as the recogniser takes too
ENDINGS = {
    "wav": "WAV",
    "mp3": "MP3",
    "m4a": "M4A",
    "mp4": "M4A",
    "ogg": "OGG",
    "oga": "OGG",
    "opus": "OGG",
    "webm": "WebM",
    "dss": "DSS",
}
_DS2 = (b"\x01ds2", b"\x03ds2", b"\x06ds2", b"\x07ds2", b"\x08ds2")
_PLAIN = {1, 3, 6, 7, 0xFFFE}  # codecs of WAV that browsers play: numbers, A-law, mu-law
_KBITS = {  # by MPEG version (1, or 2 and 2.5), layer III
    1: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}


def look_at(data: bytes) -> Audio | AudioTrouble:
    """What this recording is, or why it is not taken."""
    if not data:
        return AudioTrouble.EMPTY
    if data[:4] in _DS2:
        return AudioTrouble.DS2
    try:
        found = dss(data) if data[1:4] == b"dss" else _kind(data)
    except (struct.error, IndexError, ZeroDivisionError, OverflowError):
        return AudioTrouble.CUT
    if isinstance(found, Audio) and found.seconds is not None and found.seconds > LONGEST:
        return AudioTrouble.TOO_LONG
    return found


def named_as(name: str) -> str:
    """Which kind a file's name says it is; "" if it says none of ours."""
    _, dot, ending = name.rpartition(".")
    return ENDINGS.get(ending.casefold(), "") if dot else ""


def plays_as_it_is(media_type: str) -> bool:
    """Whether browsers play what came as this; the rest is heard by a copy alone."""
    return media_type != DSS and not media_type.startswith("audio/vnd.wave")


def wants_copy(media_type: str) -> bool:
    """Whether a copy is played where one can be made: browsers play MP3 and find a second of it by a guess."""
    return media_type == "audio/mpeg" or not plays_as_it_is(media_type)


def _kind(data: bytes) -> Audio | AudioTrouble:
    if data[:4] == b"RIFF" and data[8:12] == b"WAVE":
        return _wav(data)
    if data[:4] == b"OggS":
        return _ogg(data)
    if data[4:8] == b"ftyp":
        return _mp4(data)
    if data[:4] == b"\x1a\x45\xdf\xa3":
        return _webm(data)
    if data[:3] == b"ID3" or (data[0] == 0xFF and data[1:2] and data[1] & 0xE0 == 0xE0):
        return _mp3(data)
    return AudioTrouble.NOT_AUDIO


def _wav(data: bytes) -> Audio | AudioTrouble:
    at, rate, codec = 12, 0, 1
    while at + 8 <= len(data):
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        at += 8
        if name == b"fmt ":
            codec, rate = int.from_bytes(data[at : at + 2], "little"), int.from_bytes(data[at + 8 : at + 12], "little")
        if name == b"data":
            there = len(data) - at
            told = there if size in (0, 0xFFFFFFFF) else size  # a recorder that did not come to write its head anew
            if not rate or not there:
                return AudioTrouble.CUT
            named = "audio/wav" if codec in _PLAIN else f"audio/vnd.wave; codec={codec:x}"
            return Audio("WAV", named, min(told, there) / rate, whole=told <= there)
        at += size + size % 2
    return AudioTrouble.CUT


def _ogg(data: bytes) -> Audio | AudioTrouble:
    head = data[27 + data[26] :][:64]
    if head[:8] == b"OpusHead":
        rate, skip = 48000, struct.unpack("<H", head[10:12])[0]
    elif head[:7] == b"\x01vorbis":
        rate, skip = struct.unpack("<I", head[12:16])[0], 0
    else:
        return AudioTrouble.NOT_AUDIO
    last, ended = 0, False
    for flags, granule in _ogg_pages(data):
        last, ended = (granule if granule >= 0 else last), bool(flags & 4)
    if not last:
        return AudioTrouble.CUT
    return Audio("OGG", "audio/ogg", max(last - skip, 0) / rate, whole=ended)


def _ogg_pages(data: bytes) -> Iterator[tuple[int, int]]:
    at = 0
    while data[at : at + 4] == b"OggS" and at + 27 <= len(data):
        table = data[at + 27 : at + 27 + data[at + 26]]
        end = at + 27 + len(table) + sum(table)
        if end > len(data) or len(table) != data[at + 26]:
            return
        yield data[at + 5], struct.unpack("<q", data[at + 6 : at + 14])[0]
        at = end


def _mp4(data: bytes) -> Audio | AudioTrouble:
    at, whole, head = 0, True, b""
    while at + 8 <= len(data):
        size, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        size = int.from_bytes(data[at + 8 : at + 16], "big") if size == 1 else size or len(data) - at
        if size < 8:
            return AudioTrouble.CUT
        if name == b"moov" and at + size <= len(data):
            head = data[at : at + size]
        whole = at + size <= len(data)
        at += size
    place = head.find(b"mvhd")
    if place < 0:
        return AudioTrouble.CUT
    if b"soun" not in head:
        return AudioTrouble.NOT_AUDIO
    long = head[place + 4] == 1
    scale, length = struct.unpack(">IQ" if long else ">II", head[place + (24 if long else 16) :][: 12 if long else 8])
    return Audio("M4A", "audio/mp4", length / scale if scale and length else None, whole=whole)


def _webm(data: bytes) -> Audio | AudioTrouble:
    head = data[:4096]
    if b"webm" not in head[:64] and b"matroska" not in head[:64]:
        return AudioTrouble.NOT_AUDIO
    if b"A_OPUS" not in head and b"A_VORBIS" not in head:
        return AudioTrouble.NOT_AUDIO if b"V_" in head else AudioTrouble.CUT
    if b"\x1f\x43\xb6\x75" not in data:  # no cluster: a head without sound
        return AudioTrouble.CUT
    whole = _webm_end(head) <= len(data)
    scale_at, length_at = head.find(b"\x2a\xd7\xb1"), head.find(b"\x44\x89")
    scale = (
        int.from_bytes(head[scale_at + 4 : scale_at + 4 + (head[scale_at + 3] & 0x7F)], "big") if scale_at >= 0 else 0
    )
    if length_at < 0 or head[length_at + 2] not in (0x84, 0x88):
        last = max((one.ms for one in blocks(data)), default=0) * (scale or 1_000_000) / 1e9
        return Audio("WebM", "audio/webm", last or None, whole)
    wide = head[length_at + 2] == 0x88
    length = struct.unpack(">d" if wide else ">f", head[length_at + 3 :][: 8 if wide else 4])[0]
    seconds = length * (scale or 1_000_000) / 1e9
    return Audio("WebM", "audio/webm", seconds if 0 < seconds < 1e6 else None, whole)


def _webm_end(head: bytes) -> int:
    """Where the segment ends; 0 where its length was not known when it was begun, as in a browser's recording."""
    at = head.find(b"\x18\x53\x80\x67") + 4
    wide = 9 - head[at].bit_length() if at > 3 and head[at] else 0
    size = int.from_bytes(head[at : at + wide], "big") & (1 << 7 * wide) - 1
    return at + wide + size if wide and size != (1 << 7 * wide) - 1 else 0


def _mp3(data: bytes) -> Audio | AudioTrouble:
    start = 0
    if data[:3] == b"ID3":
        start = 10 + sum((byte & 0x7F) << shift for byte, shift in zip(data[6:10], (21, 14, 7, 0), strict=True))
    frame = _mp3_frame(data, start)
    if frame is None:
        return AudioTrouble.CUT if start >= len(data) - 4 else AudioTrouble.NOT_AUDIO
    length = frame[0]
    if start + length > len(data):
        return AudioTrouble.CUT
    if len(data) > start + length + 4 and _mp3_frame(data, start + length) is None:
        return AudioTrouble.NOT_AUDIO
    for mark in (b"Xing", b"Info"):
        place = data.find(mark, start, start + length)
        if place >= 0 and data[place + 7] & 1:
            frames = int.from_bytes(data[place + 8 : place + 12], "big")
            told = int.from_bytes(data[place + 12 : place + 16], "big") if data[place + 7] & 2 else 0
            return Audio("MP3", "audio/mpeg", frames * frame[1] / frame[2], whole=told <= len(data) - start)
    return Audio("MP3", "audio/mpeg", _mp3_seconds(data, start))


def _mp3_seconds(data: bytes, at: int) -> float:
    """How long the frames from here on are, each with the bit rate of its own."""
    seconds = 0.0
    while (frame := _mp3_frame(data, at)) and at + frame[0] <= len(data):
        at, seconds = at + frame[0], seconds + frame[1] / frame[2]
    return seconds


def _mp3_frame(data: bytes, at: int) -> tuple[int, int, int] | None:
    """The length, samples and sample rate of the frame of layer III here; None if there is none."""
    head = data[at : at + 4]
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return None
    version, layer, bits, rate = head[1] >> 3 & 3, head[1] >> 1 & 3, head[2] >> 4, head[2] >> 2 & 3
    if version == 1 or layer != 1 or bits in (0, 15) or rate == 3:
        return None
    kbits, hertz = _KBITS[1 if version == 3 else 2][bits], _RATES[version][rate]
    samples = 1152 if version == 3 else 576
    return samples // 8 * kbits * 1000 // hertz + (head[2] >> 1 & 1), samples, hertz
