"""Saying why: a known person's record, the glass that is broken, and the end of it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from medoffice.security.actions.break_glass import EMERGENCIES, break_glass
from medoffice.security.actions.end_access import end_access
from medoffice.security.actions.open_record import open_record
from medoffice.security.actions.opening import refuse_unless_kept
from medoffice.security.confidential import glass_broken
from medoffice.security.forms import OpeningForm
from medoffice.security.screens import OfficeRequest, back, screen
from medoffice.security.types import Reason
from medoffice.ui.fields import refusals_in
from medoffice.ui.panels import panels_for


@screen("security.open_record", patient="patient_id")
def open_(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Say why the record of a known person, or of somebody who works here, is opened."""
    form = OpeningForm(request.POST or None)
    refuse_unless_kept(request.actor, "security.open_record", patient_id, emergency=False)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            code, why = Reason(form.cleaned_data["code"]), form.cleaned_data["why"]
            open_record(actor=request.actor, subject=patient_id, code=code, why=why)
            return back(request, "/")
    return _opening(request, form, patient_id, emergency=False)


@screen("security.break_glass", patient="patient_id")
def glass(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Break the glass: in an emergency, see for an hour what is kept from one who treats."""
    form = OpeningForm(request.POST or None).offer(EMERGENCIES)
    refuse_unless_kept(request.actor, "security.break_glass", patient_id, emergency=True)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            code, why = Reason(form.cleaned_data["code"]), form.cleaned_data["why"]
            break_glass(actor=request.actor, subject=patient_id, code=code, why=why)
            return back(request, "/")
    return _opening(request, form, patient_id, emergency=True)


def _opening(request: OfficeRequest, form: OpeningForm, patient_id: UUID, *, emergency: bool) -> HttpResponse:
    context = {
        "form": form,
        "emergency": emergency,
        "who": panels_for("opening", request, patient_id),
        "next": request.POST.get("next", request.GET.get("next", "")),
    }
    return render(request, "security/opening.html", context, status=422 if form.errors else 200)


@require_POST
@screen("security.open_record")
def access_end(request: OfficeRequest, access_id: UUID) -> HttpResponse:
    """End one's own access."""
    end_access(actor=request.actor, access_id=access_id)
    return back(request, "/")


def glass_panel(request: HttpRequest, _: UUID) -> SafeString | None:
    """On every page, while the glass is broken: about whom, until when, and the end of it."""
    actor = getattr(request, "actor", None)
    broken = glass_broken(actor) if actor else []
    return render_to_string("security/glass_panel.html", {"broken": broken}, request) if broken else None
