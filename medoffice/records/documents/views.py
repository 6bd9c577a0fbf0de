"""A document as it was kept."""

from uuid import UUID

from django.http import HttpResponse

from medoffice.records.documents import queries
from medoffice.security.api import OfficeRequest, require, saw, screen


@screen("documents.read")
def show(request: OfficeRequest, document_id: UUID) -> HttpResponse:
    """The image itself; the type is what was found in it, never what somebody said."""
    found = queries.document(document_id)
    require(request.actor, "documents.read", found.patient_id)
    saw(request, [found.patient_id])
    headers = {"Content-Disposition": 'inline; filename="document"', "Cache-Control": "no-store"}
    return HttpResponse(queries.content(document_id), content_type=found.media_type, headers=headers)
