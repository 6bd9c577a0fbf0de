"""Papers that came from outside, opened by another process (``paper_reader.py``): it may break, the office does not.

What a paper is, is told by its bytes (``kind_of``), never by its name. ``look`` says whether it can be taken at all,
``read_pages`` reads its words and barcodes, ``picture`` draws a page. The program itself opens nothing of a paper.
"""

import logging
import re
import subprocess
import sys
import tempfile
from base64 import b64decode
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from threading import BoundedSemaphore
from typing import Final

from pydantic import TypeAdapter, ValidationError

log = logging.getLogger(__name__)
PROGRAM = Path(__file__).with_name("paper_reader.py")
Box = tuple[int, int, int, int]  # left, top, right, bottom, in thousandths of a page
LARGEST: Final = 24 << 20  # bytes of one paper
SECONDS = {"look": 20, "read": 120, "picture": 40}  # on the wall; what ends it is its own limit, of the processor
TURN_SECONDS, MOST_OUTPUT, ENDED_BY_TIME = 30, 2 * LARGEST, {-24, -27, -9}
NOT_INSTALLED = 3  # as paper_reader.py says it
_turns = BoundedSemaphore(2)  # so many at a time, and a processor is left for the office

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ARCHIVES = (b"PK", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!", b"\x28\xb5\x2f\xfd")
_MAGIC = {b"%PDF-": "pdf", b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg", b"II*\x00": "tiff", b"MM\x00*": "tiff"}
_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]?[^\r\n]{0,2000}\r?\n")
_OF_MAIL = re.compile(rb"^(From|Date|Received|Message-ID|MIME-Version|Return-Path):", re.IGNORECASE | re.MULTILINE)
_MARKUP = re.compile(rb"\s*<(!doctype|html|svg|script|\?php|head|body)", re.IGNORECASE)
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\x00asm")
_TEST_VIRUS = b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE"
_OTHER = re.compile(rb"PK\x03\x04|<script|<\?php|<html|%PDF-", re.IGNORECASE)
MEDIA = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "tiff": "image/tiff",
    "text": "text/plain",
    "clinical": "application/xml",
    "mail": "message/rfc822",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@dataclass(frozen=True, slots=True)
class Attached:
    """What came with an e-mail."""

    name: str
    data: str

    @property
    def content(self) -> bytes:
        """Its bytes as they came."""
        return b64decode(self.data)


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look into a paper told: its pages, or the ``trouble`` for which it is not taken (a key of TROUBLES)."""

    pages: int = 0
    trouble: str = ""
    sender: str = ""
    subject: str = ""
    text: str = ""
    attached: list[Attached] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ReadPage:
    """The words and barcodes of a page; ``read`` is false where there are no words to read but by recognising them."""

    text: str
    codes: list[str]
    read: bool


# What is said of a paper that is not taken, and what to do instead.
TROUBLES: dict[str, tuple[str, str]] = {
    "empty": ("The file is empty.", "Scan it again or ask the sender for it."),
    "too-large": (
        f"The file is larger than {LARGEST >> 20} MB.",
        "Scan it in parts, or at 200 dpi in black and white.",
    ),
    "unknown": (
        "This is no kind of file that is kept here.",
        "Send a PDF, an image (PNG, JPEG, TIFF), a text or a DOCX.",
    ),
    "program": ("This is a program, no paper.", "Do not open it. Ask the sender what it was meant to be."),
    "markup": ("This is a web page or drawing with code in it.", "Print it to PDF and send that."),
    "two-in-one": ("The file is one kind and holds another behind it.", "Print it to PDF and send that."),
    "archive": ("This is an archive of files.", "Unpack it and send each paper by itself."),
    "old-office": ("This is an old word processor's file, which can hold programs.", "Save it as PDF and send that."),
    "broken": ("The file is damaged: it cannot be opened.", "Ask the sender for it again, or scan the paper."),
    "locked": ("The file is locked with a password.", "Ask the sender for it without one."),
    "acts": ("The file holds a script or a program.", "Print it to PDF and send that."),
    "holds-files": ("The file has other files inside.", "Save each by itself and send it."),
    "moves": ("The picture moves.", "Send a still picture."),
    "pages": ("The file has more than 500 pages.", "Send it in parts."),
    "huge": ("A page is far larger than paper is.", "Scan it again at 200 to 300 dpi."),
    "bomb": ("Unpacked, the file is far larger than any paper.", "Ask the sender what it was meant to be."),
    "deep": ("The file is nested deeper than any paper.", "Ask the sender for a PDF."),
    "doctype": ("The XML brings rules of its own (a document type).", "Ask the sender for a C-CDA without one."),
    "not-clinical": ("The XML is no clinical document (C-CDA).", "Ask the sender for a C-CDA, or a PDF."),
    "wanders": ("The file names places outside of itself.", "Ask the sender what it was meant to be."),
    "slow": ("The file takes too long to open.", "Print it to PDF, or scan the paper, and send that."),
}
_LOOKED: TypeAdapter[Looked] = TypeAdapter(Looked)
_PAGES: TypeAdapter[list[ReadPage]] = TypeAdapter(list[ReadPage])


class Busy(Exception):  # noqa: N818 - nothing is wrong; it is tried again
    """Other papers are being opened, or the machine is too busy."""


def kind_of(data: bytes) -> str:
    """What these bytes are (a key of MEDIA), or why they are not taken (a key of TROUBLES). Nothing is opened."""
    if not 0 < len(data) <= LARGEST:
        return "too-large" if data else "empty"
    if data.startswith(_PROGRAMS) or _TEST_VIRUS in data[:128]:
        return "program"
    known = next((kind for magic, kind in _MAGIC.items() if data.startswith(magic)), "")
    if known:
        return "two-in-one" if _holds_another(data, known) else known
    if data.startswith(_ARCHIVES):
        docx = data.startswith(_ZIP) and b"word/document.xml" in data and b"[Content_Types].xml" in data
        return "docx" if docx else "archive"
    return "old-office" if data.startswith(_OLE) else _kind_of_words(data)


def _kind_of_words(data: bytes) -> str:
    plain = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if plain.startswith((b"<?xml", b"<ClinicalDocument")) or data.startswith((b"\xff\xfe<\x00", b"\xfe\xff\x00<")):
        return "markup" if b"<svg" in plain[:2000].lower() or b"<html" in plain[:2000].lower() else "clinical"
    if _MARKUP.match(plain):
        return "markup"
    if b"\x00" in data or sum(byte < 9 or 13 < byte < 32 for byte in data[:4096]) > 8:
        return "unknown"
    if _HEADER.match(data) and len(_OF_MAIL.findall(data[:8192])) >= 2:
        return "mail"
    if plain.startswith(b"<"):
        return "markup"
    return "program" if _TEST_VIRUS in data else "text"


def _holds_another(data: bytes, kind: str) -> bool:
    """Whether another file stands where this one has ended, or a picture's comment is code."""
    ends = {"pdf": b"%%EOF", "png": b"IEND\xaeB`\x82", "jpeg": b"\xff\xd9"}
    end = data.rfind(ends[kind]) if kind in ends else -1
    tail = data[end + len(ends[kind]) :] if end >= 0 else b""
    if kind == "jpeg" and _OTHER.search(data[:4096]):
        return True
    return bool(_OTHER.search(tail[:65536])) or (kind == "pdf" and b"PK\x05\x06" in data[-70_000:])


def look(data: bytes) -> tuple[str, Looked]:
    """What it is, and what a look into it tells. Raises Busy if others are being opened."""
    kind = kind_of(data)
    if kind not in MEDIA:
        return kind, Looked(trouble=kind)
    told = _run("look", data, kind)
    if told is None:
        return kind, Looked(trouble="slow")
    try:
        found = _LOOKED.validate_json(told)
    except ValidationError:
        return kind, Looked(trouble="broken")
    return kind, found if found.pages or found.trouble in TROUBLES else Looked(trouble="broken")


def read_pages(data: bytes, kind: str, first: int, last: int) -> list[ReadPage] | None:
    """The words and barcodes of pages first to last (from 0); None if they cannot be read. Raises Busy."""
    told = _run("read", data, kind, first, last)
    try:
        found = _PAGES.validate_json(told or b"")
    except ValidationError:
        return None
    return found if len(found) == last - first + 1 else None


def picture(data: bytes, kind: str, page: int, width: int, black: Iterable[Box] = (), turn: int = 0) -> bytes | None:
    """A page (from 0) as a PNG of about this width; None if it cannot be drawn. Raises Busy.

    It is turned clockwise by ``turn`` degrees first (0, 90, 180, 270); what stands under a box of ``black``, as the
    turned page counts, is not in the picture at all.
    """
    told = _run("picture", data, kind, page, width, turn, *(side for box in black for side in box))
    return told if told and told.startswith(b"\x89PNG") else None


def turned_box(box: Box, turn: int) -> Box:
    """A box on a page, in thousandths, after the page was turned clockwise by ``turn`` degrees."""
    left, top, right, bottom = box
    if turn == 90:
        return 1000 - bottom, left, 1000 - top, right
    if turn == 180:
        return 1000 - right, 1000 - bottom, 1000 - left, 1000 - top
    if turn == 270:
        return top, 1000 - right, bottom, 1000 - left
    return box


def _run(verb: str, data: bytes, kind: str, *given: int) -> bytes | None:
    if not _turns.acquire(timeout=TURN_SECONDS):
        raise Busy
    try:
        with tempfile.TemporaryDirectory(prefix="medoffice-paper-") as empty:
            return _told(verb, data, [verb, kind, *map(str, given)], empty)
    finally:
        _turns.release()


def _told(verb: str, data: bytes, words: list[str], folder: str) -> bytes | None:
    command = [sys.executable, "-I", "-B", str(PROGRAM), *words]
    try:
        done = subprocess.run(  # noqa: S603 - nothing of the command line comes from outside
            command,
            input=data,
            capture_output=True,
            timeout=SECONDS[verb],
            cwd=folder,
            env={"PATH": "/usr/bin:/bin", "HOME": folder},
            check=False,
        )
    except subprocess.TimeoutExpired as error:  # it did not have its seconds of the processor yet
        raise Busy from error
    if done.returncode == NOT_INSTALLED:
        raise RuntimeError("what opens papers is not installed; `make run` installs it from requirements/runtime.txt")
    if done.returncode:
        log.warning("to %s a paper ended with %s", verb, done.returncode)
        return None if done.returncode in ENDED_BY_TIME else b"{}"
    return done.stdout if len(done.stdout) <= MOST_OUTPUT else b"{}"
