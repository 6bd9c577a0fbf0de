"""Take somebody off who would get a copy of a dictation."""

from uuid import UUID

from medoffice.clinic.dictation.actions.copying import forget
from medoffice.clinic.dictation.actions.rows import held
from medoffice.clinic.dictation.models import DictationCopy
from medoffice.clinic.dictation.rules.moving import OPEN
from medoffice.clinic.dictation.types.dictations import State
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.type")
def drop_copy(*, actor: Actor, dictation_id: UUID, copy_id: UUID) -> None:
    """They get none; who named them and when stays. Again, it changes nothing. Raises Refusal once it is signed."""
    row = held(actor, dictation_id, "dictation.type")
    copy = DictationCopy.objects.filter(dictation=row, id=copy_id).first()
    if copy is None:
        raise NotFound
    if State(row.state) not in OPEN | {State.TO_SIGN}:
        words = f"{row.number} is {State(row.state).says}; its copies are letters by now."
        raise Refusal("not-here", words, "Withdraw the letter that did not go yet.")
    if copy.gone_at is None:
        forget(actor, row, [copy])
        row.version += 1
        row.save(update_fields=["version"])
    record("dictation", row.id, subjects=[row.patient_id], performer=str(copy.performer_id))
