"""What a payer's answer is, and what it says of a claim, in words: pure."""

from collections.abc import Iterable

from medoffice.kernel.findings import Finding
from medoffice.revenue.claims.types import FileKind
from medoffice.standards.x12.api import read_ta1, read_transactions
from medoffice.standards.x12.types import Ack999, ClaimReport, ClaimStatus, StatusReport

_CODES = {
    "835": FileKind.REMIT_835,
    "999": FileKind.ACK_999,
    "277": FileKind.STATUS_277CA,
    "271": FileKind.ELIGIBILITY_271,
}
# What says that a part of the file did not arrive, or stands where it is about nobody: answers that nobody knows of.
_LOST = frozenset({"x12.no-iea", "x12.no-ge", "x12.no-se", "x12.se-count", "x12.ge-count", "x12.misplaced"})
_MOST_WORDS = 250
_REFUSED = ("R", "M", "W", "X")  # the last three for what protects it: signature, check, cipher


def kinds_of(data: bytes) -> list[FileKind]:
    """What a file is, by its content; one file may hold answers of several kinds, in one interchange or in more."""
    codes = {transaction.code for transaction in read_transactions(data)}
    kinds = [kind for code, kind in _CODES.items() if code in codes]
    return [*kinds, FileKind.ACK_TA1] if read_ta1(data)[0] else kinds


def lacks_answers(findings: Iterable[Finding]) -> bool:
    """Whether an answer is not there whole, so that a person must ask for it again."""
    return any(finding.code in _LOST for finding in findings)


def rejection_words(report: ClaimReport) -> str:
    """Why a payer did not take a claim in, by its status codes and its own words."""
    return f"Rejected by the payer ({_said(report.statuses)})."


def batch_words(report: StatusReport) -> str:
    """Why a payer turned back a batch, or all of a provider in it."""
    what = "the whole batch" if report.refused_whole[0] in report.statuses else "all of a provider"
    return f"The payer turned back {what} ({_said(report.refused_whole)})."


def refused_whole(ack: Ack999) -> bool:
    """Whether a group came back as a whole: nothing of it was taken."""
    return ack.status in _REFUSED


def refused_sets(ack: Ack999) -> list[str]:
    """The numbers (ST02) of the transactions that came back; of one without a result nobody knows."""
    return [answer.control for answer in ack.sets if answer.status in _REFUSED]


def says_all(ack: Ack999) -> bool:
    """Whether the transactions named as refused are all that is wrong with the group."""
    refused = refused_sets(ack)
    others = {answer.status for answer in ack.sets} - set(_REFUSED)
    return bool(refused) and others <= {"A"} and ack.received - ack.accepted == len(refused)


def places_of(ack: Ack999) -> str:
    """Where the faults of a group stand: the segments, and the claims if it says them."""
    errors = dict.fromkeys(
        f"{error.segment} of claim {error.claim}" if error.claim else error.segment
        for part in ack.sets
        for error in part.errors
    )
    return _short(", ".join(errors)) or "the envelope"


def _said(statuses: Iterable[ClaimStatus]) -> str:
    return _short(", ".join(status.words for status in statuses))


def _short(text: str) -> str:
    """As much as the story of a claim and the title of a work item hold."""
    return text if len(text) <= _MOST_WORDS else f"{text[:_MOST_WORDS]}\u2026"
