"""A note by keyboard: it begins from what the visit is for, another template is a key away, what is missing is said."""

from uuid import UUID

import pytest

from medoffice.clinic.charting.api import note_of
from medoffice.front_office.check_in.api import check_in, room_patient
from medoffice.front_office.scheduling.api import book
from medoffice.kernel import clock
from medoffice.practice.api import staff_of_user
from medoffice.records.patients.api import search
from medoffice.security.api import actor_named
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import Counted, Person

pytestmark = pytest.mark.journey


def roomed() -> UUID:
    """Somebody who is here to see Dr Okafor, in a room."""
    okafor = staff_of_user(actor_named("okafor").id)
    assert okafor is not None
    who = search(PROGRAM, "Vale")[0].id
    booked = book(
        actor=PROGRAM, patient_id=who, provider_id=okafor.id, site_id=okafor.site_id, starts=clock.now(),
        visit_type="sick", reason="Cough", walk_in=True,
    )  # fmt: skip
    visit = check_in(actor=PROGRAM, appointment_id=booked, identity_checked="name, birth date")
    room_patient(actor=PROGRAM, encounter_id=visit, room="Room 1")
    return visit


def test_a_note_begins_by_itself_is_changed_by_a_key_and_says_what_is_missing(person: Person) -> None:
    visit = roomed()
    okafor = Counted(person.page, person.address)
    okafor.come_in("okafor", f"/charting/{visit}/")
    okafor.acts = 0
    okafor.press("n")
    text = okafor.page.locator("#text")
    assert text.input_value().startswith("Reason: Cough\n\nHistory of present illness:")
    okafor.press("Alt+2")
    okafor.writes("Three days, dry, worse at night.")
    okafor.press("Alt+6")
    okafor.writes("Fluids and rest.")
    okafor.page.get_by_text("Saved 9").first.wait_for()
    assert "illness: Three days, dry" in text.input_value()
    okafor.press("Escape")
    okafor.go("g")
    okafor.sees("Not signed: Assessment says nothing yet.")
    okafor.press("Alt+5")
    okafor.writes("Acute bronchitis.")
    okafor.page.get_by_text("Saved 9").first.wait_for()
    okafor.press("Alt+t")
    okafor.type("Tel")
    okafor.go("Alt+y")
    okafor.sees("Telephone note, version 1")
    assert text.input_value().startswith("Who called:\n\nReason: Cough")
    assert text.input_value().endswith("Assessment: Acute bronchitis.")
    okafor.press("Alt+t")
    okafor.type("Vis")
    okafor.go("Alt+y")
    okafor.sees("Visit note (SOAP), version 1")
    okafor.go("g")
    okafor.sees("signed by")
    okafor.keeps_to(30, 40, decisions=8)
    kept = note_of(visit)
    assert kept is not None
    assert (kept.signed, kept.template_key, kept.template_version) == (True, "visit", 1)
    assert kept.text.count("Acute bronchitis.") == 1


def test_the_office_adds_a_template_and_puts_it_first_by_keyboard(person: Person) -> None:
    petrov = Counted(person.page, person.address)
    petrov.come_in("petrov", "/charting/note-templates/")
    petrov.go("n")
    petrov.tab_to("#id_title")
    petrov.type("Wound check")
    petrov.press("Tab")
    petrov.type("wound")
    for title in ("Plan", "Wound"):
        petrov.go("Alt+n")
        petrov.type(title)
    petrov.go("Alt+u")
    petrov.go("Control+Enter")
    petrov.sees("Published as version 1.")
    assert petrov.page.locator("#section-0 input[type=text]").input_value() == "Wound"
    petrov.go("Escape")
    rows = petrov.page.locator("tbody tr")
    count = rows.count()
    assert "Wound check" in rows.nth(count - 1).inner_text()
    for _ in range(count):
        petrov.press("j")
    petrov.go("u")
    petrov.go("u")
    assert "Wound check" in rows.nth(count - 3).inner_text()
    petrov.go("x")
    petrov.sees("Retired. Notes")
