"""Hand an e-mail of another room to the gateway at once: a note that names no patient and waits in no box."""

from uuid import UUID

from medoffice.front_office.outreach.actions.door import gateway, note_success
from medoffice.front_office.outreach.types.messages import Channel, Letter
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("outreach.mail_out")
def mail_out(*, actor: Actor, note_id: UUID, to: str, subject: str, body: str) -> None:
    """One e-mail, now; the same ``note_id`` again is the same e-mail. That it may go is for whoever hands it over.

    Its words are kept nowhere here, for they may hold a secret link. If the gateway tells that it never arrived,
    ``MailFailed`` is published. Raises Refusal where e-mails are switched off or the gateway does not take it.
    """
    gateway().send(Letter(note_id, Channel.EMAIL, to, subject, body))
    note_success(actor)
    record("outreach_message", note_id, channel=Channel.EMAIL.value)
