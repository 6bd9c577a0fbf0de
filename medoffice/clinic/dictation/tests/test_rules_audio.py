"""What a recording is, told by its bytes; every file that is cut, empty or something else has its own words."""

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from medoffice.clinic.dictation.rules.audio import LONGEST, look_at, named_as, plays_as_it_is, wants_copy
from medoffice.clinic.dictation.rules.ranges import bytes_asked
from medoffice.clinic.dictation.tests.makers import dss, mp3, wav
from medoffice.clinic.dictation.types.dictations import Audio, AudioTrouble

VISIT = (Path(__file__).parent / "data" / "visit.ogg").read_bytes()
_FRAME = b"\xff\xfb\x50\xc4" + bytes(204)  # MPEG-1 layer III, 64 kbit/s, 44.1 kHz: 208 bytes
MP3 = _FRAME * 50


def box(name: bytes, inner: bytes) -> bytes:
    return struct.pack(">I", 8 + len(inner)) + name + inner


def m4a(length: int = 18000, handler: bytes = b"soun") -> bytes:
    mvhd = box(b"mvhd", bytes(12) + struct.pack(">II", 1000, length) + bytes(80))
    moov = box(b"moov", mvhd + box(b"trak", box(b"mdia", box(b"hdlr", bytes(8) + handler + bytes(13)))))
    return box(b"ftyp", b"M4A \x00\x00\x02\x00") + moov + box(b"mdat", bytes(3000))


def webm(codec: bytes = b"A_OPUS", *, cluster: bool = True) -> bytes:
    head = b"\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm" + b"\x18\x53\x80\x67\x01\xff\xff\xff\xff\xff\xff\xff"
    return head + b"\x16\x54\xae\x6b\x86" + codec + (b"\x1f\x43\xb6\x75" + bytes(400) if cluster else b"")


@pytest.mark.parametrize(
    ("data", "kind", "seconds"),
    [(wav(3), "WAV", 3.0), (VISIT, "OGG", 18.555), (MP3, "MP3", 1.3), (m4a(), "M4A", 18.0), (webm(), "WebM", None)],
)
def test_each_kind_is_known_by_its_bytes(data: bytes, kind: str, seconds: float | None) -> None:
    found = look_at(data)
    assert isinstance(found, Audio)
    assert (found.kind, found.whole) == (kind, True)
    assert found.seconds == (None if seconds is None else pytest.approx(seconds, abs=0.01))


def from_browser(*times: int) -> bytes:
    """A browser's recording: its segment and clusters do not say how long they are; a block at each millisecond."""
    head = b"\x1a\x45\xdf\xa3\x87\x42\x82\x84webm" + b"\x18\x53\x80\x67\x01" + b"\xff" * 7
    tracks = b"\x16\x54\xae\x6b\x89\x86\x86A_OPUS\x81"
    blocks = (b"\xa3\x8a\x81" + struct.pack(">h", one % 1000) + b"\x80" + bytes(6) for one in times)
    clusters = (
        b"\x1f\x43\xb6\x75\x01" + b"\xff" * 7 + b"\xe7\x82" + struct.pack(">H", one // 1000 * 1000) + block
        for one, block in zip(times, blocks, strict=True)
    )
    return head + tracks + b"".join(clusters)


def test_a_browsers_recording_is_as_long_as_its_last_block_says() -> None:
    found = look_at(from_browser(0, 980, 2960, 5940))
    assert isinstance(found, Audio)
    assert (found.kind, found.seconds, found.whole) == ("WebM", 5.94, True)


def test_an_mp3_says_how_long_it_is_in_its_first_frame_even_behind_tags() -> None:
    told = b"\xff\xfb\x50\xc4" + bytes(32) + b"Xing" + struct.pack(">III", 3, 1000, 208 * 9) + bytes(204 - 32 - 16)
    tags = b"ID3\x03\x00\x00\x00\x00\x00\x0a" + bytes(10)
    found = look_at(tags + told + _FRAME * 8)
    assert isinstance(found, Audio)
    assert found.seconds == pytest.approx(1000 * 1152 / 44100)
    assert found.whole
    cut = look_at(tags + told + _FRAME)
    assert isinstance(cut, Audio)
    assert not cut.whole


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", AudioTrouble.EMPTY),
        (b"\x03ds2" + bytes(600), AudioTrouble.DS2),
        (b"\x06ds2" + bytes(600), AudioTrouble.DS2),
        (b"\x06dss" + bytes(6000), AudioTrouble.DSS),
        (dss(codec=7), AudioTrouble.DSS),
        (dss()[:1542], AudioTrouble.CUT),
        (dss(26000), AudioTrouble.TOO_LONG),
        (b"%PDF-1.7 a paper", AudioTrouble.NOT_AUDIO),
        (b"just words", AudioTrouble.NOT_AUDIO),
        (b"\xff\xfb\x50\xc4" + b"x" * 900, AudioTrouble.NOT_AUDIO),
        (m4a(handler=b"vide"), AudioTrouble.NOT_AUDIO),
        (webm(b"V_VP8 "), AudioTrouble.NOT_AUDIO),
        (webm(cluster=False), AudioTrouble.CUT),
        (wav(1)[:30], AudioTrouble.CUT),
        (m4a()[:40], AudioTrouble.CUT),
        (VISIT[:60], AudioTrouble.CUT),
        (MP3[:60], AudioTrouble.CUT),
        (m4a(3 * 60 * 60 * 1000), AudioTrouble.TOO_LONG),
    ],
)
def test_what_is_not_taken_says_why(data: bytes, why: AudioTrouble) -> None:
    assert look_at(data) is why


