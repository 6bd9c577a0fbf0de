"""Say why somebody called: what the office could have done before, and what it was about."""

from uuid import UUID

from medoffice.front_office.calls.actions.checking import held_call
from medoffice.front_office.calls.queries.lists import lists
from medoffice.kernel.refusals import Invalid
from medoffice.kernel.trace import Ref
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("calls.take")
def say_cause(*, actor: Actor, call_id: UUID, cause: str, because: Ref | None = None) -> None:
    """Note the cause of a call, open or closed, and the statement, letter or order behind it. Raises Invalid."""
    row = held_call(actor, call_id)
    if cause not in lists().causes:
        raise Invalid("cause-unknown", "Choose a cause of the list.", "", {"fields": {"cause": ["Choose one."]}})
    row.cause = cause
    row.because_kind, row.because_id = (because.kind, because.id) if because else ("", None)
    row.save(update_fields=["cause", "because_kind", "because_id"])
    record("call", row.id, subjects=[row.patient_id] if row.patient_id else [], cause=cause)
