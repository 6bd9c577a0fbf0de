"""Screens of patient identity: registering, and changing with nobody's typing lost."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.kernel.refusals import Conflict, Refusal
from medoffice.practice.api import today_here
from medoffice.records.patients import queries
from medoffice.records.patients.actions.change_patient import change_patient
from medoffice.records.patients.actions.end_permission import end_permission
from medoffice.records.patients.actions.join_household import join_household
from medoffice.records.patients.actions.leave_household import leave_household
from medoffice.records.patients.actions.permit_person import permit_person
from medoffice.records.patients.actions.register_patient import register_patient
from medoffice.records.patients.forms import ChangeForm, ComfortForm, HouseholdForm, PatientForm, PermitForm, as_typed
from medoffice.records.patients.offers import registration_parts
from medoffice.records.patients.types import PatientHit
from medoffice.security.api import OfficeRequest, back, saw, screen, seen_version
from medoffice.ui.fields import refusals_in, show_refusal


@screen("patients.register")
def register(request: OfficeRequest) -> HttpResponse:
    """Register a new patient with what other rooms ask for (insurance); a like one is shown first, and stops nobody."""
    form = PatientForm(request.POST or None, initial={"language": "en", "state": "IL"})
    form.today = today_here()
    parts = [(part, part.form(request)) for part in registration_parts.values()]
    found: list[PatientHit] = []
    if request.method == "POST" and all([form.is_valid(), *(asked.is_valid() for _, asked in parts)]):
        try:
            patient_id = _register(request, form)
            for part, asked in parts:
                if asked.has_changed():
                    part.act(request, patient_id, asked)
            return _registered(request, patient_id)
        except Refusal as refusal:
            found = refusal.detail.get("alike", [])
            saw(request, {hit.id for hit in found})
            if not found:
                show_refusal(form, refusal)
    asks = [(part.title, asked) for part, asked in parts]
    next_ = request.POST.get("next", request.GET.get("next", ""))
    context = {"form": form, "parts": asks, "alike": found, "next": next_}
    bad = form.errors or any(asked.errors for _, asked in asks)
    return render(request, "patients/register.html", context, status=409 if found else 422 if bad else 200)


def _register(request: OfficeRequest, form: PatientForm) -> UUID:
    data = form.cleaned_data
    return register_patient(
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
        unless_alike="anyway" not in request.POST,
    )


def _registered(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Back to where a new patient was needed (a call), saying who it is; else to their insurance."""
    if request.POST.get("next"):
        answer = back(request, "/front/")
        answer["Location"] += f"?who={patient_id}"
        return answer
    return redirect("coverage:patient", patient_id=patient_id)


@screen("patients.change", patient="patient_id")
def change(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Change a patient. If somebody else changed the same fields meanwhile, both values are shown to choose from."""
    return _change(request, patient_id, ChangeForm, "Change")


@screen("patients.change", patient="patient_id")
def comfort(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """The comfort card: how to address the patient, their language, what they fear, what helps."""
    return _change(request, patient_id, ComfortForm, "Comfort card")


def _change(request: OfficeRequest, patient_id: UUID, kind: type[ChangeForm], title: str) -> HttpResponse:
    who, conflict = queries.patient(patient_id), None
    form = kind(request.POST or None, initial=as_typed(who))
    form.today = today_here()
    if request.method == "POST" and form.is_valid():
        seen = seen_version(request)
        try:
            change_patient(actor=request.actor, patient_id=patient_id, seen_version=seen, changes=form.changes())
            return back(request, f"/patient/{patient_id}/")
        except Conflict as found:
            conflict = found
        except Refusal as refusal:
            show_refusal(form, refusal)
    context = {"form": form, "version": who.version, "conflict": conflict, "pairs": _pairs(conflict, form)}
    context |= {"banner": queries.banner(request.actor, patient_id), "title": title}
    context["next"] = request.POST.get("next", request.GET.get("next", ""))
    status = 409 if conflict else 422 if form.errors else 200
    return render(request, "patients/change.html", context, status=status)


@screen("patients.change", patient="patient_id")
def people(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Who may speak for the patient, and who lives with them."""
    form = PermitForm(request.POST or None)
    if form.is_bound and form.is_valid():
        permit_person(actor=request.actor, patient_id=patient_id, **form.cleaned_data)
        return redirect("patients:people", patient_id)
    return _people(request, patient_id, form, HouseholdForm())


@require_POST
@screen("patients.change", patient="patient_id")
def permission_end(request: OfficeRequest, patient_id: UUID, permitted_id: UUID) -> HttpResponse:
    """Somebody may no longer speak for the patient."""
    end_permission(actor=request.actor, permitted_id=permitted_id)
    return redirect("patients:people", patient_id)


@require_POST
@screen("patients.change", patient="patient_id")
def household(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """The patient lives with another patient."""
    form = HouseholdForm(request.POST)
    if form.is_valid():
        other = queries.find_by_mrn(form.cleaned_data["mrn"].strip().upper())
        with refusals_in(form):
            if other is None:
                raise Refusal("no-such-patient", "Nobody has this MRN.", "Search by name to find it.")
            join_household(actor=request.actor, patient_id=patient_id, other_id=other)
            return redirect("patients:people", patient_id)
    return _people(request, patient_id, PermitForm(), form)


@require_POST
@screen("patients.change", patient="patient_id")
def household_leave(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """The patient lives alone."""
    leave_household(actor=request.actor, patient_id=patient_id)
    return redirect("patients:people", patient_id)


def _people(request: OfficeRequest, patient_id: UUID, form: PermitForm, home: HouseholdForm) -> HttpResponse:
    family = queries.household(request.actor, queries.patient(patient_id).household_id)
    saw(request, {member.id for member in family})
    context = {
        "banner": queries.banner(request.actor, patient_id),
        "permitted": queries.permitted_people(patient_id),
        "family": [member for member in family if member.id != patient_id],
        "form": form,
        "household_form": home,
    }
    return render(request, "patients/people.html", context, status=422 if form.errors or home.errors else 200)


def _pairs(conflict: Conflict | None, form: ChangeForm) -> list[tuple[str, str, object, object]]:
    """Each field that collides, its label, my value and theirs, written as they are typed."""
    if conflict is None:
        return []
    mine, theirs = conflict.detail["mine"], conflict.detail["theirs"]
    return [(field, str(form[field].label), _written(mine[field]), _written(theirs[field])) for field in mine]


def _written(value: object) -> object:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:%m/%d/%Y}" if isinstance(value, date) else value
