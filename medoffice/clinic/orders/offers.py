"""What later rooms may add to orders: doors by which they go."""

from medoffice.clinic.orders.types import LabDoor
from medoffice.kernel.registries import Registry

doors: Registry[LabDoor] = Registry("laboratory door")


def register_lab_door(door: LabDoor) -> None:
    """Make an adapter known; called from its ``registry.py``."""
    doors.register(door.key, door)
