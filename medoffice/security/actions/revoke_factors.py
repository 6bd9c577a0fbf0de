"""Take somebody's second factors off: the telephone was lost, or the person is not who they should be."""

from uuid import UUID

from medoffice.kernel.refusals import Refusal
from medoffice.security import factors
from medoffice.security.acting import action, record
from medoffice.security.actions.accounts import account
from medoffice.security.models import Session
from medoffice.security.types import Actor


@action("security.manage_users")
def revoke_factors(*, actor: Actor, user_id: UUID) -> None:
    """Remove every second factor of an account and end its sessions; the person is told when they sign in.

    Raises NotFound, and Refusal for an owner's account or one's own.
    """
    user = account(user_id, actor)
    if user.id == actor.id:
        raise Refusal("own-factor", "Your own second factors are on your own page.", "Open My sign-in.")
    if not factors.remove(user.id):
        raise Refusal("no-factor", f"{user.name} has no second factor.")
    Session.objects.filter(user=user).delete()
    record("user", user.id, did="second factors taken off")
