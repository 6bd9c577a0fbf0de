"""Give a person a code with which they set a password that nobody else chose or saw."""

import secrets
from datetime import timedelta
from uuid import UUID

from django.contrib.auth.hashers import make_password

from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.security.acting import action, record
from medoffice.security.actions.accounts import account
from medoffice.security.models import PasswordCode
from medoffice.security.rules.codes import ALPHABET, in_groups
from medoffice.security.types import Actor

SIGNS, GOOD_FOR = 12, timedelta(hours=72)


@action("security.manage_users", shown_once=True)
def give_code(*, actor: Actor, user_id: UUID) -> str:
    """Make a code for an account, instead of one given before; it is told this once and works for three days.

    Raises NotFound, and Refusal for an owner's account, a closed one or one's own.
    """
    user = account(user_id, actor)
    if not user.is_active:
        raise Refusal("account-closed", f"The account of {user.name} is closed.", "Let them sign in first.")
    if user.id == actor.id:
        raise Refusal("own-code", "A code is for somebody else.", "Change your own password instead.")
    code = "".join(secrets.choice(ALPHABET) for _ in range(SIGNS))
    PasswordCode.objects.update_or_create(
        user=user,
        defaults={"code": make_password(code), "given_by": actor.name, "until": clock.now() + GOOD_FOR},
    )
    record("user", user.id, did="given a code for a new password")
    return in_groups(code)
