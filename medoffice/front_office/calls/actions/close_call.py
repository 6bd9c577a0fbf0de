"""Close a call, saying what came of it."""

from uuid import UUID

from medoffice.front_office.calls.actions.rows import call_closed
from medoffice.front_office.calls.models import Call
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("calls.take")
def close_call(*, actor: Actor, call_id: UUID, outcome: str) -> None:
    """End a call with its outcome; its work item is done with it. The same outcome again changes nothing.

    Raises Invalid without an outcome, Refusal if the call was closed with another one.
    """
    row = Call.objects.select_for_update().filter(id=call_id).first()
    if row is None:
        raise NotFound
    require(actor, "calls.take", row.patient_id)
    if not 0 < len(outcome.strip()) <= 200:
        words = "Say what came of the call in up to 200 letters."
        raise Invalid("outcome-missing", words, "", {"fields": {"outcome": [words]}})
    if row.ended_at is not None:
        if row.outcome == outcome.strip():
            return
        raise Refusal("call-closed", f"This call is closed: {row.outcome}.", "Take a new call for what came later.")
    call_closed(row, outcome, clock.now()).save(update_fields=["outcome", "ended_at"])
    finish_work_about(actor=actor, ref=Ref("call", row.id), outcome=row.outcome)
    record("call", row.id, subjects=[row.patient_id] if row.patient_id else [])
