"""Promises in a note: ``@3pm``, ``@tomorrow 10am``, ``@+2h``, ``@11/30 9:00``: by when something is due."""

import re
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from medoffice.ui.dates import parse_when_as_typed

_AT = re.compile(r"@(\S+(?: \S+)?)")
_TRAILING = ".,;:!?)"


def promises_in(text: str, now: datetime, zone: ZoneInfo) -> list[tuple[datetime, str]]:
    """Each promise of a note: by when, in UTC, and the sentence it stands in; those that lie behind are none."""
    return list(_found(text, now, zone))


def _found(text: str, now: datetime, zone: ZoneInfo) -> Iterator[tuple[datetime, str]]:
    for mark in _AT.finditer(text):
        whole = mark[1]
        tries = [whole.rstrip(_TRAILING), whole.partition(" ")[0].rstrip(_TRAILING)]
        for typed in dict.fromkeys(tries):
            due = parse_when_as_typed(typed, now.astimezone(zone))
            if due is not None and due > now:
                yield due, _sentence(text, mark.start())
                break


def _sentence(text: str, at: int) -> str:
    """The sentence around a place, at most 200 letters."""
    begin = max(text.rfind(mark, 0, at) for mark in (". ", "\n", "; ")) + 1
    ends = [place for place in (text.find(mark, at) for mark in (". ", "\n", "; ")) if place >= 0]
    return text[begin : min(ends, default=len(text))].strip()[:200]
