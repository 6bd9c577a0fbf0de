"""Take more time for the answer, once."""

from uuid import UUID

from medoffice.kernel.refusals import Refusal
from medoffice.practice.api import today_here
from medoffice.records.releases.api import terms
from medoffice.records.rights.actions.rows import ASKED, ask_for, done_with, held_open, said, save
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("rights.decide")
def extend_amendment(*, actor: Actor, amendment_id: UUID, why: str) -> None:
    """Take the further days the term allows; who asked is told why and until when. Once, and before the first end.

    Raises Refusal, or Invalid without a reason.
    """
    row = held_open(actor, amendment_id, "rights.decide")
    said(extend_why="" if why.strip() else "Say why: who asked is told.")
    if row.extended_why:
        raise Refusal("extended", "More time was taken already.", "It can be taken once.")
    if row.due_on < today_here():
        raise Refusal("overdue", "The time has passed; it cannot be extended now.", "Answer today.")
    row.extended_why = why.strip()[:200]
    row.due_on = terms()["amendment"].ends(row.came_on, extended=True)
    save(actor, row)
    done_with(actor, row, ASKED, "more time taken")
    ask_for(actor, row, ASKED, f"{row.number}: an amendment is asked for", row.due_on)
    record("amendment", row.id, subjects=[row.patient_id], extended=True)
