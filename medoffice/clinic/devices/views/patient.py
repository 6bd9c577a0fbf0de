"""What devices found of a patient, visit after visit, and the way there from the patient's page."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from medoffice.clinic.devices.queries.devices import services
from medoffice.clinic.devices.queries.measured import measured_of, measured_reports
from medoffice.clinic.devices.rules.course import courses_of
from medoffice.clinic.results.api import trend_of
from medoffice.records.patients.api import banner
from medoffice.security.api import OfficeRequest, can, screen
from medoffice.ui.lists import limit_of, rest_of


@screen("devices.read", patient="patient_id")
def of_patient(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Each tracing with its values and its device, the last first; beside it the course of each measure."""
    everything = measured_of(request.actor, patient_id)
    found = everything[: limit_of(request)]
    courses = courses_of(everything, services())
    context = {
        "lines": found,
        "total": len(everything),
        "courses": [(one.what, one, trend_of(one.latest.words, one.numbers, one.latest.unit)) for one in courses],
        "rest": rest_of(request, len(found), len(everything)),
        "patient_id": patient_id,
        "banner": banner(request.actor, patient_id),
    }
    return render(request, "devices/of_patient.html", context | {"room": "devices"})


def panel(request: HttpRequest, patient_id: UUID) -> SafeString | None:
    """On a patient's page: what devices found last, and the way to all of it."""
    actor = getattr(request, "actor", None)
    if actor is None or not can(actor, "devices.read", patient_id):
        return None
    found = measured_reports(actor, patient_id, 3)
    if not found:
        return None
    return render_to_string("devices/_patient.html", {"found": found, "who": patient_id}, request)
