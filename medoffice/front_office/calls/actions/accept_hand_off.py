"""Take over, reading back what was handed over."""

from uuid import UUID

from medoffice.front_office.calls.actions.checking import refuse_blank
from medoffice.front_office.calls.models import HandOff
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("calls.take")
def accept_hand_off(*, actor: Actor, hand_off_id: UUID, read_back: str) -> None:
    """Take over. Raises Invalid without what was read back, Refusal if it was handed to somebody else or is taken."""
    row = HandOff.objects.select_for_update().filter(id=hand_off_id).first()
    if row is None:
        raise NotFound
    refuse_blank(read_back=read_back)
    if row.to_id != actor.id or row.accepted_at is not None:
        raise Refusal("not-yours", "This was handed to somebody else, or is taken over.", "Look who has it.")
    row.read_back, row.accepted_at = read_back.strip(), clock.now()
    row.save(update_fields=["read_back", "accepted_at"])
    finish_work_about(actor=actor, ref=Ref("hand_off", row.id), outcome="taken over")
    record("hand_off", row.id)
