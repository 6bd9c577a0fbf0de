"""Searching the words of charts, and the cover sheets that divide a batch."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from medoffice.records.documents.queries import documents as queries
from medoffice.records.documents.queries import kinds
from medoffice.records.documents.queries.searching import search_charts
from medoffice.records.patients.api import banner, hits_of
from medoffice.security.api import OfficeRequest, saw, screen


@screen("documents.search")
def search(request: OfficeRequest) -> HttpResponse:
    """Words in documents and other texts of all charts; they are sent, never put into the address."""
    return _found(request, None)


@screen("documents.search", patient="patient_id")
def search_chart(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Words in the chart of one patient."""
    return _found(request, patient_id)


def _found(request: OfficeRequest, patient_id: UUID | None) -> HttpResponse:
    asked = request.POST.get("q", "").strip()
    found = search_charts(request.actor, asked, patient_id)
    people = {hit.id: hit for hit in hits_of(request.actor, {one.patient_id for part in found for one in part.hits})}
    saw(request, people)
    context = {
        "asked": asked,
        "found": [
            (part, [(one, people[one.patient_id]) for one in part.hits if one.patient_id in people]) for part in found
        ],
        "patient_id": patient_id,
        "banner": banner(request.actor, patient_id) if patient_id else None,
        "room": "documents",
    }
    return render(request, "documents/search.html", context)


@screen("documents.file")
def cover(request: OfficeRequest) -> HttpResponse:
    """A cover sheet to put before a document of a batch: of one type, or of none."""
    names = kinds.kind_names()
    kind = next((one for one in names if one == request.GET.get("type")), "")
    inline = {"Content-Disposition": 'inline; filename="cover-sheet.pdf"'}
    return HttpResponse(queries.cover_sheet(kind, names.get(kind, "")), content_type="application/pdf", headers=inline)
