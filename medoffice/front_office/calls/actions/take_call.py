"""Take a telephone call."""

from datetime import datetime, timedelta
from uuid import UUID

from medoffice.front_office.calls.actions.checking import checked_identity, refuse_blank
from medoffice.front_office.calls.actions.promising import keep_in_mind
from medoffice.front_office.calls.actions.rows import call_row, call_work_title
from medoffice.front_office.calls.models import Call
from medoffice.front_office.calls.queries.lists import lists
from medoffice.front_office.calls.rules.flags import red_flags
from medoffice.front_office.calls.types import Kind
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound
from medoffice.kernel.trace import Ref
from medoffice.practice.api import next_number, open_work
from medoffice.records.patients.api import patients_by_id
from medoffice.security.api import action, record, require, role_is_held
from medoffice.security.types import Actor, Role


@action("calls.take")
def take_call(
    *,
    actor: Actor,
    kind: str,
    caller: str,
    relation: str,
    phone: str,
    reason: str,
    patient_id: UUID | None = None,
    identity_checked: str = "",
    urgent: bool = False,
    callback: str = "",
    best_time: str = "",
    due_at: datetime | None = None,
    owner_id: UUID | None = None,
    in_chart: bool = True,
    with_call: UUID | None = None,
    source: str = "",
    started_at: datetime | None = None,
) -> UUID:
    """Log a call; it stays open until it is closed, with a work item in the queue of its kind and its promises.

    ``with_call`` is the first call of the same conversation. ``started_at`` is given for a message that came earlier.
    Raises Invalid without a caller or a reason, for an unknown kind, and for one identifier where two are needed.
    """
    known = lists()
    if kind not in known.kinds:
        raise Invalid("kind-unknown", "Choose what the call is about.", "", {"fields": {"kind": ["Choose one."]}})
    name = caller.strip() or _own_name(patient_id, relation)
    refuse_blank(caller=name, reason=reason)
    require(actor, "calls.take", patient_id)
    now = clock.now()
    flags = red_flags(reason, known.flags.values())
    row = call_row(
        number=next_number("T"),
        kind=kind,
        caller=name,
        relation=relation.strip(),
        phone=phone.strip(),
        patient_id=patient_id,
        identity_checked=checked_identity(identity_checked) if identity_checked.strip() else "",
        reason=reason,
        urgent=urgent or bool(flags),
        by=actor.name,
        at=started_at or now,
        due_at=due_at or now + timedelta(minutes=known.kinds[kind].due),
        red_flags=[flag.key for flag in flags],
        callback=callback.strip(),
        best_time=best_time.strip(),
        in_chart=in_chart,
        with_call=_first_of(actor, with_call),
        source=source,
    )
    row.save(force_insert=True)
    _route(actor, row, known.kinds[kind], owner_id)
    keep_in_mind(actor, row, reason, now)
    record("call", row.id, subjects=[patient_id] if patient_id else [], asked=kind, flags=list(row.red_flags))
    return row.id


def _own_name(patient_id: UUID | None, relation: str) -> str:
    """The patient's own name, if they call for themselves."""
    if patient_id is None or relation.strip().lower() not in ("", "self"):
        return ""
    found = patients_by_id([patient_id])
    if patient_id not in found:
        raise NotFound
    return found[patient_id].name.spoken_form


def _first_of(actor: Actor, call_id: UUID | None) -> UUID | None:
    """The first call of the conversation this one belongs to."""
    if call_id is None:
        return None
    first = Call.objects.filter(id=call_id).first()
    if first is None:
        raise NotFound
    require(actor, "calls.take", first.patient_id)
    return first.with_call_id or first.id


def _route(actor: Actor, row: Call, kind: Kind, owner_id: UUID | None) -> None:
    """Into the queue of its kind, or to the desk where nobody holds that job."""
    queue = kind.queue if role_is_held(kind.queue) else Role.RECEPTIONIST
    open_work(
        actor=actor,
        kind="call",
        title=call_work_title(row),
        ref=Ref("call", row.id),
        patient_id=row.patient_id,
        priority=1 if row.urgent else 2,
        due_at=row.due_at,
        queue=queue,
        owner_id=owner_id,
        key=str(row.id),
    )
