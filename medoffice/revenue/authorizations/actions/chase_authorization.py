"""Note that somebody asked a payer where a request stands."""

from datetime import date
from uuid import UUID

from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, today_here
from medoffice.revenue.authorizations.actions.rows import TO_ASK, held, note, saved
from medoffice.revenue.authorizations.rules.clocks import SENT
from medoffice.revenue.authorizations.types import State
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("authorizations.follow")
def chase_authorization(*, actor: Actor, authorization_id: UUID, words: str, until: date, seen_version: int) -> None:
    """What they said, and when to ask again. Raises as ``note_answer``."""
    row = held(actor, authorization_id, "authorizations.follow", seen_version)
    if State(row.state) not in SENT:
        raise Refusal("not-with-the-payer", f"{row.number} is {row.state}.", "Open it again.")
    wrong = {} if words.strip() else {"words": ["Say what they said."]}
    if until <= today_here():
        wrong["until"] = ["Choose a day that lies ahead."]
    if wrong:
        raise Invalid("chase-unsaid", "Some fields need another look.", "", {"fields": wrong})
    row.due_on = until
    saved(actor, row)
    note(actor, row, "asked where it stands", f"{words.strip()}; again {until:%m/%d/%Y}")
    finish_work_about(actor=actor, ref=Ref("authorization", row.id), outcome="asked", kind=TO_ASK)
    record("authorization", row.id, subjects=[row.patient_id], until=until.isoformat())
