"""Make a letter of what somebody dictated and read."""

from uuid import UUID

from medoffice.front_office.letters.actions.start_letter import start_letter
from medoffice.front_office.letters.models import Letter
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work
from medoffice.records.encounters.api import encounter
from medoffice.security.api import action, record, role_is_held
from medoffice.security.types import Actor, Role

KIND = "letter-dictated"


@action("letters.write")
def write_dictated(*, actor: Actor, encounter_id: UUID, words: str) -> UUID:
    """A letter in these words about a visit, which its provider signs once somebody has said whom it is to.

    Who sends letters has it among their work until then.
    """
    visit = encounter(encounter_id)
    made = start_letter(
        actor=actor, patient_id=visit.patient_id, key="dictated", language="en", encounter_id=encounter_id
    )
    row = Letter.objects.get(id=made)
    row.words, row.signer_id = words.strip() + "\n", visit.provider_id
    row.save(update_fields=["words", "signer_id"])
    queue = Role.SECRETARY if role_is_held(Role.SECRETARY) else Role.RECEPTIONIST
    open_work(
        actor=actor, kind=KIND, title=f"Address {row.number}: {row.title}", ref=Ref("letter", made),
        patient_id=visit.patient_id, visit_id=encounter_id, queue=queue, key=str(made),
    )  # fmt: skip
    record("letter", made, subjects=[visit.patient_id])
    return made
