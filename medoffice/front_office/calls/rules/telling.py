"""Who may be told: two identifiers first, then how the caller stands to the patient."""

import re
from collections.abc import Iterable

from medoffice.front_office.calls.types import Needs, Outcome, Relation, Told
from medoffice.kernel.folding import folded_words

ADULT = 18  # in most states; some treatments are a minor's own earlier, which the label on the visit says


def identifiers(text: str) -> list[str]:
    """The identifiers that were asked, each once: ``name, birth date``."""
    parts = (part.strip().casefold() for part in re.split(r"[,;&+]| and ", text))
    return list(dict.fromkeys(part for part in parts if part))


def may_be_told(
    caller: str, relation: Relation | None, patient: str, years: int, permitted: Iterable[tuple[str, str]]
) -> Told:
    """Whether the caller may be told, by the relation said, the patient's age, and who the patient permitted.

    ``permitted`` are (name, relation). Names are compared by their words, whatever the order, case and marks.
    """
    standing = relation.standing if relation else "person"
    if standing == "self":
        return Told(may=True, words=f"{patient} calls for themselves.")
    if standing == "professional":
        return Told(may=True, words="For treatment or payment: only what they need for it.")
    if standing == "parent" and years < ADULT:
        return Told(may=True, words="Parent or guardian of a minor.")
    for name, how in permitted:
        if _words(name) and _words(name) <= _words(caller):
            return Told(may=True, words=f"{patient} permits it: {name}, {how}.")
    return Told(may=False, words="Not on the patient's list: take the message, tell nothing.")


def fault_in_closing(outcome: Outcome, told: Told, *, patient_known: bool, verified: bool) -> tuple[str, str] | None:
    """Why a call may not be closed with this outcome, and what to do instead; None if it may."""
    if outcome.needs is Needs.NOTHING:
        return None
    if not patient_known:
        return "It is not said whom the call is about.", "Find the patient first, or close it with what was not told."
    if not verified:
        return "The caller's identity was not checked.", "Ask for two identifiers first, or close it without telling."
    if outcome.needs is Needs.PERMISSION and not told.may:
        return told.words, "Ask the patient whom they permit, note it, then tell; or close it as a message."
    return None


def _words(name: str) -> set[str]:
    """Initials tell nobody apart."""
    return {word for word in folded_words(name) if len(word) > 1}
