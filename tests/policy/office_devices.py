"""A device of the policy tests, which names nobody."""

from uuid import UUID

from medoffice.clinic.devices.api import devices
from medoffice.clinic.devices.tests.makers import make_device


def devices_of_office() -> dict[str, UUID | str]:
    """A device."""
    known = devices()
    return {"device_id": known[0].id if known else make_device()}
