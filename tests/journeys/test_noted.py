"""What a signed note says and the lists lack, by keyboard: from the visit to the list, and to where it was said."""

import pytest
from playwright.sync_api import expect

from medoffice.clinic.charting.api import chart_of, decide_noted, note, revise_note, sign_note, start_note
from medoffice.clinic.charting.tests.makers import enter, make_visit
from medoffice.clinic.charting.types import Decision, ListKind
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import actor_named
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import Counted, Person
from tests.journeys.test_clinic_bars import office
from tests.journeys.test_office_lab import look

pytestmark = pytest.mark.journey
WORDS = (
    "Subjective: Follow-up of her blood pressure. Denies chest pain. She takes metformin 1000 mg twice daily.\n"
    "Allergies: penicillin (hives).\n"
    "Assessment: Essential hypertension, above goal.\n"
    "Plan: Stop ibuprofen. Start lisinopril 10 mg by mouth once daily. Return in 4 weeks."
)


def test_dt7_what_a_signed_note_says_is_put_on_the_lists_row_by_row(person: Person) -> None:
    who, okafor = make_patient("Birchall", "Ida"), actor_named("okafor")
    enter(who, ListKind.MEDICATION, "Ibuprofen 600 mg")
    visit = make_visit(office(), who)
    written = note(start_note(actor=PROGRAM, encounter_id=visit, text=WORDS))
    sign_note(actor=okafor, note_id=written.id, seen_version=written.version)
    doctor = Counted(person.page, person.address)
    doctor.come_in("okafor", f"/charting/{visit}/")
    look(doctor, "noted-visit")
    doctor.acts = 0
    doctor.go("Alt+k")
    doctor.sees("What the note says and the lists lack")
    look(doctor, "noted")
    for key in ("a", "a", "i", "a", "a"):  # the problem, metformin, not the end of ibuprofen, lisinopril, penicillin
        doctor.go(key)
    doctor.sees("Nothing is left.")
    look(doctor, "noted-empty")
    doctor.keeps_to(6, 10, decisions=5)
    lists = chart_of(okafor, who).lists
    assert [one.told.code for one in lists[ListKind.PROBLEM]] == ["I10"]
    assert sorted((one.told.words, one.told.status) for one in lists[ListKind.MEDICATION]) == [
        ("Ibuprofen 600 mg", "active"),
        ("lisinopril", "active"),
        ("metformin", "active"),
    ]
    assert [(one.told.words, one.told.details["reaction"]) for one in lists[ListKind.ALLERGY]] == [
        ("penicillin", "hives")
    ]
    doctor.go("t")
    expect(doctor.page.get_by_text("the note, from letter").first).to_be_attached()
    look(doctor, "noted-chart")


def test_what_was_put_on_a_list_from_words_that_are_gone_is_struck_by_keyboard(person: Person) -> None:
    who, okafor = make_patient("Birchall", "Ida"), actor_named("okafor")
    visit = make_visit(office(), who)
    said = "Allergies: latex.\nAssessment: Takes Mounjaro 5 mg once weekly."
    written = note(start_note(actor=PROGRAM, encounter_id=visit, text=said))
    sign_note(actor=okafor, note_id=written.id, seen_version=written.version)
    decide_noted(actor=okafor, encounter_id=visit, row="allergy:latex", decision=Decision.ACCEPTED)
    revise_note(actor=okafor, note_id=written.id, why="Misheard", text=said.replace("latex", "none"))
    doctor = Counted(person.page, person.address)
    doctor.come_in("okafor", f"/charting/{visit}/noted/")
    doctor.sees("Name not known")
    look(doctor, "noted-gone")
    doctor.go("j", "s")
    doctor.writes("Misheard")
    doctor.go("Control+Enter")
    assert chart_of(okafor, who).lists[ListKind.ALLERGY][0].struck
