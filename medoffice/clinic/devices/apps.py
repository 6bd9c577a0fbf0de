"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class DevicesConfig(Room):
    """Devices that measure: which they are, when they were calibrated, what they wrote."""

    name = "medoffice.clinic.devices"
    label = "devices"
