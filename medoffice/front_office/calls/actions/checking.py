"""Finding and checking a call that something is to be done about; shared by the verbs."""

from uuid import UUID

from medoffice.front_office.calls.models import Call
from medoffice.front_office.calls.rules.telling import identifiers
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.security.api import require
from medoffice.security.types import Actor

LONG_NOTE = 4_000


def open_call(actor: Actor, call_id: UUID, word: str = "calls.take") -> Call:
    """The call, held until the action ends. Raises NotFound, or Refusal once it is closed."""
    row = held_call(actor, call_id, word)
    if row.ended_at is not None:
        raise Refusal("call-closed", f"This call is closed: {row.outcome}.", "Take a new call for what came later.")
    return row


def held_call(actor: Actor, call_id: UUID, word: str = "calls.take") -> Call:
    """The call, open or closed, held until the action ends. Raises NotFound."""
    row = Call.objects.select_for_update().filter(id=call_id).first()
    if row is None:
        raise NotFound
    require(actor, word, row.patient_id)
    return row


def checked_identity(typed: str) -> str:
    """Which identifiers were asked, tidied. Raises Invalid for fewer than two, or more than 80 letters."""
    asked = ", ".join(identifiers(typed))
    if len(identifiers(typed)) < 2 or len(asked) > 80:
        words = "Ask for two identifiers, such as birth date and address, and say which, in up to 80 letters."
        raise Invalid("identity-unchecked", words, "", {"fields": {"identity_checked": [words]}})
    return asked


def refuse_blank(**typed: str) -> None:
    """Raise Invalid for what was left blank or is longer than anybody reads."""
    fields = {name: ["This is needed."] for name, text in typed.items() if not text.strip()}
    fields |= {name: [f"At most {LONG_NOTE} letters."] for name, text in typed.items() if len(text) > LONG_NOTE}
    if fields:
        raise Invalid("not-acceptable", "Some fields need another look.", "", {"fields": fields})
