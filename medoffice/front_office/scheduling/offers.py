"""What later rooms may add to the schedule: what a visit needs before it begins, shown as chips on it; its worth.

The slots are known here; the room that knows the answer fills one. It is asked about many visits at once.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from uuid import UUID

from medoffice.front_office.scheduling.types import Appointment, Chip
from medoffice.kernel.money import Money
from medoffice.kernel.registries import Registry
from medoffice.security.types import Actor

SLOTS = ("referral", "authorisation", "estimate", "interpreter", "fasting", "forms", "copay")
Filled = Callable[[Actor, Sequence[Appointment]], Mapping[UUID, Chip]]
prerequisites: Registry[Filled] = Registry("prerequisite of visits")

Worth = Callable[[Actor, Collection[UUID]], Mapping[UUID, Money]]  # who asks, encounters: what each was charged
worths: Registry[Worth] = Registry("worth of visits")


def register_prerequisite(slot: str, fill: Filled) -> None:
    """Fill a slot: for some visits, the chip of each that has one, in at most three queries whatever their number.

    Raises ValueError for a slot that is not known, or filled already.
    """
    if slot not in SLOTS:
        raise ValueError(f"{slot!r} is no prerequisite of visits: {', '.join(SLOTS)}")
    prerequisites.register(slot, fill)


def register_worth(say: Worth) -> None:
    """Say what past visits were charged; without this what a change of the schedule is worth is not told."""
    worths.register("worth", say)


def chips_of(actor: Actor, visits: Sequence[Appointment]) -> dict[UUID, list[Chip]]:
    """The chips of each of these visits, in the order of the slots."""
    found: dict[UUID, list[Chip]] = {one.id: [] for one in visits}
    for slot in SLOTS:
        fill = prerequisites.get(slot)
        for visit_id, chip in fill(actor, visits).items() if fill and visits else ():
            found[visit_id].append(chip)
    return found
