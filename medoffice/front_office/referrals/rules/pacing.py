"""When the next step of a referral is due, and how dangerous it is that it was not taken."""

from collections.abc import Iterable
from datetime import date, timedelta

from medoffice.front_office.referrals.types import Pace, Priority, State

_WEIGHT = {Priority.STAT: 12, Priority.ASAP: 6, Priority.URGENT: 3, Priority.ROUTINE: 1}
PRESSING = 21  # from here on it stands among what is urgent: three weeks late, or sooner what could not wait


def pace_on(paces: Iterable[Pace], priority: Priority, on: date) -> Pace:
    """The pace of a priority that holds on a day: the latest that had begun; of two of a day, the last one given.

    Raises ValueError if none has.
    """
    found = [one for one in paces if one.priority is priority and one.since <= on]
    if not found:
        raise ValueError(f"no pace for {priority} on {on}")
    return sorted(found, key=lambda one: one.since)[-1]


def due_on(state: State, since: date, visit_on: date | None, pace: Pace) -> date | None:
    """The day of the next step of what stands so since then; None when it is closed."""
    days = {
        State.TO_SEND: pace.send,
        State.SENT: pace.acknowledge,
        State.ACKNOWLEDGED: pace.schedule,
        State.SCHEDULED: pace.report,
        State.REPORTED: pace.review,
    }
    if state not in days:
        return None
    counted = max(since, visit_on) if state is State.SCHEDULED and visit_on else since
    return counted + timedelta(days=days[state])


def danger(priority: Priority, due: date | None, today: date) -> int:
    """How dangerous the waiting is: 0 until it is overdue; then the days since, by how soon it was wanted."""
    late = (today - due).days if due else 0
    return _WEIGHT[priority] * late if late > 0 else 0
