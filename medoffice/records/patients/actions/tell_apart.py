"""Say that two records are two people's."""

from uuid import UUID

from medoffice.records.patients.actions.asking import pair_to_decide, remember_different, tell_of_pairs
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("patients.tell_apart")
def tell_apart(*, actor: Actor, pair_id: UUID) -> None:
    """They are two: nobody is asked again. Raises NotFound."""
    row = pair_to_decide(actor, pair_id)
    remember_different(actor, row.one, row.other)
    tell_of_pairs(actor)
    record("pair", row.id, subjects=[row.one, row.other], different=True)
