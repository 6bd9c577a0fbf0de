"""Take one of one's own second factors off."""

from medoffice.kernel.refusals import NotFound
from medoffice.security import factors
from medoffice.security.acting import action, record
from medoffice.security.actions.accounts import own_account
from medoffice.security.types import Actor


@action("security.own_factors")
def remove_factor(*, actor: Actor, factor_id: int) -> None:
    """Remove an app or a passkey; with the last one the recovery codes go too. Raises NotFound."""
    user = own_account(actor)
    if not factors.remove(user.id, factor_id):
        raise NotFound
    record("user", user.id, factor="removed")