@pytest.mark.parametrize("data", [wav(4), VISIT, m4a()])
def test_what_lost_its_end_is_taken_and_says_so(data: bytes) -> None:
    found = look_at(data[: len(data) * 2 // 3])
    assert isinstance(found, Audio)
    assert not found.whole
    assert found.seconds
    assert found.seconds <= 18.6


@pytest.mark.parametrize(
    ("data", "seconds", "whole"),
    [(dss(100), 29.553, True), (dss(100)[:-100], 29.495, False), (dss(0, codec=2) + bytes(5120), 6.33, True)],
)
def test_a_dss_recording_is_as_long_as_its_frames(data: bytes, seconds: float, *, whole: bool) -> None:
    found = look_at(data)
    assert isinstance(found, Audio)
    assert (found.kind, found.whole) == ("DSS", whole)
    assert found.seconds == pytest.approx(seconds, abs=0.002)
    assert not plays_as_it_is(found.media_type)
    assert wants_copy(found.media_type)


def test_an_mp3_of_many_bit_rates_is_as_long_as_all_its_frames() -> None:
    found = look_at(mp3(*(32, 64, 128, 128) * 100))
    assert isinstance(found, Audio)
    assert found.seconds == pytest.approx(400 * 1152 / 44100)
    assert (plays_as_it_is(found.media_type), wants_copy(found.media_type)) == (True, True)


@pytest.mark.parametrize(
    ("codec", "media_type"),
    [(1, "audio/wav"), (7, "audio/wav"), (0x31, "audio/vnd.wave; codec=31"), (2, "audio/vnd.wave; codec=2")],
)
def test_a_wav_says_by_its_codec_whether_it_plays(codec: int, media_type: str) -> None:
    found = look_at(wav(1).replace(b"fmt \x10\x00\x00\x00\x01", b"fmt \x10\x00\x00\x00" + bytes([codec])))
    assert isinstance(found, Audio)
    assert (found.kind, found.media_type) == ("WAV", media_type)
    assert (plays_as_it_is(media_type), wants_copy(media_type)) == (
        media_type == "audio/wav",
        media_type != "audio/wav",
    )


def test_a_recorder_that_left_its_length_open_is_whole() -> None:
    data = wav(2)
    place = data.index(b"data") + 4
    found = look_at(data[:place] + b"\xff\xff\xff\xff" + data[place + 4 :])
    assert isinstance(found, Audio)
    assert found.whole
    assert found.seconds == pytest.approx(2)


@given(some.sampled_from([wav(0.2), VISIT[:3000], MP3, m4a(), webm(), dss(1), dss(1, codec=2)]), some.data())
def test_whatever_comes_is_answered(data: bytes, drawn: some.DataObject) -> None:
    place, length = drawn.draw(some.integers(0, len(data))), drawn.draw(some.integers(0, len(data)))
    other = data[:place] + drawn.draw(some.binary(max_size=12)) + data[place : place + length]
    found = look_at(other)
    assert isinstance(found, Audio | AudioTrouble)
    if isinstance(found, Audio) and found.seconds is not None:
        assert 0 <= found.seconds <= LONGEST


@given(some.binary(max_size=200))
def test_noise_is_no_bug(data: bytes) -> None:
    assert isinstance(look_at(data), Audio | AudioTrouble)


def test_a_name_says_a_kind_or_nothing() -> None:
    assert [named_as(name) for name in ("a.WAV", "b.opus", "c.mp4", "d.pdf", "wav")] == ["WAV", "OGG", "M4A", "", ""]


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("", None),
        ("bytes=0-", (0, 99)),
        ("bytes=10-19", (10, 19)),
        ("bytes=90-500", (90, 99)),
        ("bytes=-10", (90, 99)),
        ("bytes=-500", (0, 99)),
        ("bytes=20-10", None),
        ("bytes=0-1,5-6", None),
        ("pages=1-2", None),
        ("bytes=-", None),
    ],
)
def test_a_player_gets_the_part_it_asks_for(header: str, part: tuple[int, int] | None) -> None:
    assert bytes_asked(header, 100) == part


@pytest.mark.parametrize("header", ["bytes=100-", "bytes=100-200", "bytes=-0"])
def test_what_lies_behind_the_end_is_said(header: str) -> None:
    with pytest.raises(ValueError, match=r"asked for|behind"):
        bytes_asked(header, 100)
