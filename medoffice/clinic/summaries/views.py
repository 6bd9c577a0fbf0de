"""The screen by which a chart is given to others as a clinical document."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from medoffice.clinic.summaries.actions.export_summary import export_summary
from medoffice.clinic.summaries.forms import GiveForm
from medoffice.records.patients.api import banner
from medoffice.security.api import OfficeRequest, can, screen
from medoffice.ui.fields import refusals_in


@screen("summaries.export", patient="patient_id")
def give(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """To whom and why; sent, the file is there to be saved."""
    form = GiveForm(request.POST or None)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            data = export_summary(actor=request.actor, patient_id=patient_id, given=form.given())
            return _to_be_saved(data, "referral.xml" if form.cleaned_data["reason"].strip() else "summary.xml")
    context = {"form": form, "banner": banner(request.actor, patient_id), "room": "front"}
    return render(request, "summaries/give.html", context, status=422 if form.errors else 200)


def _to_be_saved(data: bytes, name: str) -> HttpResponse:
    """A file that the browser saves and never shows, whatever was typed into it."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(data, content_type="application/octet-stream", headers=headers)


def panel(request: HttpRequest, patient_id: UUID) -> SafeString | None:
    """The way from the chart, for who may give it to others."""
    actor = getattr(request, "actor", None)
    if actor is None or not can(actor, "summaries.export", patient_id):
        return None
    return render_to_string("summaries/_panel.html", {"who": patient_id}, request)
