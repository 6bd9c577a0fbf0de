"""Signing in and out: what a session holds, and what it must do before it may do anything.

A session is half (the password was right, a second proof is due), held (locked, or something must be done first), or
whole. Only a whole one has an actor; the others reach the pages that are named for them and nothing else. The answer
is the same for a wrong name, a wrong password and a closed account, and takes the same work.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.backends.db import SessionStore as DatabaseSessions
from django.db import InterfaceError, OperationalError, transaction
from django.http import HttpRequest
from django.middleware.csrf import rotate_token
from django.utils.crypto import constant_time_compare

from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.worlds import current
from medoffice.security import audit, factors, throttle
from medoffice.security.actions.use_code import use_code, wrong_given_code
from medoffice.security.models import Session, User
from medoffice.security.queries import actor_of, done_to, fingerprint_of, sign_in_rules
from medoffice.security.rules.browsers import browser_in_words
from medoffice.security.rules.holds import factor_due, hold_of
from medoffice.security.setup_code import setup_code
from medoffice.security.types import PROGRAM, Act, Actor, Held, Hold, Role

HALF = timedelta(minutes=5)
UNLOCK_TRIES = 5
_NOBODY = UUID(int=0)


class SessionStore(DatabaseSessions):
    """The world's table of sessions. A cookie can hold anything; what has not the shape of a key is no session."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    locked = False

    def _get_session_from_db(self) -> Session | None:
        """The row, if there is one; whether it is locked is not among the data that each request writes back."""
        row: Session | None = super()._get_session_from_db()  # type: ignore[misc] # not in the stubs
        self.locked = row is not None and row.locked
        return row

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """The row of a session, its columns filled from what the session says."""
        row = super().create_model_instance(data)
        assert isinstance(row, Session)  # noqa: S101 - of get_model_class
        if "user" in data:
            row.number, row.user_id = UUID(data["number"]), UUID(data["user"])
            row.began, row.seen = datetime.fromisoformat(data["began"]), datetime.fromisoformat(data["seen"])
            row.address, row.browser = data["address"], data["browser"]
        return row

    def save(self, must_create: bool = False) -> None:
        """Write it. That the database is away is told as that: a session that ended meanwhile is another matter."""
        try:
            super().save(must_create)
        except UpdateError as error:
            if isinstance(error.__context__, OperationalError | InterfaceError):
                raise error.__context__ from None
            raise

    def _validate_session_key(self, key: str | None) -> bool:
        """Whether it is made of letters and digits, as the program makes them."""
        return key is not None and 8 <= len(key) <= 40 and key.isascii() and key.isalnum()


def begin(request: HttpRequest, username: str, password: str) -> Actor | None:
    """Sign in; None if the password was right and a second proof is due. Each attempt is one audit event.

    Raises Invalid for a wrong pair, Refusal after too many tries.
    """
    with throttle.trying("session.begin", username, address_of(request)):
        user = User.objects.filter(username=username, is_active=True).first()
        if user is None:
            make_password(password)
        if user is None or not check_password(password, user.password):
            who = Actor(user.id if user else _NOBODY, "", frozenset())
            note_try("session.begin", who, username, request, "refused")
            raise Invalid("wrong-pair", "Sign-in name or password is not right.", "Try again, or ask the manager.")
    if factors.has_factor(user.id):
        request.session.flush()
        request.session["half"] = {"user": str(user.id), "print": fingerprint_of(user), "at": clock.now().isoformat()}
        rotate_token(request)
        note_try("session.password", _actor(user), username, request, "done")
        return None
    due = factor_due(sign_in_rules(), current.kind(), user.created_at)
    hold = hold_of(has_factor=False, password=password, due=due, now=clock.now())
    return _enter(request, user, hold=hold)


def half_of(request: HttpRequest) -> User | None:
    """Whose password was right in this session a moment ago, while the second proof is due."""
    half = request.session.get("half")
    if half is None or clock.now() - datetime.fromisoformat(half["at"]) > HALF:
        return None
    if actor_of(UUID(half["user"]), half["print"]) is None:
        return None
    return User.objects.get(id=half["user"])


