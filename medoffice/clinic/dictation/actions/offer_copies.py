"""A report was put right whose copies went."""

from uuid import UUID

from medoffice.clinic.dictation.actions.copying import COPIES_AGAIN, offer, withdraw
from medoffice.clinic.dictation.actions.rows import KIND
from medoffice.clinic.dictation.models import Dictation
from medoffice.clinic.dictation.queries.copies import seals_of, stands_now
from medoffice.clinic.dictation.types.dictations import State
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.offer_copies")
def offer_copies(*, actor: Actor, encounter_id: UUID, how: str) -> int:
    """Its author has it among their work to send those the report as it stands; what did not go yet never goes.

    ``how``: added to, amended, retracted. Where who has a copy has these words already, nothing is to be done any more:
    it may be told twice. Returns how many dictations of the visit are offered.
    """
    told = 0
    for row in Dictation.objects.select_for_update().filter(encounter_id=encounter_id, state=State.SIGNED):
        seals = set(seals_of(row.id).values())
        if not seals:
            continue
        if seals == {stands_now(row).seal}:
            finish_work_about(actor=actor, ref=Ref(KIND, row.id), outcome="as they have it", kind=COPIES_AGAIN)
            continue
        withdraw(actor, row)
        offer(actor, row, f"{row.number} was {how}: send it to who has a copy")
        record("dictation", row.id, subjects=[row.patient_id], how=how)
        told += 1
    return told
