"""Calls for tests, taken through the actions."""

from uuid import UUID

from medoffice.front_office.calls.api import take_call
from medoffice.security.types import PROGRAM, Actor

CHECKED = "name, birth date"


def make_call(reason: str = "Cough since Friday", *, actor: Actor = PROGRAM, **given: object) -> UUID:
    """An open call."""
    told: dict[str, object] = {"kind": "other", "caller": "Ingrid Vale", "relation": "self", "phone": "217-555-0142"}
    return take_call(actor=actor, reason=reason, **(told | given))  # type: ignore[arg-type] # what a test gives
