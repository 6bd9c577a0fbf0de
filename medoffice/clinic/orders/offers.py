"""What later rooms may add to orders: doors by which they go, and what one waits for before it is done."""

from collections.abc import Callable

from medoffice.clinic.orders.types import LabDoor, Order
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.registries import Registry

Waits = Callable[[Order], Refusal | None]
before_done: Registry[Waits] = Registry("what an order waits for")
doors: Registry[LabDoor] = Registry("laboratory door")


def register_lab_door(door: LabDoor) -> None:
    """Make an adapter known; called from its ``registry.py``."""
    doors.register(door.key, door)


def register_before_done(key: str, waits: Waits) -> None:
    """Ask this before an order of the office is noted as done, by whomever: a refusal, if something is missing."""
    before_done.register(key, waits)
