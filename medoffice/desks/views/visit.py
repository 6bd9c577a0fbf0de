"""What the desk looks for on a visit's page: what was booked and by when, money, what is missing, the next visit."""

from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from medoffice.desks.queries import chips_of_visit, copay_due, visits_ahead
from medoffice.front_office.check_in.api import arrival_of, partings_of, payables
from medoffice.front_office.check_in.types import Arrival
from medoffice.front_office.scheduling.api import appointment, visit_type
from medoffice.practice.api import site, staff_member
from medoffice.records.encounters.api import encounter, with_reasons
from medoffice.records.encounters.types import OVER, Encounter
from medoffice.records.patients.api import patient
from medoffice.revenue.billing.api import patient_balance, receipts_of_visit
from medoffice.security.api import can
from medoffice.security.types import Actor


def desk_panel(request: HttpRequest, encounter_id: UUID) -> SafeString | None:
    """The middle of a visit's page for who sees patients come and go, and not the chart."""
    actor, visit = getattr(request, "actor", None), encounter(encounter_id)
    if actor is None or not all(can(actor, word, visit.patient_id) for word in ("check_in.arrive", "billing.read")):
        return None
    (shown,) = with_reasons(actor, [visit])
    context = {
        "visit": shown,
        "provider": staff_member(visit.provider_id),
        "who": patient(visit.patient_id),
        "over": visit.stage in OVER,
        "chips": chips_of_visit(actor, visit),
        "partings": partings_of(actor, shown),
        "copay": copay_due(visit),
        "receipts": receipts_of_visit(encounter_id),
        "balance": patient_balance(visit.patient_id),
        "ahead": visits_ahead(actor, visit.patient_id),
        **_came(actor, visit, arrival_of(encounter_id)),
    }
    return render_to_string("desks/_visit.html", context, request)


def _came(actor: Actor, visit: Encounter, arrival: Arrival | None) -> dict[str, object]:
    """How the visit was booked, and to whom it is billed; empty for one that began without the desk."""
    if arrival is None:
        return {}
    (booked,) = with_reasons(actor, [appointment(arrival.appointment_id)])
    offered = {one.id: one.label for one in payables(visit.patient_id, visit.date)}
    zone = ZoneInfo(site(visit.site_id).zone)
    return {
        "arrival": arrival,
        "arrived": arrival.arrived_at.astimezone(zone),
        "booked": booked,
        "starts": booked.starts.astimezone(zone),
        "kind": visit_type(booked.visit_type),
        "billed_to": offered.get(arrival.case_id or arrival.coverage_id or visit.id, "the patient"),
    }
