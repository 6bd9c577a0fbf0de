"""Write more about a call."""

from uuid import UUID

from medoffice.front_office.calls.actions.checking import held_call, refuse_blank
from medoffice.front_office.calls.actions.promising import keep_in_mind
from medoffice.front_office.calls.actions.rows import event_row
from medoffice.front_office.calls.queries.lists import lists
from medoffice.front_office.calls.rules.flags import red_flags
from medoffice.front_office.calls.types import EventKind
from medoffice.kernel import clock
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("calls.take")
def add_note(*, actor: Actor, call_id: UUID, words: str) -> None:
    """Add a note, open call or closed; its promises and red flags count. Raises Invalid without words."""
    row = held_call(actor, call_id)
    refuse_blank(words=words)
    now = clock.now()
    event_row(row.id, EventKind.NOTE, words, actor.name, now).save(force_insert=True)
    found = [flag.key for flag in red_flags(words, lists().flags.values()) if flag.key not in row.red_flags]
    row.red_flags, row.touched_at = [*row.red_flags, *found], row.touched_at or now
    row.urgent = row.urgent or bool(found)
    row.save(update_fields=["red_flags", "touched_at", "urgent"])
    keep_in_mind(actor, row, words, now)
    record("call", row.id, subjects=[row.patient_id] if row.patient_id else [], flags=found)
