"""The nouns of a patient's sheet of medicines."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A medicine as its patient reads it; empty where nobody knows. ``since`` is a partial date, as FHIR's."""

    medicine: str
    how: str
    reason: str
    prescriber: str
    since: str
    on_hold: bool = False
