"""Keep one person away from one patient's record (their own relative, a neighbour, a dispute), whatever their roles."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Refusal
from medoffice.security.acting import action, record
from medoffice.security.models import Denial
from medoffice.security.types import Actor


@action("security.deny")
def deny_subject(*, actor: Actor, user_id: UUID, subject: UUID, reason: str) -> UUID:
    """Deny a user everything about a subject. Raises Refusal if that is so already."""
    if Denial.objects.filter(user_id=user_id, subject=subject, lifted_at=None).exists():
        raise Refusal("denied-already", "This person is kept away from this record already.")
    denial = Denial.objects.create(
        id=new_id(), user_id=user_id, subject=subject, reason=reason, made_by=actor.name, made_at=clock.now()
    )
    record("denial", denial.id, subjects=[subject])
    return denial.id
