"""Add a passkey as a second factor, with which one can also sign in alone."""

from django.http import HttpRequest

from medoffice.security import factors
from medoffice.security.acting import action, record
from medoffice.security.actions.accounts import own_account
from medoffice.security.types import Actor


@action("security.own_factors")
def add_passkey(*, actor: Actor, request: HttpRequest, name: str, answer: object) -> None:
    """Keep the passkey that answered what this request's session asked. Raises Invalid if it did not."""
    user = own_account(actor)
    factors.keep_passkey(request, user, name, answer)
    record("user", user.id, factor="passkey")
