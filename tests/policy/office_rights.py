"""What a patient of the policy tests asks: an amendment of the letter that went, that her employer be told nothing."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.records.releases.api import items_seen
from medoffice.records.rights.api import ask_amendment, ask_restriction
from medoffice.records.rights.types import Asker, Objection, Wanted
from medoffice.security.types import PROGRAM


def rights(patient: UUID) -> dict[str, UUID | str]:
    """An amendment and a restriction that wait for their answers."""
    thing = next(item.key for _, item in items_seen(PROGRAM, "rights.note", patient) if item.kind == "letter")
    wanted = Wanted(thing, "It was the left knee", "", Asker.PATIENT, "", "birth date", clock.now().date())
    objection = Objection("Quarry Works", "that she was here", "", "birth date", clock.now().date())
    return {
        "amendment_id": ask_amendment(actor=PROGRAM, patient_id=patient, wanted=wanted),
        "restriction_id": ask_restriction(actor=PROGRAM, patient_id=patient, wanted=objection),
    }


def of_an_entry(patient: UUID, entry: UUID) -> dict[str, UUID | str]:
    """An amendment of an entry of a list that waits for its answer."""
    wanted = Wanted(f"list_entry-{entry.hex}", "Not so", "", Asker.PATIENT, "", "birth date", clock.now().date())
    return {"entry_amendment_id": ask_amendment(actor=PROGRAM, patient_id=patient, wanted=wanted)}
