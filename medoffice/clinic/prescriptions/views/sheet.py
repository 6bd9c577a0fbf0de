"""A patient's sheet of medicines, to take along."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from medoffice.clinic.charting.api import chart_of
from medoffice.clinic.charting.types import ListKind
from medoffice.clinic.prescriptions.queries.pharmacies import pharmacies_of
from medoffice.clinic.prescriptions.queries.prescriptions import prescriptions_of
from medoffice.clinic.prescriptions.queries.safety import held
from medoffice.clinic.prescriptions.rules.sheet import lines
from medoffice.kernel import clock
from medoffice.practice.api import office_zone, practice
from medoffice.records.patients.api import banner, patient
from medoffice.security.api import OfficeRequest, require, screen


@screen("prescriptions.print", patient="patient_id")
def sheet(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """What the patient takes and is allergic to, in plain words, as whoever prints it may know it."""
    actor = request.actor
    require(actor, "lists.read", patient_id)
    chart = chart_of(actor, patient_id)
    looked = chart.attested.get(ListKind.MEDICATION)
    context = {
        "banner": banner(actor, patient_id),
        "who": patient(patient_id),
        "lines": lines(held(chart, ListKind.MEDICATION), prescriptions_of(actor, patient_id)),
        "none": chart.none_known.get(ListKind.MEDICATION),
        "allergies": held(chart, ListKind.ALLERGY),
        "no_allergies": chart.none_known.get(ListKind.ALLERGY),
        "looked": looked.at.astimezone(office_zone()) if looked else None,
        "partly": bool(chart.hidden & {ListKind.MEDICATION, ListKind.ALLERGY}),
        "pharmacy": next((one.pharmacy for one in pharmacies_of(patient_id) if one.preferred), None),
        "office": practice(),
        "printed": clock.now().astimezone(office_zone()),
        "room": "prescriptions",
    }
    return render(request, "prescriptions/sheet.html", context)
