"""A week as it is written: one line for days that are alike.

Mon-Fri 8:00-12:00, 13:00-17:00
Wed 17:00-19:00; only sick, physical; opens 2 days before; 2 at once; called evening
"""

import re
from collections.abc import Callable, Sequence
from datetime import datetime, time
from itertools import groupby

from medoffice.front_office.scheduling.types import Block

SHORT = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_TIMES = ("%H:%M", "%H", "%I:%M%p", "%I%p")
_HEAD = re.compile(r"(\D+)(\d.*)")
_STRETCH = re.compile(r"(\d{1,2}(?::\d\d)?\s*(?:[ap]m)?)\s*-\s*(\d{1,2}(?::\d\d)?\s*(?:[ap]m)?)", re.IGNORECASE)


class OddWeekError(ValueError):
    """A line that says no hours; its words say what is wrong with it."""


def read_week(text: str) -> tuple[Block, ...]:
    """The blocks of a week as written, by day and start. Raises OddWeekError with the line that cannot be read."""
    blocks = [block for line in text.splitlines() if line.strip() for block in _line(line.strip())]
    return tuple(sorted(blocks, key=lambda one: (one.weekday, one.starts)))


def write_week(blocks: Sequence[Block]) -> str:
    """The same week in as few lines as read well: days with the same stretches of the same sort stand together."""
    lines: dict[str, list[int]] = {}
    for day, of_day in groupby(sorted(blocks, key=lambda one: (one.weekday, one.starts)), lambda one: one.weekday):
        sorts: dict[str, list[str]] = {}
        for one in of_day:
            sorts.setdefault(_options(one), []).append(f"{one.starts:%-H:%M}-{one.ends:%-H:%M}")
        for options, stretches in sorts.items():
            lines.setdefault(", ".join(stretches) + options, []).append(day)
    return "\n".join(f"{_days(days)} {rest}" for rest, days in sorted(lines.items(), key=lambda one: one[1]))


def _line(line: str) -> list[Block]:
    head, *options = (part.strip() for part in line.split(";"))
    found = _HEAD.fullmatch(head)
    if found is None:
        raise OddWeekError(f"{line}: write days and times, such as Mon-Fri 8:00-12:00.")
    days, stretches = _read_days(found[1], line), [_stretch(part, line) for part in found[2].split(",")]
    said = _said(options, line)
    return [Block(day, starts, ends, *said) for day in days for starts, ends in stretches]


def _read_days(text: str, line: str) -> list[int]:
    days: set[int] = set()
    for word in re.split(r"[,\s]+", re.sub(r"\s*-\s*", "-", text.strip(" ,\t"))):
        first, dash, last = (part.title()[:3] for part in word.partition("-"))
        if first not in SHORT or (dash and last not in SHORT):
            raise OddWeekError(f"{line}: {word} is no day, such as Mon.")
        days.update(range(SHORT.index(first), SHORT.index(last or first) + 1))
    return sorted(days)


def _stretch(text: str, line: str) -> tuple[time, time]:
    found = _STRETCH.fullmatch(text.strip())
    if found is None:
        raise OddWeekError(f"{line}: {text.strip()} is no stretch of time, such as 8:00-12:00.")
    return _time(found[1], line), _time(found[2], line)


def _time(text: str, line: str) -> time:
    for how in _TIMES:
        try:
            return datetime.strptime(re.sub(r"\s", "", text), how).time()  # noqa: DTZ007 - a time of the wall clock
        except ValueError:
            continue
    raise OddWeekError(f"{line}: {text.strip()} is no time of day.")


_READ: tuple[tuple[str, str, Callable[[str], object]], ...] = (
    ("kinds", r"only ([a-z0-9_ ,-]+)", lambda text: tuple(one.strip() for one in text.split(",") if one.strip())),
    ("opens_days", r"opens (\d{1,3}) days? before", int),
    ("at_once", r"(\d{1,2}) at once", int),
    ("label", r"called (.{1,40})", str.strip),
)


def _said(options: Sequence[str], line: str) -> tuple[tuple[str, ...], int | None, int | None, str]:
    """Kinds, the days before which a held block opens, how many at once, the label."""
    found: dict[str, object] = {"kinds": (), "opens_days": None, "at_once": None, "label": ""}
    for option in options:
        for name, pattern, read in _READ:
            match = re.fullmatch(pattern, option, re.IGNORECASE)
            if match:
                found[name] = read(match[1])
                break
        else:
            raise OddWeekError(f"{line}: {option} says nothing about hours.")
    return tuple(found.values())  # type: ignore[return-value] # in the order of the fields


def _options(one: Block) -> str:
    said = [f"only {', '.join(one.kinds)}"] if one.kinds else []
    said += [f"opens {one.opens_days} days before"] if one.opens_days is not None else []
    said += [f"{one.at_once} at once"] if one.at_once is not None else []
    said += [f"called {one.label}"] if one.label else []
    return "".join(f"; {each}" for each in said)


def _days(days: Sequence[int]) -> str:
    """Mon-Wed, Fri."""
    runs: list[list[int]] = []
    for day in days:
        if runs and day == runs[-1][-1] + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ", ".join(SHORT[run[0]] + (f"-{SHORT[run[-1]]}" if len(run) > 1 else "") for run in runs)
