"""Hand an emergency on, or say why it is none."""

from uuid import UUID

from medoffice.front_office.calls.actions.checking import open_call, refuse_blank
from medoffice.front_office.calls.actions.rows import escalation_row
from medoffice.front_office.calls.types import Escalated
from medoffice.kernel import clock
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("calls.take")
def escalate_call(*, actor: Actor, call_id: UUID, to: Escalated, words: str) -> None:
    """Log to whom an emergency went and what was said. Raises Invalid without words, Refusal once it is closed."""
    row = open_call(actor, call_id)
    refuse_blank(words=words)
    now = clock.now()
    escalation_row(row, to, words, actor.name, now).save(force_insert=True)
    row.touched_at = row.touched_at or now
    row.save(update_fields=["touched_at"])
    record("call", row.id, subjects=[row.patient_id] if row.patient_id else [], to=to.value, flags=list(row.red_flags))
