"""Checking a message: what stands against it, and how it would be acknowledged."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from medoffice.kernel.findings import Finding, Severity, has_errors
from medoffice.standards.hl7.acks import AckCode, ErrorCode, Fault
from medoffice.standards.hl7.coding import charset_of
from medoffice.standards.hl7.files import read_file
from medoffice.standards.hl7.kinds import KINDS, is_ack, kind_in_code, kind_of
from medoffice.standards.hl7.message import MOST_SEGMENTS, Message
from medoffice.standards.hl7.results import missing_in, read_results

_PROCESSING = ("P", "T", "D")  # in earnest, for training, for finding faults
_REJECTED = {
    "hl7.type": ErrorCode.MESSAGE_TYPE,
    "hl7.event": ErrorCode.EVENT,
    "hl7.processing": ErrorCode.PROCESSING,
    "hl7.version": ErrorCode.VERSION,
    "hl7.no-msh": ErrorCode.SEQUENCE,
    "hl7.empty": ErrorCode.SEQUENCE,
    "hl7.too-large": ErrorCode.INTERNAL,
    "hl7.too-many-segments": ErrorCode.INTERNAL,
}
_USELESS = {"hl7.missing": ErrorCode.MISSING, "hl7.no-segment": ErrorCode.SEQUENCE, "hl7.value": ErrorCode.DATA_TYPE}
_USELESS |= {"hl7.continued": ErrorCode.SEQUENCE}
_NEEDED = {
    "ORU": ("OBR",),
    "ORM": ("PID", "ORC"),
    "OML": ("PID", "ORC", "OBR"),
    "VXU": ("PID", "ORC", "RXA"),
    "ADT": ("EVN", "PID"),
}
_RESULTS = ("ORU", "R01")
_MOST_FINDINGS = 100
_LONGEST = 200  # characters of a number that are told


@dataclass(frozen=True, slots=True)
class CheckResult:
    """A message of a file: its kind (``ORU^R01``), its number, our answer (None: an answer itself), and what is odd."""

    file: str
    type: str
    control_id: str
    ack: AckCode | None
    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing stands against it."""
        return not has_errors(self.findings)

    def as_json(self) -> dict[str, Any]:
        """As the command line prints it."""
        found = [finding.as_json() for finding in self.findings]
        ack = self.ack and self.ack.value
        return {"file": self.file, "type": self.type, "control_id": self.control_id, "ack": ack, "findings": found}


def check_bytes(data: bytes, name: str) -> list[CheckResult]:
    """One result for each message in the bytes, one for a file that holds none. Never raises on content.

    Findings about the file stand with its first message.
    """
    file = read_file(data)
    if not file.messages:
        return [CheckResult(name, "", "", AckCode.REJECT, tuple(file.findings))]
    before = file.findings
    results = []
    for message in file.messages:
        found = [*before, *check_message(message)][:_MOST_FINDINGS]
        ack = None if is_ack(message) else ack_of(found)
        results.append(CheckResult(name, kind_in_code(message), message.value("MSH-10")[:_LONGEST], ack, tuple(found)))
        before = []
    return results


def check_message(message: Message) -> list[Finding]:
    """Everything that stands against a message: errors first, then what is odd. Never raises on content."""
    return [*errors_in(message), *oddities_in(message)]


def errors_in(message: Message) -> list[Finding]:
    """What keeps a message from being taken: all that its answer rests on. Never raises on content."""
    if message.lines_too_many:
        words = f"The message has more than {MOST_SEGMENTS:,} lines; it was not taken apart."
        return [Finding("hl7.too-many-segments", "message", words)]
    found = [*_header(message), *_segments(message), *_whole(message)]
    return [*found, *missing_in(message)] if kind_of(message) == _RESULTS else found


def oddities_in(message: Message) -> list[Finding]:
    """What was read otherwise than it stands, and keeps no message from being taken. Never raises on content."""
    if message.lines_too_many:
        return []
    found = [*_writing(message)]
    return [*found, *read_results(message)[1]] if kind_of(message) == _RESULTS else found


