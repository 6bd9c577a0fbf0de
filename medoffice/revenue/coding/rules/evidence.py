"""Evidence or it did not happen: a code rests on words that stand in the note, or on an order that was carried out."""

from medoffice.kernel.findings import Finding
from medoffice.revenue.coding.types import Evidence


def check_note_evidence(evidence: Evidence, text: str) -> list[Finding]:
    """The quoted words must stand at the given offsets of the note's text."""
    if not 0 <= evidence.start < evidence.end <= len(text):
        return [Finding("evidence-missing", "evidence", "Mark the words of the note that support this code.")]
    if text[evidence.start : evidence.end] != evidence.quote:
        return [Finding("evidence-moved", "evidence", "The marked words are not at that place of the note.")]
    if not evidence.quote.strip():
        return [Finding("evidence-blank", "evidence", "The marked place holds no words.")]
    return []


def check_order_evidence(evidence: Evidence, words: str, result: str) -> list[Finding]:
    """The quote must be the order's own words or its result, whole."""
    if not evidence.quote.strip():
        return [Finding("evidence-blank", "evidence", "The order has no result that could support this code.")]
    if evidence.quote not in (words, result):
        return [Finding("evidence-moved", "evidence", "These are neither the order's words nor its result.")]
    if (evidence.start, evidence.end) != (0, len(evidence.quote)):
        return [Finding("evidence-moved", "evidence", "An order supports a code as a whole.")]
    return []
