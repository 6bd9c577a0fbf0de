"""The kinds of dictation, how soon each is due, how long its recording is kept: what ships, and what was set since."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from medoffice.clinic.dictation.models import DictationPace
from medoffice.clinic.dictation.types.dictations import Pace

_DATA = Path(__file__).resolve().parents[1] / "data" / "kinds.toml"
_ALWAYS = date.min


@cache
def _told() -> dict[str, dict[str, Any]]:
    return tomllib.loads(_DATA.read_text(encoding="utf-8"))


def kinds() -> dict[str, str]:
    """The titles of the kinds by their keys, in order. No query."""
    return {key: str(told["title"]) for key, told in _told().items()}


def usual_sections(kind: str) -> tuple[tuple[str, ...], ...]:
    """The sections that a report of a kind mostly has, each by the names it may have. No query."""
    return tuple(map(tuple, _told().get(kind, {}).get("usual", ())))


def paces() -> list[Pace]:
    """Every pace, those that ship first, then what the office has set, in the order it did. One query."""
    shipped = [
        Pace(key, _ALWAYS, told["stat"], told["asap"], told["routine"], told["keep_days"], "unverified")
        for key, told in _told().items()
    ]
    rows = DictationPace.objects.order_by("id")
    return shipped + [
        Pace(row.kind, row.since, row.stat, row.asap, row.routine, row.keep_days, row.made_by) for row in rows
    ]
