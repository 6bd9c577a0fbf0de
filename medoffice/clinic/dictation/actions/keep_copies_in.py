"""A label keeps the words of a signed report in whose copies have not all gone."""

from collections.abc import Sequence
from uuid import UUID

from medoffice.clinic.dictation.actions.copying import kept_in, offer, withdraw
from medoffice.clinic.dictation.models import Dictation
from medoffice.clinic.dictation.types.dictations import State
from medoffice.practice.api import staff_member
from medoffice.security.api import action, actor_of, labels_of, record
from medoffice.security.types import Actor


@action("dictation.offer_copies")
def keep_copies_in(*, actor: Actor, encounter_ids: Sequence[UUID]) -> int:
    """A letter that waits is withdrawn and a fax called back, and the author has it among their work, until it may go
    or is left. Where a label was ended, or lets its author send copies, nothing changes. May be told twice.

    Returns of how many dictations of these visits something was withdrawn.
    """
    told = 0
    for row in Dictation.objects.select_for_update().filter(encounter_id__in=encounter_ids, state=State.SIGNED):
        account = staff_member(row.author_id).user_id
        author = actor_of(account) if account else None
        if not labels_of(row.patient_id, row.encounter_id) or (author is not None and not kept_in(author, row)):
            continue
        if withdraw(actor, row):
            offer(actor, row, f"{row.number}: copies that had not gone were withdrawn")
            record("dictation", row.id, subjects=[row.patient_id], how="kept in")
            told += 1
    return told
