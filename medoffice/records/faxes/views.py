"""Screens of faxes: the out-box, one fax, its pages, a document that is faxed."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.records.documents.api import document
from medoffice.records.faxes.actions.queue_fax import queue_fax
from medoffice.records.faxes.actions.send_again import send_again
from medoffice.records.faxes.actions.stop_fax import stop_fax
from medoffice.records.faxes.forms import FaxForm, NumberForm
from medoffice.records.faxes.queries import faxes as queries
from medoffice.records.faxes.queries.paper import pages_of_document
from medoffice.records.faxes.rules.calling import as_said
from medoffice.records.faxes.types import FaxState, ToFax
from medoffice.records.patients.api import banner, patients_by_id
from medoffice.security.api import OfficeRequest, can, saw, screen
from medoffice.ui.fields import refusals_in
from medoffice.ui.lists import limit_of, rest_of


@screen("faxes.read")
def box(request: OfficeRequest) -> HttpResponse:
    """The faxes that went or wait, latest first, and how the line stands."""
    asked = request.GET.get("state", "")
    state = FaxState(asked) if asked in set(FaxState) else None
    found, total = queries.faxes(request.actor, state, limit_of(request))
    people = patients_by_id({one.patient_id for one in found})
    saw(request, people)
    context = {
        "lines": [(one, people[one.patient_id], as_said(one.to_number)) for one in found],
        "total": total,
        "rest": rest_of(request, len(found), total),
        "state": state,
        "states": list(FaxState),
        "line": queries.line_state(),
        "room": "faxes",
    }
    return render(request, "faxes/box.html", context)


@screen("faxes.read")
def fax(request: OfficeRequest, fax_id: UUID) -> HttpResponse:
    """A fax: to whom, what became of it, what may be done."""
    return _fax(request, fax_id, None)


@require_POST
@screen("faxes.send")
def change(request: OfficeRequest, fax_id: UUID, verb: str) -> HttpResponse:
    """Stop a fax, or send one again, to the same number or another."""
    try:
        if verb == "stop":
            stop_fax(actor=request.actor, fax_id=fax_id)
        elif verb == "again":
            send_again(actor=request.actor, fax_id=fax_id, to_number=request.POST.get("fax", ""))
        else:
            raise NotFound
    except NotFound:
        raise
    except Refusal as refusal:
        return _fax(request, fax_id, refusal)
    return redirect("faxes:fax", fax_id)


def _fax(request: OfficeRequest, fax_id: UUID, refusal: Refusal | None) -> HttpResponse:
    found = queries.fax(request.actor, fax_id)
    saw(request, [found.patient_id])
    context = {
        "fax": found,
        "number": as_said(found.to_number),
        "story": queries.story_of(fax_id),
        "form": NumberForm(initial={"fax": as_said(found.to_number)}),
        "may_send": request.may("faxes.send"),
        "banner": banner(request.actor, found.patient_id),
        "refusal": refusal,
        "room": "faxes",
    }
    return render(request, "faxes/fax.html", context, status=refusal.status if refusal else 200)


@screen("faxes.read")
def pages(request: OfficeRequest, fax_id: UUID) -> HttpResponse:
    """The pages as they go, cover sheet first."""
    found, one = queries.faxed_pages(request.actor, fax_id)
    saw(request, [one.patient_id])
    headers = {"Content-Disposition": f'inline; filename="{one.number}.pdf"', "Cache-Control": "no-store"}
    return HttpResponse(found, content_type="application/pdf", headers=headers)


@screen("faxes.send")
def new(request: OfficeRequest, document_id: UUID) -> HttpResponse:
    """A document on the chart to somebody's fax: to whom and why."""
    found = document(request.actor, document_id, "documents.read")
    if found.patient_id is None:
        raise NotFound
    form = FaxForm(request.POST or None, initial={"purpose": "treatment"})
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        with refusals_in(form):
            wanted = ToFax(
                key=f"document {request.POST.get('once') or new_id()}",
                patient_id=found.patient_id, encounter_id=found.encounter_id,
                what=found.title or found.kind or "document", to_name=said["name"], to_number=said["fax"],
                purpose=said["purpose"], why=said["why"],
                abouts=(found.about,) if found.about else (),
            )  # fmt: skip
            made = queue_fax(actor=request.actor, wanted=wanted, pages=pages_of_document(found))
            return redirect("faxes:fax", made)
    saw(request, [found.patient_id])
    context = {"form": form, "doc": found, "banner": banner(request.actor, found.patient_id), "room": "faxes"}
    return render(request, "faxes/new.html", context, status=422 if form.errors else 200)


def document_panel(request: HttpRequest, document_id: UUID) -> SafeString | None:
    """Beside a document: the way to fax it."""
    actor = getattr(request, "actor", None)
    if actor is None or not can(actor, "faxes.send"):
        return None
    return render_to_string("faxes/_of_document.html", {"document_id": document_id}, request)
