"""The adapter of the gateway for texts and e-mails that works anywhere, a pair of folders; registered at outreach."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from stat import S_ISREG
from typing import Final
from uuid import UUID

from django.conf import settings

from medoffice.front_office.outreach.api import register_gateway
from medoffice.front_office.outreach.types.messages import Letter, TellKind, Told
from medoffice.kernel.checks import Checked, register_check
from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.refusals import Refusal

LARGEST: Final = 64 << 10  # bytes; a text and its envelope take less than two thousand


class FolderGateway:
    """Each message to ``<data>/messaging/out/<id>.json``; what came back is read from ``in`` and moved to ``done``.

    A file in ``in`` is one JSON object: ``key`` (the gateway's own name for it), ``kind`` (delivered, failed, reply),
    ``message`` (the id, or nothing), ``from``, ``text``, ``at`` (ISO, with zone). Writing is by rename. A file that
    cannot be read so is left, and ``medoffice check`` tells of it.
    """

    key = "folder"

    def send(self, letter: Letter) -> None:
        """Write the message; the same id again is the same file, also when it was carried away meanwhile."""
        with _door():
            out, name = self._folder("out"), f"{letter.id}.json"
            if (out / name).exists() or (self._folder("carried") / name).exists():
                return
            partial = out / f"{name}.part"
            with partial.open("w", encoding="utf-8") as file:
                json.dump({**asdict(letter), "id": str(letter.id)}, file)
                file.flush()
                os.fsync(file.fileno())
            partial.replace(out / name)

    def waiting(self) -> list[Told]:
        """What came back and can be read, oldest first."""
        with _door():
            files = [path for path in self._folder("in").iterdir() if _is_taken(path)]
            files.sort(key=lambda path: (path.stat().st_mtime, path.name))
            return [told for path in files if (told := read_told(path.read_bytes())) is not None]

    def left(self) -> int:
        """How many things in the in-folder cannot be read."""
        with _door():
            found = [path for path in self._folder("in").iterdir() if path.suffix != ".part"]
            return sum(1 for path in found if not _is_taken(path) or read_told(path.read_bytes()) is None)

    def fetched(self, key: str) -> None:
        """Move what was told under this name to the done-folder."""
        with _door():
            for path in self._folder("in").iterdir():
                told = read_told(path.read_bytes()) if _is_taken(path) else None
                if told is not None and told.key == key:
                    path.replace(self._folder("done") / path.name)

    def _folder(self, name: str) -> Path:
        """One of the folders; what is made here is closed to the machine's other users, for messages name patients."""
        door = Path(settings.DATA_DIR) / "messaging"
        door.mkdir(mode=0o700, parents=True, exist_ok=True)
        (door / name).mkdir(mode=0o700, exist_ok=True)
        return door / name


def read_told(data: bytes) -> Told | None:
    """What a file says, or None if it is not one."""
    try:
        said = json.loads(data)
        at = datetime.fromisoformat(said["at"])
        about = UUID(said["message"]) if said.get("message") else None
        key, sender, text = (str(said.get(name, "")) for name in ("key", "from", "text"))
        kind = TellKind(said["kind"])
        (key + sender + text).encode()  # half a letter (a lone surrogate) is none
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    wrong = at.tzinfo is None or not 0 < len(key) <= 120 or "\x00" in key + sender + text
    return None if wrong else Told(key, kind, about, sender, text, at)


def _is_taken(path: Path) -> bool:
    found = path.lstat()
    return path.suffix != ".part" and S_ISREG(found.st_mode) and found.st_size <= LARGEST


def _folder_check() -> list[Checked]:
    left = FolderGateway().left()
    words = f"{left} files in the messaging in-folder cannot be read."
    findings = (Finding("door-left", "messaging/in", words, Severity.WARNING),) if left else ()
    return [Checked("messaging folder", "what waits in the folder", f"{left} files that cannot be read", findings)]


@contextmanager
def _door() -> Iterator[None]:
    """What the disk refuses, said in the office's words."""
    try:
        yield
    except OSError as error:
        words = f"The messaging folder cannot be used: {error.strerror}."
        raise Refusal("door-shut", words, "Nothing is lost; it is tried again.") from error


register_gateway(FolderGateway())
register_check("messaging", _folder_check)
