"""What later rooms may add to arrival: why a visit may be denied or billed wrongly, as far as the desk can mend it.

The slots are known here, in the order in which the desk reads them; the room that knows the answer fills one.
"""

from collections.abc import Callable, Sequence

from medoffice.front_office.check_in.types import Arriving, Risk
from medoffice.kernel.registries import Registry
from medoffice.security.types import Actor

SLOTS = ("insurance", "who is billed", "person", "prerequisites", "agreement", "came back")
Noticed = Callable[[Actor, Arriving], Sequence[Risk]]
risks: Registry[Noticed] = Registry("risk of a visit")


def register_risks(slot: str, notice: Noticed) -> None:
    """Fill a slot: the risks of one visit, from what its page has asked already and at most two queries more.

    Raises ValueError for a slot that is not known, or filled already.
    """
    if slot not in SLOTS:
        raise ValueError(f"{slot!r} is no kind of risk: {', '.join(SLOTS)}")
    risks.register(slot, notice)


def risks_of(actor: Actor, arriving: Arriving) -> list[Risk]:
    """All risks of a visit, in the order of the slots; empty when all is in order."""
    filled = (risks.get(slot) for slot in SLOTS)
    return [risk for notice in filled if notice for risk in notice(actor, arriving)]
