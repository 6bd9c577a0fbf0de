"""Give a person an account."""

from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.security.acting import action, record
from medoffice.security.models import User
from medoffice.security.types import Actor, Role


@action("security.manage_users")
def add_user(*, actor: Actor, username: str, name: str, roles: list[str], password: str) -> UUID:
    """Create an account with any set of roles. Raises Refusal if the name is taken, Invalid if the password is weak."""
    if User.objects.filter(username=username).exists():
        raise Refusal("username-taken", f"The sign-in name {username} is taken.", "Choose another sign-in name.")
    user = User(id=new_id(), username=username, name=name, roles=sorted(Role(r) for r in roles), created_at=clock.now())
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise Invalid(
            "weak-password", " ".join(error.messages), "", {"fields": {"password": error.messages}}
        ) from error
    user.set_password(password)
    user.save()
    record("user", user.id, roles=list(user.roles))
    return user.id
