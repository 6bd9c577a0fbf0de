"""What a payer's answer is, and what it says of a claim, in words: pure."""

from medoffice.revenue.claims.types import FileKind
from medoffice.standards.x12.api import read_transactions
from medoffice.standards.x12.types import ClaimReport

_CODES = {"835": FileKind.REMIT_835, "999": FileKind.ACK_999, "277": FileKind.STATUS_277CA}


def kinds_of(data: bytes) -> list[FileKind]:
    """What a file is, by its content; one interchange may hold answers of several kinds."""
    codes = {transaction.code for transaction in read_transactions(data)}
    kinds = [kind for code, kind in _CODES.items() if code in codes]
    return [*kinds, FileKind.ACK_TA1] if b"TA1" in data[:400] else kinds


def rejection_words(report: ClaimReport) -> str:
    """Why a payer did not take a claim in, by its status codes."""
    statuses = ", ".join(f"{status.category}:{status.code}" for status in report.statuses)
    return f"Rejected by the payer ({statuses})."
