"""The named cast, with accounts, for tests of any room."""

from django.test import Client

from medoffice.security.api import actor_named, add_user
from medoffice.security.types import PROGRAM, Actor

PASSWORD = "seven quiet herons wade"
CAST: dict[str, tuple[str, tuple[str, ...]]] = {
    "okafor": ("Amara Okafor", ("provider",)),
    "ruiz": ("Elena Ruiz", ("nurse",)),
    "abara": ("Chidi Abara", ("coder",)),
    "chen": ("Wei Chen", ("biller",)),
    "lind": ("Astrid Lind", ("receptionist",)),
    "moreau": ("Claire Moreau", ("transcriptionist",)),
    "petrov": ("Irina Petrov", ("manager",)),
    "haddad": ("Samir Haddad", ("privacy_officer",)),
    "vega": ("Marisol Vega", ("specialist",)),
    "ferreira": ("Ana Ferreira", ("owner",)),
    "nox": ("Nox", ()),
}


def person(key: str) -> Actor:
    """Give one of the cast an account."""
    name, roles = CAST[key]
    add_user(actor=PROGRAM, username=key, name=name, roles=list(roles), password=PASSWORD)
    return actor_named(key)


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
