"""Note what came of trying to reach somebody who is due."""

from uuid import UUID

from medoffice.front_office.outreach.actions.trying import due_recall, tried
from medoffice.front_office.outreach.types.messages import Channel
from medoffice.front_office.outreach.types.recalls import Tried
from medoffice.kernel.refusals import Invalid
from medoffice.security.api import action, record
from medoffice.security.types import Actor

_BY_PHONE = (Tried.LATER, Tried.LEFT_WORD, Tried.NO_ANSWER, Tried.DECLINED)


@action("outreach.recall")
def note_attempt(*, actor: Actor, recall_id: UUID, outcome: Tried, words: str = "") -> None:
    """An attempt by telephone. Raises Invalid for an outcome that is an act of its own, Refusal if it is over."""
    if outcome not in _BY_PHONE:
        raise Invalid("odd-outcome", "Choose what came of the call.", "Booking and sending note themselves.")
    row = due_recall(actor, recall_id)
    tried(actor, row, Channel.PHONE, outcome, words)
    record("outreach_recall", row.id, subjects=[row.patient_id], outcome=outcome.value)
