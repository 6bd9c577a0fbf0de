"""What later rooms may add to coverage: lines to the payers. Each adapter in ``exchange/`` registers itself."""

from medoffice.kernel.registries import Registry
from medoffice.records.coverage.types import EligibilityDoor

eligibility_doors: Registry[EligibilityDoor] = Registry("eligibility line")


def register_eligibility_door(door: EligibilityDoor) -> None:
    """Make an adapter known; called from its ``registry.py``."""
    eligibility_doors.register(door.key, door)
