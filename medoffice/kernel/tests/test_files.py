"""Stored files: a row has its file, and what an act that was cut off has left is swept away, never what is stored."""

import os
import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest
from django.db import connections, transaction
from pytest_django.plugin import DjangoDbBlocker

from medoffice.kernel import clock, files
from medoffice.kernel.models import StoredFile
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.sealed import SealedReader
from medoffice.kernel.worlds import current

DAYS = timedelta(days=2)


@pytest.fixture(name="world")
def _world(fresh_world: str, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    with django_db_blocker.unblock():
        yield fresh_world


def left(data: bytes) -> Path:
    """The file of an act that stored these bytes and was cut off, two days ago."""
    with transaction.atomic():
        path = files.path_of(files.store(data, "text/plain"))
        transaction.set_rollback(True)
    return aged(path)


def aged(path: Path) -> Path:
    then = (clock.real_now() - DAYS).timestamp()
    os.utime(path, (then, then))
    return path


@pytest.mark.usefixtures("world")
def test_what_was_cut_off_is_swept_and_what_is_stored_or_new_stays() -> None:
    lost, half = left(b"lost"), left(b"half")
    half = half.rename(half.with_name(f".{half.name}.1234"))
    kept, young = files.store(b"kept", "text/plain"), left(b"young")
    aged(files.path_of(kept))
    os.utime(young)
    assert files.sweep() == 2
    assert (lost.exists(), half.exists(), young.exists()) == (False, False, True)
    assert files.load(kept) == b"kept"
    assert list(StoredFile.objects.values_list("sha256", flat=True)) == [kept]


@pytest.mark.usefixtures("world")
def test_a_file_that_cannot_be_written_leaves_no_row(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(files, "_seal", full)
    with pytest.raises(OSError, match="space"):
        files.store(b"a", "text/plain")
    assert not StoredFile.objects.exists()


def test_who_stores_what_is_being_swept_waits_and_stores_it_anew(world: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path, shredding, go = left(b"same"), Event(), Event()
    shred = files.shred

    def slowly(path: Path) -> None:
        shredding.set()
        go.wait(60)
        shred(path)

    monkeypatch.setattr(files, "shred", slowly)

    def of_world(act: object) -> object:
        with current.use(world):
            try:
                return act()  # type: ignore[operator] # one of the two below
            finally:
                connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        sweeping = pool.submit(of_world, files.sweep)
        assert shredding.wait(60)
        storing = pool.submit(of_world, lambda: files.store(b"same", "text/plain"))
        go.set()
        assert (sweeping.result(60), storing.result(60)) == (1, path.name)
    assert files.load(path.name) == b"same"


@pytest.mark.usefixtures("world")
def test_a_file_of_a_row_that_was_taken_from_the_disk_is_missed() -> None:
    digest = files.store(b"kept", "text/plain")
    files.path_of(digest).unlink()
    with pytest.raises(Refusal, match="not in the store"):
        files.load(digest)


@pytest.mark.usefixtures("world")
def test_what_is_stored_is_read_anywhere_a_chunk_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    data = random.Random(7).randbytes((3 << 20) + 5)
    kept, opened = files.store(data, "audio/wav"), list[int]()
    take = SealedReader._take

    def counted(reader: SealedReader) -> None:
        opened.append(1)
        take(reader)

    monkeypatch.setattr(SealedReader, "_take", counted)
    with files.reading(kept) as file:
        assert file.seek(0, os.SEEK_END) == len(data)
        assert file.read(1) == b""
        file.seek(-5, os.SEEK_END)
        assert file.read() == data[-5:]
        file.seek(0)
        assert file.read(300_000) + file.read(300_000) == data[:600_000]
        assert len(opened) == 3  # the last chunk twice, and the first
        file.seek((1 << 20) - 2)
        assert file.read(4) == data[(1 << 20) - 2 : (1 << 20) + 2]
    files.path_of(kept).write_bytes(files.path_of(kept).read_bytes()[:-1] + b"!")
    with files.reading(kept) as file:
        assert file.read(10) == data[:10]
        with pytest.raises(Refusal, match="altered on disk"):
            file.seek(-1, os.SEEK_END)
    for gone in ("0" * 64, kept):
        files.path_of(kept).unlink(missing_ok=True)
        with pytest.raises(Refusal, match="not in the store"), files.reading(gone):
            pass
