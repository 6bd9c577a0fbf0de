"""Note what a pharmacy said of a prescription that it has."""

from uuid import UUID

from medoffice.clinic.prescriptions.actions.dispatching import held_dispatch, moved, say
from medoffice.clinic.prescriptions.actions.wiring import no_more_waits
from medoffice.clinic.prescriptions.rules.exchange import SAID
from medoffice.clinic.prescriptions.types.exchange import Event, Message
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor

_AS = {Event.VERIFIED: Message.VERIFY, Event.CANCEL_DONE: Message.CANCEL_RESPONSE,
       Event.CANCEL_DENIED: Message.CANCEL_RESPONSE}  # fmt: skip


@action("prescriptions.send")
def tell_dispatch(*, actor: Actor, dispatch_id: UUID, event: Event, words: str, seen_version: int) -> None:
    """They said so, by telephone or on paper; ``words``: who said it, and what else.

    Raises NotFound, Conflict, Invalid without words, Refusal for what says nothing new as it stands.
    """
    row = held_dispatch(actor, dispatch_id, seen_version)
    if not words.strip():
        raise Invalid("words-missing", "Say who said it.", "", {"fields": {"words": ["This is needed."]}})
    if event not in SAID or not moved(actor, row, event):
        raise Refusal("says-nothing-new", f"It is {row.stand}.", "Open it again to see what became of it.")
    message = _AS.get(event, Message.FILL)
    say(actor, row, message, f"{event.value}: {words.strip()}", out=False)
    no_more_waits(row, message)
    record("dispatch", row.id, subjects=[row.patient_id], said=event.value)