def complete(request: HttpRequest, user: User, *, code: str = "", passkey: object = None) -> Actor:
    """Give the second proof: a code of an app, a recovery code, or a passkey. Raises Invalid; each try is one event."""
    with throttle.trying("session.factor", str(user.id)):
        try:
            by = _second_proof(request, user, code, passkey)
        except Invalid:
            note_try("session.begin", _actor(user), user.username, request, "refused", by="second factor")
            raise
    return _enter(request, user, by=by)


def begin_by_passkey(request: HttpRequest, answer: object) -> Actor:
    """Sign in by a passkey alone: it is something one has, unlocked by what one knows or is. Raises Invalid."""
    address = address_of(request)
    with throttle.trying("session.passkey", address, address):
        try:
            user = factors.whose_passkey(request, answer)
        except Invalid:
            note_try("session.begin", Actor(_NOBODY, "", frozenset()), "", request, "refused", by="passkey")
            raise
    return _enter(request, user, by="passkey")


def use_given_code(request: HttpRequest, username: str, code: str, new: str) -> None:
    """Set the password of a person who brings the code they were given; they are not signed in by it.

    Raises Invalid in the same words for a wrong name, a wrong code and an account that may not.
    """
    with throttle.trying("session.code", username, address_of(request)):
        user = User.objects.filter(username=username, is_active=True).first()
        try:
            if user is None:
                make_password(code)
                note_try("security.own_password", Actor(_NOBODY, "", frozenset()), username, request, "refused")
                raise NotFound
            use_code(actor=_actor(user), code=code, new=new)
        except NotFound:
            raise wrong_given_code() from None


def take_set_up_code(request: HttpRequest, typed: str) -> None:
    """Look at the code with which the owner's account is made. Raises Refusal if it is not the one."""
    if not constant_time_compare(typed.strip(), setup_code(settings.SECRET_KEY)):
        note_try("security.set_up", Actor(PROGRAM.id, "", frozenset()), "set-up code", request, "refused")
        raise Refusal("wrong-code", "This is not the set-up code.", "It is printed where the program runs.")


def news(request: HttpRequest, actor: Actor) -> list[str]:
    """What a person should know who has just come in: what others did to their account, what is due."""
    since = request.session.pop("before", None)
    did = done_to(actor.id, datetime.fromisoformat(since)) if since else []
    words = [f"{done.who} changed your account: {done.says}." for done in reversed(did)]
    due = factor_due_of(actor)
    return [*words, f"Add a second factor by {due:%m/%d/%Y}: My sign-in."] if due else words


def factor_due_of(actor: Actor) -> datetime | None:
    """Until when this person must have added a second factor; None if they need none, or have one."""
    if factors.has_factor(actor.id):
        return None
    return factor_due(sign_in_rules(), current.kind(), User.objects.get(id=actor.id).created_at)


def passkey_question(request: HttpRequest, actor: Actor, *, new: bool) -> dict[str, object]:
    """What the browser asks a passkey of this person's, or one to be made for them."""
    return factors.ask_for_passkey(request, User.objects.get(id=actor.id), new=new)


def renew(request: HttpRequest, actor: Actor) -> None:
    """After the person changed their password: this session goes on, all their others have ended."""
    request.session.cycle_key()
    request.session["fingerprint"] = fingerprint_of(User.objects.get(id=actor.id))
    release(request, Hold.PASSWORD)


def end(request: HttpRequest, actor: Actor | None) -> None:
    """Sign out: the session is gone, not only the cookie."""
    request.session.flush()
    if actor is not None:
        audit.write(Act(actor, "session.end"), "done")


def lock(request: HttpRequest, actor: Actor) -> None:
    """Cover the screen: nothing of this session is shown until the person is back."""
    if Session.objects.filter(session_key=request.session.session_key, locked=False).update(locked=True, wrong=0):
        audit.write(Act(actor, "session.lock"), "done")


