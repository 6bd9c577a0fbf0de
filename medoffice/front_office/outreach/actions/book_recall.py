"""Book a visit for somebody who is due."""

from datetime import datetime
from uuid import UUID

from medoffice.front_office.outreach.actions.trying import due_recall, tried
from medoffice.front_office.outreach.types.messages import Channel
from medoffice.front_office.outreach.types.recalls import Tried
from medoffice.front_office.scheduling.api import book
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("outreach.recall")
def book_recall(*, actor: Actor, recall_id: UUID, provider_id: UUID, site_id: UUID, starts: datetime) -> UUID:
    """Book it and note the call that did; returns the visit. Raises as ``book``; then nothing has changed."""
    row = due_recall(actor, recall_id)
    visit = book(
        actor=actor,
        patient_id=row.patient_id,
        provider_id=provider_id,
        site_id=site_id,
        starts=starts,
        visit_type=row.visit_type_id,
        reason=row.name,
    )
    row.appointment_id = visit
    tried(actor, row, Channel.PHONE, Tried.BOOKED)
    record("outreach_recall", row.id, subjects=[row.patient_id])
    return visit
