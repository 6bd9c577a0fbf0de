"""Call back a letter that waits behind a link: from that moment it opens for nobody."""

from uuid import UUID

from medoffice.front_office.letters.models import Link, SendingEvent
from medoffice.front_office.letters.types.letters import SendingState
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("letters.revoke_link")
def revoke_link(*, actor: Actor, sending_id: UUID, why: str) -> None:
    """Call it back; that it went, and was opened if it was, stays. Raises NotFound, Invalid without a reason."""
    row = Link.objects.select_for_update(of=("self",)).filter(sending_id=sending_id).first()
    if row is None:
        raise NotFound
    letter = row.sending.letter
    require(actor, "letters.revoke_link", letter.patient_id, letter.encounter_id)
    if not why.strip():
        raise Invalid("no-reason", "Say why.", "", {"fields": {"why": ["Say why."]}})
    if row.revoked_at:
        raise Refusal("called-back", "This was called back already.", "")
    row.revoked_at = clock.now()
    row.save(update_fields=["revoked_at"])
    SendingEvent.objects.create(
        sending=row.sending,
        state=SendingState.STOPPED,
        words=f"called back: {why.strip()}"[:200],
        at=clock.now(),
        by=actor.name,
    )
    finish_work_about(actor=actor, ref=Ref("letter", letter.id), outcome="called back", kind="letter-link")
    record("letter link", row.id, subjects=[letter.patient_id])
