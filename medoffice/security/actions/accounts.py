"""What the actions about accounts share: which roles a person may be given, by whom, and which passwords will do."""

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.worlds import current
from medoffice.security.factors import has_factor
from medoffice.security.models import User
from medoffice.security.rules.passwords import weaknesses
from medoffice.security.types import SYSTEM, Actor, Role


def roles_as_given(roles: Iterable[str]) -> list[Role]:
    """The roles of a person, in order. Raises Invalid for what is no role, or not a person's."""
    known = {role.value for role in Role} - {role.value for role in SYSTEM}
    wrong = sorted(set(roles) - known)
    if wrong:
        words = f"{wrong[0][:30]} is not a role a person can have."
        raise Invalid("no-such-role", words, "Choose from the list.", {"fields": {"roles": [words]}})
    return sorted(Role(role) for role in set(roles))


def refuse_unless_owner(actor: Actor, *role_sets: Iterable[str]) -> None:
    """An owner's account, and the making of owners, are for owners (and the program): managers do not promote."""
    if any(Role.OWNER in roles for roles in role_sets) and not actor.holds(SYSTEM | {Role.OWNER}):
        raise Refusal("owner-only", "Only an owner may give, take or change an owner's account.", "Ask an owner.")


def account(user_id: UUID, actor: Actor) -> User:
    """An account about to be changed by somebody else, locked. Raises NotFound, and Refusal for an owner's."""
    user = User.objects.select_for_update().filter(id=user_id).first()
    if user is None:
        raise NotFound
    refuse_unless_owner(actor, user.roles)
    return user


def own_account(actor: Actor) -> User:
    """The actor's own account, locked. Raises NotFound if it is closed."""
    user = User.objects.select_for_update().filter(id=actor.id, is_active=True).first()
    if user is None:
        raise NotFound
    return user


def set_password(user: User, password: str, field: str = "password") -> None:
    """Set a password that will do. Raises Invalid with words for the field."""
    try:
        wrong = weaknesses(password, has_factor=has_factor(user.id), about=[user.username, *user.name.split()])
        if wrong:
            raise ValidationError(wrong)
        validate_password(password, user)
        if password == settings.DEMO_PASSWORD and current.kind() not in ("demo", "test"):
            raise ValidationError("This is the public password of the demo office.")
    except ValidationError as error:
        words = " ".join(error.messages)
        raise Invalid("weak-password", words, "", {"fields": {field: error.messages}}) from error
    user.set_password(password)
