"""A device of the policy tests, which names nobody, and a file that was attached at their visit."""

from uuid import UUID

from medoffice.clinic.devices.api import attached_at, calibrations_of, devices
from medoffice.clinic.devices.tests.makers import make_device, make_read
from medoffice.records.encounters.api import encounter as visit


def devices_of_office(encounter: UUID) -> dict[str, UUID | str]:
    """A device with its calibration, and what was attached."""
    known = devices()
    device = known[0].id if known else make_device()
    found = attached_at(encounter)
    attached = found[0].id if found else make_read(encounter, visit(encounter).patient_id)
    return {"device_id": device, "calibration_id": calibrations_of(device)[0].id, "attached_id": attached}
