"""Say that a dictation is about another visit, of the same patient or of another."""

from uuid import UUID

from medoffice.clinic.dictation.actions.copying import forget, open_copies
from medoffice.clinic.dictation.actions.drawing import review_again
from medoffice.clinic.dictation.actions.other_chart import forget_chart, free_from_unfit
from medoffice.clinic.dictation.actions.rows import held, step, turn
from medoffice.clinic.dictation.rules.moving import OPEN
from medoffice.clinic.dictation.types.dictations import State, Verb
from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, Invalid, Refusal
from medoffice.records.documents.api import holds_of
from medoffice.records.encounters.api import encounter, encounter_numbered
from medoffice.records.encounters.types import Encounter
from medoffice.security.api import action, can, record
from medoffice.security.types import Actor

_WORD = "dictation.type"


@action("dictation.type")
def move_dictation(*, actor: Actor, dictation_id: UUID, seen_version: int, number: str, why: str) -> None:
    """It is about the visit with this number from now on, and its author is who has that visit.

    What a recogniser was told of the other chart, and what it asked by it, goes; the words and the sound stay. Whoever
    types it and may not hear about the other visit has it no more. Raises Invalid for a number of no visit that the
    actor may hear about, or without a reason; Refusal for one that is signed or rejected, or is there already; Conflict
    if somebody did something with it since it was seen.
    """
    row = held(actor, dictation_id, _WORD)
    to, before = _visit(actor, number, why), encounter(row.encounter_id)
    if row.version != seen_version:
        raise Conflict("changed-meanwhile", f"{row.number} was changed by now.", "Look at it again.")
    if State(row.state) not in OPEN | {State.TO_SIGN}:
        fix = "Retract it in the chart, and dictate it anew." if row.state == State.SIGNED else "Take it back first."
        raise Refusal("not-here", f"{row.number} is {State(row.state).says} and cannot be moved.", fix)
    if holds_of(before.patient_id):
        words = f"The chart it is in is on legal hold, so {row.number} stays in it."
        raise Refusal("on-hold", words, "Ask whoever holds the chart.")
    if to.id == row.encounter_id:
        raise Refusal("there-already", f"{row.number} is about {to.number} already.", "Look at the number again.")
    row.patient_id, row.encounter_id, row.author_id = to.patient_id, to.id, to.provider_id
    row.version, row.reminded = row.version + 1, 0
    if State(row.state) is State.TO_SIGN:
        row.ready_at = clock.now()  # its author has it from now on
    forget(actor, row, open_copies(row))  # who was named for one patient gets nothing of another
    free_from_unfit(row)
    row.save()
    forget_chart(row)
    step(actor, row, Verb.MOVE, "to this visit from another")  # which, and why, is in the audit of both
    turn(actor, row, Verb.MOVE.value)
    review_again(actor, row)
    told = {"from": before.number, "to": to.number, "why": " ".join(why.split())[:300]}
    record("dictation", row.id, subjects=sorted({before.patient_id, to.patient_id}), **told)


def _visit(actor: Actor, number: str, why: str) -> Encounter:
    found = encounter_numbered(number.strip().upper())
    to = encounter(found) if found else None
    wrong = {} if why.strip() else {"why": ["Say why."]}
    if to is None or not can(actor, _WORD, to.patient_id, to.id):
        wrong["number"] = ["There is no visit with this number."]
    if wrong or to is None:
        raise Invalid("move-odd", "Some fields need another look.", "", {"fields": wrong})
    return to
