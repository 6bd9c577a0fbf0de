"""How a message is answered, by what it is and by what came before under its number."""

from collections.abc import Iterable
from dataclasses import dataclass

from medoffice.kernel.findings import Finding
from medoffice.standards.hl7.api import AckCode, Message, ack_of, errors_in, is_ack, kind_of, read_ack, read_message

TAKEN = frozenset({("ORU", "R01")})
MOST_FINDINGS = 20  # of one message that are kept


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer, and what stands against the message."""

    code: AckCode
    findings: tuple[Finding, ...]
    words: str = ""

    @property
    def taken(self) -> bool:
        """Whether its results are to be filed."""
        return self.code is AckCode.ACCEPT


def judge(message: Message, *, in_earnest: bool) -> Verdict:
    """What this office says to a message, by what keeps it from being taken; what is odd is read when it is filed.

    Never raises on content.
    """
    findings = errors_in(message)
    if is_ack(message):
        findings.append(Finding("hl7.type", "MSH-9", "This door takes results; an answer has no place here."))
    elif kind_of(message) not in TAKEN:
        findings.append(Finding("hl7.type", "MSH-9", "This door takes results of laboratories (ORU^R01)."))
    if in_earnest and message.value("MSH-11").strip()[:1] in ("T", "D"):
        findings.append(Finding("hl7.processing", "MSH-11", "This office works in earnest; it takes no test messages."))
    return Verdict(ack_of(findings), tuple(findings), findings[0].words if findings else "")


def used_again() -> Verdict:
    """What is said to a number that came before with another content."""
    words = "This number (MSH-10) came before with another content."
    return Verdict(AckCode.REJECT, (Finding("hl7.value", "MSH-10", words),), words)


def pretending() -> Verdict:
    """What is said to a message that names this office as its sender, and did not come from it."""
    words = "This message says that it is from this office (MSH-3), which did not send it."
    return Verdict(AckCode.REJECT, (Finding("hl7.value", "MSH-3", words),), words)


def why_not_taken(answers: Iterable[bytes]) -> str:
    """Why a message was not taken, of the first that was not, by what was answered; "" where all were."""
    for answer in answers:
        said = read_ack(read_message(answer))
        if said.code != AckCode.ACCEPT.value:
            return said.words or "It was not taken."
    return ""


def broken(flaw: str) -> Verdict:
    """What is said to bytes that are no message, or no whole one."""
    words = {
        "too-large": "The message is larger than this office takes.",
        "unfinished": "The message did not end.",
    }.get(flaw, "This is no HL7 message.")
    code = AckCode.ERROR if flaw == "unfinished" else AckCode.REJECT
    return Verdict(code, (Finding("hl7.too-large" if flaw == "too-large" else "hl7.no-msh", "message", words),), words)


def unreadable() -> Verdict:
    """What is said when reading it broke: the fault is ours, the bytes are kept."""
    words = "The message is kept, and could not be read here."
    return Verdict(AckCode.ERROR, (Finding("hl7.internal", "message", words),), words)
