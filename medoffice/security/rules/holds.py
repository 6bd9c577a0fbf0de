"""When a person who signed in must first do something: choose a longer password, or add a second factor."""

from datetime import datetime, timedelta

from medoffice.security.rules.passwords import LONG
from medoffice.security.types import Hold, SignInRules

REAL = ("practice",)  # kinds of worlds where the office's rule about second factors holds


def factor_due(rules: SignInRules, kind: str, account_made: datetime) -> datetime | None:
    """Until when an account without a second factor may be used without one; None if it needs none."""
    if rules.factor_since is None or kind not in REAL:
        return None
    return max(rules.factor_since, account_made) + timedelta(days=rules.grace_days)


def hold_of(*, has_factor: bool, password: str, due: datetime | None, now: datetime) -> Hold | None:
    """What must be done first by somebody who came in by this password."""
    if has_factor:
        return None
    if len(password) < LONG:  # chosen when there was a second factor beside it
        return Hold.PASSWORD
    return Hold.FACTOR if due is not None and now > due else None
