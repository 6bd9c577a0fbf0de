"""Decide whether texts and e-mails go out, in which hours nothing is sent, how long an offered time is held."""

from datetime import time

from medoffice.front_office.outreach.models import Settings as Row
from medoffice.front_office.outreach.types.messages import Settings
from medoffice.kernel.versions import save_changes
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("outreach.set_up")
def decide_settings(
    *,
    actor: Actor,
    seen_version: int,
    gateway_on: bool,
    quiet_from: time,
    quiet_to: time,
    hold_minutes: int = 30,
) -> None:
    """Set them; what is queued or held keeps its time. Raises Conflict if somebody else did meanwhile."""
    first = Settings()
    defaults = {"quiet_from": first.quiet_from, "quiet_to": first.quiet_to, "version": 0}
    row, _ = Row.objects.get_or_create(only=True, defaults=defaults)
    typed = {"gateway_on": gateway_on, "quiet_from": quiet_from, "quiet_to": quiet_to, "hold_minutes": hold_minutes}
    _, changed = save_changes(row, typed, seen_version=seen_version, by=actor.name)
    record("outreach_settings", fields=changed)
