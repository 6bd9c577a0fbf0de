"""The lists of the telephone: what ships, unless the office changed it."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from medoffice.front_office.calls import models
from medoffice.front_office.calls.rules.lists import read
from medoffice.front_office.calls.types import ListName, Lists

DATA = Path(__file__).resolve().parents[1] / "data" / "telephone.toml"


def lists() -> Lists:
    """All lists as they hold in this office. One query."""
    return read(_entries(retired=False))


def entries_of(which: ListName) -> list[tuple[str, Mapping[str, Any], bool, bool]]:
    """The entries of a list with key, whether the office changed it, whether it is retired. One query."""
    own = {row.key: row for row in models.ListEntry.objects.filter(which=which)}
    found = _entries(retired=True)[which]
    return [(key, one, key in own, key in own and own[key].retired) for key, one in found.items()]


@cache
def shipped_lists() -> Lists:
    """The lists as they ship. No query."""
    return read(_shipped())


def _entries(*, retired: bool) -> dict[str, dict[str, Any]]:
    found = {name: dict(entries) for name, entries in _shipped().items()}
    for row in models.ListEntry.objects.order_by("key"):
        if row.retired and not retired:
            found[row.which].pop(row.key, None)
        else:
            found[row.which][row.key] = found[row.which].get(row.key, {}) | row.entry
    return found


@cache
def _shipped() -> dict[str, dict[str, Any]]:
    return tomllib.loads(DATA.read_text(encoding="utf-8"))
