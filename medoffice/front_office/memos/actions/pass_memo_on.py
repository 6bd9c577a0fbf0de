"""Pass a thread on to somebody else."""

from uuid import UUID

from medoffice.front_office.memos.actions.rows import held, said, turn_of
from medoffice.front_office.memos.types import To
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("memos.write")
def pass_memo_on(*, actor: Actor, thread_id: UUID, to: To, body: str) -> None:
    """From now on it is to them, with words why. Raises Invalid without words, Refusal for who may not see it."""
    row = held(actor, thread_id)
    said(actor, row, body)
    row.to_user_id, row.to_role = to.user_id, to.role
    row.save(update_fields=["to_user", "to_role"])
    turn_of(actor, row, to)
    record("memo", row.id, subjects=[row.patient_id] if row.patient_id else [])
