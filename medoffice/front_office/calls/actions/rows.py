"""The row of a call as actions write it, not saved."""

from datetime import datetime
from uuid import UUID

from medoffice.front_office.calls.models import Call
from medoffice.front_office.calls.types import CallKind
from medoffice.kernel.rows import new_row


def call_row(
    *,
    number: str,
    kind: CallKind,
    caller: str,
    relation: str,
    phone: str,
    patient_id: UUID | None,
    identity_checked: str,
    reason: str,
    urgent: bool,
    by: str,
    at: datetime,
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
    )


def call_work_title(row: Call) -> str:
    """What the work queue says of a call that is open."""
    return f"Call {row.number}: {row.kind.replace('_', ' ')}"


def call_closed(row: Call, outcome: str, at: datetime) -> Call:
    """The call with what came of it."""
    row.outcome, row.ended_at = outcome.strip(), at
    return row
