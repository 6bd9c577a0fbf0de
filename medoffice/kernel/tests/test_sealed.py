"""A sealed file opens with its key to exactly what was put in, or not at all."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from medoffice.kernel import sealed
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.sealed import Key, SealedReader, SealedWriter

KEY = Key("hkdf", b"k" * 32)


@pytest.fixture(autouse=True, scope="module")
def _small_chunks() -> Iterator[None]:
    """Many chunks in little data."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sealed, "CHUNK", 64)
        yield


def _seal(data: bytes, key: Key = KEY) -> bytes:
    out = io.BytesIO()
    writer = SealedWriter(out, key)
    for start in range(0, len(data), 50):
        writer.write(data[start : start + 50])
    writer.close()
    return out.getvalue()


def _open(whole: bytes, key: Key = KEY) -> bytes:
    reader, data = SealedReader(io.BytesIO(whole), key), b""
    while piece := reader.read(37):
        data += piece
    return data


@given(st.binary(max_size=300))
def test_what_goes_in_comes_out_and_is_not_seen(data: bytes) -> None:
    told = b"patient " + data
    whole = _seal(told)
    assert _open(whole) == told
    assert b"patient " not in whole


@given(st.binary(max_size=300), st.lists(st.tuples(st.integers(0, 320), st.integers(0, 90)), max_size=6))
@example(bytes(128), [(128, 1), (0, 128)])  # the end of the last chunk, and back
def test_it_is_read_anywhere(data: bytes, asked: list[tuple[int, int]]) -> None:
    before = b"what stands before it in the file"
    source = io.BytesIO(before + _seal(data))
    source.seek(len(before))
    reader = SealedReader(source, KEY)
    for at, count in asked:
        reader.seek(at)
        assert reader.read(count) == data[at : at + count]


def read_at(reader: SealedReader, at: int) -> bytes:
    reader.seek(at)
    return reader.read(1)


@given(st.binary(min_size=129, max_size=300), st.integers(0, 7))
def test_a_changed_bit_is_refused_wherever_reading_begins(data: bytes, bit: int) -> None:
    whole = bytearray(_seal(data))
    whole[-1] ^= 1 << bit
    reader = SealedReader(io.BytesIO(bytes(whole)), KEY)
    reader.seek(64)
    assert reader.read(64) == data[64:128]
    with pytest.raises(Refusal):
        read_at(reader, len(data) - 1)


@given(st.binary(max_size=300), st.integers(0, 10_000), st.integers(0, 7))
@example(b"", 178, 0)  # the last chunk's length, made longer than what is left
def test_any_changed_bit_is_refused(data: bytes, place: int, bit: int) -> None:
    whole = bytearray(_seal(data))
    whole[place % len(whole)] ^= 1 << bit
    with pytest.raises(Refusal):
        _open(bytes(whole))


@pytest.mark.parametrize("size", [0, 1, 64, 65, 130])
def test_every_single_bit_is_refused(size: int) -> None:
    whole = _seal(bytes(size))
    for place in range(len(whole)):
        for bit in range(8):
            changed = bytearray(whole)
            changed[place] ^= 1 << bit
            with pytest.raises(Refusal):
                _open(bytes(changed))


@given(st.binary(max_size=300), st.data())
def test_any_cut_or_addition_is_refused(data: bytes, draw: st.DataObject) -> None:
    whole = _seal(data)
    with pytest.raises(Refusal):
        _open(whole[: draw.draw(st.integers(0, len(whole) - 1))])
    with pytest.raises(Refusal):
        _open(whole + draw.draw(st.binary(min_size=1, max_size=100)))


def test_chunks_of_one_file_cannot_be_swapped_nor_end_it_early() -> None:
    whole, size = _seal(b"a" * 64 + b"b" * 64 + b"c" * 64), 4 + 64 + 16
    head = len(whole) - 3 * size
    first, second, third = (whole[head + size * n : head + size * (n + 1)] for n in range(3))
    for forged in (second + first + third, first + second, first + third, first + second + third + third):
        with pytest.raises(Refusal, match="altered"):
            _open(whole[:head] + forged)
    assert _open(whole[:head] + first + second + third)[:65] == b"a" * 64 + b"b"


def test_a_wrong_key_is_told_from_an_altered_file() -> None:
    words = sealed.passphrase("riverbend spring tide")
    cheap = Key(words.kind, words.secret, cost=1 << 12)
    whole = _seal(b"ledger", cheap)
    assert _open(whole, cheap) == b"ledger"
    assert _open(whole, words) == b"ledger"  # the file says what deriving costs
    with pytest.raises(Refusal, match="does not open"):
        _open(whole, sealed.passphrase("riverbend spring tidy"))
    with pytest.raises(Refusal, match="passphrase"):
        _open(whole, KEY)
    assert "spring" not in repr(words)


def test_keys_that_are_too_weak_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="too short"):
        sealed.passphrase("fourteen chars")
    (tmp_path / "key").write_bytes(b"x" * 31)
    with pytest.raises(Refusal, match="too short"):
        sealed.key_file(tmp_path / "key")
    assert (
        sealed.passphrase("Mu\u0308ller und S\u00f6hne").secret
        == sealed.passphrase("M\u00fcller und So\u0308hne").secret
    )
