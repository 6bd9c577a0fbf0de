"""Coded visits for tests, made through the actions: from an empty office to codes on the words of a note."""

from datetime import date
from uuid import UUID

from medoffice.clinic.charting.api import note, sign_note, start_note
from medoffice.kernel.ids import new_id
from medoffice.kernel.trace import Ref
from medoffice.practice.tests.makers import Office
from medoffice.practice.tests.makers import make_office as make_small_office
from medoffice.records.encounters.tests.makers import begin
from medoffice.records.encounters.types import EncounterClass
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.coding.actions.say_place import say_place
from medoffice.revenue.coding.api import code_diagnosis, code_service, coding, define_service, start_coding
from medoffice.revenue.coding.types import CodedEncounter, Evidence
from medoffice.security.types import PROGRAM

START = date(2026, 1, 1)
NOTE = "Cough for three days. Sore throat examined, culture taken."
DECIDED = (
    "Assessment and Plan:\n1. Type 2 diabetes, above goal. Increase metformin to 1000 mg.\n"
    "2. Hypertension, stable.\nReviewed A1c. Denies chest pain; no need for hospital admission.\n"
    "I spent 22 minutes on the day of the visit.\n"
)
CODES = {"visit": "ZZ001", "culture": "ZZ002", "shot": "ZZ003"}


def make_office() -> Office:
    """The small office of all tests, with three services."""
    office = make_small_office()
    for key, code in CODES.items():
        define_service(
            actor=PROGRAM,
            key=key,
            code=code,
            words=f"Demo {key}",
            kind="office",
            placeholder=True,
            valid_from=START,
        )
    return office


def make_visit(office: Office, patient_id: UUID, *, signed: bool = True, cause: Ref | None = None) -> UUID:
    """A visit with a note."""
    encounter_id = begin(office, patient_id, cause or Ref("appointment", new_id()))
    note_id = start_note(actor=PROGRAM, encounter_id=encounter_id, text=NOTE)
    if signed:
        sign_note(actor=office.provider, note_id=note_id, seen_version=note(note_id).version)
    return encounter_id


def make_coded(office: Office, patient_id: UUID, *keys: str, units: int = 1, cause: Ref | None = None) -> UUID:
    """A visit with these services coded, ready for charges."""
    encounter_id = make_visit(office, patient_id, cause=cause)
    coding_id = start_coding(actor=PROGRAM, encounter_id=encounter_id)
    written = start_note(actor=PROGRAM, encounter_id=encounter_id)
    words = Evidence(Ref("note", written), 0, 5, NOTE[:5])
    code_diagnosis(actor=PROGRAM, coding_id=coding_id, code="J06.9", evidence=words)
    for key in keys or ("visit",):
        code_service(actor=PROGRAM, coding_id=coding_id, key=key, evidence=words, pointers=[1], units=units)
    return encounter_id


def make_distant(office: Office, patient_id: UUID, place: str) -> UUID:
    """A visit by video, coded, the patient at this place of service."""
    encounter_id = begin(office, patient_id, Ref("appointment", new_id()), kind=EncounterClass.TELEHEALTH)
    note_id = start_note(actor=PROGRAM, encounter_id=encounter_id, text=NOTE)
    sign_note(actor=office.provider, note_id=note_id, seen_version=note(note_id).version)
    coding_id = start_coding(actor=PROGRAM, encounter_id=encounter_id)
    words = Evidence(Ref("note", note_id), 0, 5, NOTE[:5])
    code_diagnosis(actor=PROGRAM, coding_id=coding_id, code="J06.9", evidence=words)
    code_service(actor=PROGRAM, coding_id=coding_id, key="visit", evidence=words, pointers=[1], modifiers=["95"])
    say_place(actor=PROGRAM, coding_id=coding_id, place=place)
    return encounter_id


def make_decided(office: Office) -> CodedEncounter:
    """A visit whose note (``DECIDED``) says what was decided, its two diagnoses coded; the office bills levels."""
    for key, code in (("est_3", "ZZ013"), ("est_4", "ZZ014"), ("new_4", "ZZ024")):
        define_service(actor=PROGRAM, key=key, code=code, words=key, kind="visit", placeholder=True, valid_from=START)
    visit = begin(office, make_patient("Quist", "Per"), Ref("appointment", new_id()))
    note_id = start_note(actor=PROGRAM, encounter_id=visit, text=DECIDED)
    sign_note(actor=office.provider, note_id=note_id, seen_version=note(note_id).version)
    coding_id = start_coding(actor=PROGRAM, encounter_id=visit)
    for code, words in (("E11.65", "Type 2 diabetes"), ("I10", "Hypertension")):
        start = DECIDED.index(words)
        evidence = Evidence(Ref("note", note_id), start, start + len(words), words)
        code_diagnosis(actor=PROGRAM, coding_id=coding_id, code=code, evidence=evidence)
    return coding(coding_id)
