"""A patient's rights on one page: what was asked of the record, and how far it is."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from medoffice.records.patients.api import banner
from medoffice.records.releases.api import requests_of
from medoffice.records.rights.queries.amendments import amendments_of
from medoffice.records.rights.queries.notices import acknowledged
from medoffice.records.rights.queries.restrictions import restrictions_of
from medoffice.security.api import OfficeRequest, saw, screen


@screen("rights.note", patient="patient_id")
def rights(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Restrictions, amendments, copies that were asked for, and the privacy notice."""
    saw(request, [patient_id])
    context = {
        "restrictions": restrictions_of(request.actor, patient_id),
        "amendments": amendments_of(request.actor, patient_id),
        "requests": requests_of(request.actor, patient_id),
        "standing": acknowledged(patient_id),
        "banner": banner(request.actor, patient_id),
        "room": "letters",
    }
    return render(request, "rights/patient.html", context)


def patient_panel(request: HttpRequest, patient_id: UUID) -> SafeString | None:
    """On a patient's page: how they stand to the privacy notice, and the way to their rights by a key. Two queries."""
    may = getattr(request, "may", None)
    if not may or not may("rights.note"):
        return None
    context = {"who": patient_id, "standing": acknowledged(patient_id)}
    return render_to_string("rights/_of_patient.html", context, request)
