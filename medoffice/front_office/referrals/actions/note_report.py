"""Note the report that a referral waited for."""

from uuid import UUID

from medoffice.front_office.referrals.actions.rows import held, stands
from medoffice.front_office.referrals.models import Referral
from medoffice.front_office.referrals.types import Direction, State
from medoffice.kernel.refusals import Refusal
from medoffice.records.documents.api import known_document
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("referrals.follow")
def note_report(*, actor: Actor, referral_id: UUID, document_id: UUID, signs: bool) -> None:
    """This document of the patient is the report. Nothing more is to be done unless a provider is to see it (signs).

    Raises Refusal for another patient's document, a patient who was sent here, and one that is closed.
    """
    row = held(actor, referral_id)
    if row.direction == Direction.IN or row.state == State.CLOSED:
        raise Refusal("referral-elsewhere", "This referral waits for no report.", "Open it again.")
    if known_document(document_id).patient_id != row.patient_id:
        raise Refusal("another-patient", "This document is another patient's.", "File it where it belongs.")
    row.report_id = document_id
    stands(actor, row, State.REPORTED, "came as a document")
    if not signs:
        stands(actor, row, State.CLOSED, "the report is filed")
    record("referral", row.id, subjects=[row.patient_id], document=str(document_id))


@action("referrals.follow")
def close_with_report(*, actor: Actor, document_id: UUID) -> None:
    """A provider has seen this document: what waited for its being read is closed; none is fine."""
    found = Referral.objects.filter(report_id=document_id, state=State.REPORTED).values_list("id", flat=True)
    for referral_id in list(found):
        row = held(actor, referral_id)
        stands(actor, row, State.CLOSED, f"read by {actor.name}")
        record("referral", row.id, subjects=[row.patient_id])
