"""What a signed note says and the lists do not have, read afresh each time."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from medoffice.clinic.charting.models import IncomingEntry
from medoffice.clinic.charting.queries.chart import chart_of
from medoffice.clinic.charting.queries.notes import note_of
from medoffice.clinic.charting.rules.history import chart_from, holds
from medoffice.clinic.charting.rules.noted import ENDS, About, Noted, key_of, noted
from medoffice.clinic.charting.types import Note, Version
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import patient
from medoffice.security.api import require
from medoffice.security.types import Actor
from medoffice.standards.terminology.api import editions


@dataclass(frozen=True, slots=True)
class OfNote:
    """The rows of a visit's note; none as long as it is not signed, and of what was retracted.

    ``gone`` are the entries that were put on the lists from it, still hold, and that it says no more since it was
    amended or retracted.
    """

    patient_id: UUID
    note: Note | None
    rows: Sequence[Noted]
    gone: Sequence[Version] = ()


def noted_at(actor: Actor, encounter_id: UUID) -> OfNote:
    """What the note of a visit says and the lists lack, for whoever may read it and enter there.

    Raises NotFound. Those of the visit, the patient, the note and the lists, and one for what is decided already.
    """
    visit = encounter(encounter_id)
    for word in ("lists.change", "chart.read"):
        require(actor, word, visit.patient_id, encounter_id)
    written = note_of(encounter_id)
    if written is None or not written.signed:
        return OfNote(visit.patient_id, written, ())
    texts = list(filter(None, [written.text, *(one.text for one in written.addenda)]))
    who = patient(visit.patient_id)
    about = About(visit.date, who.sex, who.birth_date, editions()[0].edition)
    before, chart = key_of(written.id, ""), chart_of(actor, visit.patient_id)
    kept = IncomingEntry.objects.filter(encounter_id=encounter_id, key__startswith=before)
    decided = {key.removeprefix(before): entry for key, entry in kept.values_list("key", "entry_id")}
    rows = noted(texts, about, chart, decided) if texts else []
    said = {one.key for one in noted(texts, about, chart_from(visit.patient_id, (), ()))} if written.revisions else ()
    lost = {entry for key, entry in decided.items() if not key.startswith(ENDS) and key not in said}
    gone = [one for listed in chart.lists.values() for one in listed if one.entry_id in lost and holds(one)]
    return OfNote(visit.patient_id, written, rows, gone if written.revisions else ())
