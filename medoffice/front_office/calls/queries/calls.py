"""Reads of the telephone log."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from datetime import date as day
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Min, Q

from medoffice.front_office.calls import models
from medoffice.front_office.calls.types import Call, CallEvent, EventKind, Promise
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref
from medoffice.records.encounters.api import with_reasons
from medoffice.security.api import permitted
from medoffice.security.types import Actor


def call(call_id: UUID) -> Call:
    """A call. Raises NotFound. One query."""
    row = models.Call.objects.filter(id=call_id).first()
    if row is None:
        raise NotFound
    return to_call(row)


def call_told(actor: Actor, call_id: UUID) -> Call | None:
    """A call as the actor may know of it; None if they may not. One query where the page has asked for the labels."""
    rows = permitted(actor, "calls.read", models.Call.objects.filter(id=call_id), visit="id")
    return next(iter(with_reasons(actor, [to_call(row) for row in rows])), None)


def open_calls(actor: Actor) -> list[Call]:
    """Calls without an end, urgent ones first, then oldest. Two queries."""
    rows = permitted(actor, "calls.read", models.Call.objects.filter(ended_at=None), visit="id").annotate(
        promised_at=Min("promises__due_at", filter=Q(promises__done_at=None))
    )
    return with_reasons(actor, [to_call(row) for row in rows.order_by("-urgent", "started_at", "id")])


def calls_on(actor: Actor, on: day, zone: str) -> list[Call]:
    """The calls of a day at a place, latest first. Two queries."""
    starts = datetime.combine(on, time.min, ZoneInfo(zone)).astimezone(UTC)
    rows = models.Call.objects.filter(started_at__gte=starts, started_at__lt=starts + timedelta(days=1))
    rows = permitted(actor, "calls.read", rows, visit="id").order_by("-started_at", "-id")
    return with_reasons(actor, [to_call(row) for row in rows])


def calls_of(actor: Actor, patient_id: UUID, limit: int = 20) -> list[Call]:
    """The calls about a patient, latest first. Two queries."""
    rows = permitted(actor, "calls.read", models.Call.objects.filter(patient_id=patient_id), visit="id")
    return with_reasons(actor, [to_call(row) for row in rows.order_by("-started_at", "-id")[:limit]])


def bundled(actor: Actor, taken: Call) -> list[Call]:
    """The other calls of the same conversation, as far as the actor may know of them. Two queries."""
    first = taken.with_call or taken.id
    rows = models.Call.objects.filter(with_call_id=first) | models.Call.objects.filter(id=first)
    rows = permitted(actor, "calls.read", rows.exclude(id=taken.id), visit="id")
    return with_reasons(actor, [to_call(row) for row in rows.order_by("number")])


def call_numbered(number: str) -> UUID | None:
    """The call with this number."""
    return models.Call.objects.filter(number=number).values_list("id", flat=True).first() if number else None


def events_of(call_id: UUID) -> list[CallEvent]:
    """What was written about a call, in order. One query."""
    rows = models.CallEvent.objects.filter(call_id=call_id).order_by("at", "id")
    return [CallEvent(EventKind(row.kind), row.words, row.detail, row.by, row.at) for row in rows]


def promises_of(call_ids: Iterable[UUID]) -> list[Promise]:
    """What was promised on these calls, soonest first. One query."""
    rows = models.Promise.objects.filter(call_id__in=list(call_ids)).order_by("due_at", "id")
    return [to_promise(row) for row in rows]


def promise(promise_id: UUID) -> Promise:
    """A promise. Raises NotFound. One query."""
    row = models.Promise.objects.filter(id=promise_id).first()
    if row is None:
        raise NotFound
    return to_promise(row)


def to_promise(row: models.Promise) -> Promise:
    """A row as the noun."""
    return Promise(row.id, row.call_id, row.words, row.to, row.due_at, row.made_by, row.done_at)


def to_call(row: models.Call) -> Call:
    """A row as the noun."""
    return Call(
        id=row.id,
        number=row.number,
        kind=row.kind,
        caller=row.caller,
        relation=row.relation,
        phone=row.phone,
        patient_id=row.patient_id,
        identity_checked=row.identity_checked,
        reason=row.reason,
        urgent=row.urgent,
        outcome=row.outcome,
        taken_by=row.taken_by,
        started_at=row.started_at,
        ended_at=row.ended_at,
        callback=row.callback,
        best_time=row.best_time,
        due_at=row.due_at,
        touched_at=row.touched_at,
        red_flags=tuple(row.red_flags),
        in_chart=row.in_chart,
        told=row.told,
        read_back=row.read_back,
        with_call=row.with_call_id,
        cause=row.cause,
        because=Ref(row.because_kind, row.because_id) if row.because_id else None,
        source=row.source,
        promised_at=getattr(row, "promised_at", None),
    )
