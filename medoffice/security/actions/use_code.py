"""Set one's own password with a code that was given; it works once."""

from django.contrib.auth.hashers import check_password, make_password

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.security.acting import action, record
from medoffice.security.actions.accounts import own_account, set_password
from medoffice.security.models import PasswordCode
from medoffice.security.rules.codes import as_typed
from medoffice.security.types import Actor


@action("security.own_password")
def use_code(*, actor: Actor, code: str, new: str) -> None:
    """Replace the actor's password. Raises Invalid for a code not theirs or too old, or a weak password."""
    user = own_account(actor)
    given = PasswordCode.objects.filter(user=user, until__gt=clock.now()).first()
    if given is None:
        make_password(code)  # the same work as for a wrong one
    if given is None or not check_password(as_typed(code), given.code):
        raise wrong_given_code()
    set_password(user, new, "new")
    user.save(update_fields=["password"])
    given.delete()
    record("user", user.id, password="set with a code")  # noqa: S106 - a word about it, not one


def wrong_given_code() -> Invalid:
    """The words for a wrong name and a wrong code alike."""
    return Invalid("wrong-code", "The sign-in name or the code is not right.", "Ask for a new code.")
