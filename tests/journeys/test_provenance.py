"""From what something on the chart is known, by keyboard: who, when, from which paper, and a key to that paper."""

import pytest

from medoffice.clinic.charting.tests.makers import enter
from medoffice.clinic.charting.types import Cause, CauseKind, ListKind
from medoffice.front_office.calls.api import take_call
from medoffice.records.documents.api import documents_of_file, file_document, look_into, take_in
from medoffice.records.documents.tests.makers import paper
from medoffice.records.documents.types.papers import Door, Filing
from medoffice.records.patients.api import change_patient, search
from medoffice.records.patients.tests.makers import make_patient
from medoffice.records.patients.types.card import CardCause
from medoffice.records.patients.types.people import PatientChanges
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import Counted, Person

pytestmark = pytest.mark.journey


def test_p_an_entry_leads_to_the_paper_it_came_from(person: Person) -> None:
    who = search(PROGRAM, "Vale")[0].id
    kept = take_in(actor=PROGRAM, door=Door.SCAN, name="", data=paper("Discharge letter: latex, hives"))
    look_into(actor=PROGRAM, file_id=kept.file_id)
    (found,) = documents_of_file(kept.file_id)
    filing = Filing("ecg", None, who, title="Discharge letter")
    file_document(actor=PROGRAM, document_id=found.id, seen_version=found.version, filing=filing)
    entry = enter(who, ListKind.ALLERGY, "Latex", Cause(CauseKind.DOCUMENT, found.id, "discharge letter"))
    okafor = Counted(person.page, person.address)
    okafor.come_in("okafor", f"/charting/chart/{who}/#{entry}")
    line = okafor.page.locator(f"[id='{entry}'] .whence")
    line.get_by_text("from a document: discharge letter").wait_for()
    okafor.acts = 0
    okafor.go("o")
    assert okafor.page.url.endswith(f"/documents/{found.id}/")
    okafor.sees("Discharge letter")
    okafor.keeps_to(1, 2, decisions=1)


def test_p_a_field_of_the_card_leads_to_the_call_it_is_known_from(person: Person) -> None:
    who = make_patient("Tindall", "Rosa")
    call = take_call(actor=PROGRAM, kind="other", caller="Rosa", relation="self", phone="", reason="a new number")
    told = PatientChanges(phone="(217) 555-0142")
    change_patient(actor=PROGRAM, patient_id=who, seen_version=1, changes=told, cause=CardCause("call", call))
    lind = Counted(person.page, person.address)
    lind.come_in("lind", f"/patients/{who}/change/")
    lind.press("j", "j", "j", "j", "j")
    lind.page.locator("tr[data-at]#reach .whence").get_by_text("on the telephone").wait_for()
    lind.acts = 0
    lind.go("o")
    assert lind.page.url.endswith(f"/calls/{call}/")
    lind.sees("a new number")
    lind.keeps_to(1, 2, decisions=1)


def test_p_what_is_typed_after_the_key_that_adds_goes_into_the_field(person: Person) -> None:
    who = make_patient("Orme", "Della")
    okafor = Counted(person.page, person.address)
    okafor.come_in("okafor", f"/charting/chart/{who}/")
    for key, typed in (("1", "gout"), ("3", "spring")):  # "g" and "s" are keys of the page
        okafor.go(key)
        okafor.page.wait_for_load_state()
        okafor.page.keyboard.type(typed)
        focused = okafor.page.evaluate("document.activeElement.value")
        assert focused == typed
        assert f"/charting/chart/{who}/?add=" in okafor.page.url
        okafor.page.goto(f"{person.address}/charting/chart/{who}/")


def test_p_words_half_typed_are_marked_by_enter_and_taken_by_the_next(person: Person) -> None:
    """Nobody gets a diagnosis they did not see marked; what fits word by word is taken at once."""
    who = make_patient("Orme", "Willa")
    okafor = Counted(person.page, person.address)
    okafor.come_in("okafor", f"/charting/chart/{who}/?add=problem")
    page = okafor.page
    hits = page.locator("#pick-code-hits [role=option]")
    field, code = page.locator("#pick-code"), page.locator("input[name=code]")
    for typed, marked in (("hypothyr", 0), ("gout", 1)):
        field.fill("")
        page.keyboard.type(typed)
        page.locator("#pick-code-hits:not([aria-busy]) [data-typed]").get_by_text(f"“{typed}” as text").wait_for()
        assert page.locator("#pick-code-hits [aria-selected=true]").count() == marked, typed
        page.keyboard.press("Enter")
        if not marked:
            assert code.input_value() == ""
            assert hits.first.get_attribute("aria-selected") == "true"
            page.keyboard.press("Enter")
        assert code.input_value() != ""


def test_p_a_whole_class_of_allergies_can_be_meant(person: Person) -> None:
    who = make_patient("Orme", "Wilma")
    okafor = Counted(person.page, person.address)
    okafor.come_in("okafor", f"/charting/chart/{who}/?add=allergy")
    page = okafor.page
    page.keyboard.type("penicillin")
    page.locator("#pick-code-hits:not([aria-busy]) [aria-selected=true]").get_by_text("the whole class").wait_for()
    page.keyboard.press("Enter")
    assert page.locator("#pick-code").input_value() == "Penicillin"
