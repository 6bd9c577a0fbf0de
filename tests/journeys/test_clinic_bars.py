"""The assistant's bars 1, 2, 3, 7 and 9 and the provider's bars 5 and 6 by keyboard, counted in acts."""

from uuid import UUID

import pytest
from django.urls import reverse

from medoffice.clinic.charting.tests.makers import enter, make_visit
from medoffice.clinic.charting.types import ListKind
from medoffice.clinic.orders.api import laboratories, offered_tests, requisition, requisitions_of, save_order_set
from medoffice.clinic.orders.tests.makers import make_laboratory, make_requisition
from medoffice.clinic.results.api import report, reports_of, sign_report
from medoffice.clinic.results.tests.makers import POTASSIUM, oru, take
from medoffice.clinic.results.types import Report, ReportState
from medoffice.front_office.check_in.api import check_in
from medoffice.front_office.scheduling.api import book
from medoffice.kernel import clock
from medoffice.practice.api import payers, sites, staff
from medoffice.practice.tests.makers import Office
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import patient, search
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import actor_named
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import Counted, Person
from tests.journeys.test_office_lab import look

pytestmark = pytest.mark.journey


def office() -> Office:
    """Dr Okafor's, at the main site."""
    okafor = actor_named("okafor")
    provider = next(one for one in staff() if one.user_id == okafor.id)
    main = next(one for one in sites() if one.key == "main")
    return Office(main.id, provider.id, okafor, payers()[0].id)


def vale() -> UUID:
    """The patient Vale."""
    return search(PROGRAM, "Vale")[0].id


def at(person: Person, who: str, address: str) -> Counted:
    """Somebody who is there and has done nothing yet."""
    one = Counted(person.page, person.address)
    one.come_in(who, address)
    one.acts = 0
    return one


def came_in(control: str) -> Report:
    """A usual result of Vale."""
    who = patient(vale())
    named = f"{who.name.family}^{who.name.given}||{who.birth_date:%Y%m%d}|{who.sex}"
    take(oru(POTASSIUM.replace("|5.1|", "|4.4|"), who=named, control=control, filler=control))
    return next(one for one in reports_of(PROGRAM, who.id) if one.filler == control)


def test_assistant_1_who_waits_is_brought_to_a_room_by_two_keys(person: Person) -> None:
    here = office()
    booked = book(
        actor=PROGRAM, patient_id=vale(), provider_id=here.provider_id, site_id=here.site_id, starts=clock.now(),
        visit_type="sick", reason="Cough", walk_in=True,
    )  # fmt: skip
    visit = check_in(actor=PROGRAM, appointment_id=booked, identity_checked="name, birth date")
    ruiz = at(person, "ruiz", f"/front/?site={here.site_id}")
    look(ruiz, "bars-board")
    ruiz.press("j")
    ruiz.go("m")
    ruiz.keeps_to(2, 3, decisions=1)
    assert encounter(visit).in_room


def test_assistant_2_vital_signs_are_digits_and_tabs(person: Person) -> None:
    """Pressure, pulse, breaths, temperature without its point, saturation, weight."""
    visit = make_visit(office(), vale())
    ruiz = at(person, "ruiz", f"/charting/{visit}/")
    ruiz.press("v")
    for number in ("120", "80", "72", "16", "986", "98"):
        ruiz.type(number)
        ruiz.press("Tab")
    ruiz.type("70")
    ruiz.go("Control+Enter")
    ruiz.keeps_to(24, 25, decisions=7)
    ruiz.sees("120/80")
    ruiz.sees("37.0 \u00b0C")


def test_assistant_3_allergies_and_medications_are_looked_over_by_a_key_each(person: Person) -> None:
    who = make_patient("Quill", "Ada")
    enter(who, ListKind.ALLERGY, "Penicillin")
    enter(who, ListKind.MEDICATION, "Lisinopril 10 mg tablet")
    ruiz = at(person, "ruiz", f"/charting/chart/{who}/")
    for kind in ("allergy", "medication"):
        button = ruiz.page.locator(f'form[action*="/attest/{kind}/"] button')
        with ruiz.page.expect_navigation():  # both keys stand on one line of the list of keys
            ruiz.page.keyboard.press(button.get_attribute("data-key") or "")
        ruiz.acts += 1
    ruiz.keeps_to(2, 10, decisions=2)
    assert ruiz.page.get_by_text("reviewed today").count() == 2
    look(ruiz, "bars-chart")


def test_assistant_7_a_specimen_is_labelled_and_its_requisition_printed(person: Person) -> None:
    here = office()
    asked = make_requisition(here.provider, make_visit(here, vale()), make_laboratory(door=""), "CMP", "TSH")
    ruiz = at(person, "ruiz", reverse("orders:requisition", args=[asked]))
    look(ruiz, "bars-requisition")
    ruiz.go("c")
    for key in ("l", "p"):
        with ruiz.page.context.expect_page() as opened:
            ruiz.press(key)
        opened.value.close()
    ruiz.keeps_to(3, 8, decisions=1)
    assert requisition(asked).collected_by == "Carmen Ruiz"


def test_assistant_9_a_usual_result_is_told_by_one_key_and_that_is_noted(person: Person) -> None:
    one = came_in("B9")
    sign_report(actor=actor_named("okafor"), report_id=one.id, seen_version=one.version)
    ruiz = at(person, "ruiz", reverse("results:report", args=[one.id]))
    ruiz.go("n")
    ruiz.keeps_to(3, 8, decisions=1)
    ruiz.sees("the patient")


def test_provider_5_a_set_is_ordered_for_a_problem_of_the_chart(person: Person) -> None:
    here, who = office(), vale()
    enter(who, ListKind.PROBLEM, "Essential hypertension", system="ICD-10-CM", code="I10")
    lab = laboratories()[0].id if laboratories() else make_laboratory(door="")
    codes = tuple(one.code for one in offered_tests(lab) if not one.asks)[:2]
    save_order_set(actor=PROGRAM, name="A yearly set", laboratory_id=lab, codes=codes)
    visit = make_visit(here, who)
    okafor = at(person, "okafor", f"/charting/{visit}/")
    okafor.go("l")
    look(okafor, "bars-order")
    okafor.press("1")
    okafor.go(okafor.page.locator('button[data-says="A yearly set"]').get_attribute("data-key") or "")
    okafor.keeps_to(5, 10, decisions=2)
    (asked,) = requisitions_of(visit)
    assert (asked.asked.codes, asked.asked.diagnoses) == (codes, ("I10",))


def test_provider_6_a_usual_panel_is_signed_and_told_with_two_keys(person: Person) -> None:
    one = came_in("B6")
    okafor = at(person, "okafor", f"{reverse('results:desk')}?everybody=1")
    okafor.page.locator(f'a[href="{reverse("results:report", args=[one.id])}"]').focus()
    okafor.go("Enter")
    look(okafor, "bars-result")
    okafor.looks()
    okafor.go("n")
    okafor.keeps_to(2, 5, decisions=1)
    assert report(one.id).state is ReportState.SIGNED
