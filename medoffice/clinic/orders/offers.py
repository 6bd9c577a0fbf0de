"""What later rooms may add to orders: doors by which they go, and what one waits for before it is done."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from uuid import UUID

from medoffice.clinic.orders.types import LabDoor, Order, Support
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.registries import Registry

Waits = Callable[[Order], Refusal | None]
# What lists say of services (by code) for diagnoses, of a patient on a day; None: who pays follows no such lists.
Judge = Callable[[UUID, date, Sequence[str], Sequence[str]], Mapping[str, tuple[Support, str]] | None]
before_done: Registry[Waits] = Registry("what an order waits for")
judges: Registry[Judge] = Registry("judge of coverage")
doors: Registry[LabDoor] = Registry("laboratory door")


def register_lab_door(door: LabDoor) -> None:
    """Make an adapter known; called from its ``registry.py``."""
    doors.register(door.key, door)


def register_before_done(key: str, waits: Waits) -> None:
    """Ask this before an order of the office is noted as done, by whomever: a refusal, if something is missing."""
    before_done.register(key, waits)


def register_coverage_judge(key: str, judge: Judge) -> None:
    """Ask this whether who pays supports a test for its diagnoses, before an order of it goes."""
    judges.register(key, judge)
