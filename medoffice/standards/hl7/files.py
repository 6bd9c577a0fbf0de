"""Files of messages: one or many, bare or in batches (FHS, BHS), with or without the bytes of a network frame.

Byte order marks, blank lines, and text around the messages are taken in stride; nothing here raises on content.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.refusals import Refusal
from medoffice.standards.hl7.coding import Coding, Delimiters, delimiters_of
from medoffice.standards.hl7.message import Message, Segment

MOST_BYTES = 32 << 20  # a document of 20 MB in base64, and the message around it
MOST_MESSAGES = 10_000
_NAMES = (b"MSH", b"FHS", b"BHS", b"BTS", b"FTS")
_SEPARATING = {bytes((letter,)) for letter in b"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"}
_BLANK = b" \t\r\n\x00\x0b\x1a\x1c"


@dataclass(slots=True)
class Batch:
    """Messages that came together: the header that opened them (BHS) if there was one, and the messages."""

    header: Segment | None = None
    messages: list[Message] = field(default_factory=list)


@dataclass(slots=True)
class File:
    """All that is in a file: its header (FHS) if it has one, its batches, and what is odd about it as a whole."""

    header: Segment | None = None
    batches: list[Batch] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def messages(self) -> list[Message]:
        """Every message in order."""
        return [message for batch in self.batches for message in batch.messages]


def read_file(data: bytes) -> File:
    """What is in the bytes. Never raises on content."""
    file = File()
    if len(data) > MOST_BYTES:
        words = f"The file is larger than {MOST_BYTES >> 20} MB; it was not read."
        file.findings.append(Finding("hl7.too-large", "file", words))
        return file
    data = _plain(data, file.findings)
    starts = sorted(at for name in _NAMES for at in _places(data, name))
    if not starts:
        words = "This is not an HL7 file: no message header (MSH) was found in it."
        file.findings.append(
            Finding("hl7.no-msh", "file", words)
            if data.strip(_BLANK)
            else Finding("hl7.empty", "file", "The file is empty.")
        )
        return file
    if data[: starts[0]].strip(_BLANK):
        file.findings.append(_warn("hl7.stray", "file", "Text before the first header was skipped."))
    ends = [*starts[1:], len(data)]
    _Reading(file).run(data[start:end] for start, end in zip(starts, ends, strict=True))
    return file


def read_message(data: bytes) -> Message:
    """The one message in the bytes. Raises Refusal if there is none (``hl7.no-msh``) or are several."""
    file = read_file(data)
    if len(file.messages) == 1:
        return file.messages[0]
    if file.messages:
        raise Refusal("hl7.several", "There are several messages in it.", "Read it as a file.")
    found = next(iter(file.findings), Finding("hl7.no-msh", "file", "There is no message in it."))
    raise Refusal(found.code, found.words, "Ask who sent it for an HL7 message.")


def _places(data: bytes, name: bytes) -> Iterator[int]:
    """Where lines begin with the name of a header or trailer and a character that can separate fields."""
    at = data.find(name)
    while at >= 0:
        if (not at or data[at - 1] in b"\r\n\x0b") and data[at + 3 : at + 4] in _SEPARATING:
            yield at
        at = data.find(name, at + 3)


def _warn(code: str, where: str, words: str) -> Finding:
    return Finding(code, where, words, Severity.WARNING)


def _plain(data: bytes, findings: list[Finding]) -> bytes:
    """The bytes without a byte order mark; what is in two bytes a letter as UTF-8."""
    head = data[:8]
    wide = "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else ""
    wide = wide or ("utf-16-le" if head[1::2] == bytes(4) else "utf-16-be" if head[::2] == bytes(4) else "")
    if wide and head.strip(b"\x00"):
        findings.append(_warn("hl7.utf-16", "file", "The file is in UTF-16; it was read as if it were UTF-8."))
        return data.decode(wide, "replace").lstrip("\ufeff").encode("utf-8", "replace")
    return data.removeprefix(b"\xef\xbb\xbf")


class _Reading:
    """Puts the pieces of a file, each begun by a header or trailer, where they belong."""

    def __init__(self, file: File) -> None:
        self.file = file
        self.open: Batch | None = None
        self.count = 0

    def run(self, pieces: Iterator[bytes]) -> None:
        for piece in pieces:
            name = piece[:3]
            if name == b"MSH":
                self.count += 1
                if self.count > MOST_MESSAGES:
                    words = f"There are more than {MOST_MESSAGES:,} messages in it; the rest were not read."
                    self.file.findings.append(Finding("hl7.too-many-messages", "file", words))
                    return
                self._batch().messages.append(Message(_unframed(piece)))
            else:
                self._wrapper(name, _header(piece))

    def _batch(self) -> Batch:
        if self.open is None:
            self.open = Batch()
            self.file.batches.append(self.open)
        return self.open

    def _wrapper(self, name: bytes, segment: Segment) -> None:
        if name == b"FHS":
            self.file.header, self.open = segment, None
        elif name == b"BHS":
            self.open = Batch(segment)
            self.file.batches.append(self.open)
        elif name == b"BTS":
            self._counted(segment.value(1), len(self._batch().messages), "BTS-1", "messages")
            self.open = None
        else:
            self._counted(segment.value(1), len(self.file.batches), "FTS-1", "batches")

    def _counted(self, said: str, there: int, where: str, what: str) -> None:
        if said.strip() and said.strip().lstrip("0") != str(there or ""):
            words = f"The trailer says {said.strip()} {what}; there are {there}."
            self.file.findings.append(Finding("hl7.count", where, words))


def _header(piece: bytes) -> Segment:
    line = b"".join(piece.splitlines()[:1])
    marks = Delimiters(line[3:4]) if line[1:2] == b"T" else delimiters_of(line[:10])
    return Segment(line, Coding(marks, "utf-8"))


def _unframed(piece: bytes) -> bytes:
    """A message without the bytes that ended its frame or began the next."""
    end = piece.rfind(b"\x1c")
    if end >= 0 and not piece[end:].strip(_BLANK):
        return piece[:end]
    return piece.rstrip(b"\x0b")
