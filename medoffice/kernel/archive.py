"""What a backup holds, in order: a manifest, the office's master secret, the dump of a world, its stored files.

Entries are streamed, so nothing is ever written in the clear. The master secret goes along because the files, the
audit chain and every signature need it: whoever has the backup and its key has the office. No Django and no database
here: an empty data folder gets its secret before settings are read.
"""

import json
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from medoffice.kernel.refusals import Refusal
from medoffice.kernel.sealed import Key, SealedReader, SealedWriter, altered
from medoffice.kernel.secrets import KeyRing, read_ring

MANIFEST, SECRET, DUMP = "manifest.json", "secret.key", "world.dump"
FILE = re.compile(r"files/([0-9a-f]{2})/(\1[0-9a-f]{62})")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself: the world, when (UTC, ISO), by what, and the SHA-256 of every table's rows."""

    world: str
    kind: str
    made_at: str
    program: str
    migrations: tuple[str, ...]
    row_hashes: dict[str, str]
    files_missing: tuple[str, ...] = ()

    def to_bytes(self) -> bytes:
        """As the archive keeps it."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> "Manifest":
        """Read it back. Raises Refusal."""
        try:
            told = json.loads(data)
            told |= {name: tuple(told[name]) for name in ("migrations", "files_missing")}
            return cls(**told)
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            raise altered() from error


def put(out: SealedWriter, name: str, pieces: Iterable[bytes]) -> None:
    """Add an entry."""
    out.write(b"N" + len(name).to_bytes(4, "big") + name.encode())
    for piece in pieces:
        out.write(b"D" + len(piece).to_bytes(4, "big") + piece)
    out.write(b".")


def put_end(out: SealedWriter) -> None:
    """Say that nothing follows."""
    out.write(b"E")


class Entry:
    """One entry being read: its name, and its bytes once, in pieces."""

    def __init__(self, name: str, source: SealedReader) -> None:
        """An entry at its first byte."""
        self.name, self._source, self._done = name, source, False

    def pieces(self) -> Iterator[bytes]:
        """The bytes."""
        while not self._done:
            mark = self._source.read(1)
            if mark == b".":
                self._done = True
            elif mark == b"D":
                yield self._source.read(int.from_bytes(self._source.read(4), "big"))
            else:
                raise altered()

    def all(self) -> bytes:
        """The bytes of a small entry."""
        return b"".join(self.pieces())


@contextmanager
def opened(path: Path, key: Key) -> Iterator[tuple[Manifest, bytes, Iterator[Entry]]]:
    """Open a backup: its manifest, the master secret, and the entries that follow. Raises Refusal."""
    try:
        file = path.open("rb")
    except OSError as error:
        raise Refusal("no-backup", f"{path} cannot be read.", "Name a backup file.") from error
    with file:
        entries = _entries(SealedReader(file, key))
        manifest = Manifest.from_bytes(_wanted(entries, MANIFEST).all())
        yield manifest, _wanted(entries, SECRET).all(), entries


def adopt_secret(path: Path, key: Key, data_dir: Path, *, may_replace: bool = False) -> Manifest:
    """Give a data folder the backup's master secret; to be called before settings are imported.

    A folder that has the same secret, or has rotated it since, is left as it is. Raises Refusal if it has another: then
    it is another office's, unless ``may_replace`` says that nothing was ever kept under it (a command made it in
    passing).
    """
    with opened(path, key) as (manifest, secret, _):
        target = data_dir / SECRET
        data_dir.mkdir(mode=0o711, parents=True, exist_ok=True)
        if may_replace:
            target.unlink(missing_ok=True)
        try:
            descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            refuse_other_office(read_ring(secret), read_ring(target.read_bytes()), data_dir)
            return manifest
        with os.fdopen(descriptor, "wb") as file:
            file.write(secret)
            file.flush()
            os.fsync(file.fileno())
        return manifest


def refuse_other_office(given: KeyRing, here: KeyRing, data_dir: Path) -> None:
    """Raises Refusal if the backup's keys are not this office's, of now or of before."""
    if not here.knows(given):
        words = f"This backup is of another office than the one in {data_dir}."
        raise Refusal("other-office", words, "Restore it into an empty data folder (set MEDOFFICE_DATA).")


def _wanted(entries: Iterator[Entry], name: str) -> Entry:
    """The next entry, which must have this name."""
    entry = next(entries, None)
    if entry is None or entry.name != name:
        raise altered()
    return entry


def _entries(source: SealedReader) -> Iterator[Entry]:
    """Each entry in turn; what the caller left unread of one is skipped."""
    while (mark := source.read(1)) == b"N":
        entry = Entry(_name(source.read(int.from_bytes(source.read(4), "big"))), source)
        yield entry
        for _ in entry.pieces():
            pass
    if mark != b"E" or source.read(1):
        raise altered()


def _name(told: bytes) -> str:
    try:
        return told.decode()
    except UnicodeDecodeError as error:
        raise altered() from error
