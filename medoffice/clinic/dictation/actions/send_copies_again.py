"""Send a report that was put right to who has a copy, or leave it."""

from uuid import UUID

from medoffice.clinic.dictation.actions.copying import COPIES_AGAIN, kept_in, leave, open_copies, reached, went
from medoffice.clinic.dictation.actions.rows import KIND, held
from medoffice.clinic.dictation.queries.copies import seals_of, sends_again, stands_now
from medoffice.clinic.dictation.types.dictations import State
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.copy_again")
def send_copies_again(*, actor: Actor, dictation_id: UUID, why_not: str | None = None) -> int:
    """Who has a copy gets the report as it stands now, or with ``why_not`` nobody does; once in the same words.

    Of a retraction only those are told whom a copy reached. Another provider does so only for an author who left or is
    kept from it. Returns how many letters were made. Raises Refusal for another's report or one that is not signed;
    Invalid for leaving it without a reason.
    """
    row = held(actor, dictation_id, "dictation.copy_again")
    if row.state != State.SIGNED or not sends_again(actor, row):
        raise Refusal("not-yours", f"Who signed {row.number} sends its copies again.", "Ask its author.")
    if why_not is not None and not why_not.strip():
        raise Invalid("no-why", "Say why.", "", {"fields": {"why": ["Say why."]}})
    stands, had = stands_now(row), seals_of(row.id)
    behind = [copy for copy in open_copies(row) if had.get(copy.id, stands.seal) != stands.seal]
    if why_not is None:
        to = behind if stands.words else [copy for copy in behind if reached(row, copy)]
        if to and (kept := kept_in(actor, row)):
            raise Refusal("label-forbids", kept, "Send it once it may go, or leave it and say why.")
        made = went(actor, row, to, "put right" if stands.words else "retracted")
        leave(actor, row, [copy for copy in behind if copy not in to], stands.seal, "no copy reached them")
    else:
        made = 0
        leave(actor, row, behind, stands.seal, " ".join(why_not.split()))
    finish_work_about(actor=actor, ref=Ref(KIND, row.id), outcome="sent" if made else "left", kind=COPIES_AGAIN)
    record("dictation", row.id, subjects=[row.patient_id], letters=made)
    return made
