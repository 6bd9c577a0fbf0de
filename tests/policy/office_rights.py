"""What a patient of the policy tests asks of their record: an amendment of the letter that went."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.records.releases.api import items_seen
from medoffice.records.rights.api import ask_amendment
from medoffice.records.rights.types import Asker, Wanted
from medoffice.security.types import PROGRAM


def rights(patient: UUID) -> dict[str, UUID | str]:
    """An amendment that waits for its answer."""
    thing = next(item.key for _, item in items_seen(PROGRAM, "rights.note", patient) if item.kind == "letter")
    wanted = Wanted(thing, "It was the left knee", "", Asker.PATIENT, "", "birth date", clock.now().date())
    return {"amendment_id": ask_amendment(actor=PROGRAM, patient_id=patient, wanted=wanted)}
