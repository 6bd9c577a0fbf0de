"""Say that a document was entered in error: it stays, struck through, and is found by nobody who searches."""

from uuid import UUID

from medoffice.kernel.facts import publish
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.records.documents.actions.holding import refuse_held
from medoffice.records.documents.actions.writing import note, require_for, row_of, save, told
from medoffice.records.documents.types.papers import DocumentLeft, State
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("documents.file")
def mark_mistake(*, actor: Actor, document_id: UUID, why: str) -> None:
    """Strike it through. Raises Invalid without a reason, Refusal for what is not filed or is held."""
    if not why.strip():
        raise Invalid("no-reason", "Say why.", "", {"fields": {"why": ["Say why."]}})
    row = row_of(document_id)
    require_for(actor, row, "documents.file")
    if row.state != State.FILED:
        raise Refusal("not-filed", f"This is {row.state}.", "")
    refuse_held(row)
    before = told(row)
    row.state, row.why = State.MISTAKE, why.strip()[:200]
    save(actor, row)
    note(actor, row, "entered in error", before=before, why=why)
    finish_work_about(actor=actor, ref=Ref("document", row.id), outcome="entered in error")
    if row.patient_id:
        publish(DocumentLeft(row.id, row.patient_id), subject=row.id)
    record("document", row.id, subjects=[row.patient_id] if row.patient_id else [])
