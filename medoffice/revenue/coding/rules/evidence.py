"""Evidence or it did not happen: a code rests on words that stand in the note, or on an order that was carried out."""

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from medoffice.kernel.findings import Finding
from medoffice.revenue.coding.types import CodedEncounter, Evidence


def check_note_evidence(evidence: Evidence, text: str) -> list[Finding]:
    """The quoted words must stand at the given offsets of the note's text."""
    if not 0 <= evidence.start < evidence.end <= len(text):
        return [Finding("evidence-missing", "evidence", "Mark the words of the note that support this code.")]
    if text[evidence.start : evidence.end] != evidence.quote:
        return [Finding("evidence-moved", "evidence", "The marked words are not at that place of the note.")]
    if not evidence.quote.strip():
        return [Finding("evidence-blank", "evidence", "The marked place holds no words.")]
    return []


def rests_on(found: CodedEncounter) -> dict[str, Evidence]:
    """On what each code of a visit rests."""
    of_diagnoses = {one.code: one.evidence for one in found.diagnoses}
    return of_diagnoses | {one.code: one.evidence for one in found.services}


def no_longer_said(rests: Mapping[str, Evidence], text: str) -> list[Finding]:
    """What rests, by its name, on words of a note that were amended or retracted since."""
    gone = [name for name, one in rests.items() if one.ref.kind == "note" and check_note_evidence(one, text)]
    words = "rests on words that the note no longer says; choose its words again, or take it out."
    return [Finding("evidence-gone", name, f"{name} {words}") for name in gone]


def not_carried_out(rests: Iterable[tuple[str, Evidence]], done: Collection[UUID]) -> list[Finding]:
    """What rests, by its name, on an order that was struck since; ``done`` are the orders that stand."""
    gone = [name for name, one in rests if one.ref.kind == "order" and one.ref.id not in done]
    words = "rests on an order that was not carried out after all; choose other words, or take it out."
    return [Finding("order-not-done", name, f"{name} {words}") for name in dict.fromkeys(gone)]


def check_order_evidence(evidence: Evidence, words: str, result: str) -> list[Finding]:
    """The quote must be the order's own words or its result, whole."""
    if not evidence.quote.strip():
        return [Finding("evidence-blank", "evidence", "The order has no result that could support this code.")]
    if evidence.quote not in (words, result):
        return [Finding("evidence-moved", "evidence", "These are neither the order's words nor its result.")]
    if (evidence.start, evidence.end) != (0, len(evidence.quote)):
        return [Finding("evidence-moved", "evidence", "An order supports a code as a whole.")]
    return []
