"""The ICD-10-CM file as a searchable SQLite database, made once from the shipped text in a folder of this user.

The shipped file, or the one with later years that an office brought in, is small text; the database with its full-text
index is made at first use, under a name that carries the hash of what it is made from, and put in place in one step, so
many processes may start at once. It is opened read-only; threads have a connection each.
"""

import contextlib
import hashlib
import os
import sqlite3
import tempfile
import threading
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from medoffice.standards.terminology import expand

_FORM = "19"  # of the tables that ``expand`` makes; a change makes a new file
_local = threading.local()


def connection() -> sqlite3.Connection:
    """This thread's read-only connection."""
    link: sqlite3.Connection | None = getattr(_local, "link", None)
    if link is None:
        link = sqlite3.connect(f"{database().as_uri()}?mode=ro&immutable=1", uri=True)
        link.row_factory = sqlite3.Row
        _local.link = link
    return link


@cache
def database() -> Path:
    """The expanded file, made if it is not there. Raises OSError if no folder can be written."""
    parts = [source.read_bytes() for source in (codes(), expand.LEXICON, expand.TERMS)]
    name = f"icd10cm-{hashlib.sha256(b''.join(parts)).hexdigest()[:16]}-{_FORM}.sqlite"
    for folder in _folders():
        path = folder / name
        with contextlib.suppress(OSError, sqlite3.OperationalError):
            if not path.exists():
                folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                _make(path)
            return path
    raise OSError("there is no folder to unpack the code tables in; set MEDOFFICE_CACHE")


def codes() -> Path:
    """The text of the code tables: the file that ``MEDOFFICE_CODES`` names, where it is there, else the shipped one."""
    own = os.environ.get("MEDOFFICE_CODES")
    return Path(own) if own and Path(own).is_file() else expand.SHIPPED


def _folders() -> Iterable[Path]:
    """The folder set by the office, else the platform's cache folder of this user, else a temporary one."""
    if os.environ.get("MEDOFFICE_CACHE"):
        yield Path(os.environ["MEDOFFICE_CACHE"]).absolute()
    else:
        with contextlib.suppress(RuntimeError):  # a user without a home
            yield Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache").absolute() / "medoffice"
    temporary = Path(tempfile.gettempdir()).absolute() / f"medoffice-cache-{os.geteuid()}"
    temporary.mkdir(mode=0o700, exist_ok=True)
    if temporary.stat().st_uid == os.geteuid():  # somebody else may have put a folder of that name there
        yield temporary


def _make(path: Path) -> None:
    """Make the database beside its final name and put it in place in one step; leave nothing half made."""
    descriptor, partial = tempfile.mkstemp(dir=path.parent, suffix=".partial")
    os.close(descriptor)
    try:
        with contextlib.closing(sqlite3.connect(partial)) as link:
            expand.fill(link, codes())
            link.commit()
        with Path(partial).open("rb") as made:
            os.fsync(made.fileno())  # before the name is there: a file cut short by a power failure would stay for ever
        Path(partial).replace(path)
    finally:
        Path(partial).unlink(missing_ok=True)
