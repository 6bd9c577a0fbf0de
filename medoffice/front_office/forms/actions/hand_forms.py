"""Hand the forms of a visit to the patient: a link for one device."""

import secrets
from datetime import timedelta
from uuid import UUID

from medoffice.front_office.forms.actions.end_link import end_links
from medoffice.front_office.forms.models import Definition, Link
from medoffice.front_office.forms.queries import due_at, token_hash
from medoffice.front_office.scheduling.api import appointment
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor

LASTS = timedelta(minutes=45)


@action("forms.hand", shown_once=True)
def hand_forms(*, actor: Actor, appointment_id: UUID) -> str:
    """Returns the token of a link to every form the visit still needs; kept as a hash, good for 45 minutes.

    A link that was out for the visit ends. Raises Refusal if nothing is due.
    """
    booked = appointment(appointment_id)
    require(actor, "forms.hand", booked.patient_id)
    due = due_at([booked])[booked.id]
    if not due:
        raise Refusal("nothing-due", "This visit needs no form.", "")
    end_links(booked.id)
    token, now = secrets.token_urlsafe(24), clock.now()
    row = Link.objects.create(
        token_hash=token_hash(token),
        patient_id=booked.patient_id,
        appointment_id=booked.id,
        made_by=actor.name,
        made_at=now,
        expires_at=now + LASTS,
    )
    row.definitions.add(*Definition.objects.filter(id__in=[one.definition.id for one in due]))
    record("form link", row.id, subjects=[booked.patient_id], forms=len(due))
    return token
