"""Screens of patient identity: registering, who speaks and pays for a patient, what a patient says, labels."""

from itertools import zip_longest
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import slugify
from django.views.decorators.http import require_POST

from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.practice.api import today_here
from medoffice.records.patients.actions.decide_said import decide_said
from medoffice.records.patients.actions.end_permission import end_permission
from medoffice.records.patients.actions.join_household import join_household
from medoffice.records.patients.actions.leave_household import leave_household
from medoffice.records.patients.actions.note_said import note_said
from medoffice.records.patients.actions.permit_person import permit_person
from medoffice.records.patients.actions.register_patient import register_patient
from medoffice.records.patients.actions.set_guarantor import set_guarantor
from medoffice.records.patients.actions.set_label_size import set_label_size
from medoffice.records.patients.forms import (
    HouseholdForm,
    LabelSizeForm,
    PatientForm,
    PermitForm,
    SaidForm,
)
from medoffice.records.patients.offers import card_causes, registration_parts
from medoffice.records.patients.queries import people as queries
from medoffice.records.patients.queries.people import label_page
from medoffice.records.patients.types.card import AT_THE_DESK, CardCause
from medoffice.records.patients.types.people import PatientHit
from medoffice.security.api import OfficeRequest, back, require, saw, screen
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
    from_what = {name: request.POST.get(name, request.GET.get(name, "")) for name in ("cause", "of")}
    context = {"form": form, "parts": asks, "alike": found, "next": next_, "from_what": from_what}
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
        cause=_cause(request),
        unless_alike="anyway" not in request.POST,
    )


def _cause(request: OfficeRequest) -> CardCause:
    """Where somebody came from to register: the call that is taken; else the desk."""
    kind, found = request.POST.get("cause", ""), _id(request.POST.get("of", ""))
    known = card_causes.get(kind)
    return CardCause(kind, found) if known and found and request.may(known.word) else AT_THE_DESK


def _registered(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Back to where a new patient was needed (a call), saying who it is; else to their insurance."""
    if request.POST.get("next"):
        answer = back(request, "/front/")
        answer["Location"] += f"?who={patient_id}"
        return answer
    return redirect("coverage:patient", patient_id=patient_id)


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


@require_POST
@screen("patients.change", patient="patient_id")
def pays(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Somebody pays for the patient what insurance does not, or nobody but the patient."""
    payer = _id(request.POST.get("who", ""))
    set_guarantor(actor=request.actor, patient_id=patient_id, guarantor_id=payer)
    return back(request, reverse("patients:people", args=[patient_id]))


def _people(request: OfficeRequest, patient_id: UUID, form: PermitForm, home: HouseholdForm) -> HttpResponse:
    who = queries.patient(patient_id)
    family = queries.household(request.actor, who.household_id)
    saw(request, {member.id for member in family})
    others = [member for member in family if member.id != patient_id]
    context = {
        "banner": queries.banner(request.actor, patient_id),
        "permitted": queries.permitted_people(patient_id),
        "payer": next(iter(queries.hits_of(request.actor, filter(None, [who.guarantor_id]))), None),
        "next": request.GET.get("next", ""),
        "family": list(zip_longest("123456789", others, fillvalue=""))[: len(others)],
        "form": form,
        "household_form": home,
    }
    return render(request, "patients/people.html", context, status=422 if form.errors or home.errors else 200)


@screen("patients.hear", patient="patient_id")
def said(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """What the patient says beside what the record has: note it, take it over field by field, or leave the record."""
    who = queries.patient(patient_id)
    form = SaidForm(request.POST or None)
    form.beside(who)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            note_said(actor=request.actor, patient_id=patient_id, told=form.told())
            return redirect(request.get_full_path())
    context = {
        "form": form,
        "banner": queries.banner(request.actor, patient_id),
        "open": queries.said_by(patient_id),
        "decided": [one for one in queries.said_by(patient_id, decided=True) if one.state != "open"],
        "may_decide": request.may("patients.change"),
        "visit": _id(request.GET.get("visit", "")),
    }
    return render(request, "patients/said.html", context, status=422 if form.errors else 200)


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


@require_POST
@screen("patients.change")
def said_decide(request: OfficeRequest, said_id: UUID, verdict: str) -> HttpResponse:
    """Take it over, or leave the record as it is."""
    one = queries.said_one(said_id)
    require(request.actor, "patients.change", one.patient_id)
    decide_said(actor=request.actor, said_id=said_id, accept=verdict == "accept")
    return back(request, reverse("patients:said", args=[one.patient_id]))


def said_panel(request: HttpRequest, patient_id: UUID) -> SafeString | None:
    """What a patient says that the record has otherwise, to be decided where it is read; nothing if nothing is open."""
    found = queries.said_by(patient_id)
    if not found:
        return None
    may = getattr(request, "may", None)
    lines = zip_longest(sorted(found, key=lambda one: one.teller), "y", "l", fillvalue="")
    context = {"open": list(lines), "may_decide": bool(may and may("patients.change")), "here": request.path}
    return render_to_string("patients/_said.html", context, request)


@screen("patients.print_label", patient="patient_id")
def label(request: OfficeRequest, patient_id: UUID, key: str) -> HttpResponse:  # noqa: ARG001 - a view
    """A label or card of a patient, in the size the office prints it."""
    size = next((one for one in queries.label_sizes() if one.key == key), None)
    if size is None:
        raise NotFound
    inline = {"Content-Disposition": f'inline; filename="label-{size.key}.pdf"'}
    return HttpResponse(label_page(queries.patient(patient_id), size), content_type="application/pdf", headers=inline)


@screen("patients.label_sizes")
def sizes(request: OfficeRequest) -> HttpResponse:
    """The sizes in which the office prints labels and cards."""
    form = LabelSizeForm(request.POST or None)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            set_label_size(actor=request.actor, key=slugify(form.cleaned_data["name"]), **form.cleaned_data)
            return redirect("patients:sizes")
    context = {"form": form, "sizes": queries.label_sizes(), "room": "front"}
    return render(request, "patients/sizes.html", context, status=422 if form.errors else 200)


def label_panel(request: HttpRequest, patient_id: UUID) -> SafeString | None:
    """Labels and cards to print, on the page of a patient."""
    may = getattr(request, "may", None)
    if not may or not may("patients.print_label"):
        return None
    return render_to_string("patients/_labels.html", {"sizes": queries.label_sizes(), "who": patient_id}, request)
