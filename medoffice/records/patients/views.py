"""Screens of patient identity: registering, and changing with nobody's typing lost."""

from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.shortcuts import redirect, render

from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, Refusal
from medoffice.records.patients import queries
from medoffice.records.patients.actions.change_patient import change_patient
from medoffice.records.patients.actions.register_patient import register_patient
from medoffice.records.patients.forms import ChangeForm, PatientForm, as_typed
from medoffice.security.api import back, screen
from medoffice.security.screens import OfficeRequest


@screen("patients.register")
def register(request: OfficeRequest) -> HttpResponse:
    """Register a new patient; the next page asks for insurance."""
    form = PatientForm(request.POST or None, initial={"language": "en", "state": "IL"})
    form.today = clock.today(ZoneInfo("UTC"))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            patient_id = register_patient.once(
                request.POST.get("once", ""),
                actor=request.actor,
                name=form.name(),
                sex=data["sex"],
                birth_date=data["birth_date"],
                pronouns=data["pronouns"],
                language=data["language"],
                interpreter=data["interpreter"],
                phone=data["phone"],
                email=data["email"],
                address=form.address(),
                alert=data["alert"],
            )
            return redirect("coverage:patient", patient_id=patient_id)
        except Refusal as refusal:
            form.add_error(None, refusal.words)
    context = {"form": form, "next": request.GET.get("next", "")}
    return render(request, "patients/register.html", context, status=422 if form.errors else 200)


@screen("patients.change", patient="patient_id")
def change(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Change a patient. If somebody else changed the same fields meanwhile, both values are shown to choose from."""
    who, conflict = queries.patient(patient_id), None
    form = ChangeForm(request.POST or None, initial=as_typed(who))
    form.today = clock.today(ZoneInfo("UTC"))
    if request.method == "POST" and form.is_valid():
        seen = int(request.POST.get("version", "0") or 0)
        try:
            change_patient(actor=request.actor, patient_id=patient_id, seen_version=seen, changes=form.changes())
            return back(request, f"/patient/{patient_id}/")
        except Conflict as found:
            conflict = found
        except Refusal as refusal:
            form.add_error(None, refusal.words)
    context = {"form": form, "version": who.version, "conflict": conflict, "pairs": _pairs(conflict)}
    context["banner"] = queries.banner(request.actor, patient_id)
    status = 409 if conflict else 422 if form.errors else 200
    return render(request, "patients/change.html", context, status=status)


def _pairs(conflict: Conflict | None) -> list[tuple[str, object, object]]:
    """Field, mine, theirs."""
    if conflict is None:
        return []
    mine, theirs = conflict.detail["mine"], conflict.detail["theirs"]
    return [(field, mine[field], theirs[field]) for field in mine]
