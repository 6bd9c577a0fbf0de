"""Set the PIN that opens one's own locked screen."""

from django.contrib.auth.hashers import make_password

from medoffice.kernel.refusals import Invalid
from medoffice.security.acting import action, record
from medoffice.security.actions.accounts import own_account
from medoffice.security.rules.codes import pin_problem
from medoffice.security.types import Actor


@action("security.own_factors")
def set_pin(*, actor: Actor, pin: str) -> None:
    """Keep the hash of a PIN; an empty one takes it away. Raises Invalid for one that everybody tries."""
    user = own_account(actor)
    problem = pin_problem(pin) if pin else ""
    if problem:
        raise Invalid("bad-pin", problem, "", {"fields": {"pin": [problem]}})
    user.pin = make_password(pin) if pin else ""
    user.save(update_fields=["pin"])
    record("user", user.id, factor="PIN" if pin else "no PIN")
