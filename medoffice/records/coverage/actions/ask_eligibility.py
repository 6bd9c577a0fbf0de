"""Ask payers whether patients are covered."""

from uuid import UUID

from medoffice.records.coverage.actions.call_payers import call_payers
from medoffice.records.coverage.actions.note_questions import note_questions
from medoffice.records.coverage.types import Asking
from medoffice.security.types import Actor


def ask_eligibility(*, actor: Actor, asking: list[Asking]) -> list[UUID]:
    """Ask; returns the questions. Whatever becomes of the line, they are kept and asked until they are answered.

    Noting, handing over and taking the answer are acts of their own: nobody holds a transaction while a payer thinks.
    """
    noted = note_questions(actor=actor, asking=asking)
    call_payers(actor=actor)
    return noted
