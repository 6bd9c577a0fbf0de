"""Papers that wait when two records become one."""

from uuid import UUID

from medoffice.records.documents.models import Document
from medoffice.records.documents.types.papers import State
from medoffice.records.patients.types.merging import Change


def settle_suggestions(survivor: UUID, merged: UUID, change: Change) -> None:
    """A paper that seems to be the merged record's is the survivor's."""
    for row in Document.objects.filter(state=State.INBOX, suggested__patient=str(merged)):
        change(row, suggested={**row.suggested, "patient": str(survivor)})
