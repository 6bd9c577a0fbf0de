"""A vaccine that was given to the patient of the policy tests and what was tested; their lots name nobody."""

from uuid import UUID

from medoffice.clinic.immunizations.api import lots, note_fact
from medoffice.clinic.immunizations.tests.makers import make_dose, make_lot
from medoffice.practice.tests.makers import Office
from medoffice.records.encounters.api import encounter as visit
from medoffice.security.types import PROGRAM
from tests.policy.office_devices import devices_of_office
from tests.policy.office_office_lab import office_lab
from tests.policy.office_procedures import procedures
from tests.policy.office_upkeep import upkeep


def immunizations(office: Office, encounter: UUID) -> dict[str, UUID | str]:
    """A dose and a test of the visit, a note for the schedule; the lots are the office's."""
    lot = next((one.id for one in lots()), None) or make_lot(office, count=100)
    note_fact(actor=PROGRAM, patient_id=visit(encounter).patient_id, code="055")
    of_visit = {**office_lab(office, encounter), **procedures(office, encounter), **devices_of_office(encounter)}
    return {"lot_id": lot, "dose_id": make_dose(encounter, lot), **of_visit, **upkeep(office)}
