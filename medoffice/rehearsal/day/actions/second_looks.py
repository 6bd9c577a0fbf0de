"""What needs a second person or goes to many on the played day: notes that are co-signed, an amendment of a mailing."""

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from datetime import date, datetime, timedelta

from medoffice.clinic.charting.api import cosign_note, cosigning_of, note_of, route_notes
from medoffice.clinic.charting.types import Routed
from medoffice.front_office.letters.api import letters_of, merge_letters, sendings_of
from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.records.documents.api import appended_to
from medoffice.records.encounters.api import encounters_on
from medoffice.records.rights.api import accept_amendment, amendments_of, ask_amendment
from medoffice.records.rights.types import Answer, Asker, Wanted
from medoffice.rehearsal.demo.api import at
from medoffice.rehearsal.demo.types import Scene
from medoffice.rehearsal.stories.types import Fate, PlannedVisit
from medoffice.revenue.books.types import Proof
from medoffice.security.types import PROGRAM

DESK, SIGNER, MANAGER = "farrow", "okafor", "petrov"
NEWS = "From next month on the office opens at eight in the morning. Nothing else changes for you."
RIGHT = "The letter was meant for everybody; the patient asked for no news by mail."
LATE = 8  # days after which the last note of the day is signed


def cosigning_of_day(
    scene: Scene, visits: Sequence[PlannedVisit], labelled: Container[PlannedVisit], on: date
) -> Iterator[datetime]:
    """The notes of whoever sees most patients besides the supervisor, and none under a label, get a second signature.

    It is given in the evening; of notes that were signed late, on the evening of a later day.
    """
    zone = scene.riverbend.office.zone
    yield at(on, 7, 35, zone)
    kept = {one.provider for one in visits if one in labelled}
    seen = Counter(one.provider for one in visits if one.fate is Fate.SEEN and one.provider not in {*kept, SIGNER})
    if not seen:
        return
    staff, author = scene.riverbend.staff, seen.most_common(1)[0][0]
    manager = scene.riverbend.actors[MANAGER]
    route_notes(actor=manager, author_id=staff[author], reader_id=staff[SIGNER], what=Routed.COSIGN)
    for days in (0, LATE):
        yield at(on + timedelta(days=days), 17, 50, zone)
        for visit in encounters_on(None, on):
            note = note_of(visit.id)
            asked = cosigning_of(note.id) if note else None
            if note and asked and asked.signed_at is None:
                cosign_note(actor=scene.riverbend.actors[SIGNER], note_id=note.id)


def mailing_of_day(scene: Scene, on: date) -> Iterator[datetime]:
    """News by mail to everybody of the day; one of them asks that the letter be amended, and it is."""
    yield at(on, 16, 40, scene.riverbend.office.zone)
    desk = scene.riverbend.actors[DESK]
    merge_letters(actor=desk, key=new_id(), list_key="today", template_key="custom", given={"asked.note": NEWS})
    yield clock.now() + timedelta(minutes=9)
    for visit in encounters_on(None, on):
        sent = [told for letter in letters_of(desk, visit.patient_id) for told in sendings_of(letter.id)]
        if sent:
            wanted = Wanted(f"letter-{sent[0].id.hex}", "I want no news by mail", "", Asker.PATIENT, "", "licence", on)
            asked = ask_amendment(actor=desk, patient_id=visit.patient_id, wanted=wanted)
            yield clock.now() + timedelta(minutes=3)
            signer = scene.riverbend.actors[SIGNER]
            accept_amendment(actor=signer, amendment_id=asked, seen_version=1, statement=RIGHT, tell="")
            return


def second_looks_proofs(scene: Scene, on: date) -> list[Proof]:
    """No note waits for its second signature; the letter that was amended takes its amendment along."""
    notes = [note for visit in encounters_on(None, on) if (note := note_of(visit.id))]
    asked = [found for note in notes if (found := cosigning_of(note.id))]
    signed = [one for one in asked if one.signed_at]
    amended = [one for who in scene.patients.values() for one in amendments_of(PROGRAM, who)]
    letters = [one.thing.id for one in amended if one.thing.kind == "letter" and one.answer is Answer.ACCEPTED]
    along = [told for found in appended_to("letter", letters).values() for told in found if told.goes]
    return [
        Proof(
            "cosigned",
            "Every note that needs a second signature has it",
            len(signed) == len(asked),
            f"{len(asked)} to co-sign, {len(signed)} co-signed",
        ),
        Proof(
            "mailing",
            "A letter of a mailing that was amended takes its amendment along",
            len(along) == len(letters) > 0,
            f"{len(letters)} letters amended, {len(along)} with a sheet behind them",
        ),
    ]
