"""Look into a file that came inside of another message, and file it on the chart the message was filed on."""

from uuid import UUID

from medoffice.records.documents.actions.file_document import file_document
from medoffice.records.documents.actions.look_into import look_into
from medoffice.records.documents.actions.writing import came_off
from medoffice.records.documents.models import Document
from medoffice.records.documents.types.papers import Filing, State
from medoffice.security.api import acts_of_their_own
from medoffice.security.types import Actor


def file_report(*, actor: Actor, file_id: UUID, filing: Filing) -> UUID | None:
    """The document, filed; None for a file that is not taken, or that is on somebody else's chart already.

    What came off a wrong chart with the message goes with it again. Doing it again changes nothing. Raises Busy when
    the machine is.
    """
    with acts_of_their_own():
        if look_into(actor=actor, file_id=file_id):
            return None
        rows = list(Document.objects.filter(file_id=file_id).order_by("id"))
        for row in rows:
            if (row is rows[0] and row.state == State.INBOX) or came_off(row):
                file_document(actor=actor, document_id=row.id, seen_version=row.version, filing=filing)
    first = Document.objects.filter(file_id=file_id).order_by("id").first()
    return first.id if first is not None and first.patient_id in (None, filing.patient_id) else None
