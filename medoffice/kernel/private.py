"""Files and folders that nobody but the office's own user may open, written whole or not at all."""

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

OTHERS = stat.S_IRWXG | stat.S_IRWXO


def folder(path: Path) -> Path:
    """The folder, made with its parents if it is not there, closed to others (0700) as far as it was made here."""
    missing = []
    while not path.exists():
        missing.append(path)
        path = path.parent
    for made in reversed(missing):
        made.mkdir(mode=0o700, exist_ok=True)
        sync(made.parent)
        path = made
    return path


@contextmanager
def new(path: Path) -> Iterator[BinaryIO]:
    """A file to write (0600); it is on disk under its name when the block ends well, else nothing is left of it."""
    partial = folder(path.parent) / f".{path.name}.{secrets.token_hex(4)}"
    try:
        with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    sync(path.parent)


def write(path: Path, data: bytes) -> None:
    """Put these bytes there in one step."""
    with new(path) as file:
        file.write(data)


def sync(place: Path) -> None:
    """Have a folder's list of names on disk."""
    descriptor = os.open(place, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def open_to_others(data: Path) -> list[Path]:
    """What others of this machine could open: files and folders in the data folder, but not the server's own cluster.

    The data folder itself may be entered (the server's user must), never listed or written to.
    """
    found = [data] if data.stat().st_mode & OTHERS & ~(stat.S_IXGRP | stat.S_IXOTH) else []
    for place in sorted(data.iterdir()):
        if place.name == "pg" or place.name.startswith("pgbin-"):
            continue  # the server refuses a cluster that is open; its programs are no secret
        closed = not place.lstat().st_mode & OTHERS
        if not closed:
            found.append(place)
        if place.is_dir() and not closed and not place.is_symlink():
            found += [path for path in sorted(place.rglob("*")) if path.lstat().st_mode & OTHERS]
    return found


def close_to_others(data: Path) -> None:
    """Take from others what an earlier release let them open."""
    for path in open_to_others(data):
        if not path.is_symlink():
            may_enter = (stat.S_IXGRP | stat.S_IXOTH) if path == data else 0
            path.chmod(path.stat().st_mode & ~OTHERS | path.stat().st_mode & may_enter)
