"""Rename a document where it stands."""

from uuid import UUID

from medoffice.kernel.refusals import Invalid
from medoffice.records.documents.actions.writing import note, require_for, row_of, save, told
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("documents.file")
def rename_document(*, actor: Actor, document_id: UUID, title: str) -> None:
    """Give it another name, in the inbox or on a chart. Raises Invalid for a blank one."""
    if not title.strip():
        raise Invalid("no-name", "It has a name.", "", {"fields": {"title": ["It has a name."]}})
    row = row_of(document_id)
    require_for(actor, row, "documents.file")
    before = told(row)
    row.title = title.strip()[:120]
    if row.title != before["title"]:
        save(actor, row)
        note(actor, row, "renamed", before=before)
    record("document", row.id, subjects=[row.patient_id] if row.patient_id else [])
