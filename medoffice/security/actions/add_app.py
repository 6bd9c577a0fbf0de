"""Add an authenticator app as a second factor."""

from medoffice.security import factors
from medoffice.security.acting import action, record
from medoffice.security.actions.accounts import own_account
from medoffice.security.types import Actor


@action("security.own_factors")
def add_app(*, actor: Actor, secret: str, code: str) -> None:
    """Keep the secret that the app has now; it replaces an app before. Raises Invalid if its code is not right."""
    user = own_account(actor)
    factors.keep_app(user, secret, code)
    record("user", user.id, factor="authenticator app")
