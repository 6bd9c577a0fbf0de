"""The directory of pharmacies, those that a patient uses, and to which a prescription goes."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.clinic.prescriptions.actions.change_pharmacy import change_pharmacy
from medoffice.clinic.prescriptions.actions.choose_pharmacy import choose_pharmacy
from medoffice.clinic.prescriptions.actions.direct_prescription import direct_prescription
from medoffice.clinic.prescriptions.actions.leave_pharmacy import leave_pharmacy
from medoffice.clinic.prescriptions.forms import ChooseForm, DirectForm, PharmacyForm, SoughtForm
from medoffice.clinic.prescriptions.queries import pharmacies as asked
from medoffice.records.patients.api import banner
from medoffice.security.api import OfficeRequest, screen, seen_version
from medoffice.ui.fields import refusals_in


@screen("pharmacies.read")
def directory(request: OfficeRequest) -> HttpResponse:
    """Pharmacies of the directory, by town."""
    form = SoughtForm(request.GET or None)
    typed = form.cleaned_data["q"] if form.is_bound and form.is_valid() else ""
    context = {
        "form": form,
        "found": asked.pharmacies_like(typed),
        "total": asked.pharmacy_count(),
        "room": "prescriptions",
    }
    return render(request, "prescriptions/pharmacies.html", context)


@require_POST
@screen("pharmacies.read")
def find(request: OfficeRequest) -> HttpResponse:
    """Pharmacies, as typed."""
    found = asked.pharmacies_like(request.POST.get("q", "")[:80], asked.MOST_HITS)
    return render(request, "prescriptions/_pharmacy_hits.html", {"found": found})


@screen("pharmacies.mend")
def pharmacy(request: OfficeRequest, pharmacy_id: UUID) -> HttpResponse:
    """One of the directory, with what the office may mend."""
    one = asked.pharmacy(pharmacy_id)
    initial = {"phone": one.phone_words, "fax": one.fax_words, "hours": one.hours, "wire": one.wire, "used": one.used}
    form = PharmacyForm(request.POST or None, initial=initial)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            change_pharmacy(
                actor=request.actor, pharmacy_id=pharmacy_id, seen_version=seen_version(request), **form.cleaned_data
            )
            return redirect("prescriptions:pharmacies")
    context = {"one": one, "form": form, "room": "prescriptions"}
    return render(request, "prescriptions/pharmacy.html", context, status=422 if form.errors else 200)


@screen("pharmacies.choose", patient="patient_id")
def theirs(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """The pharmacies a patient uses; another is added here."""
    form = ChooseForm(request.POST or None)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            choose_pharmacy(
                actor=request.actor, patient_id=patient_id, pharmacy_id=form.cleaned_data["pharmacy"],
                preferred=form.cleaned_data["preferred"],
            )  # fmt: skip
            return redirect("prescriptions:their-pharmacies", patient_id)
    context = {
        "form": form,
        "theirs": asked.pharmacies_of(patient_id),
        "patient_id": patient_id,
        "banner": banner(request.actor, patient_id),
        "room": "prescriptions",
    }
    return render(request, "prescriptions/their_pharmacies.html", context, status=422 if form.errors else 200)


@require_POST
@screen("pharmacies.choose", patient="patient_id")
def leave(request: OfficeRequest, patient_id: UUID, pharmacy_id: UUID) -> HttpResponse:
    """It is theirs no more."""
    leave_pharmacy(actor=request.actor, patient_id=patient_id, pharmacy_id=pharmacy_id)
    return redirect("prescriptions:their-pharmacies", patient_id)


@require_POST
@screen("prescriptions.prepare")
def direct(request: OfficeRequest, prescription_id: UUID) -> HttpResponse:
    """A prescription goes there."""
    form = DirectForm(request.POST)
    if form.is_valid():
        direct_prescription(
            actor=request.actor, prescription_id=prescription_id, pharmacy_id=form.cleaned_data["pharmacy"]
        )
    return redirect("prescriptions:prescription", prescription_id)