def ack_of(findings: Iterable[Finding]) -> AckCode:
    """How a message with these findings is answered: rejected for what it is, an error for what stands in it."""
    found = list(findings)
    if any(finding.code in _REJECTED for finding in found if finding.severity is Severity.ERROR):
        return AckCode.REJECT
    return AckCode.ERROR if has_errors(found) else AckCode.ACCEPT


def faults_of(findings: Iterable[Finding]) -> list[Fault]:
    """What is wrong as an acknowledgement says it; what is only odd is not told."""
    codes = _REJECTED | _USELESS
    return [
        Fault(codes.get(one.code, ErrorCode.INTERNAL).value, _place(one.where), one.words)
        for one in findings
        if one.severity is Severity.ERROR
    ]


def _place(where: str) -> tuple[str, ...]:
    """``PID-3`` as the parts of an error's location."""
    segment, _, field = where.partition("-")
    name, _, number = segment.partition("[")
    if len(name) != 3 or not name.isupper():
        return ()
    field = field.partition(".")[0]
    return (name, number.rstrip("]") or "1", *([field] if field else []))


def _warn(code: str, where: str, words: str) -> Finding:
    return Finding(code, where, words, Severity.WARNING)


def _header(message: Message) -> Iterator[Finding]:
    head, kind = message.first("MSH"), kind_of(message)
    if not message.delimiters.distinct:
        yield Finding("hl7.delimiters", "MSH-2", "Two delimiters are the same character, or one is a letter.")
    if not kind[0]:
        yield Finding("hl7.missing", "MSH-9", "The message does not say what it is (MSH-9).")
    elif not is_ack(message) and kind not in KINDS:
        known = any(kind[0] == name for name, _ in KINDS)
        words = f"{kind_in_code(message)} is no kind of message that the office takes in."
        yield Finding("hl7.event" if known else "hl7.type", "MSH-9", words)
    if not head.value(10).strip():
        yield Finding("hl7.missing", "MSH-10", "The message has no number of its own (MSH-10).")
    processing, version = head.value(11).strip(), head.value(12).strip()
    if processing not in _PROCESSING:
        yield Finding("hl7.processing", "MSH-11", f"MSH-11 says {processing[:20] or 'nothing'}; it is P, T or D.")
    if version not in ("", "2") and not version.startswith("2."):
        yield Finding("hl7.version", "MSH-12", f"MSH-12 says version {version[:20]}; the office reads version 2.")


def _writing(message: Message) -> Iterator[Finding]:
    """The version, letters, line breaks, characters that do not belong in a text."""
    if not message.value("MSH-12").strip():
        yield _warn("hl7.no-version", "MSH-12", "The message does not say its version (MSH-12).")
    declared, used = message.first("MSH").whole(18).strip(), message.coding.charset
    known = {charset_of(one) for one in declared.splitlines()} - {""}
    if declared and not known and not message.raw.isascii():
        words = f"MSH-18 names letters that the office does not know: {declared[:20]}; they were read as {used}."
        yield _warn("hl7.charset", "MSH-18", words)
    elif known and used not in known:
        yield _warn(
            "hl7.charset", "MSH-18", f"The letters are not {declared[:20]} as declared; they were read as {used}."
        )
    elif used == "latin-1":
        yield _warn("hl7.charset", "MSH-18", "The letters are not UTF-8 and MSH-18 names no others; read as Latin-1.")
    if any(b"\r" in line or b"\n" in line for line in message.lines):
        words = "Lines that begin no segment were read as part of the segment above them."
        yield _warn("hl7.line-break", "message", words)
    if b"\x00" in message.raw:
        yield _warn("hl7.nul", "message", "There are zero bytes in the message.")


def _whole(message: Message) -> Iterator[Finding]:
    if message.value("DSC-1").strip() or message.value("MSH-14").strip():
        yield Finding("hl7.continued", "DSC-1", "The message goes on in another, or is what another goes on in.")


def _segments(message: Message) -> Iterator[Finding]:
    for name in _NEEDED.get(kind_of(message)[0], ()):
        if not message.named(name):
            yield Finding("hl7.no-segment", name, f"The message has no {name} segment.")
