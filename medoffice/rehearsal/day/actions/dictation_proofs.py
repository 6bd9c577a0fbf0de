"""What must be true of dictations at the end of a day: each was typed and signed, and stands in the chart."""

from datetime import date, timedelta

from medoffice.clinic.charting.api import note_of
from medoffice.clinic.dictation.api import (
    dictations_of_visit,
    drafts_of,
    open_dictations,
    production,
    review_of,
    typed_of,
    typing_unreviewed,
)
from medoffice.clinic.dictation.types.dictations import LINE, Dictation, State
from medoffice.records.encounters.api import encounters_on
from medoffice.revenue.books.types import Proof
from medoffice.security.types import PROGRAM

WEEK = timedelta(days=7)  # within which all is signed


def dictation_proofs(on: date) -> list[Proof]:
    """What was dictated on a day does not wait; its words stand in a signed note, its review is read."""
    made = [one for visit in encounters_on(None, on) for one in dictations_of_visit(PROGRAM, visit.id)]
    signed = [one for one in made if one.state is State.SIGNED]
    stand, waiting = [one for one in signed if _stands(one)], open_dictations(PROGRAM)
    drafted = sum(drafts_of(one.id).put > 0 for one in made)
    counted = {job.dictation_id: job.lines.gross_characters for job in production(PROGRAM, on, on + WEEK)[1]}
    lines = round(sum(counted.get(one.id, 0) for one in signed) / LINE)
    words = (
        f"{len(made)} dictated, {len(signed)} typed and signed, {len(stand)} in the chart word for word;"
        f" {drafted} of them from a recogniser's draft, {lines} lines; {len(waiting)} wait to be typed"
    )
    whole = (
        bool(made)
        and bool(drafted)
        and len(stand) == len(made)
        and not waiting
        and set(counted) >= {one.id for one in made}
    )
    return [
        Proof("dictations", "What was dictated is typed, signed and in the chart", whole, words),
        typing_proof(made),
    ]


def typing_proof(made: list[Dictation]) -> Proof:
    """What was drawn of them is reviewed, and read by whoever typed it."""
    found = [one for one in map(review_of, (one.id for one in made)) if one is not None]
    read, scores = [one for one in found if one.read_at], [one.score for one in found if one.score is not None]
    waiting = [one for one in typing_unreviewed() if one in {made_one.id for made_one in made}]
    words = (
        f"{len(found)} reviewed, {len(read)} read by whoever typed it, from {min(scores, default=0)} to"
        f" {max(scores, default=0)} of 100; {len(waiting)} wait to be reviewed"
    )
    whole = bool(found) and len(read) == len(found) and not waiting
    return Proof("typing", "What was drawn is reviewed and read by whoever typed it", whole, words)


def _stands(one: Dictation) -> bool:
    note, said = note_of(one.encounter_id), typed_of(one.id).text.strip()
    if note is None or not note.signed:
        return False
    return any(said in text for text in (note.text, *(added.text for added in note.addenda)))
