"""What an entry says, as a line that a person reads: on the screen, on paper, in a panel."""

from medoffice.clinic.charting.rules.kinds import KINDS
from medoffice.clinic.charting.rules.partial import partial_shown
from medoffice.clinic.charting.types import CauseKind, Version

_CAUSES = {
    CauseKind.ENCOUNTER: "at a visit",
    CauseKind.DOCUMENT: "from a document",
    CauseKind.IMPORT: "came in from outside",
    CauseKind.SAID: "the patient said",
    CauseKind.PRESCRIBED: "prescribed",
    CauseKind.AMENDMENT: "amended as the patient asked",
}


def details_of(one: Version) -> str:
    """What the list asks besides, in the order it asks: ``10 mg, by mouth, once a day``."""
    asked = (field.key for field in KINDS[one.kind].asked if field.shown)
    return ", ".join(filter(None, (one.told.details.get(key, "") for key in asked)))


def when_of(one: Version) -> str:
    """From when to when, as far as it is known."""
    began, ended = partial_shown(one.told.began), partial_shown(one.told.ended)
    return f"{began}\u2013{ended}" if ended else began


def line_of(one: Version) -> str:
    """The whole entry in a line for paper: ``Penicillin: hives, severe``."""
    parts = [one.told.words, details_of(one)]
    unsure = "" if one.told.verification == "confirmed" else f" ({one.told.verification})"
    return ": ".join(filter(None, parts)) + unsure


def cause_of(one: Version) -> str:
    """From what it is known: ``at a visit``, ``from a document: discharge letter``."""
    return ": ".join(filter(None, (_CAUSES[one.cause.kind], one.cause.words)))
