"""What must be true of reports that others get: heard again, sent as they stand, and on the lists."""

from datetime import date
from uuid import UUID

from medoffice.clinic.charting.api import chart_of, noted_at
from medoffice.clinic.charting.types import CauseKind
from medoffice.clinic.dictation.api import copies_of, dangers_of, dictations_of_visit, passed_of, typed_of
from medoffice.clinic.dictation.types.copies import Standing
from medoffice.clinic.dictation.types.dictations import Dictation, State
from medoffice.front_office.letters.api import letter
from medoffice.records.encounters.api import encounters_on
from medoffice.revenue.books.types import Proof
from medoffice.security.types import PROGRAM


def report_proofs(on: date) -> list[Proof]:
    """Of the day's dictations of which copies were asked for: heard by two, sent in the words that stand, decided."""
    made = [one for visit in encounters_on(None, on) for one in dictations_of_visit(PROGRAM, visit.id)]
    copies = copies_of([one.id for one in made])
    asked = [one for one in made if copies.get(one.id)]
    return [_heard(asked), _copied(asked), _listed(asked)]


def _heard(asked: list[Dictation]) -> Proof:
    """Who typed a report and who signed it heard each of its danger words again."""
    words = heard = 0
    for one in asked:
        typed = typed_of(one.id)
        dangers = dangers_of(typed.text, typed.words)
        passed = passed_of(PROGRAM, one.id, dangers)
        words += 2 * len(dangers)
        heard += sum(each.heard for each in passed if each.of == each.heard)
    told = f"{len(asked)} reports, {words // 2} danger words, heard {heard} times by who typed and who signed"
    return Proof(
        "heard", "Danger words of what goes out were heard by two people", bool(words) and heard == words, told
    )


def _copied(asked: list[Dictation]) -> Proof:
    """Each copy arrived, and says what stands in the chart."""
    copies = [(one, copy) for one in asked for copy in copies_of([one.id])[one.id]]
    sent = [copy for one, copy in copies if copy.last.standing is Standing.SENT and _says(one, copy.last.letter_id)]
    told = f"{len(copies)} asked for, {len(sent)} arrived in the words of the chart"
    signed = all(one.state is State.SIGNED for one in asked)
    return Proof(
        "report-copies",
        "Copies of reports went with the signature",
        bool(copies) and signed and len(sent) == len(copies),
        told,
    )


def _listed(asked: list[Dictation]) -> Proof:
    """What their notes say stands on the lists, with the visit as its cause, and nothing is left to decide."""
    visits = {one.encounter_id: one.patient_id for one in asked}
    left = sum(len(noted_at(PROGRAM, visit).rows) for visit in visits)
    entries = [
        entry
        for visit, who in visits.items()
        for listed in chart_of(PROGRAM, who).lists.values()
        for entry in listed
        if (entry.cause.kind, entry.cause.id) == (CauseKind.ENCOUNTER, visit)
        and entry.cause.words.startswith("the note")
    ]
    told = f"{len(entries)} put on the lists from {len(visits)} notes, {left} left to decide"
    return Proof("lists", "What signed reports say and the lists lacked was decided", bool(entries) and not left, told)


def _says(one: Dictation, letter_id: UUID | None) -> bool:
    return letter_id is not None and typed_of(one.id).text.strip() in letter(PROGRAM, letter_id).words
