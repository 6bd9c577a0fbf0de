"""Which state may follow which, and what a cancellation is called."""

from datetime import datetime, timedelta

from medoffice.front_office.scheduling.types import OPEN, AppointmentState

LATE_CANCEL = timedelta(hours=24)  # less notice than this is late
FROM: dict[AppointmentState, frozenset[AppointmentState]] = {
    AppointmentState.BOOKED: frozenset({AppointmentState.ARRIVED}),  # an arrival that was noted by mistake
    AppointmentState.CONFIRMED: OPEN,
    AppointmentState.ARRIVED: OPEN | {AppointmentState.NO_SHOW},
    AppointmentState.CANCELLED: OPEN,
    AppointmentState.LATE_CANCEL: OPEN,
    AppointmentState.MOVED: OPEN,
    AppointmentState.NO_SHOW: OPEN,
}


def may_become(now: AppointmentState, then: AppointmentState) -> bool:
    """Whether an appointment in one state may come to another."""
    return now in FROM[then]


def cancelled_as(starts: datetime, now: datetime) -> AppointmentState:
    """What an appointment becomes that is cancelled now: late, if its time is near."""
    return AppointmentState.LATE_CANCEL if starts - now < LATE_CANCEL else AppointmentState.CANCELLED
