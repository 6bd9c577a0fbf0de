"""The adapter of the fax line that works anywhere, a pair of folders; registered at faxes."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from stat import S_ISREG
from typing import Final
from uuid import UUID

from django.conf import settings

from medoffice.kernel import private
from medoffice.kernel.checks import Checked, register_check
from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.worlds import current
from medoffice.records.faxes.api import register_fax_line
from medoffice.records.faxes.types import Call, Outcome, Told

LARGEST: Final = 16 << 10  # bytes; what a line tells of a call takes a few hundred


class FolderLine:
    """Each call to ``<data>/fax/<world>/out/<fax>-<call>.pdf`` and then ``.json`` (the number); news comes in ``in``.

    A file in ``in`` is one JSON object: ``key`` (the line's own name for it), ``call`` (``<fax>-<call>``),
    ``outcome`` (delivered, busy, no answer, broken off, no fax machine), ``pages`` that arrived, ``answered`` (who
    the other machine says it is), ``at`` (ISO, with zone). What was read moves to ``done``, what was carried the other
    program moves to ``carried``. A file that cannot be read is left, and ``medoffice check`` tells of it.
    """

    key = "folder"

    def send(self, call: Call) -> None:
        """Write the pages, then the number; the same call again is the same files, also when they were carried away."""
        with _line():
            out, name = self._folder("out"), f"{call.fax_id}-{call.attempt}"
            if any((place / f"{name}.json").exists() for place in (out, self._folder("carried"))):
                return
            private.write(out / f"{name}.pdf", call.pages)
            private.write(out / f"{name}.json", json.dumps({"call": name, "number": call.to_number}).encode())

    def waiting(self) -> list[Told]:
        """What came back and can be read, oldest first."""
        with _line():
            files = sorted(filter(_is_taken, self._folder("in").iterdir()), key=_age)
            return [told for path in files if (told := read_told(path.read_bytes())) is not None]

    def left(self) -> int:
        """How many things in the in-folder cannot be read."""
        with _line():
            found = [path for path in self._folder("in").iterdir() if path.suffix != ".part"]
            return sum(1 for path in found if not _is_taken(path) or read_told(path.read_bytes()) is None)

    def fetched(self, key: str) -> None:
        """Move what was told under this name to the done-folder."""
        with _line():
            for path in self._folder("in").iterdir():
                told = read_told(path.read_bytes()) if _is_taken(path) else None
                if told is not None and told.key == key:
                    path.replace(self._folder("done") / path.name)

    def _folder(self, name: str) -> Path:
        return private.folder(Path(settings.DATA_DIR) / "fax" / current.name() / name)


def read_told(data: bytes) -> Told | None:
    """What a file says, or None if it is not one."""
    try:
        said = json.loads(data)
        fax, _, attempt = str(said["call"]).rpartition("-")
        key, answered = str(said["key"]), str(said.get("answered", ""))
        (key + answered).encode()  # half a letter (a lone surrogate) is none
        at, pages = datetime.fromisoformat(said["at"]), int(said.get("pages", 0))
        told = Told(key, UUID(fax), int(attempt), Outcome(said["outcome"]), pages, answered[:60], at)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError):
        return None
    wrong = at.tzinfo is None or not 0 < len(key) <= 120 or not 0 <= pages <= 1000 or "\x00" in key + answered
    return None if wrong else told


def _age(path: Path) -> tuple[float, str]:
    return path.stat().st_mtime, path.name


def _is_taken(path: Path) -> bool:
    found = path.lstat()
    return path.suffix != ".part" and S_ISREG(found.st_mode) and found.st_size <= LARGEST


def _folder_check() -> list[Checked]:
    left = FolderLine().left()
    words = f"{left} files in the fax in-folder cannot be read."
    findings = (Finding("line-left", "fax/in", words, Severity.WARNING),) if left else ()
    return [Checked("fax folder", "what waits in the folder", f"{left} files that cannot be read", findings)]


@contextmanager
def _line() -> Iterator[None]:
    """What the disk refuses, said in the office's words."""
    try:
        yield
    except OSError as error:
        words = f"The fax folder cannot be used: {error.strerror}."
        raise Refusal("line-shut", words, "Nothing is lost; it is tried again.") from error


register_fax_line(FolderLine())
register_check("fax", _folder_check)
