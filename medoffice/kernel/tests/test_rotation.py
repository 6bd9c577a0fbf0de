"""Keys are rotated without losing a file, at whatever moment it is cut off, and an old key goes only when unused."""

import hashlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from pytest_django.plugin import DjangoDbBlocker

from medoffice.kernel import backup, files, rotation, secrets
from medoffice.kernel.models import StoredFile
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.sealed import Key
from medoffice.kernel.secrets import KeyRing
from medoffice.kernel.worlds import catalog, current

LETTERS = [f"letter {number}".encode() * 100 for number in range(4)] + [b""]


class Cut(BaseException):
    """The program is killed here."""


@pytest.fixture
def office(
    fresh_world: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, django_db_blocker: DjangoDbBlocker
) -> Iterator[list[str]]:
    """A data folder of its own, with stored files, one of them as the first release wrote it."""
    with django_db_blocker.unblock():
        monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
        monkeypatch.setattr(settings, "KEYS", secrets.key_ring(tmp_path))
        real = catalog.worlds
        monkeypatch.setattr(catalog, "worlds", lambda: [name for name in real() if name.startswith(fresh_world)])
        stored = [files.store(letter, "text/plain") for letter in LETTERS]
        _write_as_before(LETTERS[0])
        yield stored


def _write_as_before(data: bytes) -> None:
    digest, key = hashlib.sha256(data).hexdigest(), os.urandom(32)
    wrapped = AESGCM(settings.KEYS.key("files", 1)).encrypt(b"n" * 12, key, digest.encode())
    body = AESGCM(key).encrypt(b"m" * 12, data, digest.encode())
    files.path_of(digest).write_bytes(b"MOF1" + b"n" * 12 + wrapped + b"m" * 12 + body)


def _kids() -> set[int]:
    return {int.from_bytes(path.read_bytes()[4:8], "big") for path in files.everywhere()}


def _on_disk() -> KeyRing:
    return secrets.key_ring(Path(settings.DATA_DIR))


def test_a_file_of_the_first_release_is_read(office: list[str]) -> None:
    assert [files.load(digest) for digest in office] == LETTERS


def test_after_it_everything_is_of_the_new_key_and_the_old_one_opens_nothing(office: list[str]) -> None:
    old = settings.KEYS
    done = rotation.rotate()
    assert (done.kid, done.files, done.resumed) == (2, len(LETTERS), False)
    assert [files.load(digest) for digest in office] == LETTERS
    assert _kids() == {2}
    assert _on_disk() == settings.KEYS
    assert (sorted(settings.KEYS.live), sorted(settings.KEYS.retired)) == ([2], [1])
    settings.KEYS = old
    with pytest.raises(Refusal, match="altered"):
        files.load(office[0])


@pytest.mark.parametrize("steps", range(len(LETTERS) + 3))
def test_cut_off_at_any_step_nothing_is_lost_and_the_next_call_ends_it(
    office: list[str], steps: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = [steps]

    def stepwise(real: Callable[..., Any]) -> Callable[..., Any]:
        def step(*given: object) -> object:
            left[0] -= 1
            if left[0] < 0:
                raise Cut
            return real(*given)

        return step

    with monkeypatch.context() as patch:
        patch.setattr(files, "rewrap", stepwise(files.rewrap))
        patch.setattr(secrets, "keep_ring", stepwise(secrets.keep_ring))
        if steps < len(LETTERS) + 2:
            with pytest.raises(Cut):
                rotation.rotate()
        else:
            rotation.rotate()
    settings.KEYS = _on_disk()  # the next start of the program
    assert [files.load(digest) for digest in office] == LETTERS
    rotation.rotate()
    settings.KEYS = _on_disk()
    assert [files.load(digest) for digest in office] == LETTERS
    assert _kids() == {settings.KEYS.newest} == set(settings.KEYS.live)
    assert settings.KEYS.newest == (3 if steps in (0, len(LETTERS) + 2) else 2) - (steps == 0)


def test_a_file_that_cannot_be_opened_keeps_the_old_key(office: list[str]) -> None:
    path = files.path_of(office[2])
    whole = path.read_bytes()
    path.write_bytes(whole[:20] + bytes([whole[20] ^ 1]) + whole[21:])
    with pytest.raises(Refusal, match="altered"):
        rotation.rotate()
    assert sorted(_on_disk().live) == [1, 2]
    path.write_bytes(whole)
    assert rotation.rotate().resumed
    assert sorted(_on_disk().live) == [2]


def test_what_rooms_keep_sealed_is_sealed_again(office: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    row = {"sealed": settings.KEYS.seal("notes", b"a password")}

    def again(ring: KeyRing) -> int:
        row["sealed"] = ring.seal("notes", ring.open("notes", row["sealed"]))
        return 1

    monkeypatch.setattr(rotation, "_resealing", [again])
    assert office
    assert rotation.rotate().rows == 1
    assert settings.KEYS.open("notes", row["sealed"]) == b"a password"


def test_a_backup_of_before_comes_back_with_the_key_of_now(office: list[str], fresh_world: str, tmp_path: Path) -> None:
    key = Key("hkdf", os.urandom(32))
    backup.backup(fresh_world, tmp_path / "before.backup", key)
    rotation.rotate()
    backup.restore(tmp_path / "before.backup", key, f"{fresh_world}-copy")
    try:
        with current.use(f"{fresh_world}-copy"):
            assert sorted(files.load(row.sha256) for row in StoredFile.objects.all()) == sorted(LETTERS)
            assert len(office) == len(LETTERS)
        assert _kids() == {2}
    finally:
        catalog.drop(f"{fresh_world}-copy")


def test_a_shredded_file_has_lost_its_key_before_its_name(office: list[str], tmp_path: Path) -> None:
    path, copy = files.path_of(office[1]), tmp_path / "kept"
    with path.open("rb") as held:
        files.shred(path)
        assert held.read(68) == bytes(68)
    files.shred(path)
    other = files.path_of(office[2])
    copy.hardlink_to(other)
    files.shred(other)
    assert not other.exists()
    assert copy.read_bytes()[:4] == b"MOF2"
