"""The pages of a document: turned, moved, divided, joined with those of another, and put back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.records.documents.actions.arrange_back import arrange_back, last_arranging
from medoffice.records.documents.actions.arrange_pages import arrange_pages
from medoffice.records.documents.actions.divide_document import divide_document
from medoffice.records.documents.actions.join_documents import join_documents
from medoffice.records.documents.forms import AfterForm, JoinForm, PagesForm
from medoffice.records.documents.queries import documents as queries
from medoffice.records.documents.queries.holds import holds_of
from medoffice.records.documents.queries.kinds import kind_names
from medoffice.records.documents.types.papers import Document, State
from medoffice.records.patients.api import banner
from medoffice.security.api import OfficeRequest, saw, screen, seen_version
from medoffice.ui.fields import refusals_in


@screen("documents.file")
def arrange(request: OfficeRequest, document_id: UUID) -> HttpResponse:
    """Each page small, with the place it stands at and how it is turned; the other things that are done with pages."""
    found = queries.document(request.actor, document_id, "documents.file")
    form = PagesForm(request.POST or None)
    form.ask(len(found.pages))
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            arrange_pages(
                actor=request.actor,
                document_id=document_id,
                seen_version=seen_version(request),
                order=form.order(),
            )
            messages.success(request, "The pages stand as you said; the file stays as it came.")
            return redirect("documents:arrange", document_id)
    saw(request, [found.patient_id] if found.patient_id else [])
    join = JoinForm(auto_id="join_%s")
    join.offer([(one.id, _named(one)) for one in queries.joinable(request.actor, found)])
    context = {
        "doc": found,
        "form": form,
        "rows": form.rows(),
        "join": join,
        "divide": AfterForm(auto_id="divide_%s"),
        "last": last_arranging(document_id),
        "kind": kind_names().get(found.kind, ""),
        "open": found.file.drawn and found.state in (State.INBOX, State.FILED),
        "held": bool(found.patient_id and holds_of(found.patient_id, found.id)),
        "banner": banner(request.actor, found.patient_id) if found.patient_id else None,
        "room": "documents",
    }
    return render(request, "documents/arrange.html", context, status=422 if form.errors else 200)


@require_POST
@screen("documents.file")
def divide(request: OfficeRequest, document_id: UUID) -> HttpResponse:
    """What stands behind a page is another document."""
    form = AfterForm(request.POST)
    after = form.cleaned_data["after"] if form.is_valid() else 0
    found = queries.document(request.actor, document_id, "documents.file")
    divide_document(actor=request.actor, document_id=document_id, after=after)
    messages.success(request, "These are two documents now.")
    return redirect("documents:work" if found.state is State.INBOX else "documents:arrange", document_id)


@require_POST
@screen("documents.file")
def join(request: OfficeRequest, document_id: UUID) -> HttpResponse:
    """The pages of another are part of this one."""
    form = JoinForm(request.POST)
    queries.document(request.actor, document_id, "documents.file")
    if not form.is_valid():
        messages.error(request, "Choose a document.")
        return redirect("documents:arrange", document_id)
    join_documents(actor=request.actor, document_id=document_id, other_id=form.cleaned_data["other"])
    messages.success(request, "These are one document now.")
    return redirect("documents:arrange", document_id)


@require_POST
@screen("documents.file")
def put_back(request: OfficeRequest, document_id: UUID) -> HttpResponse:
    """As it was before."""
    arrange_back(actor=request.actor, document_id=document_id)
    messages.success(request, "It is as it was before.")
    return redirect("documents:arrange", document_id)


def _named(one: Document) -> str:
    day = f"{one.dated:%m/%d/%Y} " if one.dated else ""
    pages = len(one.pages)
    return f"{day}{one.title or 'Without a name'}, {pages} page{'' if pages == 1 else 's'}, came {one.added_at:%m/%d}"
