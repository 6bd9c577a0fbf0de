"""Ask payers about visits: about one from the desk, about all that come within three days by itself."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.front_office.check_in.actions.look_at_insurance import EXCEPTION, look_at_insurance
from medoffice.front_office.check_in.rules.insurance import day_of, still_to_ask
from medoffice.front_office.scheduling.api import appointment, appointments_on
from medoffice.front_office.scheduling.types import HOLDS_THE_SLOT, Appointment
from medoffice.kernel import clock
from medoffice.practice.api import refs_waiting, site, sites
from medoffice.records.coverage.api import ask_eligibility, checks_of_visits, coverages_on, policies_on
from medoffice.records.coverage.types import Asking
from medoffice.security.types import Actor

DAYS_AHEAD = 3
AT_ONCE = 200  # questions noted in one act


def ask_for_visit(*, actor: Actor, appointment_id: UUID) -> list[UUID]:
    """Ask every payer of a visit's patient, for the visit's own day; asking again is a new question."""
    booked = appointment(appointment_id)
    on = day_of(booked, ZoneInfo(site(booked.site_id).zone))
    asking = [Asking(policy.id, on, booked.id) for policy in coverages_on(booked.patient_id, on)]
    return ask_eligibility(actor=actor, asking=asking) if asking else []


def ask_ahead(*, actor: Actor) -> int:
    """Ask about every visit of today and the days ahead that nobody asked about yet; returns how many questions.

    Also takes from the exception list what is over, moved or cancelled. A dozen queries when there is nothing to do.
    """
    clear_exceptions(actor=actor)
    visits = _visits(actor)
    held = policies_on((one.patient_id, on) for one, on in visits)
    asking = still_to_ask(visits, held, checks_of_visits([one.id for one, _ in visits]))
    for start in range(0, len(asking), AT_ONCE):
        ask_eligibility(actor=actor, asking=asking[start : start + AT_ONCE])
    return len(asking)


def clear_exceptions(*, actor: Actor) -> None:
    """Look again at every visit on the exception list whose day is over or that no longer holds its time."""
    for _, appointment_id in refs_waiting(EXCEPTION):
        booked = appointment(appointment_id)
        if booked.state not in HOLDS_THE_SLOT or booked.ends < clock.now():
            look_at_insurance(actor=actor, appointment_id=appointment_id)


def _visits(actor: Actor) -> Sequence[tuple[Appointment, date]]:
    """The visits from today on, with their days."""
    places = {place.id: ZoneInfo(place.zone) for place in sites()}
    if not places:
        return []
    zone = next(iter(places.values()))
    today = clock.today(zone)
    days = [today + timedelta(days=ahead) for ahead in range(DAYS_AHEAD + 1)]
    found = [one for on in days for one in appointments_on(actor, None, on, zone.key)]
    return [(one, day_of(one, places[one.site_id])) for one in found]
