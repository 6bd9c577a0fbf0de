"""A folder of this machine into which another program puts files, in each world its own.

What lies in ``in`` is taken once it is whole; what was taken moves to ``done`` or is destroyed, what was not to
``refused``, with words beside it. Nothing is lost: a file is moved only after whoever takes it has committed.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from django.conf import settings

from medoffice.kernel import clock, files, private
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.worlds import current

QUIET_SECONDS: Final = 3.0  # a file that was written to a moment ago may not be whole
_UNFINISHED = (".part", ".tmp", ".crdownload", ".filepart")


class Inbox:
    """``<data>/<root>/<world>/<kind>/in``. Files still being written, links and folders are left where they are."""

    def __init__(self, root: str, kind: str, largest: int, quiet: float = QUIET_SECONDS) -> None:
        """``largest``: of a file that has more bytes only so much is read as shows it; ``quiet``: when it is whole."""
        self._root, self._kind, self._largest, self._quiet = root, kind, largest, quiet
        self._read: dict[Path, tuple[int, int, int]] = {}  # which file was read, until somebody says what became of it

    def waiting(self) -> Iterator[tuple[str, bytes]]:
        """Name and bytes of what lies there whole, oldest first. Raises Refusal where the disk does."""
        with _door():
            found = sorted((path for path in self._folder("in").iterdir() if self._is_whole(path)), key=_age)
        shut: list[OSError] = []
        for path in found:
            try:
                with path.open("rb") as file:
                    mark = _mark(os.fstat(file.fileno()))
                    data = file.read(self._largest + 1)
                if not self._is_whole(path):
                    continue  # it was gone on with meanwhile
            except OSError as error:
                shut.append(error)
                continue
            self._read[path] = mark
            yield path.name, data
        with _door():
            for trouble in shut:
                raise trouble

    def taken(self, name: str) -> None:
        """Move it to ``done``."""
        with _door():
            self._move(name, "done")

    def destroyed(self, name: str) -> None:
        """Destroy it, if it is still what was read: what was made of it is sealed elsewhere."""
        with _door():
            place = self._folder("in") / Path(name).name
            if self._is_the_same(place):
                place.chmod(0o600)
                files.shred(place)

    def refused(self, name: str, words: str) -> None:
        """Move it to ``refused``, the words beside it."""
        with _door():
            place = self._move(name, "refused")
            if place is not None:
                with private.new(place.with_name(f"{place.name}.why.txt")) as note:
                    note.write(words.encode())

    def set_aside(self) -> int:
        """How many files lie in ``refused``."""
        with _door():
            return sum(not path.name.endswith(".why.txt") for path in self._folder("refused").iterdir())

    def left(self) -> int:
        """How many things lie there that are never taken."""
        with _door():
            return sum(not stat.S_ISREG(path.lstat().st_mode) for path in self._folder("in").iterdir())

    def _move(self, name: str, where: str) -> Path | None:
        source = self._folder("in") / Path(name).name
        if not self._is_the_same(source):
            return None
        folder, number = self._folder(where), 0
        place = folder / source.name
        while place.exists():
            number += 1
            place = folder / f"{number}-{source.name}"
        source.replace(place)
        return place

    def _is_whole(self, path: Path) -> bool:
        found = path.lstat()
        if path.name.startswith(".") or path.name.endswith(_UNFINISHED) or not stat.S_ISREG(found.st_mode):
            return False
        return clock.real_now().timestamp() - found.st_mtime >= self._quiet

    def _is_the_same(self, path: Path) -> bool:
        """Whether the file that was read still lies there: not one that was put in its place, or was gone on with."""
        read = self._read.pop(path, None)
        return path.exists() and (read is None or read == _mark(path.stat()))

    def _folder(self, name: str) -> Path:
        """One of the folders; what is made here is closed to the machine's other users, for it may name patients."""
        return private.folder(Path(settings.DATA_DIR) / self._root / current.name() / self._kind / name)


def _mark(found: os.stat_result) -> tuple[int, int, int]:
    return found.st_ino, found.st_size, found.st_mtime_ns


def _age(path: Path) -> tuple[float, str]:
    return path.stat().st_mtime, path.name


@contextmanager
def _door() -> Iterator[None]:
    """What the disk refuses, said in the office's words."""
    try:
        yield
    except OSError as error:
        words = f"A folder by which files come in cannot be used: {error.strerror}."
        raise Refusal("door-shut", words, "Nothing is lost; it is tried again.") from error
