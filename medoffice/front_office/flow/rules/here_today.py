"""Which visit of today counts of a patient: the one that goes on, else the next that is booked, else the last."""

from collections.abc import Iterable, Sequence
from datetime import date, tzinfo

from medoffice.front_office.scheduling.types import HOLDS_THE_SLOT, OPEN, Appointment
from medoffice.records.encounters.types import OVER, Encounter

Pair = tuple[Appointment, Encounter | None]


def of_today(
    appointments: Iterable[Appointment], visits: Sequence[Encounter], today: date, zone: tzinfo
) -> Pair | None:
    """The appointment of today that counts, with the visit it became, if it did."""
    became = {one.cause.id: one for one in reversed(visits)}
    mine = [one for one in appointments if one.state in HOLDS_THE_SLOT]
    mine = [one for one in mine if one.starts.astimezone(zone).date() == today]
    return min(((one, became.get(one.id)) for one in mine), key=_rank, default=None)


def _rank(pair: Pair) -> tuple[int, float]:
    booked, visit = pair
    if visit is not None and visit.stage not in OVER:
        return 0, booked.starts.timestamp()
    if booked.state in OPEN:
        return 1, booked.starts.timestamp()
    return 2, -booked.starts.timestamp()
