"""A document as it was kept: its pages drawn one by one, its words, its file."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from medoffice.kernel import files
from medoffice.kernel.papers import Busy
from medoffice.kernel.refusals import Unavailable
from medoffice.practice.api import day_here, today_here
from medoffice.records.documents.forms import HoldForm, LabelForm
from medoffice.records.documents.queries import documents as queries
from medoffice.records.documents.queries import kinds
from medoffice.records.documents.queries.appended import appended_sheet, appended_to, saved_with
from medoffice.records.documents.queries.clinical import clinical_document
from medoffice.records.documents.queries.holds import holds_of
from medoffice.records.documents.rules.retention import Kept, file_kept_until
from medoffice.records.documents.types.papers import State
from medoffice.records.patients.api import banner, hits_of, patient
from medoffice.security.api import OfficeRequest, labels_of, saw, screen
from medoffice.ui.panels import panels_for


@screen("documents.read")
def show(request: OfficeRequest, document_id: UUID) -> HttpResponse:
    """A document with its pages, where it is filed, and what was done with it."""
    return sheet(request, document_id)


def sheet(request: OfficeRequest, document_id: UUID, refused: HoldForm | LabelForm | None = None) -> HttpResponse:
    """The page of a document; a form that was refused stands on it as it was typed."""
    found = queries.document(request.actor, document_id)
    kind = next((one for one in kinds.all_kinds() if one.key == found.kind), None)
    context: dict[str, object] = {
        "doc": found,
        "kind": kind,
        "texts": queries.words_of_pages(found),
        "clinical": clinical_document(found),
        "may_sign": request.may("documents.sign") and found.state is State.FILED,
        "may_file": request.may("documents.file"),
        "may_export": request.may("documents.export"),
        "may_label": request.may("labels.visit"),
        "may_unlabel": request.may("labels.end"),
        "may_hold": request.may("documents.hold"),
        "may_print": request.may("documents.print"),
        "appended": appended_to("document", [document_id]).get(document_id, []),
        "panels": panels_for("document", request, document_id),
        "label_form": refused if isinstance(refused, LabelForm) else LabelForm(auto_id="label_%s"),
        "hold_form": refused if isinstance(refused, HoldForm) else HoldForm(auto_id="hold_%s"),
        "changes": queries.changes_of(document_id),
        "room": "documents",
    }
    if found.patient_id is not None:
        saw(request, [found.patient_id])
        context["banner"] = banner(request.actor, found.patient_id)
        context["holds"] = holds_of(found.patient_id, found.id)
        context["labels"] = labels_of(found.patient_id, found.about)
        if kind is not None and found.dated:
            rule = kinds.keepings_on(today_here())[kind.keep]
            context["rule"] = rule
            filed = day_here(found.filed_at or found.added_at)
            kept = Kept.of(rule, found.dated, filed, patient(found.patient_id).birth_date)
            context["kept_until"] = file_kept_until([kept])
    return render(request, "documents/show.html", context, status=422 if refused else 200)


@screen("documents.read")
def page(request: OfficeRequest, document_id: UUID, page: int) -> HttpResponse:
    """A page as a picture: whatever the file is, only dots of ours leave the office's machine."""
    found = queries.document(request.actor, document_id)
    saw(request, [found.patient_id] if found.patient_id else [])
    try:
        drawn = queries.page_picture(found, page, "small" if "small" in request.GET else "page")
    except Busy as busy:
        raise Unavailable("busy", "Other papers are being opened.", "Look again in a moment.") from busy
    headers = {"Content-Disposition": 'inline; filename="page.png"', "Cache-Control": "no-store"}
    return HttpResponse(drawn, content_type="image/png", headers=headers)


@screen("documents.print")
def print_(request: OfficeRequest, document_id: UUID) -> HttpResponse:
    """All pages, one to a sheet, for the printer."""
    found = queries.document(request.actor, document_id, "documents.print")
    saw(request, [found.patient_id] if found.patient_id else [])
    who = next(iter(hits_of(request.actor, [found.patient_id] if found.patient_id else [])), None)
    name = found.title or kinds.kind_names().get(found.kind, "") or "Document"
    beside = appended_to("document", [document_id]).get(document_id, [])
    context = {
        "doc": found,
        "texts": queries.words_of_pages(found),
        "clinical": clinical_document(found),
        "name": name,
        "who": who,
        "appended": [one for one in beside if one.goes],
    }
    return render(request, "documents/print.html", context)


@screen("documents.export")
def file(request: OfficeRequest, document_id: UUID) -> HttpResponse:
    """The file as it came, to save, never to open in the browser; with what goes along, or arranged, its pages."""
    found = queries.document(request.actor, document_id, "documents.export")
    saw(request, [found.patient_id] if found.patient_id else [])
    queries.refuse_destroyed(found)
    sheet = appended_sheet("document", document_id, found.title or "Document")
    as_it_came = found.whole and not sheet
    data, ending = (files.load(found.file.sha256), found.file.kind) if as_it_came else (saved_with(found, sheet), "pdf")
    headers = {"Content-Disposition": f'attachment; filename="document.{ending}"', "Cache-Control": "no-store"}
    kind = "application/octet-stream"
    return HttpResponse(data, content_type=kind, headers=headers)
