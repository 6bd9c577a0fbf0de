"""The documents of a patient: the list, and what is done with one on the chart."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from medoffice.practice.api import providers, today_here
from medoffice.records.documents.actions.mark_mistake import mark_mistake
from medoffice.records.documents.actions.refile_document import refile_document
from medoffice.records.documents.actions.rename_document import rename_document
from medoffice.records.documents.actions.sign_document import send_back, sign_document
from medoffice.records.documents.forms import RefileForm, UploadForm, suggested_filing
from medoffice.records.documents.queries import documents as queries
from medoffice.records.documents.queries import kinds
from medoffice.records.documents.queries.clinical import clinical_document
from medoffice.records.documents.types.papers import State
from medoffice.records.documents.views.inbox import about
from medoffice.records.encounters.api import encounters_of_patient
from medoffice.records.patients.api import banner
from medoffice.security.api import OfficeRequest, saw, screen, seen_version
from medoffice.ui.fields import refusals_in


@screen("documents.read", patient="patient_id")
def of_patient(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """All documents of a patient that this person may see, or those of one type."""
    kind = request.GET.get("type", "")
    everything = queries.documents_of(request.actor, patient_id)
    has = {one.kind for one in everything}
    context = {
        "banner": banner(request.actor, patient_id),
        "documents": [one for one in everything if not kind or one.kind == kind],
        "total": len(everything),
        "types": [one for one in kinds.all_kinds() if one.key in has],
        "kind": kind,
        "kinds": kinds.kind_names(),
        "upload": UploadForm(),
        "room": "documents",
    }
    return render(request, "documents/of_patient.html", context)


@require_POST
@screen("documents.file")
def rename(request: OfficeRequest, document_id: UUID) -> HttpResponse:
    """Another name, where it stands."""
    rename_document(actor=request.actor, document_id=document_id, title=request.POST.get("title", ""))
    found = queries.document(request.actor, document_id)
    return redirect("documents:work" if found.state is State.INBOX else "documents:show", document_id)


@screen("documents.file")
def refile(request: OfficeRequest, document_id: UUID) -> HttpResponse:
    """It is filed wrong: file it again, with the reason."""
    found = queries.document(request.actor, document_id, "documents.file")
    form = RefileForm(request.POST or None, initial=suggested_filing(found, None))
    chosen = _id(str(form["patient"].value() or ""))
    visits = encounters_of_patient(request.actor, chosen, 20) if chosen else []
    form.offer(
        kinds.kinds_in_use(today_here()),
        providers(),
        [(str(one.id), f"{one.date:%m/%d/%Y} {one.reason}") for one in visits],
    )
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            refile_document(
                actor=request.actor,
                document_id=document_id,
                seen_version=seen_version(request),
                filing=form.filing(),
                why=form.cleaned_data["why"],
            )
            messages.success(request, "Filed again.")
            return redirect("documents:show", document_id)
    saw(request, [found.patient_id] if found.patient_id else [])
    context = {
        "doc": found,
        "form": form,
        "texts": queries.words_of_pages(found),
        "clinical": clinical_document(found),
        "room": "documents",
        **about(request, chosen),
    }
    return render(request, "documents/refile.html", context, status=422 if form.errors else 200)


@require_POST
@screen("documents.file")
def mistake(request: OfficeRequest, document_id: UUID) -> HttpResponse:
    """It was entered in error."""
    mark_mistake(actor=request.actor, document_id=document_id, why=request.POST.get("why", ""))
    return redirect("documents:show", document_id)


@require_POST
@screen("documents.sign")
def sign(request: OfficeRequest, document_id: UUID) -> HttpResponse:
    """Seen."""
    sign_document(actor=request.actor, document_id=document_id)
    messages.success(request, "Signed off.")
    return redirect("documents:show", document_id)


@require_POST
@screen("documents.sign")
def back_to_desk(request: OfficeRequest, document_id: UUID) -> HttpResponse:
    """Something is wrong with it."""
    send_back(actor=request.actor, document_id=document_id, why=request.POST.get("why", ""))
    messages.success(request, "Sent back.")
    return redirect("documents:show", document_id)


def panel(request: HttpRequest, patient_id: UUID) -> SafeString | None:
    """The latest documents on the page of a patient."""
    may, actor = getattr(request, "may", None), getattr(request, "actor", None)
    if not may or not may("documents.read") or actor is None:
        return None
    found = queries.documents_of(actor, patient_id)
    context = {"found": found[:5], "total": len(found), "who": patient_id}
    return render_to_string("documents/_panel.html", context, request)


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
