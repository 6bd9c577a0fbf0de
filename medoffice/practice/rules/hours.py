"""Working hours: what cannot be said about them."""

from collections.abc import Iterable
from datetime import date, time

from medoffice.practice.types import Hours


def collision(
    known: Iterable[Hours], weekday: int, starts: time, ends: time, valid_from: date, valid_to: date | None
) -> Hours | None:
    """The first of a provider's known hours that would run at the same time as these on some day they both hold."""
    for hours in known:
        same_day = hours.weekday == weekday and hours.starts < ends and starts < hours.ends
        early = valid_to is not None and valid_to < hours.valid_from
        late = hours.valid_to is not None and hours.valid_to < valid_from
        if same_day and not early and not late:
            return hours
    return None
