"""An attempt to reach somebody who is due."""

from uuid import UUID

from medoffice.front_office.outreach.models import Recall, RecallAttempt
from medoffice.front_office.outreach.types.messages import Channel
from medoffice.front_office.outreach.types.recalls import RecallState, Tried
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.security.api import require
from medoffice.security.types import Actor

ATTEMPTS = 3


def due_recall(actor: Actor, recall_id: UUID) -> Recall:
    """Somebody who is still due, locked until the action ends. Raises NotFound, Refusal if they are not."""
    row = Recall.objects.select_for_update(of=("self",)).filter(id=recall_id).first()
    if row is None:
        raise NotFound
    require(actor, "outreach.recall", row.patient_id, row.visit_id)
    if row.state != RecallState.DUE:
        raise Refusal("recall-over", f"This recall is {row.state.replace('_', ' ')}.", "Look at its story.")
    return row


def tried(actor: Actor, row: Recall, channel: Channel, outcome: Tried, words: str = "") -> None:
    """Note it; the third that reaches nobody ends the calling, a no or a booking ends it at once."""
    now = clock.now()
    RecallAttempt.objects.create(
        recall=row, channel=channel, outcome=outcome, words=words.strip()[:200], by=actor.name, at=now
    )
    row.attempts, row.last_channel, row.last_at = row.attempts + 1, channel, now
    if outcome is Tried.BOOKED:
        row.state = RecallState.BOOKED
    elif outcome is Tried.DECLINED:
        row.state = RecallState.DECLINED
    elif row.attempts >= ATTEMPTS and outcome is not Tried.LATER:
        row.state = RecallState.GIVEN_UP
    row.save()
