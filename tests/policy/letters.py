"""What the office of the policy tests wrote and faxed about a patient."""

from uuid import UUID

from medoffice.front_office.letters.api import change_letter, letters_of, send_letter, start_letter
from medoffice.front_office.letters.types.letters import Recipient, Way
from medoffice.records.documents.api import cover_sheet
from medoffice.records.faxes.api import queue_fax
from medoffice.records.faxes.types import ToFax
from medoffice.security.types import PROGRAM


def letters(patient: UUID) -> dict[str, UUID]:
    """A letter about the visit that was coded, which was given to the patient, and a fax."""
    made = start_letter(actor=PROGRAM, patient_id=patient, key="custom", language="en")
    change_letter(
        actor=PROGRAM, letter_id=made, seen_version=1, given={"asked.note": "Come again."}, recipient=Recipient(""),
        signer_id=None, why="",
    )  # fmt: skip
    visit = letters_of(PROGRAM, patient)[0].encounter_id
    wanted = ToFax(
        key=f"policy {patient}", patient_id=patient, encounter_id=visit, what="A letter", to_name="Prairie Clinic",
        to_number="217-555-0123", purpose="treatment",
    )  # fmt: skip
    faxed = queue_fax(actor=PROGRAM, wanted=wanted, pages=cover_sheet("", ""))
    return {"letter_id": made, "sending_id": send_letter(actor=PROGRAM, letter_id=made, way=Way.HAND), "fax_id": faxed}
