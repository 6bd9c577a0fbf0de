"""Reads of the telephone log."""

from datetime import UTC, datetime, time, timedelta
from datetime import date as day
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.front_office.calls import models
from medoffice.front_office.calls.types import Call, CallKind
from medoffice.kernel.refusals import NotFound
from medoffice.records.encounters.api import with_reasons
from medoffice.security.api import permitted
from medoffice.security.types import Actor


def call(call_id: UUID) -> Call:
    """A call. Raises NotFound. One query."""
    row = models.Call.objects.filter(id=call_id).first()
    if row is None:
        raise NotFound
    return to_call(row)


def open_calls(actor: Actor) -> list[Call]:
    """Calls without an end, urgent ones first, then oldest. Two queries."""
    rows = permitted(actor, "calls.read", models.Call.objects.filter(ended_at=None), visit="id")
    return with_reasons(actor, [to_call(row) for row in rows.order_by("-urgent", "started_at")])


def calls_on(actor: Actor, on: day, zone: str) -> list[Call]:
    """The calls of a day at a place, latest first. Two queries."""
    starts = datetime.combine(on, time.min, ZoneInfo(zone)).astimezone(UTC)
    rows = models.Call.objects.filter(started_at__gte=starts, started_at__lt=starts + timedelta(days=1))
    rows = permitted(actor, "calls.read", rows, visit="id").order_by("-started_at")
    return with_reasons(actor, [to_call(row) for row in rows])


def call_numbered(number: str) -> UUID | None:
    """The call with this number."""
    return models.Call.objects.filter(number=number).values_list("id", flat=True).first() if number else None


def to_call(row: models.Call) -> Call:
    """A row as the noun."""
    return Call(
        id=row.id,
        number=row.number,
        kind=CallKind(row.kind),
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
    )
