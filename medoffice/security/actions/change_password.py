"""Change one's own password; every other session of the person ends with it."""

from django.contrib.auth.hashers import check_password

from medoffice.kernel.refusals import Invalid
from medoffice.security.acting import action, record
from medoffice.security.actions.accounts import own_account, set_password
from medoffice.security.types import Actor


@action("security.own_password")
def change_password(*, actor: Actor, present: str, new: str) -> None:
    """Replace the actor's password. Raises Invalid if the present one is wrong or the new one will not do."""
    user = own_account(actor)
    if not check_password(present, user.password):
        words = "This is not your present password."
        raise Invalid("wrong-password", words, "", {"fields": {"present": [words]}})
    set_password(user, new, "new")
    user.save(update_fields=["password"])
    record("user", user.id, password="changed")  # noqa: S106 - a word about it, not one
