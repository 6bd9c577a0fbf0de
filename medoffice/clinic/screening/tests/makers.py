"""Screenings for tests, made through the actions."""

from uuid import UUID

from medoffice.clinic.screening.api import answer_screening
from medoffice.security.types import PROGRAM, Actor

LOW_MOOD = (1, 2, 2, 1, 0, 1, 2, 1, 0)  # ten: moderate


def make_screened(encounter_id: UUID, answers: tuple[int, ...] = LOW_MOOD, actor: Actor = PROGRAM) -> UUID:
    """A PHQ-9 that was answered at a visit."""
    return answer_screening(actor=actor, encounter_id=encounter_id, key="phq-9", answers=answers)
