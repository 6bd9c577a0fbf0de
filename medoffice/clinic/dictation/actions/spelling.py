"""Which words of a report stand in no dictionary, and are no name of anybody here."""

from uuid import UUID

from medoffice.clinic.dictation.actions.learning import LOOK_ALIKE, names_near
from medoffice.clinic.dictation.rules.dictionary import unlisted
from medoffice.standards.dictated.types import Flag
from medoffice.standards.terminology.api import is_word


def unlisted_in(patient_id: UUID, report: str) -> tuple[Flag, ...]:
    """Each such word once, where it stands first. Of names those of the patient and of the people of the office."""
    names = names_near(patient_id)
    return unlisted(report, lambda word: word in names or word in LOOK_ALIKE or is_word(word))
