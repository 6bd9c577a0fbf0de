"""Decide about something a signed note says and the lists do not have."""

from uuid import UUID

from medoffice.clinic.charting.actions.change_entry import change_entry
from medoffice.clinic.charting.actions.enter_on_list import enter_on_list
from medoffice.clinic.charting.models import IncomingEntry, Note
from medoffice.clinic.charting.queries.noted import noted_at
from medoffice.clinic.charting.rules.noted import Noted, key_of
from medoffice.clinic.charting.types import Cause, CauseKind, Decision, Told
from medoffice.kernel import clock
from medoffice.kernel.codec import to_json
from medoffice.kernel.refusals import Refusal
from medoffice.records.encounters.api import encounter
from medoffice.security.api import action, record
from medoffice.security.types import Actor

MOST_QUOTED = 150


@action("lists.change")
def decide_noted(
    *, actor: Actor, encounter_id: UUID, row: str, decision: Decision, seen_version: int = 0
) -> UUID | None:
    """Put a row of the visit's note on its list, or leave it out for this note; returns the entry.

    ``row`` is its key. What the note says is stopped becomes the next version of ours (``seen_version``), all else a
    new entry; its cause is the visit, with the words of the note. Raises NotFound, Invalid, Conflict if ours was
    changed meanwhile, Refusal if there is no such row any more.
    """
    who = encounter(encounter_id).patient_id  # one decision after the other, whichever of their notes it is of
    list(Note.objects.select_for_update().filter(patient_id=who).order_by("id").values_list("id"))
    found = noted_at(actor, encounter_id)
    said = next((one for one in found.rows if one.key == row), None)
    if said is None or found.note is None:
        raise Refusal("row-gone", "This is decided, or stands on the list by now.", "Look at what is left.")
    if decision is Decision.ACCEPTED:
        entry_id = _entered(actor, found.patient_id, encounter_id, said, seen_version)
    elif decision is Decision.IGNORED:
        entry_id = None
    else:
        raise Refusal("no-decision", "That is no decision.", "Put it on the list, or leave it out.")
    kept = IncomingEntry.objects.create(
        patient_id=found.patient_id,
        kind=said.kind.value,
        told=to_json(said.told, Told),
        cause=CauseKind.ENCOUNTER.value,
        cause_id=encounter_id,
        cause_words=_quoted(said),
        encounter_id=encounter_id,
        key=key_of(found.note.id, said.key),
        at=clock.now(),
        decision=decision.value,
        decided_at=clock.now(),
        decided_by=actor.name,
        entry_id=entry_id,
    )
    record("list_incoming", kept.id, subjects=[found.patient_id], decision=decision.value, note=str(found.note.id))
    return entry_id


def _entered(actor: Actor, patient_id: UUID, encounter_id: UUID, said: Noted, seen_version: int) -> UUID:
    cause = Cause(CauseKind.ENCOUNTER, encounter_id, _quoted(said))
    if said.entry is None:
        return enter_on_list(actor=actor, patient_id=patient_id, kind=said.kind, told=said.told, cause=cause)
    change_entry(actor=actor, entry_id=said.entry.entry_id, told=said.told, seen_version=seen_version, cause=cause)
    return said.entry.entry_id


def _quoted(said: Noted) -> str:
    """The cause in words: where in the note it stands, and the words."""
    return f"the note, from letter {said.start + 1} to {said.end}: “{said.words[:MOST_QUOTED]}”"
