"""Open a letter again that waits or is signed."""

from uuid import UUID

from medoffice.front_office.letters.actions.rows import held_letter, refuse_unless
from medoffice.front_office.letters.types.letters import LetterState
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("letters.write")
def reopen_letter(*, actor: Actor, letter_id: UUID) -> None:
    """It is a draft again, with its words; a signature on it is void."""
    row = held_letter(actor, letter_id)
    refuse_unless(row, LetterState.TO_SIGN, LetterState.READY)
    row.state, row.signed_by, row.signed_at = LetterState.DRAFT, "", None
    row.save(update_fields=["state", "signed_by", "signed_at"])
    finish_work_about(actor=actor, ref=Ref("letter", row.id), outcome="changed again")
    record("letter", row.id, subjects=[row.patient_id])
