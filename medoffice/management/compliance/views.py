"""Screens of compliance: who may see a patient, and the review of who opened what is kept from them."""

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.management.compliance.forms import ConsentForm, DenyForm, LabelForm, ReviewForm, WhyForm
from medoffice.practice.api import today_here
from medoffice.records.patients.api import patient, patients_by_id
from medoffice.security.api import (
    OfficeRequest,
    access,
    accesses_of,
    accesses_to_review,
    audit_lines,
    back,
    denials_of,
    deny_subject,
    end_label,
    label_patient,
    labels_of,
    lift_denial,
    record_consent,
    require,
    review_access,
    revoke_consent,
    saw,
    screen,
    users,
)
from medoffice.security.types import Review
from medoffice.ui.fields import refusals_in


@screen("security.review")
def reviews(request: OfficeRequest) -> HttpResponse:
    """What waits for a review, first to last."""
    waiting = accesses_to_review(request.actor)
    people = patients_by_id({one.subject for one in waiting})
    saw(request, people)
    rows = [(one, people[one.subject].name.sorted_form) for one in waiting if one.subject in people]
    return render(request, "compliance/reviews.html", {"rows": rows, "room": "privacy"})


@screen("security.review")
def review(request: OfficeRequest, access_id: UUID) -> HttpResponse:
    """One access: who, why, what was seen and done under it; and what is found about it."""
    found = access(access_id)
    require(request.actor, "security.review", found.subject)
    saw(request, [found.subject])
    form = ReviewForm(request.POST or None)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            typed = form.cleaned_data
            outcome, words = Review(typed["outcome"]), typed["words"]
            review_access(actor=request.actor, access_id=access_id, outcome=outcome, words=words)
            return redirect("compliance:reviews")
    context = {
        "access": found,
        "who": patient(found.subject),
        "lines": audit_lines(under=access_id, limit=200),
        "form": form,
        "room": "privacy",
    }
    return render(request, "compliance/review.html", context, status=422 if form.errors else 200)


@screen("security.review", patient="patient_id")
def patient_access(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Who may see a patient: who is kept away by name, what is confidential, who opened it."""
    return _patient(request, patient_id)


@require_POST
@screen("security.deny", patient="patient_id")
def deny(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Keep somebody away from a patient."""
    form = _deny_form(request)
    who = form.chosen() if form.is_valid() else None
    if who is not None:
        with refusals_in(form):
            deny_subject(actor=request.actor, user_id=who, subject=patient_id, reason=form.cleaned_data["why"])
            return redirect("compliance:patient", patient_id)
    return _patient(request, patient_id, deny=form)


@require_POST
@screen("labels.patient", patient="patient_id")
def label(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Say that a patient is known, or works here."""
    form = _label_form(request)
    if form.is_valid():
        with refusals_in(form):
            why, who = form.cleaned_data["why"], form.chosen()
            label_patient(actor=request.actor, subject=patient_id, label=form.said(), why=why, employee_id=who)
            return redirect("compliance:patient", patient_id)
    return _patient(request, patient_id, label=form)


@require_POST
@screen("security.deny")
def lift(request: OfficeRequest, denial_id: UUID) -> HttpResponse:
    """Lift a denial."""
    lift_denial(actor=request.actor, denial_id=denial_id)
    return back(request, "/compliance/reviews/")


@require_POST
@screen("labels.end")
def label_end(request: OfficeRequest, label_id: UUID) -> HttpResponse:
    """End a label."""
    end_label(actor=request.actor, label_id=label_id, why=request.POST.get("why", ""))
    return back(request, "/compliance/reviews/")


@require_POST
@screen("labels.consent")
def consent(request: OfficeRequest, label_id: UUID) -> HttpResponse:
    """Record a patient's consent to what a label asks for."""
    form = ConsentForm(request.POST)
    words = form.cleaned_data["words"] if form.is_valid() else ""
    until = form.cleaned_data.get("until") or None
    record_consent(actor=request.actor, label_id=label_id, words=words, until=until)
    return back(request, "/front/")


@require_POST
@screen("labels.consent")
def consent_revoke(request: OfficeRequest, consent_id: UUID) -> HttpResponse:
    """Revoke a consent."""
    revoke_consent(actor=request.actor, consent_id=consent_id)
    return back(request, "/front/")


def _patient(request: OfficeRequest, patient_id: UUID, **filled: forms.Form) -> HttpResponse:
    context = {
        "who": patient(patient_id),
        "denials": denials_of(patient_id),
        "labels": labels_of(patient_id),
        "accesses": accesses_of(patient_id),
        "deny": filled.get("deny") or _deny_form(),
        "label": filled.get("label") or _label_form(),
        "consent": ConsentForm(auto_id=False),
        "why": WhyForm(auto_id=False),
        "today": today_here(),
        "here": f"/compliance/patient/{patient_id}/",
        "room": "privacy",
    }
    return render(request, "compliance/patient.html", context, status=422 if filled else 200)


def _deny_form(request: OfficeRequest | None = None) -> DenyForm:
    form = DenyForm(request.POST if request else None, auto_id="deny_%s")
    form.offer(_people())
    return form


def _label_form(request: OfficeRequest | None = None) -> LabelForm:
    form = LabelForm(request.POST if request else None, auto_id="label_%s")
    form.offer(_people(), none="nobody")
    return form


def _people() -> list[tuple[UUID, str]]:
    return [(user.id, user.name) for user in users() if user.active]
