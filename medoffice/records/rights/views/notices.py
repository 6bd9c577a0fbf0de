"""The notice of privacy practices: its versions, how it reads, and that a patient was given it, at the check-in."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import today_here
from medoffice.records.patients.api import banner, patient
from medoffice.records.rights.actions.note_receipt import note_receipt
from medoffice.records.rights.actions.publish_notice import publish_notice
from medoffice.records.rights.forms import NoticeForm, ReceiptForm
from medoffice.records.rights.queries.data import notice_rule
from medoffice.records.rights.queries.notices import acknowledged, notice_in_force
from medoffice.records.rights.queries.notices import notices as versions
from medoffice.security.api import OfficeRequest, back, can, saw, screen
from medoffice.ui.fields import refusals_in


@screen("rights.notice")
def notices(request: OfficeRequest) -> HttpResponse:
    """Every version of the notice, and the next one, which begins from the last."""
    known = versions()
    last = {"text": known[0].text} if known else {}
    form = NoticeForm(request.POST or None, initial={"effective_on": f"{today_here():%m/%d/%Y}", **last})
    form.fields["effective_on"].today = today_here()  # type: ignore[attr-defined] # a TypedDateField
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            version = publish_notice(actor=request.actor, **form.cleaned_data)
            messages.success(request, f"Published as version {version}. Nobody is asked to sign again.")
            return redirect("rights:notices")
    context = {"versions": known, "form": form, "rule": notice_rule(), "room": "letters"}
    return render(request, "rights/notices.html", context, status=422 if form.errors else 200)


@screen("rights.note")
def notice(request: OfficeRequest) -> HttpResponse:
    """The notice in force, to read and to print for whoever asks."""
    found = notice_in_force(today_here())
    if found is None:
        raise NotFound
    return render(request, "rights/notice.html", {"notice": found, "room": "letters"})


@screen("rights.note", patient="patient_id")
def receive(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Note that a patient was given the notice and what came of it; what is missing is shown, as typed."""
    form = ReceiptForm(request.POST or None, initial={"signed_by": patient(patient_id).name.spoken_form})
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            note_receipt(actor=request.actor, patient_id=patient_id, **form.cleaned_data)
            return back(request, reverse("rights:patient", args=[patient_id]))
    saw(request, [patient_id])
    context = {
        "banner": banner(request.actor, patient_id),
        "standing": acknowledged(patient_id),
        "form": form,
        "rule": notice_rule(),
        "next": request.POST.get("next", ""),
        "room": "letters",
    }
    return render(request, "rights/receive.html", context, status=422 if form.errors else 200)


def notice_panel(request: HttpRequest, arriving: Any) -> SafeString | None:  # noqa: ANN401 - scheduling's, below
    """At the check-in: whether the patient was given the notice, and the form to note it. Three queries."""
    actor, who = getattr(request, "actor", None), arriving.booked.patient_id
    if actor is None or not can(actor, "rights.note", who):
        return None
    standing = acknowledged(who)
    if standing.notice is None:
        return None
    form = ReceiptForm(initial={"signed_by": patient(who).name.spoken_form}, auto_id="notice_%s")
    context = {"who": who, "standing": standing, "form": form, "here": request.path}
    return render_to_string("rights/_at_check_in.html", context, request)
