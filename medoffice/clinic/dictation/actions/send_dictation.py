"""Send a recording to be typed."""

from collections.abc import Sequence
from uuid import UUID

from medoffice.clinic.dictation.actions.copying import named
from medoffice.clinic.dictation.actions.rows import step, taken, turn
from medoffice.clinic.dictation.models import Dictation
from medoffice.clinic.dictation.queries.paces import kinds, paces
from medoffice.clinic.dictation.rules.due import due_at, pace_on
from medoffice.clinic.dictation.types.dictations import Priority, State, Verb
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.practice.api import next_number, office_zone
from medoffice.records.encounters.api import encounter
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("dictation.send")
def send_dictation(
    *,
    actor: Actor,
    encounter_id: UUID,
    kind: str,
    priority: Priority,
    data: bytes,
    name: str = "",
    note: str = "",
    copies: Sequence[UUID] = (),
) -> UUID:
    """What a visit's provider dictated about it waits for whoever types; its time runs from now.

    ``name`` is the file's, which is not kept; ``note`` is for whoever types; ``copies`` are whom of the directory a
    copy goes to once it is signed. Raises Invalid for a kind there is not, Refusal (``recording-*``, ``sent-before``)
    for what is no recording or came before, and for who gets no copy.
    """
    visit = encounter(encounter_id)
    require(actor, "dictation.send", visit.patient_id, encounter_id)
    if kind not in kinds():
        words = ["Choose what it is to become."]
        raise Invalid("dictation-odd", "Some fields need another look.", "", {"fields": {"kind": words}})
    now = clock.now()
    pace = pace_on(paces(), kind, clock.today(office_zone()))
    row = Dictation.objects.create(
        number=next_number("D"),
        patient_id=visit.patient_id,
        encounter_id=encounter_id,
        author_id=visit.provider_id,
        kind=kind,
        priority=priority,
        state=State.QUEUED,
        note=" ".join(note.split())[:500],
        sent_at=now,
        due_at=due_at(pace, priority, now),
    )
    step(actor, row, Verb.SEND, priority.says)
    taken(actor, row, data, name)
    for performer_id in copies:
        named(actor, row, performer_id)
    turn(actor, row, Verb.SEND.value)
    record("dictation", row.id, subjects=[row.patient_id], becomes=kind, priority=priority.value, copies=len(copies))
    return row.id
