"""Hand the open calls of the night or the day to whoever takes over."""

from uuid import UUID

from medoffice.front_office.calls.actions.checking import refuse_blank
from medoffice.front_office.calls.models import HandOff
from medoffice.front_office.calls.queries.calls import open_calls
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work
from medoffice.security.api import action, actor_of, can, record
from medoffice.security.types import Actor


@action("calls.take")
def hand_off(*, actor: Actor, to: UUID, words: str) -> UUID:
    """Hand over with words; the urgent open calls go along. It waits as their work until they read it back.

    Raises Invalid without words, Refusal for oneself or somebody who takes no calls.
    """
    refuse_blank(words=words)
    other = actor_of(to)
    if other is None or other.id == actor.id or not can(other, "calls.take"):
        raise Refusal("not-theirs", "This person cannot take over.", "Choose somebody else who takes calls.")
    urgent = [one.id for one in open_calls(other) if one.urgent]
    row = HandOff.objects.create(to_id=to, words=words.strip(), calls=urgent, by=actor.name, at=clock.now())
    open_work(
        actor=actor,
        kind="hand-off",
        title="Hand-off to read back",
        ref=Ref("hand_off", row.id),
        priority=1,
        owner_id=to,
        key=str(row.id),
    )
    record("hand_off", row.id)
    return row.id
