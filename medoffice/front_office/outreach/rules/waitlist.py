"""Whom a free time suits, and in which order they are asked: who is pressed, as staff set it, then who waited longest.

Nothing else counts: no age, sex, language, address or insurance of anybody is looked at.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from medoffice.front_office.outreach.types.waitlist import FreeTime, Match, Urgency, Waiter

_DAYS = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")


def matches(waiters: Iterable[Waiter], free: FreeTime, now: datetime) -> list[Match]:
    """Those a time suits, first who is asked first, each with the reasons."""
    fit = [one for one in waiters if not unfit(one, free, now)]
    fit.sort(key=lambda one: (-one.urgency, one.since, one.id))
    return [Match(one, _reasons(one, now)) for one in fit]


def unfit(waiter: Waiter, free: FreeTime, now: datetime) -> str:
    """Why a time does not suit somebody; empty if it does."""
    on, at = free.at.date(), free.at.time()
    if waiter.provider_ids and free.provider_id not in waiter.provider_ids:
        return "waits for somebody else"
    if waiter.weekdays and on.weekday() not in waiter.weekdays:
        return "not on that day of the week"
    if (waiter.not_before and at < waiter.not_before) or (waiter.not_after and at > waiter.not_after):
        return "not at that time of day"
    if (waiter.from_day and on < waiter.from_day) or (waiter.to_day and on > waiter.to_day):
        return "not on that day"
    if free.starts - now < timedelta(hours=waiter.notice_hours):
        return f"needs {waiter.notice_hours} hours' notice"
    return ""


def _reasons(waiter: Waiter, now: datetime) -> tuple[str, ...]:
    days = (now - waiter.since).days
    told = [f"{waiter.urgency.says}, as staff set it" + (f": {waiter.why}" if waiter.why else "")]
    told = told if waiter.urgency is not Urgency.USUAL else []
    told.append(f"waits {days} day{'' if days == 1 else 's'}")
    if waiter.weekdays:
        told.append("asked for " + ", ".join(_DAYS[day] for day in waiter.weekdays))
    if waiter.instead_of:
        told.append("would give up a later visit")
    return tuple(told)
