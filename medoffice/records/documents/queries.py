"""Reads of documents."""

from uuid import UUID

from medoffice.kernel import files
from medoffice.kernel.refusals import NotFound
from medoffice.records.documents import models
from medoffice.records.documents.types import Document, DocumentKind


def document(document_id: UUID) -> Document:
    """A document. Raises NotFound. One query."""
    return _to_document(_row(document_id))


def content(document_id: UUID) -> bytes:
    """The bytes of a document. Raises NotFound, or Refusal if the file is missing or was altered. One query."""
    return files.load(_row(document_id).sha256)


def _row(document_id: UUID) -> models.Document:
    row = models.Document.objects.filter(id=document_id).first()
    if row is None:
        raise NotFound
    return row


def _to_document(row: models.Document) -> Document:
    kind = DocumentKind(row.kind)
    return Document(row.id, row.patient_id, kind, row.media_type, row.size, row.added_at, row.added_by)
