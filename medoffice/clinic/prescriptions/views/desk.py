"""What waits for a signature, and what was prescribed to a patient."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from medoffice.clinic.charting.api import chart_of
from medoffice.clinic.charting.types import ListKind
from medoffice.clinic.prescriptions.queries import prescriptions as asked
from medoffice.clinic.prescriptions.queries.pharmacies import pharmacies_of
from medoffice.clinic.prescriptions.queries.renewals import renewals_of
from medoffice.clinic.prescriptions.queries.safety import held
from medoffice.clinic.prescriptions.types.prescribing import State
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import banner, patients_by_id
from medoffice.security.api import OfficeRequest, can, saw, screen
from medoffice.ui.lists import limit_of, rest_of

MOST = 6


@screen("prescriptions.read")
def desk(request: OfficeRequest) -> HttpResponse:
    """Every prescription that waits for its signature, oldest first."""
    everything = asked.to_sign(request.actor)
    found = everything[: limit_of(request)]
    people = patients_by_id({one.patient_id for one in found})
    saw(request, people)
    context = {
        "lines": [(one, people[one.patient_id]) for one in found],
        "total": len(everything),
        "rest": rest_of(request, len(found), len(everything)),
        "room": "prescriptions",
    }
    return render(request, "prescriptions/desk.html", context)


@screen("prescriptions.read", patient="patient_id")
def of_patient(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """What was prescribed to a patient, and what else they take."""
    context = {
        "banner": banner(request.actor, patient_id),
        "patient_id": patient_id,
        "prescriptions": asked.prescriptions_of(request.actor, patient_id),
        "renewals": renewals_of(request.actor, patient_id)[:MOST],
        "taken": taken_by(request, patient_id),
        "theirs": pharmacies_of(patient_id),
        "may_prepare": can(request.actor, "prescriptions.prepare", patient_id),
        "may_print": can(request.actor, "prescriptions.print", patient_id),
        "room": "prescriptions",
    }
    return render(request, "prescriptions/of_patient.html", context)


def taken_by(request: OfficeRequest, patient_id: UUID) -> dict[str, object] | None:
    """Allergies and medications of the chart, if the actor may know them."""
    if not can(request.actor, "lists.read", patient_id):
        return None
    found = chart_of(request.actor, patient_id)
    return {
        name: {
            "entries": held(found, kind),
            "none": found.none_known.get(kind),
        }
        for name, kind in (("allergies", ListKind.ALLERGY), ("medications", ListKind.MEDICATION))
    }


def patient_panel(request: HttpRequest, patient_id: UUID) -> SafeString | None:
    """On a patient's page and in the chart: what waits, and what was prescribed last."""
    return _panel(request, patient_id, None)


def visit_panel(request: HttpRequest, encounter_id: UUID) -> SafeString | None:
    """At a visit."""
    return _panel(request, encounter(encounter_id).patient_id, encounter_id)


def _panel(request: HttpRequest, patient_id: UUID, visit_id: UUID | None) -> SafeString | None:
    actor = getattr(request, "actor", None)
    if actor is None or not can(actor, "prescriptions.read", patient_id, visit_id):
        return None
    found = (
        asked.prescriptions_of_visit(actor, visit_id)
        if visit_id
        else [one for one in asked.prescriptions_of(actor, patient_id) if one.state in (State.PREPARED, State.SIGNED)]
    )
    context = {
        "prescriptions": found[:MOST],
        "patient_id": patient_id,
        "visit_id": visit_id,
        "may_prepare": can(actor, "prescriptions.prepare", patient_id, visit_id),
    }
    return render_to_string("prescriptions/_panel.html", context, request)
