"""Holds: a day is locked while something is placed; a time that was kept for somebody is free again."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection

from medoffice.front_office.scheduling.models import Hold, Holding
from medoffice.front_office.scheduling.types import HoldBroken, VisitType
from medoffice.kernel import clock
from medoffice.kernel.facts import publish


def lock_day(people: Iterable[UUID], site_id: UUID, kind: VisitType, on: date) -> None:
    """Until the action ends nobody else places a booking of these people, or out of these groups, on that day."""
    keys = {f"{who} {on}" for who in people} | {f"{site_id} {group} {on}" for group in kind.needs}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(key, 0)) FROM unnest(%s::text[]) AS key", [sorted(keys)]
        )


def end_hold(hold_id: UUID) -> bool:
    """The time is free again, or its own booking's; False if the hold had ended before."""
    ended = Hold.objects.filter(id=hold_id, ended_at=None).update(ended_at=clock.now())
    Holding.objects.filter(hold_id=hold_id).update(live=False)
    return bool(ended)


def end_old_holds() -> None:
    """What was held until now is held no longer. One query if there is none."""
    for hold_id in Hold.objects.filter(ended_at=None, until__lte=clock.now()).values_list("id", flat=True):
        end_hold(hold_id)


def break_holds(provider_id: UUID, starts: datetime, minutes: int) -> None:
    """Take a provider's time from those it is held for; whoever held it hears of it."""
    span = (starts, starts + timedelta(minutes=minutes))
    rows = Hold.objects.filter(ended_at=None, provider_id=provider_id, during__overlap=span)
    for hold_id in rows.values_list("id", flat=True):
        end_hold(hold_id)
        publish(HoldBroken(hold_id), subject=hold_id)
