"""Which visits that were asked for after a result are booked by now."""

from uuid import UUID

from medoffice.clinic.results.types import BACK
from medoffice.front_office.scheduling.api import booked_when
from medoffice.practice.api import day_here, open_items_of


def booked_returns() -> list[UUID]:
    """The open items whose patient got a visit since, by the day it was asked for. Two queries, one for none."""
    asked = open_items_of(BACK)
    booked = booked_when({who for _, who, _, _ in asked}) if asked else {}
    return [
        item
        for item, who, since, due in asked
        if any(at >= since and day_here(starts) <= day_here(due) for starts, at in booked.get(who, ()))
    ]
