"""Take a telephone call."""

from uuid import UUID

from medoffice.front_office.calls.actions.rows import call_row, call_work_title
from medoffice.front_office.calls.types import CallKind
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.kernel.trace import Ref
from medoffice.practice.api import next_number, open_work
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("calls.take")
def take_call(
    *,
    actor: Actor,
    kind: CallKind,
    caller: str,
    relation: str,
    phone: str,
    reason: str,
    patient_id: UUID | None = None,
    identity_checked: str = "",
    urgent: bool = False,
) -> UUID:
    """Log a call; it stays open, with a work item, until it is closed.

    Raises Invalid without a caller or a reason, and for a patient without the identifiers that were asked.
    """
    missing = {
        name: ["This is needed."] for name, typed in (("caller", caller), ("reason", reason)) if not typed.strip()
    }
    if patient_id is not None and not identity_checked.strip():
        missing["identity_checked"] = ["Ask for two identifiers, such as birth date and address, and say which."]
    if missing:
        raise Invalid("not-acceptable", "Some fields need another look.", "", {"fields": missing})
    require(actor, "calls.take", patient_id)
    row = call_row(
        number=next_number("T"),
        kind=kind,
        caller=caller,
        relation=relation,
        phone=phone,
        patient_id=patient_id,
        identity_checked=identity_checked,
        reason=reason,
        urgent=urgent,
        by=actor.name,
        at=clock.now(),
    )
    row.save(force_insert=True)
    open_work(
        actor=actor,
        kind="call",
        title=call_work_title(row),
        ref=Ref("call", row.id),
        patient_id=patient_id,
        priority=1 if urgent else 2,
        key=str(row.id),
    )
    record("call", row.id, subjects=[patient_id] if patient_id else [])
    return row.id
