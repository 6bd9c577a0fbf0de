"""Put a recogniser's drafts into the text."""

from uuid import UUID

from medoffice.clinic.dictation.actions.putting import put_in
from medoffice.clinic.dictation.actions.rows import held
from medoffice.clinic.dictation.actions.typing import refuse_others
from medoffice.kernel.refusals import Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.type")
def put_drafts(*, actor: Actor, dictation_id: UUID) -> int:
    """What the recogniser made stands behind what is typed, each word with its time; returns how many drafts.

    Raises Refusal for somebody whose turn it is not, and where no draft waits.
    """
    row = held(actor, dictation_id, "dictation.type")
    refuse_others(actor, row)
    count = put_in(actor, row)
    if not count:
        raise Refusal("no-draft", "No draft waits.", "It is in the text already, or too long for one text.")
    record("dictation", row.id, subjects=[row.patient_id], drafts=count)
    return count
