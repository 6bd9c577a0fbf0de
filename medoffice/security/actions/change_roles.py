"""Change what a person may do; effective with their next request."""

from uuid import UUID

from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.security.acting import action, record
from medoffice.security.actions.accounts import refuse_unless_owner, roles_as_given
from medoffice.security.models import User
from medoffice.security.types import Actor, Role


@action("security.manage_users")
def change_roles(*, actor: Actor, user_id: UUID, roles: list[str], active: bool = True) -> None:
    """Set the roles of an account, or close it. The last owner stays an owner; only owners touch owners' accounts."""
    list(User.objects.select_for_update().filter(roles__contains=[Role.OWNER]).order_by("id"))  # owners, one at a time
    user = User.objects.select_for_update().filter(id=user_id).first()
    if user is None:
        raise NotFound
    refuse_unless_owner(actor, roles, user.roles)
    wanted = roles_as_given(roles)
    others = User.objects.filter(roles__contains=[Role.OWNER], is_active=True).exclude(id=user.id)
    if Role.OWNER in user.roles and not (active and Role.OWNER in wanted) and not others.exists():
        raise Refusal("last-owner", f"{user.name} is the only owner.", "Make somebody else an owner first.")
    user.roles, user.is_active = wanted, active
    user.save(update_fields=["roles", "is_active"])
    record("user", user.id, roles=list(wanted), active=active, did="roles set" if active else "account closed")
