"""Make the first account of a new office: its owner. There is no default password."""

from uuid import UUID

from medoffice.kernel.models import World
from medoffice.kernel.refusals import NotFound
from medoffice.security.acting import action
from medoffice.security.actions.add_user import add_user
from medoffice.security.models import User
from medoffice.security.types import Actor, Role


@action("security.set_up")
def set_up_owner(*, actor: Actor, username: str, name: str, password: str) -> UUID:
    """Create the owner while no account exists; afterwards there is no such page (NotFound)."""
    World.objects.select_for_update().get()  # two who set up at the same moment: the second finds an account
    if User.objects.exists():
        raise NotFound
    return add_user(actor=actor, username=username, name=name, roles=[Role.OWNER, Role.MANAGER], password=password)
