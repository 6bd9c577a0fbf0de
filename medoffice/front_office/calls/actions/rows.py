"""The rows of a call as actions write them, not saved."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from medoffice.front_office.calls.models import Call, CallEvent
from medoffice.front_office.calls.types import Escalated, EventKind
from medoffice.kernel.rows import new_row


def call_row(
    *,
    number: str,
    kind: str,
    caller: str,
    relation: str,
    phone: str,
    patient_id: UUID | None,
    identity_checked: str,
    reason: str,
    urgent: bool,
    by: str,
    at: datetime,
    due_at: datetime,
    red_flags: Iterable[str] = (),
    callback: str = "",
    best_time: str = "",
    in_chart: bool = True,
    with_call: UUID | None = None,
    source: str = "",
) -> Call:
    """A call as it was taken."""
    return new_row(
        Call,
        number=number,
        kind=kind,
        caller=caller.strip(),
        relation=relation,
        phone=phone,
        patient_id=patient_id,
        identity_checked=identity_checked,
        reason=reason.strip(),
        urgent=urgent,
        taken_by=by,
        started_at=at,
        due_at=due_at,
        red_flags=list(red_flags),
        callback=callback,
        best_time=best_time,
        in_chart=in_chart,
        with_call_id=with_call,
        source=source,
    )


def call_work_title(row: Call) -> str:
    """What the work queue says of a call that is open."""
    return f"Call {row.number}: {row.kind.replace('_', ' ')}"


def call_closed(
    row: Call, outcome_key: str, outcome: str, at: datetime, told: str = "", *, read_back: bool = False
) -> Call:
    """The call with what came of it, and who was told."""
    row.outcome_key, row.outcome, row.ended_at = outcome_key, outcome.strip(), at
    row.told, row.read_back = told.strip()[:120], read_back
    row.touched_at = row.touched_at or at
    return row


def event_row(call_id: UUID, kind: EventKind, words: str, by: str, at: datetime, **detail: str) -> CallEvent:
    """Something written about a call."""
    return new_row(CallEvent, call_id=call_id, kind=kind, words=words.strip(), detail=detail, by=by, at=at)


def escalation_row(row: Call, to: Escalated, words: str, by: str, at: datetime) -> CallEvent:
    """An emergency handed on, or set aside as none."""
    flags = " ".join(row.red_flags)
    return event_row(row.id, EventKind.ESCALATION, words, by, at, to=to, flags=flags)
