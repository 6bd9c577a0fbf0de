"""The course of a visit: each step at its instant, drawn by the visit's own chances."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from medoffice.rehearsal.bulk.types import Course, WithProvider
from medoffice.rehearsal.population.types import Chance
from medoffice.rehearsal.stories.types import Fate, PlannedVisit, RenderedVisit

NO_MONEY, NEXT_DAY = 0.06, 0.05  # a copay that is not paid; a note that is signed the next working morning
MORNING, LATE = time(7, 45), timedelta(minutes=25)


def course_until(course: Course, now: datetime) -> Course:
    """What of a course has happened by an instant; a visit that was seen is at least out of the door."""
    if course.arrived is None and course.ended is not None and course.ended >= now:
        return replace(course, ended=None)
    seen = course.seen
    if seen is not None and seen.signed is not None and seen.signed >= now:
        return replace(course, seen=replace(seen, signed=None, coded=None))
    if seen is not None and seen.coded is not None and seen.coded >= now:
        return replace(course, seen=replace(seen, coded=None))
    return course


def booked(course: Course) -> Course:
    """What of a course has happened before its day: the call and the booking, or that it was cancelled."""
    ended = course.ended if course.plan.fate is Fate.CANCELLED else None
    return Course(course.plan, course.told, course.called, ended=ended)


def course_of(plan: PlannedVisit, told: RenderedVisit, free_from: datetime | None, methods: int) -> Course:
    """How a planned visit goes; its provider is with somebody else until ``free_from``."""
    own = _Chances(Chance(f"course {plan.seed} {plan.starts.isoformat()}"))
    called = plan.call.at if plan.call else None
    if plan.fate is Fate.CANCELLED and called:
        notice = plan.starts - timedelta(hours=own.chance.between("notice", 1, 20))
        return Course(plan, told, called, ended=max(notice, own.after("later", called, 5, 20)))
    if plan.fate is Fate.NO_SHOW:
        return Course(plan, told, called, ended=plan.starts + LATE)
    arrived = plan.arrives or plan.starts
    if called:
        arrived = max(arrived, own.after("on the way", called, 5, 15))
    pays = not own.chance.happens("no money with them", NO_MONEY)
    method = own.chance.number("method", methods) if pays and plan.call else None
    if plan.fate is Fate.LEFT:
        ended = own.after("patience", arrived, 30, 45)
        return Course(plan, told, called, arrived, ended=ended, method=method)
    return Course(plan, told, called, arrived, seen=_seen(plan, own, arrived, free_from), method=method)


def _seen(plan: PlannedVisit, own: "_Chances", arrived: datetime, free_from: datetime | None) -> WithProvider:
    """From the waiting room to the codes."""
    minutes = plan.visit_type.minutes
    roomed = own.after("to room", arrived, 5, 19)
    measured = own.after("vitals", roomed, 3, 6)
    entered = own.after("provider", measured, 3, 14)
    entered = max(entered, free_from) if free_from else entered
    done = own.after("orders", entered, 3, 6)
    written = max(own.after("length", entered, minutes - 6, minutes), done)
    out = own.after("way out", written, 2, 6)
    signed = own.after("sign", out, 5, 50)
    if own.chance.happens("tomorrow", NEXT_DAY):
        signed = _next_morning(signed)
    coded = own.after("code", signed, 30, 120)
    drawn, assistant = own.chance.number("room", 1 << 16), own.chance.number("assistant", 1 << 16)
    return WithProvider(roomed, drawn, assistant, measured, entered, done, written, out, signed, coded)


def _next_morning(at: datetime) -> datetime:
    """A quarter to eight of the next working day, in the same zone."""
    on = at.date() + timedelta(days=3 if at.weekday() == 4 else 1)
    return datetime.combine(on, MORNING, at.tzinfo)


class _Chances:
    """Some minutes later, by chance."""

    def __init__(self, chance: Chance) -> None:
        self.chance = chance

    def after(self, label: str, at: datetime, low: int, high: int) -> datetime:
        """Some minutes after an instant."""
        return at + timedelta(minutes=self.chance.between(label, low, high))


def working_days(first: date, until: date) -> list[date]:
    """The weekdays from one day on and before another."""
    days = (first + timedelta(days=number) for number in range((until - first).days))
    return [day for day in days if day.weekday() < 5]
