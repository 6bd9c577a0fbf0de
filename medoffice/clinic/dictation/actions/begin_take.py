"""Begin to record in the browser."""

from uuid import UUID

from medoffice.clinic.dictation.actions.takes import UNSENT
from medoffice.clinic.dictation.models import DictationStretch, DictationTake
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work
from medoffice.records.encounters.api import encounter
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("dictation.send")
def begin_take(*, actor: Actor, encounter_id: UUID) -> UUID:
    """What the actor records about a visit is kept from now on, and is among their work until it is sent.

    Raises Refusal (``take-open``) if they record about this visit already.
    """
    visit = encounter(encounter_id)
    require(actor, "dictation.send", visit.patient_id, encounter_id)
    row, new = DictationTake.objects.get_or_create(
        encounter_id=encounter_id, by_id=actor.id, ended_at=None, defaults={"begun_at": clock.now()}
    )
    if not new:
        words = "You record about this visit already, in another window, or did not send what you recorded."
        raise Refusal("take-open", words, "Open the page again to go on with it here.")
    DictationStretch.objects.create(take=row, number=1)
    open_work(
        actor=actor, kind=UNSENT, title=f"Recorded about {visit.number}, not sent yet", ref=Ref(UNSENT, row.id),
        patient_id=visit.patient_id, visit_id=encounter_id, key=str(row.id), owner_id=actor.id,
    )  # fmt: skip
    record("take", row.id, subjects=[visit.patient_id])
    return row.id
