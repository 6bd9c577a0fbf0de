"""The dated data of rights. No query."""

import tomllib
from functools import cache
from pathlib import Path

from medoffice.records.rights.rules.amendments import grounds_in
from medoffice.records.rights.types import Ground

_DATA = Path(__file__).resolve().parent.parent / "data"


@cache
def grounds() -> dict[str, Ground]:
    """Why an amendment may be denied, by key."""
    return grounds_in(tomllib.loads((_DATA / "denials.toml").read_text(encoding="utf-8")))


@cache
def notice_rule() -> Ground:
    """When a patient is given the notice and asked to sign for it."""
    (found,) = grounds_in(tomllib.loads((_DATA / "notice.toml").read_text(encoding="utf-8"))).values()
    return found
