"""The adapters that work anywhere, by a pair of folders; registered at the doors that claims and coverage keep."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISREG
from typing import Final

from django.conf import settings

from medoffice.kernel.checks import Checked, register_check
from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.refusals import Refusal
from medoffice.records.coverage.api import register_eligibility_door
from medoffice.revenue.claims.api import register_clearinghouse
from medoffice.revenue.claims.types import WireFile

LARGEST: Final = 128 << 20  # bytes; five thousand claims take some ten megabytes


class FolderDoor:
    """Files to ``<data>/clearinghouse/out``, files from ``<data>/clearinghouse/in``; what is fetched moves to ``done``.

    Another program (an SFTP client) carries the folders. Writing is by rename, so nobody sees half a file. A folder
    that cannot be reached is a door that is shut: a Refusal, and everything is tried again. Who runs that program as
    another user opens the folders to it; an existing folder keeps its rights.
    """

    key = "folder"

    def send(self, name: str, data: bytes) -> None:
        """Write the file; the same name with the same bytes is the same file."""
        with _door():
            path = self._folder("out") / name
            if path.exists() and path.read_bytes() == data:
                return
            partial = path.with_name(f"{path.name}.part")
            with partial.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            partial.replace(path)

    def waiting(self) -> list[WireFile]:
        """Files in the in-folder, oldest first; those still being written (.part) are left, and what is no plain file.

        A link could lead anywhere on the machine, and a file larger than ``LARGEST`` is no answer of a payer: neither
        is read, and ``medoffice check`` tells of it.
        """
        with _door():
            files = [path for path in self._folder("in").iterdir() if path.suffix != ".part" and _is_taken(path)]
            files.sort(key=lambda path: (path.stat().st_mtime, path.name))
            return [WireFile(path.name, path.read_bytes()) for path in files]

    def left(self) -> int:
        """How many things in the in-folder are not taken."""
        with _door():
            return sum(1 for path in self._folder("in").iterdir() if path.suffix != ".part" and not _is_taken(path))

    def fetched(self, name: str) -> None:
        """Move a stored file to the done-folder; another of its name there is kept beside it."""
        with _door():
            path, done = self._folder("in") / Path(name).name, self._folder("done")
            if path.exists():
                path.replace(next(place for place in _places(done, path) if not place.exists()))

    def _folder(self, name: str) -> Path:
        """One of the folders; what is made here is closed to the machine's other users, for claims name patients."""
        door = Path(settings.DATA_DIR) / "clearinghouse"
        door.mkdir(mode=0o700, parents=True, exist_ok=True)
        (door / name).mkdir(mode=0o700, exist_ok=True)
        return door / name


class FolderEligibility:
    """Eligibility questions by the same folders: the answers come with the other files."""

    key = "folder"

    def ask(self, name: str, data: bytes) -> bytes | None:
        """Write the questions; nothing comes back at once."""
        FolderDoor().send(name, data)
        return None


def _is_taken(path: Path) -> bool:
    found = path.lstat()
    return S_ISREG(found.st_mode) and found.st_size <= LARGEST


def _folder_check() -> list[Checked]:
    left = FolderDoor().left()
    words = f"{left} in the clearinghouse's in-folder are links, folders or larger than {LARGEST >> 20} MB."
    findings = (Finding("door-left", "clearinghouse/in", words, Severity.WARNING),) if left else ()
    return [Checked("clearinghouse folder", "what waits in the folder", f"{left} things that are not taken", findings)]


def _places(folder: Path, path: Path) -> Iterator[Path]:
    """Names for a file that is done: its own, then numbered ones."""
    yield folder / path.name
    number = 2
    while True:
        yield folder / f"{path.stem}-{number}{path.suffix}"
        number += 1


@contextmanager
def _door() -> Iterator[None]:
    """What the disk refuses, said in the office's words."""
    try:
        yield
    except OSError as error:
        words = f"The clearinghouse's folder cannot be used: {error.strerror}."
        raise Refusal("door-shut", words, "Nothing is lost; it is tried again.") from error


register_clearinghouse(FolderDoor())
register_eligibility_door(FolderEligibility())
register_check("clearinghouse", _folder_check)
