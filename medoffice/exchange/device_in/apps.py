"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class DeviceInConfig(Room):
    """The door for files of devices: a folder."""

    name = "medoffice.exchange.device_in"
    label = "device_in"
