"""Where the visits of somebody who is absent could go, and where each stands."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from medoffice.front_office.outreach.types.messages import MessageState
from medoffice.front_office.outreach.types.visits import LineState
from medoffice.front_office.scheduling.types import OPEN, Appointment, Slot

OWN_WITHIN = timedelta(days=14)  # so far from the old time one's own provider comes before others
OFFERED = 3


def propose(
    visits: Iterable[Appointment], own: Mapping[str, Sequence[Slot]], others: Mapping[str, Sequence[Slot]]
) -> dict[UUID, tuple[Slot, ...]]:
    """For each visit, soonest first, some times for its kind: no first one is proposed twice.

    Their own provider within two weeks of the old time, then anybody, soonest first.
    """
    taken: list[Slot] = []
    found = {}
    for visit in sorted(visits, key=lambda one: (one.starts, one.id)):
        mine, any_ = own.get(visit.visit_type, ()), others.get(visit.visit_type, ())
        near = [one for one in mine if one.starts - visit.starts <= OWN_WITHIN]
        far = sorted([*any_, *(one for one in mine if one not in near)], key=lambda one: one.starts)
        free = (one for one in [*near, *far] if not any(_clash(one, other) for other in taken))
        chosen = [one for one, _ in zip(free, range(OFFERED), strict=False)]
        taken += chosen[:1]
        found[visit.id] = tuple(chosen)
    return found


def stands(visit: Appointment, told: MessageState | None, answer: str) -> LineState:
    """Where a visit stands: by its own state, and by the message about its new time."""
    if visit.state in OPEN:
        return LineState.LEFT
    if visit.moved_to is None:
        return LineState.OFF
    if told is MessageState.ANSWERED:
        return LineState.AGREED if answer == "yes" else LineState.CALL
    if told in (MessageState.HANDED, MessageState.DELIVERED):
        return LineState.TOLD
    return LineState.CALL if told is MessageState.FAILED else LineState.UNTOLD


def _clash(one: Slot, other: Slot) -> bool:
    return one.provider_id == other.provider_id and one.starts < other.ends and other.starts < one.ends
