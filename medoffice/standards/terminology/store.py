"""The ICD-10-CM file as a searchable SQLite database, made once from the shipped text in a folder of this user.

The shipped file is small text; the database with its full-text index is made at first use, under a name that carries
the hash of the text, and put in place in one step, so many processes may start at once. Threads have a connection each.
"""

import contextlib
import hashlib
import lzma
import os
import sqlite3
import tempfile
import threading
from collections.abc import Iterable
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).resolve().parent / "data" / "icd10cm.tsv.xz"
_FORM = "4"  # of the tables below; a change makes a new file
_TABLE_END = 20270331  # the last day the sources speak of: codes valid then have no known end
_local = threading.local()


def connection() -> sqlite3.Connection:
    """This thread's read-only connection."""
    link: sqlite3.Connection | None = getattr(_local, "link", None)
    if link is None:
        link = sqlite3.connect(f"file:{_database()}?mode=ro&immutable=1", uri=True)
        link.row_factory = sqlite3.Row
        _local.link = link
    return link


@cache
def _database() -> Path:
    packed = SOURCE.read_bytes()
    name = f"icd10cm-{hashlib.sha256(packed).hexdigest()[:16]}-{_FORM}.sqlite"
    for folder in _folders():
        path = folder / name
        if path.exists():
            return path
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            _make(packed, path)
            return path
    raise OSError("there is no folder to unpack the code tables in; set MEDOFFICE_CACHE")


def _folders() -> Iterable[Path]:
    if os.environ.get("MEDOFFICE_CACHE"):
        yield Path(os.environ["MEDOFFICE_CACHE"])
    yield Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "medoffice"
    yield Path(tempfile.gettempdir()) / f"medoffice-cache-{os.geteuid()}"


def _make(packed: bytes, path: Path) -> None:
    """Make the database beside its final name and put it in place in one step."""
    descriptor, partial = tempfile.mkstemp(dir=path.parent, suffix=".partial")
    os.close(descriptor)
    link = sqlite3.connect(partial)
    link.executescript(
        "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
        "CREATE TABLE edition (words TEXT);"
        "CREATE TABLE code (code TEXT PRIMARY KEY, billable INTEGER, start INTEGER, stop INTEGER, title TEXT,"
        " old TEXT, old_title TEXT) WITHOUT ROWID;"
        "CREATE TABLE note (code TEXT, kind TEXT, words TEXT);"
        "CREATE VIRTUAL TABLE found USING fts5(code UNINDEXED, title, terms, above, tokenize='porter unicode61');"
    )
    codes, notes = _read(link, lzma.decompress(packed).decode())
    _fill(link, codes, notes)
    link.execute("CREATE INDEX note_code ON note (code)")
    link.commit()
    link.close()
    Path(partial).replace(path)


def _read(link: sqlite3.Connection, text: str) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    codes: dict[str, list[str]] = {}
    terms: dict[str, list[str]] = {}
    for line in text.split("\n"):
        kind, *rest = line.split("\t")
        if kind == "E":
            link.execute("INSERT INTO edition VALUES (?)", rest)
        elif kind == "C":
            codes[rest[0]] = rest[1:]
        else:
            link.execute("INSERT INTO note VALUES (?, ?, ?)", rest)
            if rest[1] == "term":
                terms.setdefault(rest[0], []).append(rest[2])
    return codes, terms


def _fill(link: sqlite3.Connection, codes: dict[str, list[str]], terms: dict[str, list[str]]) -> None:
    for code, (billable, start, stop, title) in codes.items():
        old = "" if title else _predecessor(code, codes)
        old_title = codes[old][3] if old else ""
        end = 0 if int(stop) >= _TABLE_END else int(stop)
        link.execute(
            "INSERT INTO code VALUES (?, ?, ?, ?, ?, ?, ?)",
            (code, int(billable), int(start), end, title, old, old_title),
        )
        if billable == "1":
            above = [code[:size] for size in range(3, len(code)) if code[:size] in codes]
            words = " ; ".join(term for place in [code, old, *above[-2:]] if place for term in terms.get(place, []))
            higher = " ; ".join(codes[place][3] for place in above[-2:])
            link.execute("INSERT INTO found VALUES (?, ?, ?, ?)", (code, title or old_title, words, higher))


def _predecessor(code: str, codes: dict[str, list[str]]) -> str:
    """The code this one was cut from: the longest shorter code that has a title."""
    for size in range(len(code) - 1, 2, -1):
        if codes.get(code[:size], ["", "", "", ""])[3]:
            return code[:size]
    return ""
