"""Signing in and out: what a session holds, and how often a password may be tried.

Ten wrong tries for a sign-in name from one address within fifteen minutes close it there for the rest of them; a
hundred from everywhere close it everywhere (NIST 800-63B asks for that limit). So a stranger's tries do not shut out
the person at their own desk. The answer is the same for a wrong name and a wrong password, and takes the same work.
"""

from datetime import timedelta
from uuid import UUID

from django.contrib.auth.hashers import check_password, make_password
from django.contrib.sessions.backends.db import SessionStore as DatabaseSessions
from django.http import HttpRequest
from django.middleware.csrf import rotate_token

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.security import audit
from medoffice.security.models import AuditEvent, User
from medoffice.security.queries import fingerprint_of
from medoffice.security.types import Act, Actor, Role

MAX_TRIES, MAX_FROM_EVERYWHERE = 10, 100
WINDOW = timedelta(minutes=15)
_NOBODY = UUID(int=0)


class SessionStore(DatabaseSessions):
    """The world's table of sessions. A cookie can hold anything; what has not the shape of a key is no session."""

    def _validate_session_key(self, key: str | None) -> bool:
        """Whether it is made of letters and digits, as the program makes them."""
        return key is not None and 8 <= len(key) <= 40 and key.isascii() and key.isalnum()


def begin(request: HttpRequest, username: str, password: str) -> Actor:
    """Sign in. Raises Invalid for a wrong pair, Refusal after too many tries; each attempt is one audit event."""
    refuse_more_tries("session.begin", username, address_of(request))
    user = User.objects.filter(username=username, is_active=True).first()
    if user is None:
        make_password(password)
    if user is None or not check_password(password, user.password):
        note_try("session.begin", Actor(user.id if user else _NOBODY, "", frozenset()), username, request, "refused")
        raise Invalid("wrong-pair", "Sign-in name or password is not right.", "Try again, or ask the manager.")
    actor = Actor(user.id, user.name, frozenset(Role(role) for role in user.roles))
    now = clock.now().isoformat()
    request.session.flush()  # nothing of whoever sat here before
    request.session.update({"user": str(user.id), "fingerprint": fingerprint_of(user), "began": now, "seen": now})
    rotate_token(request)
    note_try("session.begin", actor, username, request, "done")
    return actor


def renew(request: HttpRequest, actor: Actor) -> None:
    """After the person changed their password: this session goes on, all their others have ended."""
    request.session.cycle_key()
    request.session["fingerprint"] = fingerprint_of(User.objects.get(id=actor.id))


def end(request: HttpRequest, actor: Actor | None) -> None:
    """Sign out: the session is gone, not only the cookie."""
    request.session.flush()
    if actor is not None:
        audit.write(Act(actor, "session.end"), "done")


def address_of(request: HttpRequest) -> str:
    """The network address a request comes from, as the server saw it."""
    return str(request.META.get("REMOTE_ADDR", ""))[:45]


def refuse_more_tries(word: str, name: str, address: str) -> None:
    """Raise Refusal if there were too many wrong tries for this name, real or not, in the last minutes."""
    tried = AuditEvent.objects.filter(word=word, outcome="refused", at__gt=clock.now() - WINDOW, detail__name=name)
    places = list(tried.order_by().values_list("detail__from", flat=True)[:MAX_FROM_EVERYWHERE])
    if len(places) >= MAX_FROM_EVERYWHERE or places.count(address) >= MAX_TRIES:
        raise Refusal("too-many-tries", "Too many wrong tries for this sign-in name.", "Wait fifteen minutes.")


def note_try(word: str, actor: Actor, name: str, request: HttpRequest, outcome: str) -> None:
    """Write one audit event: who tried, under which name, from where."""
    audit.write(Act(actor, word, detail={"name": name[:60], "from": address_of(request)}), outcome)
