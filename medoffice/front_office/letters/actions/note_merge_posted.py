"""Note that a mailing is in the mail."""

from uuid import UUID

from medoffice.front_office.letters.actions.note_posted import note_posted
from medoffice.front_office.letters.queries.mailing import letters_of_merge, unposted
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("letters.send")
def note_merge_posted(*, actor: Actor, merge_id: UUID) -> int:
    """All letters of a mailing are posted; returns how many were not before."""
    letters_of_merge(actor, merge_id)
    posted = note_posted(actor=actor, sending_ids=tuple(unposted(merge_id)))
    record("letter_merge", merge_id, posted=posted)
    return posted
