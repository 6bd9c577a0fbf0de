"""Decide how the office signs in: how long a screen stays open, whether a second factor is needed, proof to sign."""

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.kernel.versions import save_changes
from medoffice.security.acting import action, record
from medoffice.security.models import SignInRules
from medoffice.security.types import Actor

IDLE, GRACE = range(2, 31), range(31)


@action("security.rules")
def set_sign_in_rules(
    *, actor: Actor, idle_minutes: int, factor_required: bool, grace_days: int, proof_to_sign: bool, seen_version: int
) -> None:
    """Change the rules; sessions that begin from now on go by them. Raises Invalid, and Conflict for a stale form."""
    if idle_minutes not in IDLE or grace_days not in GRACE:
        raise Invalid("out-of-range", "Idle time is 2 to 30 minutes, the grace 0 to 30 days.", "Correct it.")
    row, _ = SignInRules.objects.get_or_create(id=1, defaults={"version": 0})
    since = (row.factor_since or clock.now()) if factor_required else None
    changes = {
        "idle_minutes": idle_minutes,
        "factor_since": since,
        "grace_days": grace_days,
        "proof_to_sign": proof_to_sign,
    }
    _, changed = save_changes(row, changes, seen_version=seen_version, by=actor.name)
    record("sign-in rules", changed=changed)
