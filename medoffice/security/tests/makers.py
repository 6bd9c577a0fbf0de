"""The named cast, with accounts, for tests of any room. In the demo office they have the same names."""

from uuid import UUID

from django.test import Client

from medoffice.kernel import clock
from medoffice.security.actions.set_sign_in_rules import set_sign_in_rules
from medoffice.security.api import actor_named, add_user
from medoffice.security.factors import code_at, keep_app, new_secret, remove
from medoffice.security.models import Access, AuditEvent, User
from medoffice.security.queries import sign_in_rules
from medoffice.security.rules.codes import STEP_SECONDS
from medoffice.security.types import PROGRAM, Actor

PASSWORD = "seven quiet herons wade"
CAST: dict[str, tuple[str, tuple[str, ...]]] = {
    "okafor": ("Amara Okafor", ("provider",)),
    "ruiz": ("Carmen Ruiz", ("nurse",)),
    "abara": ("Nneka Abara", ("coder",)),
    "chen": ("Wei Chen", ("biller",)),
    "lind": ("Astrid Lind", ("receptionist",)),
    "moreau": ("Claire Moreau", ("transcriptionist",)),
    "petrov": ("Irina Petrov", ("manager",)),
    "haddad": ("Leila Haddad", ("privacy_officer",)),
    "vega": ("Sol Vega", ("specialist",)),
    "ferreira": ("Ana Ferreira", ("owner",)),
    "nox": ("Nox", ()),
}


def make_user(username: str, name: str, *roles: str) -> Actor:
    """Somebody with an account, who is not of the cast or holds other roles today."""
    add_user(actor=PROGRAM, username=username, name=name, roles=list(roles), password=PASSWORD)
    return actor_named(username)


def person(key: str) -> Actor:
    """Give one of the cast an account."""
    name, roles = CAST[key]
    return make_user(key, name, *roles)


def sign_in(key: str, *, csrf: bool = False, password: str = PASSWORD) -> Client:
    """A browser in which one of the cast, who has an account, is signed in."""
    client = Client(enforce_csrf_checks=False)
    answer = client.post("/security/sign-in/", {"username": key, "password": password})
    assert answer.status_code == 302, answer.content
    client.handler.enforce_csrf_checks = csrf
    return client


def signed_in(key: str) -> Client:
    """A browser in which one of the cast, with a fresh account, is signed in."""
    person(key)
    return sign_in(key)


def somebody(*roles: str) -> Client:
    """A browser in which somebody with a fresh account and these roles is signed in."""
    make_user("somebody", "Noor Haile", *roles)
    return sign_in("somebody")


def written_down(word: str) -> list[tuple[str, dict[str, object]]]:
    """Who did what this word names, with the detail of each event, in order."""
    done = AuditEvent.objects.filter(word=word, outcome="done").order_by("id")
    return list(done.values_list("actor_name", "detail"))


def refused(word: str) -> int:
    """How often what this word names was refused."""
    return AuditEvent.objects.filter(word=word, outcome="refused").count()


def seen_in_an_emergency(word: str) -> int:
    """How often what this word shows was seen under broken glass."""
    return AuditEvent.objects.filter(word=word, purpose="emergency").count()


def shown_last(word: str) -> dict[str, object]:
    """What the trail tells of the last thing that was shown under a word."""
    return dict(AuditEvent.objects.filter(word=word, outcome="seen").latest("id").detail)


def the_access() -> UUID:
    """The one opened record there is."""
    return Access.objects.get().id


def with_app(key: str) -> str:
    """Give one of the cast, who has an account, an authenticator app; returns its secret."""
    user, secret = User.objects.get(username=key), new_secret()
    keep_app(user, secret, code_now(secret))
    return secret


def without_app(key: str) -> None:
    """Take the app of one of the cast off again."""
    assert remove(actor_named(key).id)


def ask_proof_to_sign(owner: Actor, *, wanted: bool) -> None:
    """Decide, as the owner, whether signing a note asks for a proof."""
    now = sign_in_rules()
    set_sign_in_rules(
        actor=owner,
        idle_minutes=now.idle_minutes,
        factor_required=now.factor_since is not None,
        grace_days=now.grace_days,
        proof_to_sign=wanted,
        seen_version=now.version,
    )


def code_now(secret: str, steps: int = 0) -> str:
    """What an app shows now, or some steps of half a minute later."""
    return code_at(secret, int(clock.real_now().timestamp()) // STEP_SECONDS + steps)
