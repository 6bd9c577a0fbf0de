"""Withdraw a letter that did not go."""

from uuid import UUID

from medoffice.front_office.letters.actions.rows import held_letter, refuse_unless
from medoffice.front_office.letters.types.letters import LetterState
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("letters.write")
def withdraw_letter(*, actor: Actor, letter_id: UUID) -> None:
    """It never goes."""
    row = held_letter(actor, letter_id)
    refuse_unless(row, LetterState.DRAFT, LetterState.TO_SIGN, LetterState.READY)
    row.state = LetterState.WITHDRAWN
    row.save(update_fields=["state"])
    finish_work_about(actor=actor, ref=Ref("letter", row.id), outcome="withdrawn")
    record("letter", row.id, subjects=[row.patient_id])
