"""A folder of this machine into which another program puts files, in each world its own.

What lies in ``in`` is taken once it is whole; what was taken moves to ``done`` or is destroyed, what was not to
``refused``, with words beside it. Nothing is lost: a file is moved only after whoever takes it has committed.
"""

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

    def __init__(self, root: str, kind: str, largest: int) -> None:
        """``largest``: of a file that has more bytes only so much is read as shows it."""
        self._root, self._kind, self._largest = root, kind, largest

    def waiting(self) -> Iterator[tuple[str, bytes]]:
        """Name and bytes of what lies there whole, oldest first. Raises Refusal where the disk does."""
        with _door():
            found = sorted((path for path in self._folder("in").iterdir() if _is_whole(path)), key=_age)
        for path in found:
            with _door(), path.open("rb") as file:
                data = file.read(self._largest + 1)
            yield path.name, data

    def taken(self, name: str) -> None:
        """Move it to ``done``."""
        with _door():
            self._move(name, "done")

    def destroyed(self, name: str) -> None:
        """Destroy it: what was made of it is sealed elsewhere."""
        with _door():
            files.shred(self._folder("in") / Path(name).name)

    def refused(self, name: str, words: str) -> None:
        """Move it to ``refused``, the words beside it."""
        with _door():
            place = self._move(name, "refused")
            if place is not None:
                with private.new(place.with_name(f"{place.name}.why.txt")) as note:
                    note.write(words.encode())

    def left(self) -> int:
        """How many things lie there that are never taken."""
        with _door():
            return sum(not stat.S_ISREG(path.lstat().st_mode) for path in self._folder("in").iterdir())

    def _move(self, name: str, where: str) -> Path | None:
        source = self._folder("in") / Path(name).name
        if not source.exists():
            return None
        folder, number = self._folder(where), 0
        place = folder / source.name
        while place.exists():
            number += 1
            place = folder / f"{number}-{source.name}"
        source.replace(place)
        return place

    def _folder(self, name: str) -> Path:
        """One of the folders; what is made here is closed to the machine's other users, for it may name patients."""
        return private.folder(Path(settings.DATA_DIR) / self._root / current.name() / self._kind / name)


def _is_whole(path: Path) -> bool:
    found = path.lstat()
    if path.name.startswith(".") or path.name.endswith(_UNFINISHED) or not stat.S_ISREG(found.st_mode):
        return False
    return clock.real_now().timestamp() - found.st_mtime >= QUIET_SECONDS


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
