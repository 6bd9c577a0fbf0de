"""Divide a document that waits: what stands behind a page becomes a document of its own."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.records.documents.actions.clinical import CLINICAL
from medoffice.records.documents.actions.splitting import take_pages
from medoffice.records.documents.actions.suggesting import suggest
from medoffice.records.documents.actions.writing import add_to_inbox, is_waiting, require_for, row_of
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("documents.file")
def divide_document(*, actor: Actor, document_id: UUID, after: int) -> UUID:
    """Leave it the pages up to ``after`` (from 1); returns the new document, which waits too. Raises Invalid."""
    row = row_of(document_id)
    require_for(actor, row, "documents.file")
    if not is_waiting(row):
        raise Refusal("not-waiting", f"This is {row.state} already.", "")
    if row.file.kind == CLINICAL:
        raise Refusal("one-document", "A clinical document is one document.", "File it as it is.")
    if not 1 <= after < row.last - row.first + 1:
        words = f"Between 1 and {row.last - row.first}."
        raise Invalid("no-such-page", words, "", {"fields": {"after": [words]}})
    place, last = row.first + after, row.last
    take_pages(actor, row, row.first, place - 1, f"behind page {after}")
    rest = add_to_inbox(actor, row.file, title=row.title, at=clock.now(), first=place, last=last)
    for one in (row, rest):
        suggest(one, row.file)
    record("document", row.id, after=after)
    return rest.id
