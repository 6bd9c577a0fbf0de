"""What later rooms may add to devices: doors by which their files come in by themselves."""

from medoffice.clinic.devices.types import DeviceDoor
from medoffice.kernel.registries import Registry

device_doors: Registry[DeviceDoor] = Registry("door for files of devices")


def register_device_door(key: str, door: DeviceDoor) -> None:
    """Let files of devices in by a door; called from the ``registry.py`` of the room that has it."""
    device_doors.register(key, door)
