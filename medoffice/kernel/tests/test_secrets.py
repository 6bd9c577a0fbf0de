"""The key ring: made once and closed to others, refused when it is no secret, rotated without losing what it opens."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.kernel import private, secrets
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.secrets import AUDIT, KeyRing, derived_key, keep_ring, key_ring, read_ring, weakness

RANDOM = bytes.fromhex("3b1f9cbe5d0a7788e4c2f1196a5043d7ff02b8e961c53d8a24907e16ab4fc0de")


def test_it_is_made_once_and_only_its_user_may_read_it(tmp_path: Path) -> None:
    data = tmp_path / "data"
    ring = key_ring(data)
    assert key_ring(data) == ring
    assert (data / "secret.key").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in data.iterdir()] == ["secret.key"]
    assert weakness((data / "secret.key").read_bytes()) == ""


def test_a_folder_that_cannot_be_written_gives_a_ring_for_now(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(private, "write", refuse)
    assert key_ring(tmp_path) != key_ring(tmp_path)


@pytest.mark.parametrize(
    "secret",
    [
        b"",
        RANDOM[:31],
        b"k" * 32,
        bytes(64),
        bytes(range(32)),
        bytes(range(255, 223, -1)),
        bytes(range(0, 224, 7)),
        (RANDOM[:8] * 8),
        b"change me, this is the default key of the office",
        RANDOM.hex().encode(),
    ],
)
def test_what_is_no_secret_is_refused(tmp_path: Path, secret: bytes) -> None:
    (tmp_path / "secret.key").write_bytes(secret)
    (tmp_path / "secret.key").chmod(0o600)
    with pytest.raises(Refusal) as refused:
        key_ring(tmp_path)
    assert refused.value.code == "secret-weak"
    assert "backup" in refused.value.fix


def test_random_bytes_are_a_secret() -> None:
    assert {weakness(os.urandom(32)) for _ in range(1000)} == {""}


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o666, 0o610])
def test_a_secret_that_others_may_read_is_refused(tmp_path: Path, mode: int) -> None:
    key_ring(tmp_path)
    (tmp_path / "secret.key").chmod(mode)
    with pytest.raises(Refusal, match="Others may read") as refused:
        key_ring(tmp_path)
    assert "chmod 600" in refused.value.fix


def test_a_ring_is_read_back_as_it_was_kept(tmp_path: Path) -> None:
    ring = read_ring(RANDOM)
    assert (ring.newest, ring.key("files")) == (1, derived_key(RANDOM, "files"))
    second = ring.with_new_key()
    third = second.with_newest_only().with_new_key().with_newest_only()
    for kept in (second, third):
        keep_ring(tmp_path, kept)
        assert key_ring(tmp_path) == kept
    assert (third.newest, sorted(third.live), sorted(third.retired)) == (3, [3], [1, 2])
    assert third.key(AUDIT, 1) == derived_key(RANDOM, AUDIT)
    assert RANDOM.hex() not in (tmp_path / "secret.key").read_text()
    with pytest.raises(Refusal, match="key 1 any more"):
        third.key("files", 1)


@pytest.mark.parametrize(
    "lines", ["", "office\n", "office a\n", "office a\n1 key zz\n", "office a\n1 odd 00\n", "\xff"]
)
def test_a_ring_that_was_altered_is_refused(lines: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_ring(b"MEDOFFICE KEYS 1\n" + lines.encode("latin-1"))
    assert refused.value.code == "secret-altered"


def test_a_weak_newest_key_on_the_ring_is_refused() -> None:
    ring = KeyRing("a", {1: RANDOM, 2: bytes(32)})
    with pytest.raises(Refusal, match="is none"):
        read_ring(ring.to_bytes())


@given(st.binary(max_size=100), st.binary(max_size=20), st.integers(0), st.integers(0, 7))
def test_what_is_sealed_opens_only_unchanged_for_its_purpose(data: bytes, bound: bytes, place: int, bit: int) -> None:
    ring = read_ring(RANDOM)
    told = ring.seal("notes", data, bound)
    assert ring.with_new_key().open("notes", told, bound) == data
    changed = bytearray(told)
    changed[place % len(told)] ^= 1 << bit
    for purpose, sealed, of in (
        ("notes", bytes(changed), bound),
        ("other", told, bound),
        ("notes", told, bound + b"x"),
    ):
        with pytest.raises(Refusal):
            ring.open(purpose, sealed, of)
    with pytest.raises(Refusal):
        ring.with_new_key().with_newest_only().open("notes", told, bound)


def test_an_office_knows_its_own_keys_of_before_and_no_others() -> None:
    first = read_ring(RANDOM)
    second = first.with_new_key().with_newest_only()
    stranger = read_ring(os.urandom(32))
    assert second.knows(first)
    assert first.knows(first)
    assert not first.knows(second)
    assert not first.with_new_key().with_newest_only().knows(second)
    assert not second.knows(stranger)
    assert not KeyRing(first.office, stranger.live).knows(first)


def test_keys_are_not_told_by_their_repr() -> None:
    assert "b'" not in repr(read_ring(RANDOM).with_new_key().with_newest_only())


def test_nothing_kept_is_open_to_others_and_what_was_is_closed(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir(mode=0o711)
    secrets.key_ring(data)
    private.write(data / "files" / "practice" / "ab" / "abc", b"letter")
    (data / "pg").mkdir(mode=0o755)
    assert private.open_to_others(data) == []
    old = data / "audit"
    old.mkdir()
    old.chmod(0o755)
    (old / "practice.head").write_text("{}")
    (old / "practice.head").chmod(0o644)
    data.chmod(0o755)
    assert private.open_to_others(data) == [data, old, old / "practice.head"]
    private.close_to_others(data)
    assert private.open_to_others(data) == []
    assert data.stat().st_mode & 0o777 == 0o711


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    def write_half() -> None:
        with private.new(tmp_path / "a" / "b") as file:
            file.write(b"half")
            raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        write_half()
    assert list((tmp_path / "a").iterdir()) == []
    private.write(tmp_path / "a" / "b", b"whole")
    assert (tmp_path / "a" / "b").read_bytes() == b"whole"
    assert [(path.stat().st_mode & 0o777) for path in (tmp_path / "a", tmp_path / "a" / "b")] == [0o700, 0o600]
