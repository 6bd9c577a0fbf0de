"""What later rooms may add at the desk: why a visit may be denied or billed wrongly, as far as the desk can mend it,
and what a patient is given or asked before they go.

The slots are known here, in the order in which the desk reads them; the room that knows the answer fills one.
"""

from collections.abc import Callable, Sequence

from medoffice.front_office.check_in.types import Arriving, Parting, Risk
from medoffice.kernel.registries import Registry
from medoffice.records.encounters.types import Encounter
from medoffice.security.types import Actor

SLOTS = ("insurance", "who is billed", "person", "prerequisites", "agreement", "came back")
Noticed = Callable[[Actor, Arriving], Sequence[Risk]]
PARTINGS = ("orders", "referral", "estimate", "letter", "survey")
Given = Callable[[Actor, Encounter], Sequence[Parting]]
risks: Registry[Noticed] = Registry("risk of a visit")
partings: Registry[Given] = Registry("parting")


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


def register_parting(slot: str, given: Given) -> None:
    """Fill a slot of check-out: what the patient is given or asked before they go, in at most two queries.

    Raises ValueError for a slot that is not known, or filled already.
    """
    if slot not in PARTINGS:
        raise ValueError(f"{slot!r} is nothing for check-out: {', '.join(PARTINGS)}")
    partings.register(slot, given)


def partings_of(actor: Actor, visit: Encounter) -> list[Parting]:
    """All that a patient is given or asked before they go, in the order of the slots."""
    filled = (partings.get(slot) for slot in PARTINGS)
    return [one for given in filled if given for one in given(actor, visit)]
