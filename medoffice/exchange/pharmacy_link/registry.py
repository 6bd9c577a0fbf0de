"""The line to pharmacies that works anywhere, a pair of folders; registered at prescriptions."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISREG

from django.conf import settings

from medoffice.clinic.prescriptions.api import register_pharmacy_line
from medoffice.clinic.prescriptions.types.wire import Incoming, Outgoing
from medoffice.exchange.pharmacy_link.rules import script
from medoffice.kernel import private
from medoffice.kernel.checks import Checked, register_check
from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.worlds import current


class FolderLine:
    """Each message to ``<data>/pharmacy/<world>/out/<number>.xml``; what pharmacies say comes in ``in``.

    Another program, of whoever has a contract with a network, carries the folders: what it took it moves to
    ``carried``. What was fetched moves to ``done``. Links, folders and what is too large are never read, and
    ``medoffice check`` tells of them. Not certified.
    """

    key = "folder"

    def write(self, told: Outgoing) -> bytes:
        """A message as its bytes."""
        return script.write(told)

    def read(self, data: bytes) -> Incoming:
        """What these bytes say. Raises Refusal for what is no message to this office."""
        return script.read(data)

    def send(self, name: str, data: bytes) -> None:
        """Write the file; the same name again is the same message, also when it was carried away."""
        with _line():
            out = self._folder("out")
            if not any((place / name).exists() for place in (out, self._folder("carried"))):
                private.write(out / name, data)

    def waiting(self) -> list[tuple[str, bytes]]:
        """What came and is whole, oldest first."""
        with _line():
            files = sorted(filter(_is_taken, self._folder("in").iterdir()), key=_age)
            return [(path.name, path.read_bytes()) for path in files]

    def left(self) -> int:
        """How many things in the in-folder are not taken."""
        with _line():
            found = [path for path in self._folder("in").iterdir() if not _half(path)]
            return sum(1 for path in found if not _is_taken(path))

    def fetched(self, name: str) -> None:
        """Move it to the done-folder; another of its name there is kept beside it."""
        with _line():
            path, done = self._folder("in") / Path(name).name, self._folder("done")
            if path.exists():
                place, number = done / path.name, 2
                while place.exists():
                    place, number = done / f"{path.stem}-{number}{path.suffix}", number + 1
                path.replace(place)

    def _folder(self, name: str) -> Path:
        return private.folder(Path(settings.DATA_DIR) / "pharmacy" / current.name() / name)


def _half(path: Path) -> bool:
    return path.suffix == ".part" or path.name.startswith(".")


def _age(path: Path) -> tuple[float, str]:
    return path.stat().st_mtime, path.name


def _is_taken(path: Path) -> bool:
    found = path.lstat()
    return not _half(path) and S_ISREG(found.st_mode) and found.st_size <= script.LARGEST


def _folder_check() -> list[Checked]:
    left = FolderLine().left()
    words = f"{left} things in the pharmacies' in-folder are links, folders or too large."
    findings = (Finding("line-left", "pharmacy/in", words, Severity.WARNING),) if left else ()
    return [Checked("pharmacy folder", "what waits in the folder", f"{left} things that are not taken", findings)]


@contextmanager
def _line() -> Iterator[None]:
    """What the disk refuses, said in the office's words."""
    try:
        yield
    except OSError as error:
        words = f"The pharmacies' folder cannot be used: {error.strerror}."
        raise Refusal("line-shut", words, "Nothing is lost; it is tried again.") from error


register_pharmacy_line(FolderLine())
register_check("pharmacy_link", _folder_check)