def unlock(request: HttpRequest, held: Held, typed: str) -> bool:
    """Open a locked session by PIN or password; False if it was neither. Five wrong tries end the session."""
    with transaction.atomic():  # the row is locked meanwhile: tries at the same moment are counted one by one
        row = Session.objects.select_for_update().filter(session_key=request.session.session_key).first()
        if row is None:  # ended by the try before this one
            request.session.flush()
            return False
        user = User.objects.get(id=held.actor.id)
        by_pin = bool(user.pin) and typed.isdigit()
        fits = check_password(typed, user.pin if by_pin else user.password)
        tries = 0 if fits else row.wrong + 1
        if tries >= UNLOCK_TRIES:
            row.delete()
        else:
            Session.objects.filter(pk=row.pk).update(locked=not fits, wrong=tries)
        by = "PIN" if by_pin else "password"
        audit.write(Act(held.actor, "session.unlock", detail={"by": by}), "done" if fits else "refused")
    if fits:
        now = clock.now().isoformat()
        request.session.update({"seen": now} if by_pin else {"seen": now, "proved": now})
    elif tries >= UNLOCK_TRIES:
        request.session.flush()
    return fits


def release(request: HttpRequest, hold: Hold) -> None:
    """Take this hold off the session, if it is the one that keeps it."""
    if request.session.get("hold") == hold.value:
        del request.session["hold"]


def prove(request: HttpRequest, actor: Actor, *, password: str = "", code: str = "", passkey: object = None) -> None:
    """A fresh proof within a session. Raises Invalid if it is none, Refusal after too many; each try is one event."""
    user = User.objects.get(id=actor.id)
    with throttle.trying("session.proof", str(actor.id)):
        try:
            by = _password_or_pin(user, password) if password else _second_proof(request, user, code, passkey)
        except Invalid:
            audit.write(Act(actor, "session.proof"), "refused")
            raise
    request.session["proved_by_pin" if by == "PIN" else "proved"] = clock.now().isoformat()
    audit.write(Act(actor, "session.proof", detail={"by": by}), "done")


def address_of(request: HttpRequest) -> str:
    """The network address a request comes from, as the server saw it."""
    return str(request.META.get("REMOTE_ADDR", ""))[:45]


def note_try(word: str, actor: Actor, name: str, request: HttpRequest, outcome: str, **detail: str) -> None:
    """Write one audit event: who tried, under which name, from where."""
    audit.write(Act(actor, word, detail={"name": name[:60], "from": address_of(request), **detail}), outcome)


def forget_old() -> int:
    """Take out the sessions that are over by the world's clock; returns how many."""
    now = clock.now()
    over = Session.objects.filter(began__lt=now - timedelta(hours=settings.SESSION_ABSOLUTE_HOURS))
    unbegun = Session.objects.filter(user=None, expire_date__lt=clock.real_now())
    return int(over.delete()[0] + unbegun.delete()[0])


def _password_or_pin(user: User, typed: str) -> str:
    if user.pin and typed.isdigit() and check_password(typed, user.pin):
        return "PIN"
    if not check_password(typed, user.password):
        raise Invalid("wrong-proof", "That is not right.", "Try again.")
    return "password"


def _second_proof(request: HttpRequest, user: User, code: str, passkey: object) -> str:
    """What kind of second factor answered. Raises Invalid if none did."""
    if passkey is not None:
        factors.whose_passkey(request, passkey, user=user)
        return "passkey"
    if factors.app_says(user.id, code):
        return "authenticator app"
    if factors.recovery_code_fits(user.id, code):
        return "recovery code"
    raise factors.wrong_code()


def _enter(request: HttpRequest, user: User, *, by: str = "password", hold: Hold | None = None) -> Actor:
    """A whole session, new, with nothing of whoever sat here before."""
    actor, now = _actor(user), clock.now().isoformat()
    request.session.flush()
    request.session.update(
        {
            "number": str(new_id()),
            "user": str(user.id),
            "fingerprint": fingerprint_of(user),
            "began": now,
            "seen": now,
            "proved": now,
            "idle": sign_in_rules().idle_minutes,
            "address": address_of(request),
            "browser": browser_in_words(request.headers.get("User-Agent", ""))[:60],
            **({"before": user.last_login.isoformat()} if user.last_login else {}),
        }
    )
    if hold is not None:
        request.session["hold"] = hold.value
    rotate_token(request)
    User.objects.filter(id=user.id).update(last_login=clock.now())
    note_try("session.begin", actor, user.username, request, "done", by=by)
    return actor


def _actor(user: User) -> Actor:
    return Actor(user.id, user.name, frozenset(Role(role) for role in user.roles))
