"""What must be true of coding at the end of a day: no question waits, nothing is missing, conditions have words."""

from datetime import date

from medoffice.clinic.charting.api import note_of
from medoffice.records.encounters.api import encounters_on
from medoffice.revenue.books.types import Proof
from medoffice.revenue.coding.api import coded, diagnoses_of, missing_charges, queries_of
from medoffice.revenue.coding.types import CodedEncounter, QueryState
from medoffice.revenue.recapture.api import conditions
from medoffice.security.types import PROGRAM


def coding_proofs(on: date) -> list[Proof]:
    """Conditions of last year; each question answered, in an addendum, before the release; what is missing."""
    codes = [found for visit in encounters_on(None, on) if (found := coded(visit.id))]
    asked = [one for found in codes for one in queries_of(found.id)]
    told = [one for one in asked if one.state is QueryState.ANSWERED]
    notes = {one.encounter_id: note_of(one.encounter_id) for one in told}
    said = {visit: " ".join(added.text for added in note.addenda) for visit, note in notes.items() if note}
    stands = [one for one in told if one.answer in said.get(one.encounter_id, "")]
    released = all(found.finished for found in codes)
    words = f"{len(asked)} asked, {len(told)} answered, {len(stands)} of the answers stand in the note"
    says = "Every question of the coder is answered in the chart"
    lacks = missing_charges(PROGRAM, on, on)
    first = f": {lacks[0].missing.lacks}, {lacks[0].missing.words}" if lacks else ""
    tables, earlier = conditions(PROGRAM, on.year)
    rests = [one for one in earlier.conditions if diagnoses_of(PROGRAM, one.patient_id)]
    marked = [one for one in earlier.conditions if one.mark]
    return [
        Proof(
            "conditions",
            "A condition of last year that this year has no code of stands on its words until somebody says more",
            bool(marked) is tables.loaded and len(rests) == len(earlier.conditions),
            f"{len(earlier.conditions)} stand on the list, {len(rests)} on the words of a visit, {len(marked)} marked",
        ),
        Proof("queries", says, released and len(asked) == len(told) == len(stands), words),
        Proof(
            "missing",
            "Every visit is coded and what was done stands on a line",
            not lacks and bool(codes),
            f"{len(codes)} visits coded, {len(lacks)} things are missing{first}",
        ),
        _evidence(codes),
    ]


def _evidence(codes: list[CodedEncounter]) -> Proof:
    """Every code shows its evidence: words that stand in its note where it says, or a record."""
    rests = [(found, one.code, one.evidence) for found in codes for one in found.diagnoses]
    rests += [(found, one.code, one.evidence) for found in codes for one in found.services]
    notes = {found.encounter_id: note_of(found.encounter_id) for found in codes}
    texts = {visit: note.text for visit, note in notes.items() if note}
    bare = [
        f"{code} of {found.encounter_id}"
        for found, code, on in rests
        if not on.quote.strip()
        or (on.ref.kind == "note" and texts.get(found.encounter_id, "")[on.start : on.end] != on.quote)
    ]
    of_words = sum(on.ref.kind == "note" for _, _, on in rests)
    words = f"{len(rests)} codes, {of_words} on words of the note, {len(rests) - of_words} on a record {bare[:3] or ''}"
    return Proof("evidence", "Every code of every visit shows the words or the record it rests on", not bare, words)
