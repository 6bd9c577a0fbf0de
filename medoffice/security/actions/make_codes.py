"""Make recovery codes, for the day the telephone is lost."""

from medoffice.kernel.refusals import Refusal
from medoffice.security import factors
from medoffice.security.acting import action, record
from medoffice.security.actions.accounts import own_account
from medoffice.security.types import Actor


@action("security.own_factors", shown_once=True)
def make_codes(*, actor: Actor) -> list[str]:
    """Ten codes instead of those before; each works once. Raises Refusal if there is no second factor to recover."""
    user = own_account(actor)
    if not factors.has_factor(user.id):
        raise Refusal("no-factor", "You have no second factor yet.", "Add an app or a passkey first.")
    record("user", user.id, factor="recovery codes")
    return factors.make_codes(user)
