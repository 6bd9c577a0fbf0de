"""Where words of a visit's note are heard, if they were dictated."""

from collections.abc import Sequence
from uuid import UUID

from medoffice.clinic.charting.offers import heard_at
from medoffice.clinic.charting.rules.sentences import sentences
from medoffice.security.types import Actor


def heard(actor: Actor, encounter_id: UUID, quotes: Sequence[str]) -> list[str]:
    """For each, as they follow each other, where it is heard, as far as the actor may hear it; else nothing."""
    told = [""] * len(quotes)
    for ask in heard_at.values():
        found = ask(actor, encounter_id, quotes) if quotes else []
        told = [one or other for one, other in zip(told, found or told, strict=True)]
    return told


def spoken(actor: Actor, encounter_id: UUID, texts: Sequence[str]) -> list[list[tuple[str, str]]]:
    """The sentences of each text with what stands between them, each with where it is heard."""
    parted = [sentences(text) for text in texts]
    where = iter(heard(actor, encounter_id, [one.strip() for found in parted for one in found]))
    return [[(one, next(where)) for one in found] for found in parted]
