"""What later rooms may add to immunizations: ways to the registry."""

from medoffice.clinic.immunizations.types import RegistryDoor
from medoffice.kernel.registries import Registry

doors: Registry[RegistryDoor] = Registry("immunization registry door")


def register_registry_door(door: RegistryDoor) -> None:
    """Make an adapter known; called from its ``registry.py``."""
    doors.register(door.key, door)
