"""Say that a thread is read."""

from uuid import UUID

from medoffice.front_office.memos.actions.rows import held, looked, over
from medoffice.front_office.memos.models import Memo
from medoffice.front_office.memos.queries.memos import KIND
from medoffice.front_office.memos.rules.closing import closes_when_read
from medoffice.front_office.memos.types import Wants
from medoffice.kernel.trace import Ref
from medoffice.practice.api import holds_work_about
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("memos.write")
def read_memo(*, actor: Actor, thread_id: UUID) -> None:
    """The actor has read it; if it is their turn and no more is wanted, it closes by itself."""
    row = held(actor, thread_id)
    looked(actor, row)
    answered = Memo.objects.filter(thread=row).exclude(by_id=row.starter_id).exists()
    closes = closes_when_read(Wants(row.wants), starter_reads=row.starter_id == actor.id, answered=answered)
    if closes and holds_work_about(actor, Ref(KIND, row.id)):
        over(actor, row, "read")
    record("memo", row.id, subjects=[row.patient_id] if row.patient_id else [])
