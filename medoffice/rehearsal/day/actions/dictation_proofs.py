"""What must be true of dictations at the end of a day: each was typed and signed, and stands in the chart."""

from datetime import date

from medoffice.clinic.charting.api import note_of
from medoffice.clinic.dictation.api import dictations_of_visit, drafts_of, open_dictations, typed_of
from medoffice.clinic.dictation.types import Dictation, State
from medoffice.records.encounters.api import encounters_on
from medoffice.revenue.books.types import Proof
from medoffice.security.types import PROGRAM


def dictation_proofs(on: date) -> list[Proof]:
    """Nothing that was dictated about a visit of the day waits, and its words stand in a signed note, or below it."""
    made = [one for visit in encounters_on(None, on) for one in dictations_of_visit(PROGRAM, visit.id)]
    signed = [one for one in made if one.state is State.SIGNED]
    stand, waiting = [one for one in signed if _stands(one)], open_dictations(PROGRAM)
    drafted = sum(drafts_of(one.id).put > 0 for one in made)
    words = (
        f"{len(made)} dictated, {len(signed)} typed and signed, {len(stand)} in the chart word for word;"
        f" {drafted} of them from a recogniser's draft; {len(waiting)} wait to be typed"
    )
    whole = bool(made) and bool(drafted) and len(stand) == len(made) and not waiting
    return [Proof("dictations", "What was dictated is typed, signed and in the chart", whole, words)]


def _stands(one: Dictation) -> bool:
    note, said = note_of(one.encounter_id), typed_of(one.id).text.strip()
    if note is None or not note.signed:
        return False
    return any(said in text for text in (note.text, *(added.text for added in note.addenda)))
