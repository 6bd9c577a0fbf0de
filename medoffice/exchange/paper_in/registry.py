"""The folders by which papers come in, registered at documents: ``<data>/papers/<world>/<scan, fax or e-mail>/in``."""

import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from django.conf import settings

from medoffice.kernel import clock, private
from medoffice.kernel.checks import Checked, register_check
from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.papers import LARGEST
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.worlds import current
from medoffice.records.documents.api import register_intake
from medoffice.records.documents.types.papers import Arrived, Door

QUIET_SECONDS: Final = 3.0  # a file that was written to a moment ago may not be whole
_UNFINISHED = (".part", ".tmp", ".crdownload", ".filepart")
_NUMBER = re.compile(r"(?<!\d)1?[-_.]?(\d{3})[-_.]?(\d{3})[-_.]?(\d{4})(?!\d)")


class FolderDoor:
    """A folder in which each file is a paper. Files still being written, links and folders are left where they are."""

    def __init__(self, kind: Door) -> None:
        """The folder of a kind of door, in each world its own."""
        self.kind = kind

    def waiting(self) -> Iterator[Arrived]:
        """What lies there whole, oldest first; of what is too large only so much is read as shows it."""
        with _door():
            files = sorted((path for path in self._folder("in").iterdir() if _is_whole(path)), key=_age)
        for path in files:
            with _door(), path.open("rb") as file:
                data = file.read(LARGEST + 1)
            yield Arrived(path.name, path.name, data, self._sender(path.name))

    def taken(self, key: str) -> None:
        """Move it to ``done``."""
        with _door():
            self._move(key, "done")

    def refused(self, key: str, words: str) -> None:
        """Move it to ``refused``, the words beside it."""
        with _door():
            place = self._move(key, "refused")
            if place is not None:
                with private.new(place.with_name(f"{place.name}.why.txt")) as note:
                    note.write(words.encode())

    def left(self) -> int:
        """How many things lie there that are never taken."""
        with _door():
            return sum(not stat.S_ISREG(path.lstat().st_mode) for path in self._folder("in").iterdir())

    def _move(self, key: str, where: str) -> Path | None:
        source = self._folder("in") / Path(key).name
        if not source.exists():
            return None
        folder, number = self._folder(where), 0
        place = folder / source.name
        while place.exists():
            number += 1
            place = folder / f"{number}-{source.name}"
        source.replace(place)
        return place

    def _sender(self, name: str) -> str:
        """The number in the name of a fax, as fax servers write it there."""
        found = _NUMBER.search(name) if self.kind is Door.FAX else None
        return "({}) {}-{}".format(*found.groups()) if found else ""

    def _folder(self, name: str) -> Path:
        """One of the folders; what is made here is closed to the machine's other users, for papers name patients."""
        return private.folder(Path(settings.DATA_DIR) / "papers" / current.name() / self.kind.value / name)


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
        words = f"A folder for papers cannot be used: {error.strerror}."
        raise Refusal("door-shut", words, "Nothing is lost; it is tried again.") from error


DOORS = tuple(FolderDoor(kind) for kind in (Door.SCAN, Door.FAX, Door.MAIL))


def _check() -> list[Checked]:
    left = sum(door.left() for door in DOORS)
    words = f"{left} things in the folders for papers are no files and are never taken."
    findings = (Finding("door-left", "papers", words, Severity.WARNING),) if left else ()
    return [Checked("folders for papers", "what lies in the folders is taken", f"{left} left", findings)]


for _one in DOORS:
    register_intake(_one)
register_check("paper-in", _check)
