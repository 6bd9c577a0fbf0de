"""Whether a message still means what it says, asked at the moment it would go."""

from medoffice.front_office.outreach.models import Message
from medoffice.front_office.outreach.queries.waitlist import offer
from medoffice.front_office.outreach.types.messages import Purpose
from medoffice.front_office.outreach.types.waitlist import OfferState
from medoffice.front_office.scheduling.api import appointment
from medoffice.front_office.scheduling.types import OPEN, AppointmentState
from medoffice.kernel import clock

ABOUT_WHAT_COMES = frozenset({Purpose.REMINDER, Purpose.MOVED, Purpose.BOOKED})


def no_longer_meant(row: Message) -> str:
    """Why a message is not to go any more; empty if it is. One query."""
    if row.purpose == Purpose.OFFER:
        asked = offer(row.about_id)
        over = asked.state is not OfferState.OPEN or asked.until <= clock.now()
        return "The offer is over by now." if over else ""
    if row.about_kind != "appointment":
        return ""
    visit = appointment(row.about_id)
    if Purpose(row.purpose) in ABOUT_WHAT_COMES and visit.state not in OPEN:
        return f"The visit is {visit.state.replace('_', ' ')} by now."
    if Purpose(row.purpose) in ABOUT_WHAT_COMES and visit.starts <= clock.now():
        return "The time of the visit is over."
    if row.purpose == Purpose.MISSED and visit.state is not AppointmentState.NO_SHOW:
        return "The visit was not missed after all."
    return ""
