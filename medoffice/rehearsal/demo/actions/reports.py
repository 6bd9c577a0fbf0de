"""A report of the demo office that others get: its danger words are heard again by who types it and who signs it, the
signature faxes a copy, and what it says that the lists lack is put on them.
"""

from datetime import date, timedelta
from uuid import UUID

from medoffice.clinic.charting.api import decide_noted, noted_at
from medoffice.clinic.charting.types import Decision
from medoffice.clinic.dictation.api import (
    claim_dictation,
    dangers_of,
    dictation,
    finish_dictation,
    name_copy,
    note_heard,
    send_dictation,
    typed_of,
)
from medoffice.clinic.dictation.types.dictations import Priority
from medoffice.kernel import clock
from medoffice.records.encounters.types import Encounter
from medoffice.records.faxes.api import hand_over, hear_all
from medoffice.records.patients.api import patient
from medoffice.rehearsal.demo.actions.dictation import TYPIST, heard_on, signed_of, spoken, type_out
from medoffice.rehearsal.demo.actions.referrals import HEART, directory
from medoffice.rehearsal.demo.actions.timeline import Script, at
from medoffice.rehearsal.demo.types import Scene
from medoffice.rehearsal.population.types import Chance
from medoffice.security.api import can, labels_of
from medoffice.security.types import PROGRAM, Actor

NURSE, GROWN = "ruiz", 21
TOLD = (
    "Telephone note: The patient called with the bottles at hand. Takes loratadine 10 mg once daily for hay fever,"
    " bought without a prescription. Allergic to adhesive tape, which causes a rash. No chest pain, no swelling of the"
    " left leg. Copy to Dr. Abelard."
)
WAITS = (
    "Telephone note: The patient says that the heart group stopped nothing. No palpitations since Monday. Takes vitamin"
    " D 1000 IU once daily. The right knee does not hurt. Copy to Dr. Abelard."
)


def report_of_day(scene: Scene, on: date) -> Script:
    """In the afternoon somebody tells by voice what a patient read out, and it goes all its way by the evening."""
    zone, nurse = scene.riverbend.office.zone, scene.riverbend.actors[NURSE]
    yield at(on, 16, 45, zone)
    found = _grown_up(scene, on)
    if found is None:
        return
    visit, author = found
    one = _sent(author, visit, f"report {scene.seed} {on.isoformat()}")
    yield at(on, 17, 12, zone)
    _typed(scene, one, TOLD)
    yield at(on, 17, 30, zone)
    hear_again(author, one)
    signed_of(author, visit.id)
    yield at(on, 17, 40, zone)
    hand_over(actor=PROGRAM)
    put_on_lists(nurse, visit.id)
    yield clock.now() + timedelta(minutes=6)
    hear_all(actor=PROGRAM)


def report_to_sign(scene: Scene, before: date, today: date) -> Script:
    """What a newcomer finds: a report that waits for its author, with a copy named and danger words to be heard."""
    zone = scene.riverbend.office.zone
    yield at(today, 8, 32, zone)
    found = _grown_up(scene, before)
    if found is None:
        return
    visit, author = found
    one = _sent(author, visit, f"report {scene.seed} {today.isoformat()}")
    yield at(today, 9, 20, zone)
    _typed(scene, one, WAITS)


def hear_again(hand: Actor, dictation_id: UUID) -> None:
    """All danger words of what is typed are heard again, and are right."""
    typed = typed_of(dictation_id)
    ids = frozenset(number for token in dangers_of(typed.text, typed.words) for number, _ in token.key)
    note_heard(actor=hand, dictation_id=dictation_id, word_ids=ids, seen_version=typed.version)


def put_on_lists(nurse: Actor, encounter_id: UUID) -> None:
    """What a signed note says and the lists lack is put on them, row by row; what it says is stopped stays for now."""
    for row in noted_at(nurse, encounter_id).rows:
        decision = Decision.IGNORED if row.entry else Decision.ACCEPTED
        decide_noted(actor=nurse, encounter_id=encounter_id, row=row.key, decision=decision)


def _typed(scene: Scene, dictation_id: UUID, text: str) -> None:
    """The typist types it, says who gets a copy, hears the danger words again, and is done."""
    typist = scene.riverbend.actors[TYPIST]
    claim_dictation(actor=typist, dictation_id=dictation_id, seen_version=dictation(PROGRAM, dictation_id).version)
    type_out(typist, dictation_id, text)
    name_copy(actor=typist, dictation_id=dictation_id, performer_id=directory()[HEART])
    hear_again(typist, dictation_id)
    finish_dictation(actor=typist, dictation_id=dictation_id, seen_version=dictation(PROGRAM, dictation_id).version)


def _sent(author: Actor, visit: Encounter, mark: str) -> UUID:
    return send_dictation(
        actor=author, encounter_id=visit.id, kind="telephone-note", priority=Priority.ROUTINE,
        data=spoken(Chance(mark), "report"), name="note.wav",
    )  # fmt: skip


def _grown_up(scene: Scene, on: date) -> tuple[Encounter, Actor] | None:
    """The last visit of a grown-up that day about whom nothing is confidential, with who saw them."""
    nurse = scene.riverbend.actors[NURSE]
    found = [
        (visit, author)
        for visit, author in heard_on(scene, on)
        if (on - patient(visit.patient_id).birth_date).days > GROWN * 366
        and not labels_of(visit.patient_id)
        and can(nurse, "lists.change", visit.patient_id, visit.id)
        and can(author, "letters.sign", visit.patient_id, visit.id)
    ]
    return max(found, key=lambda one: (one[0].started_at, one[0].number), default=None)
