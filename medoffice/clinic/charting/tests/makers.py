"""Visits and notes for tests, made through the actions."""

from typing import Any
from uuid import UUID

from medoffice.clinic.charting.actions.publish_note_template import publish_note_template
from medoffice.clinic.charting.api import enter_on_list, note, sign_note, start_note
from medoffice.clinic.charting.rules.kinds import KINDS
from medoffice.clinic.charting.types import Cause, CauseKind, ListKind, NoteSection, Told
from medoffice.kernel.ids import new_id
from medoffice.kernel.trace import Ref
from medoffice.practice.tests.makers import Office
from medoffice.records.encounters.tests.makers import begin
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.types import PROGRAM

SAID = Cause(CauseKind.SAID)
WORDS = "Cough for three days. Lungs are clear."


def make_visit(office: Office, patient_id: UUID | None = None) -> UUID:
    """A visit with Dr Okafor that has just begun."""
    return begin(office, patient_id or make_patient(), Ref("appointment", new_id()))


def make_note(office: Office, *, signed: bool = False, text: str = WORDS) -> UUID:
    """The note of a new visit."""
    note_id = start_note(actor=PROGRAM, encounter_id=make_visit(office), text=text)
    if signed:
        sign_note(actor=office.provider, note_id=note_id, seen_version=note(note_id).version)
    return note_id


def enter(patient_id: UUID, kind: ListKind, words: str, cause: Cause = SAID, **told: str | dict[str, str]) -> UUID:
    """An entry of a list, as the program enters it; ``told`` as in Told."""
    given: dict[str, Any] = {"status": KINDS[kind].statuses[0], **told}
    entry = Told(words, **given)
    return enter_on_list(actor=PROGRAM, patient_id=patient_id, kind=kind, told=entry, cause=cause)


def make_template(key: str, start: str) -> None:
    """A note template of one section that begins so."""
    sections = (NoteSection("plan", "Plan", start=start),)
    publish_note_template(actor=PROGRAM, key=key, title=key.capitalize(), sections=sections)
