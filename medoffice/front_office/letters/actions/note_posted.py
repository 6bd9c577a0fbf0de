"""Note that a letter is in the mail."""

from uuid import UUID

from medoffice.front_office.letters.actions.rows import held_letter
from medoffice.front_office.letters.models import Sending, SendingEvent
from medoffice.front_office.letters.types.letters import SendingState, Way
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("letters.send")
def note_posted(*, actor: Actor, sending_ids: tuple[UUID, ...], proof: str = "") -> int:
    """These letters are posted, with the number of the receipt if there is one; returns how many were not before."""
    posted = 0
    for sending_id in sending_ids:
        sent = Sending.objects.filter(id=sending_id, way=Way.MAIL).first()
        if sent is None:
            raise NotFound
        row = held_letter(actor, sent.letter_id, "letters.send")
        if not SendingEvent.objects.filter(sending=sent, state=SendingState.POSTED).exists():
            SendingEvent.objects.create(
                sending=sent, state=SendingState.POSTED, words=proof.strip()[:200], at=clock.now(), by=actor.name
            )
            record("letter", row.id, subjects=[row.patient_id])
            posted += 1
    return posted
