"""Give a person an account."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Refusal
from medoffice.security.acting import action, record
from medoffice.security.actions.accounts import refuse_unless_owner, roles_as_given, set_password
from medoffice.security.models import User
from medoffice.security.types import SYSTEM, Actor


@action("security.manage_users")
def add_user(*, actor: Actor, username: str, name: str, roles: list[str], password: str = "") -> UUID:
    """Create an account with any set of roles.

    Without a password it opens when its person uses a code (``give_code``): only the program, which makes offices up
    and the owner's first account, brings a password along. Raises Refusal if the name is taken or the roles are not
    the actor's to give, Invalid if the password is weak.
    """
    refuse_unless_owner(actor, roles)
    if password and not actor.holds(SYSTEM):
        raise Refusal("password-is-theirs", "A person chooses their own password.", "Give them a code instead.")
    if User.objects.filter(username=username).exists():
        raise Refusal("username-taken", f"The sign-in name {username} is taken.", "Choose another sign-in name.")
    given = [role.value for role in roles_as_given(roles)]
    user = User(id=new_id(), username=username, name=name, roles=given, created_at=clock.now())
    if password:
        set_password(user, password)
    else:
        user.set_unusable_password()
    user.save()
    record("user", user.id, roles=given, did="account made")
    return user.id
