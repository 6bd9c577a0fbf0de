"""Cards: the office's hours in a line, and a card with what the office set up filled in."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from medoffice.front_office.calls.types import Card, OpenHours

DAYS = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "es": ("lun", "mar", "mi\u00e9", "jue", "vie", "s\u00e1b", "dom"),
}


def fill(card: Card, told: Mapping[str, str]) -> Card:
    """The card with what stands in braces replaced; what is not known stays as it is."""
    text = card.text
    for name, words in told.items():
        text = text.replace("{" + name + "}", words)
    return replace(card, text=text)


def hours_words(hours: Iterable[OpenHours], language: str = "en") -> str:
    """``Mon-Thu 8:00-17:00, Fri 8:00-12:00``: from the first to the last hour anybody works, days alike together."""
    names = DAYS.get(language, DAYS["en"])
    by_day: dict[int, tuple[str, str]] = {}
    found = list(hours)
    for day in range(7):
        those = [one for one in found if one.weekday == day]
        if those:
            first, last = min(one.starts for one in those), max(one.ends for one in those)
            by_day[day] = (f"{first:%-H:%M}", f"{last:%-H:%M}")
    runs: list[list[int]] = []
    for day, when in by_day.items():
        if runs and runs[-1][-1] == day - 1 and by_day[day - 1] == when:
            runs[-1].append(day)
        else:
            runs.append([day])
    told = [f"{names[run[0]]}{'-' + names[run[-1]] if len(run) > 1 else ''} {'-'.join(by_day[run[0]])}" for run in runs]
    return ", ".join(told) or "..."
