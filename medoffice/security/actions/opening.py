"""What opening with a reason and breaking the glass share."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.facts import publish
from medoffice.kernel.ids import new_id
from medoffice.security.acting import record
from medoffice.security.actions.labelling import said
from medoffice.security.models import Access
from medoffice.security.rules.labels import opens
from medoffice.security.standings import standings
from medoffice.security.types import AccessBegan, Actor, Reason
from medoffice.security.words import Forbidden

HOUR = timedelta(minutes=60)


def refuse_unless_kept(actor: Actor, word: str, subject: UUID, *, emergency: bool) -> None:
    """Raise Forbidden where nothing is to open, as for nobody; and where a denial stands: it wins over any reason."""
    against = standings(actor, {subject}).get(subject, [])
    kept = any(label is not None and opens(label, standing, emergency=emergency) for label, _, standing in against)
    if not kept or any(label is None or standing.own for label, _, standing in against):
        raise Forbidden(word, subject)


def begin(actor: Actor, word: str, subject: UUID, code: Reason, why: str, *, emergency: bool) -> UUID:
    """Open what labels keep of one patient for an hour. Raises as ``refuse_unless_kept``, and Invalid for no reason."""
    refuse_unless_kept(actor, word, subject, emergency=emergency)
    now = clock.now()
    row = Access.objects.create(
        id=new_id(),
        user_id=actor.id,
        subject=subject,
        emergency=emergency,
        code=code,
        why=said(why, limit=300),
        began_at=now,
        ends_at=now + HOUR,
    )
    publish(AccessBegan(row.id, subject, actor.name, emergency), subject=row.id)
    record("access", row.id, subjects=[subject], code=code.value)
    return row.id


def end_accesses_of(subjects: Iterable[UUID]) -> None:
    """Whoever opened one of these opens it anew: what they stand for has changed. Within the caller's action."""
    now = clock.now()
    Access.objects.filter(subject__in=list(subjects), ended_at=None, ends_at__gt=now).update(ended_at=now)
