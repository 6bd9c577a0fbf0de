"""File a document again that was filed wrong. On another's chart it was seen by those who had no need: that is told."""

from uuid import UUID

from medoffice.kernel.facts import publish
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.records.documents.actions.file_document import apply, ask_sign_off, refuse_stale
from medoffice.records.documents.actions.holding import refuse_held
from medoffice.records.documents.actions.leaving import end_sign_off, tell_left
from medoffice.records.documents.actions.writing import note, require_for, row_of, save, told
from medoffice.records.documents.types.papers import DocumentFiled, Filing, State
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("documents.file")
def refile_document(*, actor: Actor, document_id: UUID, seen_version: int, filing: Filing, why: str) -> None:
    """Change its type, day, visit or patient. Raises Invalid without a reason, Refusal for what is not filed.

    If it was another patient's, whoever was to sign it off is asked anew, and the privacy officer looks at it; what is
    held does not leave its chart.
    """
    if not why.strip():
        raise Invalid("no-reason", "Say why.", "", {"fields": {"why": ["Say why."]}})
    row = row_of(document_id)
    require_for(actor, row, "documents.file")
    require(actor, "documents.file", filing.patient_id, filing.visit_id)
    refuse_stale(row, seen_version)
    if row.state != State.FILED:
        raise Refusal("not-filed", f"This is {row.state}.", "File it from the inbox.")
    if filing.patient_id != row.patient_id:
        refuse_held(row)
    before, wrong = told(row), row.patient_id
    apply(row, filing)
    moved = wrong != row.patient_id
    if moved:
        end_sign_off(actor, row, "filed again")
    save(actor, row)
    note(actor, row, "filed again", before=before, why=why)
    if moved:
        if wrong:
            tell_left(actor, row.id, wrong)
        ask_sign_off(actor, row, filing.signer_id)
        publish(DocumentFiled(row.id, filing.patient_id), subject=row.id)
    record("document", row.id, subjects=[one for one in {wrong, row.patient_id} if one], moved=moved)
