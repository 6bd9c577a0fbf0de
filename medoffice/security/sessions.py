"""Signing in and out: what a session holds, and how often a password may be tried.

Ten wrong tries for a sign-in name within fifteen minutes close it for the rest of them (NIST 800-63B asks for a limit);
the answer is the same for a wrong name and a wrong password, and takes the same time.
"""

from datetime import timedelta
from uuid import UUID

from django.contrib.auth.hashers import check_password, make_password
from django.http import HttpRequest

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.security import audit
from medoffice.security.models import AuditEvent, User
from medoffice.security.queries import fingerprint_of
from medoffice.security.types import Act, Actor, Role

MAX_TRIES = 10
WINDOW = timedelta(minutes=15)
_NOBODY = UUID(int=0)


def begin(request: HttpRequest, username: str, password: str) -> Actor:
    """Sign in. Raises Invalid for a wrong pair, Refusal after too many tries; each attempt is one audit event."""
    user = User.objects.filter(username=username, is_active=True).first()
    if _tries(username) >= MAX_TRIES:
        raise Refusal("too-many-tries", "Too many wrong tries for this sign-in name.", "Wait fifteen minutes.")
    if user is None:
        make_password(password)
    if user is None or not check_password(password, user.password):
        _note(Actor(user.id if user else _NOBODY, "", frozenset()), username, "refused")
        raise Invalid("wrong-pair", "Sign-in name or password is not right.", "Try again, or ask the manager.")
    actor = Actor(user.id, user.name, frozenset(Role(role) for role in user.roles))
    now = clock.now().isoformat()
    request.session.cycle_key()
    request.session.update({"user": str(user.id), "fingerprint": fingerprint_of(user), "began": now, "seen": now})
    _note(actor, username, "done")
    return actor


def end(request: HttpRequest, actor: Actor) -> None:
    """Sign out: the session is gone, not only the cookie."""
    request.session.flush()
    audit.write(Act(actor, "session.end"), "done")


def _tries(username: str) -> int:
    since = clock.now() - WINDOW
    tried = AuditEvent.objects.filter(word="session.begin", outcome="refused", at__gt=since)
    return tried.filter(detail__username=username).count()


def _note(actor: Actor, username: str, outcome: str) -> None:
    audit.write(Act(actor, "session.begin", detail={"username": username[:60]}), outcome)
