"""Today's visit of one patient: due or here, what for, and how they said it themselves when it was booked."""

from collections.abc import Iterable, Sequence

from medoffice.front_office.calls.api import call_told
from medoffice.front_office.flow.rules.here_today import of_today
from medoffice.front_office.flow.types import Today
from medoffice.front_office.scheduling.types import OPEN, Appointment
from medoffice.practice.api import office_zone, staff, today_here
from medoffice.records.encounters.types import Encounter
from medoffice.security.types import Actor


def today_of(actor: Actor, appointments: Iterable[Appointment], visits: Sequence[Encounter]) -> Today | None:
    """Today's visit, out of what the page has read of the patient as the actor may know it.

    One query if it was booked on a call, else none.
    """
    zone = office_zone()
    found = of_today(appointments, visits, today_here(), zone)
    if found is None:
        return None
    booked, visit = found
    told = call_told(actor, booked.call_id) if booked.call_id else None
    return Today(
        appointment_id=booked.id,
        encounter_id=visit.id if visit else None,
        due=booked.state in OPEN,
        time=f"{booked.starts.astimezone(zone):%-I:%M %p}",
        state=visit.stage.value if visit else booked.state.value,
        room=visit.in_room if visit else "",
        provider=next((one.name for one in staff() if one.id == booked.provider_id), ""),
        reason=visit.reason if visit else booked.reason,
        said=told.reason if told and told.reason != booked.reason else "",
        caller=told.caller if told else "",
        call_id=told.id if told else None,
    )
