"""A browser's recording in WebM (RFC 8794, Matroska): its blocks, and a piece of it as a recording of its own.

A browser writes its head before it knows how long the recording becomes, and no index. A piece is written anew with
both, so that every player finds any second of it; the sound of each block stays byte for byte as it came.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

SCALE = 1_000_000  # nanoseconds of a tick: what browsers write, and all that is cut here
CLUSTER = 5000  # milliseconds
MOST = 1_500_000  # blocks: two hours in packets of 5 ms; browsers write 20 and 60
LAST = 120  # milliseconds: a packet of Opus is no longer (RFC 6716, 2.1.4), so the last block neither
_HEAD, _SEGMENT, _INFO, _TRACKS = 0x1A45DFA3, 0x18538067, 0x1549A966, 0x1654AE6B
_TICK, _LONG, _MUXER, _WRITER = 0x2AD7B1, 0x4489, 0x4D80, 0x5741
_CLUSTER, _GROUP, _TIME, _BLOCK, _SIMPLE = 0x1F43B675, 0xA0, 0xE7, 0xA1, 0xA3
_CUES, _CUE, _CUE_TIME, _CUE_PLACES, _CUE_TRACK, _CUE_AT = 0x1C53BB6B, 0xBB, 0xB3, 0xB7, 0xF7, 0xF1
_OPENED = (_SEGMENT, _CLUSTER, _GROUP)  # what they hold is looked at
_TRACK_MOST = 127  # tracks whose number takes a byte are below it
_KEY = 0x80  # a block that is decoded without the one before it; every block of sound is


@dataclass(frozen=True, slots=True)
class Block:
    """A block of sound: at which tick, of which track, its bytes."""

    ms: int
    track: int
    sound: bytes


def blocks(data: bytes) -> Iterator[Block]:
    """Each block, as far as the recording goes; of one that was cut off in its middle what is there."""
    cluster = 0
    for name, start, end in _elements(data):
        if name == _TIME and end - start <= 8:
            cluster = int.from_bytes(data[start:end], "big")
        elif name in (_BLOCK, _SIMPLE):
            track, at, _ = _number(data, start, whole=False)
            yield Block(cluster + int.from_bytes(data[at : at + 2], "big", signed=True), track, data[at + 3 : end])


def piece(data: bytes, start: int = 0, end: int | None = None) -> bytes | None:
    """From one millisecond to another of a recording, with its length in the head and an index.

    Nothing (b"") where no block begins there; None for what cannot be cut: no WebM of a browser, or one without a head.
    """
    head = tracks = b""
    tick = SCALE
    for name, first, last in _elements(data):
        if name == _HEAD:
            head = _element(_HEAD, data[first:last])
        elif name == _TRACKS:
            tracks = _element(_TRACKS, data[first:last])
        elif name == _INFO:
            tick = _tick(data[first:last])
        if name in (_BLOCK, _SIMPLE):
            break
    if not (head and tracks and tick == SCALE):
        return None
    sound: list[Block] = []
    for one in blocks(data):
        if one.sound and one.track < _TRACK_MOST and (not sound or _follows(sound[0], sound[-1], one)):
            sound.append(one)
        if len(sound) > MOST:
            return None
    origin = sound[0].ms if sound else 0
    kept = [one for one in sound if start <= one.ms - origin and (end is None or one.ms - origin < end)]
    return _written(head, tracks, kept) if kept else b""


def _follows(first: Block, before: Block, one: Block) -> bool:
    """Whether a block follows the one before it, on the same track and at a time that can be written."""
    return before.ms <= one.ms < first.ms + (1 << 31) and one.track == first.track


def _tick(info: bytes) -> int:
    found = next((one for one in _elements(info) if one[0] == _TICK), None)
    return int.from_bytes(info[found[1] : found[2]], "big") if found else SCALE


def _written(head: bytes, tracks: bytes, kept: list[Block]) -> bytes:
    first = kept[0].ms
    gap = kept[-1].ms - kept[-2].ms if len(kept) > 1 else LAST
    long = kept[-1].ms - first + min(max(gap, 1), LAST)
    clusters: dict[int, list[bytes]] = {}
    for one in kept:
        begin = (one.ms - first) // CLUSTER * CLUSTER
        place = _wide(one.track) + struct.pack(">hB", one.ms - first - begin, _KEY)
        clusters.setdefault(begin, []).append(_element(_SIMPLE, place + one.sound))
    info = _element(
        _INFO,
        _element(_TICK, SCALE.to_bytes(3, "big")) + _element(_LONG, struct.pack(">d", float(long)))
        + _element(_MUXER, b"medoffice") + _element(_WRITER, b"medoffice"),
    )  # fmt: skip
    written = {
        at: _element(_CLUSTER, _element(_TIME, at.to_bytes(4, "big")) + b"".join(all_)) for at, all_ in clusters.items()
    }
    where = len(info) + len(tracks) + len(_index(dict.fromkeys(written, 0), kept[0].track))
    places = {}
    for at, cluster in written.items():
        places[at] = where
        where += len(cluster)
    body = info + tracks + _index(places, kept[0].track) + b"".join(written.values())
    return head + _element(_SEGMENT, body)


def _index(places: dict[int, int], track: int) -> bytes:
    """Where in the segment the sound of each time begins; as long whatever the places are."""
    return _element(_CUES, b"".join(
        _element(_CUE, _element(_CUE_TIME, at.to_bytes(4, "big")) + _element(
            _CUE_PLACES, _element(_CUE_TRACK, track.to_bytes(1, "big")) + _element(_CUE_AT, place.to_bytes(8, "big"))
        ))
        for at, place in places.items()
    ))  # fmt: skip


def _element(name: int, body: bytes) -> bytes:
    return name.to_bytes((name.bit_length() + 7) // 8, "big") + _wide(len(body)) + body


def _wide(number: int) -> bytes:
    """A number with its mark of length; one whose bits are all set would say that it is not known."""
    wide = next(one for one in range(1, 9) if number < (1 << 7 * one) - 1)
    return (number | 1 << 7 * wide).to_bytes(wide, "big")


def _elements(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Each element that holds no others of interest: its name, where its body begins, where it ends."""
    at = 0
    while at < len(data):
        name, at, _ = _number(data, at, whole=True)
        size, at, known = _number(data, at, whole=False)
        if not name or at > len(data):
            return
        if name in _OPENED:
            continue
        if not known:
            return
        yield name, at, min(at + size, len(data))
        at += size


def _number(data: bytes, at: int, *, whole: bool) -> tuple[int, int, bool]:
    """The number here (with its mark of length, if ``whole``), where it ends, and whether it is known at all."""
    first = data[at] if at < len(data) else 0
    wide = 9 - first.bit_length()
    if not first or at + wide > len(data):
        return 0, len(data) + 1, False
    raw, most = int.from_bytes(data[at : at + wide], "big"), (1 << 7 * wide) - 1
    return (raw if whole else raw & most), at + wide, raw & most != most
