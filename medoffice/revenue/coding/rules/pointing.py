"""Which diagnoses a service is for, and which modifiers can say that two services were separate. Pure."""

from collections.abc import Sequence

from medoffice.kernel.findings import Finding
from medoffice.revenue.coding.rules.complete import MAX_POINTERS

VISIT_APART = ("25", "57", "24")
SERVICE_APART = ("59", "XE", "XS", "XP", "XU")


def pointed(pointers: Sequence[int], place: int) -> list[int]:
    """The pointers with this place taken off if it is among them, else as the last; the first is the main reason."""
    return [one for one in pointers if one != place] if place in pointers else [*pointers, place]


def check_pointers(pointers: Sequence[int], places: set[int]) -> list[Finding]:
    """What stands against them: one to four of the visit's diagnoses, each once."""
    fits = 1 <= len(pointers) <= MAX_POINTERS and set(pointers) <= places and len(set(pointers)) == len(pointers)
    words = "Point to one to four of this visit's diagnoses, each once."
    return [] if fits else [Finding("pointers-wrong", "pointers", words)]


def apart(key: str) -> tuple[str, ...]:
    """The modifiers that can say of a service, by the office's key, that it was separate from another of its day."""
    return VISIT_APART if key.startswith(("new_", "est_")) else SERVICE_APART
