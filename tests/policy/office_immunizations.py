"""A vaccine that was given to the patient of the policy tests, and its lot, which names nobody."""

from uuid import UUID

from medoffice.clinic.immunizations.api import lots
from medoffice.clinic.immunizations.tests.makers import make_dose, make_lot
from medoffice.practice.tests.makers import Office


def immunizations(office: Office, encounter: UUID) -> dict[str, UUID | str]:
    """A dose of the visit; the lot is the office's."""
    lot = next((one.id for one in lots()), None) or make_lot(office, count=100)
    return {"lot_id": lot, "dose_id": make_dose(encounter, lot)}
