"""A wire: fragments, several at once, garbage, frames cut off, too large, never ended: each is told and it goes on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.standards.hl7.api import Flaw, Frame, Unframer, framed
from medoffice.standards.hl7.tests.makers import RESULT

ONE = framed(RESULT)


def taken(data: bytes, size: int = 0, most: int = 10_000) -> list[tuple[Flaw | None, bytes]]:
    """The frames of bytes that come in pieces of a size, and then nothing more."""
    wire, found = Unframer(most), list[Frame]()
    for start in range(0, len(data), size or len(data) or 1):
        found += wire.feed(data[start : start + (size or len(data))])
    return [(frame.flaw, frame.data) for frame in [*found, *wire.close()]]


@pytest.mark.parametrize("size", [0, 1, 2, 7, 500])
def test_frames_come_out_whole_however_they_come(size: int) -> None:
    assert taken(ONE * 3, size) == [(None, RESULT)] * 3


@pytest.mark.parametrize("size", [0, 1, 3])
@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("nothing", b"", []),
        ("blanks between", b"\r\n" + ONE + b"\r\n" + ONE + b"\r\n", [(None, RESULT)] * 2),
        ("garbage before VT", b"GET / HTTP" + ONE, [(Flaw.OUTSIDE, b"GET / HTTP"), (None, RESULT)]),
        ("a message without a frame", RESULT, [(Flaw.OUTSIDE, RESULT)]),
        ("FS missing", ONE[:-2] + ONE, [(Flaw.UNFINISHED, RESULT), (None, RESULT)]),
        ("CR missing, another follows", ONE[:-1] + ONE, [(Flaw.NO_CR, RESULT), (None, RESULT)]),
        ("CR missing, nothing follows", ONE[:-1], [(Flaw.NO_CR, RESULT)]),
        ("FS inside", b"\x0bMSH|a\x1cb\x1c\r", [(None, b"MSH|a\x1cb")]),
        ("VT inside", b"\x0bMSH|a\x0bb\x1c\r", [(None, b"MSH|a\x0bb")]),
        ("VT twice", b"\x0b" + ONE, [(None, RESULT)]),
        ("cut off", ONE[:100], [(Flaw.UNFINISHED, RESULT[:99])]),
        ("an empty frame", b"\x0b\x1c\r" + ONE, [(None, b""), (None, RESULT)]),
    ],
)
def test_a_wire_goes_on_after(name: str, data: bytes, found: list[tuple[Flaw | None, bytes]], size: int) -> None:
    assert taken(data, size) == found, name


def test_a_frame_that_is_too_large_is_told_once_and_let_pass_in_little_memory() -> None:
    wire, found = Unframer(1000), list[Frame]()
    found += wire.feed(b"\x0bMSH|^~\\&|")
    for _ in range(1000):
        found += wire.feed(b"x" * 1000)
        assert len(wire._held) < 3000
    assert wire.waiting
    found += wire.feed(b"\x1c\r" + framed(RESULT[:900]))
    assert [(frame.flaw, frame.whole) for frame in found] == [(Flaw.TOO_LARGE, False), (None, True)]
    assert found[0].data.startswith(b"MSH|^~")
    assert taken(framed(b"x" * 2000) + ONE, most=1500) == [(Flaw.TOO_LARGE, b"x" * 2000), (None, RESULT)]


@given(st.lists(st.binary(max_size=30), max_size=8), st.integers(1, 9))
def test_whatever_comes_in_whatever_pieces_gives_the_same(parts: list[bytes], size: int) -> None:
    data = b"\x0bMSH".join(parts) + ONE
    assert taken(data, size) == taken(data)
    assert taken(data)[-1] == (None, RESULT)


def test_bytes_that_end_a_frame_do_not_go_in_one() -> None:
    for bad in (b"a\x1cb", b"a\x0bb"):
        with pytest.raises(ValueError, match="escapes"):
            framed(bad)
