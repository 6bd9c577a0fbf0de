"""Set something aside that is no patient's: an advertisement, a misdialled fax. It is kept, with the reason."""

from uuid import UUID

from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.records.documents.actions.splitting import done_with
from medoffice.records.documents.actions.writing import is_waiting, note, require_for, row_of, save, told
from medoffice.records.documents.types.papers import State
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("documents.file")
def set_aside(*, actor: Actor, document_id: UUID, why: str) -> None:
    """Take it out of the inbox. Raises Invalid without a reason, Refusal for what is filed."""
    if not why.strip():
        raise Invalid("no-reason", "Say why.", "", {"fields": {"why": ["Say why."]}})
    row = row_of(document_id)
    require_for(actor, row, "documents.file")
    if not is_waiting(row):
        raise Refusal("not-waiting", f"This is {row.state} already.", "")
    before = told(row)
    row.state, row.why = State.ASIDE, why.strip()[:200]
    save(actor, row)
    note(actor, row, "set aside", before=before, why=why)
    done_with(actor, row, "set aside")
    record("document", row.id)
