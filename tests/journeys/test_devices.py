"""TL10 by keyboard: a device is named and calibrated, an ECG is attached with what was read off it, and signed off."""

from pathlib import Path

import pytest

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.devices.api import attached_at, devices
from medoffice.clinic.orders.api import order, place_order
from medoffice.clinic.orders.types import OrderState
from medoffice.clinic.results.api import report
from medoffice.clinic.results.types import ReportState
from medoffice.practice.api import payers, sites, staff
from medoffice.practice.tests.makers import Office
from medoffice.records.documents.tests.makers import paper
from medoffice.records.patients.api import search
from medoffice.security.api import actor_named
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import Person
from tests.journeys.test_office_lab import look

pytestmark = pytest.mark.journey


def test_tl10_an_ecg_is_attached_to_its_order_and_signed_off_with_its_device(person: Person, tmp_path: Path) -> None:
    okafor = actor_named("okafor")
    provider = next(one for one in staff() if one.user_id == okafor.id)
    main = next(one for one in sites() if one.key == "main")
    visit = make_visit(Office(main.id, provider.id, okafor, payers()[0].id), search(PROGRAM, "Vale")[0].id)
    placed = place_order(actor=okafor, encounter_id=visit, key="ecg", words="12-lead electrocardiogram")
    person.come_in("petrov", "/devices/")
    person.go("n")
    for number, words in enumerate(("ECG, room 2", "Cardio 12", "C12-0077")):
        person.press(*(["Tab"] if number else []))
        person.type(words)
    person.press("Tab", "Space")
    look(person, "devices-new")
    person.go("Control+Enter")
    person.go("c")
    (heart,) = [one for one in devices("ecg") if one.said.serial == "C12-0077"]
    assert heart.calibrated_on is not None
    look(person, "devices-device")
    ruiz = person
    ruiz.come_in("ruiz", f"/charting/{visit}/")
    look(ruiz, "devices-visit")
    ruiz.go("a")
    ruiz.go("1")
    look(ruiz, "devices-attach")
    tracing = tmp_path / "ecg.pdf"
    tracing.write_bytes(paper("Sinus rhythm, rate 61"))
    ruiz.page.locator("input[type=file]").set_input_files(tracing)
    ruiz.tab_to("select[name=device]")
    ruiz.type("ECG, room 2")
    ruiz.tab_to("input[name=said]")
    ruiz.type("sinus rhythm")
    ruiz.press("Tab")
    ruiz.type("61")
    look(ruiz, "devices-typed")
    ruiz.go("Control+Enter")
    ruiz.sees("Measured with C12-0077")
    look(ruiz, "devices-report")
    (one,) = attached_at(visit)
    assert (order(placed).state, one.by.serial) == (OrderState.DONE, "C12-0077")
    ruiz.come_in("okafor", f"/results/{one.report_id}/")
    look(ruiz, "devices-sign")
    ruiz.looks()
    ruiz.go("s")
    assert report(one.report_id).state is ReportState.SIGNED
    ruiz.come_in("ruiz", f"/charting/{visit}/")
    look(ruiz, "devices-after")
    ruiz.come_in("ruiz", f"/patient/{one.patient_id}/")
    look(ruiz, "devices-patient")
    ruiz.go("Alt+m")
    ruiz.sees("C12-0077")
    look(ruiz, "devices-measured")
