"""Give a message back: it is none of this office's patients, and the laboratory is told."""

from uuid import UUID

from medoffice.clinic.results.actions.attach_message import in_tray
from medoffice.clinic.results.actions.filing import settle
from medoffice.clinic.results.types import MessageState
from medoffice.kernel.refusals import Invalid
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("results.match")
def return_message(*, actor: Actor, message_id: UUID, seen_version: int, told: str) -> None:
    """Note to whom at the laboratory it was given back; it stays kept. Raises Invalid without that."""
    if not told.strip():
        words = "Say whom at the laboratory you told."
        raise Invalid("not-told", words, "", {"fields": {"told": [words]}})
    row = in_tray(actor, message_id, seen_version)
    settle(actor, row, MessageState.RETURNED, None, told.strip())
    record("lab_message", row.id, returned=True)
