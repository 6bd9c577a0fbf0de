"""Write down that a patient agreed."""

from datetime import datetime
from uuid import UUID

from medoffice.clinic.procedures.actions.keeping import columns, refuse_found, waiting
from medoffice.clinic.procedures.models import ConsentTaken
from medoffice.clinic.procedures.rules.judging import binding, check_consent
from medoffice.clinic.procedures.types import Consent
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.rows import new_row
from medoffice.practice.api import staff_member
from medoffice.records.documents.api import known_documents_of
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("procedures.do")
def take_consent(
    *, actor: Actor, order_id: UUID, how: Consent, obtained_by: UUID, obtained_at: datetime,
    document_id: UUID | None = None,
) -> UUID:  # fmt: skip
    """The patient agreed, by word or with a signature; the paper may be one of their chart. A later one counts.

    Raises NotFound, Invalid by field, Refusal for an order that is settled or another patient's paper.
    """
    placed, of = waiting(actor, order_id)
    staff_member(obtained_by)
    refuse_found("consent-odd", check_consent(binding(of.said), how, obtained_at, clock.now()))
    if document_id is not None and document_id not in {one.id for one in known_documents_of(placed.patient_id)}:
        raise Refusal("paper-of-another", "This paper is not on the patient's chart.", "Choose one that is.")
    row = new_row(
        ConsentTaken, **columns(actor, placed), how=how, obtained_by_id=obtained_by, obtained_at=obtained_at,
        document_id=document_id,
    )  # fmt: skip
    row.save(force_insert=True)
    record("procedure_consent", row.id, subjects=[placed.patient_id], how=how)
    return row.id
