"""Say that what a thread is about is done."""

from uuid import UUID

from medoffice.front_office.memos.actions.rows import held, looked, over, said
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("memos.write")
def end_memo(*, actor: Actor, thread_id: UUID, body: str = "") -> None:
    """It is done, with some last words if there are any; nobody has it among their work any more."""
    row = held(actor, thread_id)
    if body.strip():
        said(actor, row, body)
    looked(actor, row)
    over(actor, row, "done")
    record("memo", row.id, subjects=[row.patient_id] if row.patient_id else [])
