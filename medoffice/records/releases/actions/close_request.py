"""Deny a request, or note that it was withdrawn."""

from uuid import UUID

from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.records.releases.actions.rows import held, said, save
from medoffice.records.releases.types import State
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("releases.work")
def close_request(*, actor: Actor, request_id: UUID, state: State, why: str) -> None:
    """Answer it without copies, with the reason. Raises Invalid without one or for a state that is no such answer."""
    row = held(actor, request_id, "releases.work")
    ends = state in (State.DENIED, State.WITHDRAWN)
    said(closed_why="" if why.strip() else "Say why.", state="" if ends else "Denied or withdrawn?")
    row.state, row.closed_why = state, why.strip()[:200]
    save(actor, row)
    finish_work_about(actor=actor, ref=Ref("release", row.id), outcome=state.value)
    record("release", row.id, subjects=[row.patient_id], state=state.value)
