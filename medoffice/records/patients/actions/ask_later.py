"""Put a pair of records off."""

from datetime import timedelta
from uuid import UUID

from medoffice.kernel import clock
from medoffice.records.patients.actions.asking import pair_to_decide, tell_of_pairs
from medoffice.security.api import action, record
from medoffice.security.types import Actor

LATER = timedelta(days=1)


@action("patients.tell_apart")
def ask_later(*, actor: Actor, pair_id: UUID) -> None:
    """Ask again tomorrow. Raises NotFound."""
    row = pair_to_decide(actor, pair_id)
    row.later_until = clock.now() + LATER
    row.save(update_fields=["later_until"])
    tell_of_pairs(actor)
    record("pair", row.id, subjects=[row.one, row.other], later=True)
