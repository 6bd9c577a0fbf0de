"""The e-mail with a link never arrived: the letter says so, and somebody sends it by another way."""

from uuid import UUID

from medoffice.front_office.letters.models import Link, SendingEvent
from medoffice.front_office.letters.types.letters import SendingState
from medoffice.kernel import clock
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("letters.send")
def link_failed(*, actor: Actor, link_id: UUID, why: str) -> None:
    """Note it; what is no link, or was opened or noted before, changes nothing."""
    row = Link.objects.select_for_update(of=("self",)).filter(id=link_id, opened_at=None).first()
    if row is None or row.sending.events.filter(state=SendingState.FAILED).exists():
        return
    letter = row.sending.letter
    words = f"the e-mail did not arrive: {why}"[:200]
    SendingEvent.objects.create(
        sending=row.sending, state=SendingState.FAILED, words=words, at=clock.now(), by=actor.name
    )
    open_work(
        actor=actor,
        kind="letter-link",
        title="The e-mail with the link to a letter did not arrive: send the letter by another way.",
        ref=Ref("letter", letter.id),
        patient_id=letter.patient_id,
        visit_id=letter.encounter_id,
        key=str(row.id),
    )
    record("letter link", row.id, subjects=[letter.patient_id])
