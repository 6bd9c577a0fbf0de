"""Say whom a copy of a dictation goes to."""

from uuid import UUID

from medoffice.clinic.dictation.actions.copying import named
from medoffice.clinic.dictation.actions.rows import held
from medoffice.clinic.dictation.rules.moving import OPEN
from medoffice.clinic.dictation.types.dictations import State
from medoffice.kernel.refusals import Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.type")
def name_copy(*, actor: Actor, dictation_id: UUID, performer_id: UUID) -> UUID:
    """Somebody of the directory gets a copy once it is signed; who is named already stays so.

    Whoever has the page open about it before sees that first: what is signed is what was read, and for whom. Raises
    Refusal for a letter, for what was signed or rejected, and for who is out of use; NotFound for nobody.
    """
    row = held(actor, dictation_id, "dictation.type")
    if State(row.state) not in OPEN | {State.TO_SIGN}:
        words = f"{row.number} is {State(row.state).says}, and nobody is named any more."
        raise Refusal("not-here", words, "Write a letter, or release the record.")
    made = named(actor, row, performer_id)
    record("dictation", row.id, subjects=[row.patient_id], performer=str(performer_id))
    return made
