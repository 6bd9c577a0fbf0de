"""How old what charts lack is, by author. The steps are ours: the next day, half a week, a week, a month, more."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from medoffice.clinic.charting.types import Behind, Deficiency

STEPS = ((1, "a day"), (3, "2\u20133 days"), (7, "4\u20137 days"), (30, "8\u201330 days"))
OLDER = "over 30 days"
AGES = (*(words for _, words in STEPS), OLDER)


def days_old(one: Deficiency, now: datetime) -> int:
    """Whole days begun since it could have been done, at least one."""
    return max(1, -(-int((now - one.since).total_seconds()) // 86_400))


def behind(found: Iterable[Deficiency], now: datetime) -> list[Behind]:
    """A line for each author, who has most of it first."""
    ages: dict[str, list[int]] = defaultdict(list)
    for one in found:
        ages[one.author].append(days_old(one, now))
    lines = [Behind(author, _by_age(days), len(days), max(days)) for author, days in ages.items()]
    return sorted(lines, key=lambda line: (-line.total, line.author))


def _by_age(days: list[int]) -> tuple[int, ...]:
    places = [next((place for place, (most, _) in enumerate(STEPS) if age <= most), len(STEPS)) for age in days]
    return tuple(places.count(place) for place in range(len(AGES)))
