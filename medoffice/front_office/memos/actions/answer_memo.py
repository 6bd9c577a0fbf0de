"""Answer in a thread."""

from uuid import UUID

from medoffice.front_office.memos.actions.rows import held, said, turn_of
from medoffice.front_office.memos.types import To
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("memos.write")
def answer_memo(*, actor: Actor, thread_id: UUID, body: str) -> None:
    """Words of the actor; then it is the other side's turn: theirs who began it, or theirs whom it is to.

    Also opens again what was closed. Raises Invalid without words.
    """
    row = held(actor, thread_id)
    said(actor, row, body)
    to = To(row.to_user_id, row.to_role) if row.starter_id == actor.id else To(row.starter_id)
    turn_of(actor, row, to)
    record("memo", row.id, subjects=[row.patient_id] if row.patient_id else [])
