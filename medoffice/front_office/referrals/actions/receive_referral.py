"""Take in a patient whom somebody sent here."""

from uuid import UUID

from medoffice.front_office.referrals.actions.rows import stands
from medoffice.front_office.referrals.actions.starting import new_referral
from medoffice.front_office.referrals.types import Asked, Direction, State
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("referrals.make")
def receive_referral(
    *, actor: Actor, patient_id: UUID, performer_id: UUID, asked: Asked, requester_id: UUID | None = None
) -> UUID:
    """Somebody sends a patient here: who, why, how soon. It is followed until our report went.

    ``requester_id``: the provider here who is asked, if it says one. Raises Invalid per field.
    """
    require(actor, "referrals.make", patient_id)
    row = new_referral(actor, Direction.IN, patient_id, performer_id, asked, requester_id, None)
    stands(actor, row, State.SENT)
    record("referral", row.id, subjects=[patient_id], priority=asked.priority.value)
    return row.id
