"""Send a message once more that did not go or did not arrive."""

from uuid import UUID

from medoffice.front_office.outreach.actions.holding import held_message
from medoffice.front_office.outreach.actions.writing import LABELLED, Wanted, write_message
from medoffice.front_office.outreach.models import Message
from medoffice.front_office.outreach.types.messages import MessageState, Purpose
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, office_zone
from medoffice.security.api import action, record
from medoffice.security.types import Actor

_OVER = (MessageState.FAILED, MessageState.WITHDRAWN)


@action("outreach.send")
def send_again(*, actor: Actor, message_id: UUID) -> UUID:
    """Say the same the way the patient prefers by now; once for a message. Raises Refusal if the first is under way."""
    row = held_message(actor, message_id)
    if row.state not in _OVER:
        raise Refusal("message-under-way", f"This message is {row.state}.", "Wait for what becomes of it.")
    key = f"again {row.id}"
    known = Message.objects.filter(key=key).values_list("id", flat=True).first()
    if known is not None:
        return known
    about = Ref(row.about_kind, row.about_id)
    visit = row.about_id if about.kind in LABELLED else None
    wanted = Wanted(row.patient_id, Purpose(row.purpose), about, key, row.said, office_zone(), visit)
    new = write_message(actor, wanted)
    finish_work_about(actor=actor, ref=Ref("outreach_message", row.id), outcome="sent again")
    record("outreach_message", new.id, subjects=[new.patient_id])
    return new.id
