"""Say whom a copy of a dictation goes to."""

from uuid import UUID

from medoffice.clinic.dictation.actions.rows import held, step
from medoffice.clinic.dictation.models import DictationCopy
from medoffice.clinic.dictation.rules.moving import OPEN
from medoffice.clinic.dictation.types.dictations import LETTER, State, Verb
from medoffice.front_office.referrals.api import performer
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.type")
def name_copy(*, actor: Actor, dictation_id: UUID, performer_id: UUID) -> UUID:
    """Somebody of the directory gets a copy once it is signed; who is named already stays so.

    Whoever has the page open about it before sees that first: what is signed is what was read, and for whom. Raises
    Refusal for a letter, for what was signed or rejected, and for who is out of use; NotFound for nobody.
    """
    row, to = held(actor, dictation_id, "dictation.type"), performer(performer_id)
    if row.kind == LETTER:
        raise Refusal("a-letter", "A dictated letter is addressed among the letters.", "Write to others there.")
    if State(row.state) not in OPEN | {State.TO_SIGN}:
        words = f"{row.number} is {State(row.state).says}, and nobody is named any more."
        raise Refusal("not-here", words, "Write a letter, or release the record.")
    if not to.used:
        raise Refusal("not-used", f"{to.name} is out of use in the directory.", "Choose somebody else.")
    there = DictationCopy.objects.filter(dictation=row, performer_id=to.id, gone_at=None).first()
    if there is not None:
        return there.id
    made = DictationCopy.objects.create(dictation=row, performer_id=to.id, at=clock.now(), by=actor.name)
    row.version += 1
    row.save(update_fields=["version"])
    step(actor, row, Verb.COPY, f"to {to.name}")
    record("dictation", row.id, subjects=[row.patient_id], performer=str(to.id))
    return made.id
