"""A test that Medicare may not pay: the assistant notes by keyboard what the patient chose, and it goes."""

import os
from datetime import date
from uuid import UUID

import pytest
from playwright.sync_api import expect

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.orders.api import import_tests, notice_of, requisition
from medoffice.clinic.orders.tests.makers import make_laboratory, make_requisition
from medoffice.clinic.orders.types import Choice, LabTest, RequisitionState
from medoffice.practice.api import add_payer, payers, sites, staff
from medoffice.practice.tests.makers import ADDRESS, Office
from medoffice.records.coverage.tests.makers import add_policy
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.code_lists.tests.makers import take
from medoffice.security.api import actor_named
from medoffice.security.types import PROGRAM
from medoffice.standards.code_lists.types import ListKind
from tests.journeys.riverbend import Person

pytestmark = pytest.mark.journey


def look(person: Person, name: str) -> None:
    """Pictures of the page, where somebody wants to look at them."""
    if folder := os.environ.get("MEDOFFICE_PICTURES"):
        for scheme in ("light", "dark"):
            person.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            person.page.screenshot(path=f"{folder}/{name}-{scheme}.png")


def asked() -> UUID:
    """An order of a test whose national determination does not list its diagnosis."""
    okafor = actor_named("okafor")
    provider = next(one for one in staff() if one.user_id == okafor.id)
    main = next(one for one in sites() if one.key == "main")
    who = make_patient("Quill-Ormsby", "Wilhelmina")
    medicare = add_payer(
        actor=PROGRAM, key="made-up-medicare", name="Medicare", number="99902", filing_code="MB",
        timely_filing_days=365, phone="217-555-0111", address=ADDRESS,
    )  # fmt: skip
    add_policy(who, medicare, member_id="1SG4TE5MK73")
    take(ListKind.NATIONAL_CODES, begins=date(2020, 1, 1), ends=date(2040, 12, 31))
    lab = make_laboratory("South Laboratory", door="")
    tests = (LabTest("AS", "Made-up assay", "serum", billed=("Z9901",)), LabTest("LIP", "Lipid panel", "serum"))
    import_tests(actor=PROGRAM, laboratory_id=lab, tests=tests)
    visit = make_visit(Office(main.id, provider.id, okafor, payers()[0].id), who)
    return make_requisition(okafor, visit, lab, "AS", "LIP")


def test_what_the_patient_chose_is_noted_by_keyboard_and_the_order_goes(person: Person) -> None:
    one = asked()
    assert requisition(one).state is RequisitionState.NOTICE
    person.come_in("ruiz", f"/orders/laboratory/{one}/")
    expect(person.page.get_by_text("It has not gone: Medicare may not pay")).to_be_visible()
    look(person, "notice-asked")
    person.page.get_by_label("Costs about").fill("42")
    person.page.keyboard.press("Control+Enter")
    expect(person.page.get_by_text("Waiver of liability")).to_be_visible()
    look(person, "notice-noted")
    assert requisition(one).state is RequisitionState.PAPER
    person.page.goto(f"{person.address}/results/laboratories/")
    expect(person.page.get_by_text("South Laboratory")).to_be_visible()
    look(person, "laboratories")
    strikes_and_notes_anew(person, one)


def strikes_and_notes_anew(person: Person, one: UUID) -> None:
    """The patient had chosen to pay for it; the assistant strikes what was noted, and notes that."""
    person.page.goto(f"{person.address}/orders/laboratory/{one}/")
    person.press("n")
    look(person, "notice-strike")
    person.type("She ticked option 2")
    person.go("Enter")
    expect(person.page.get_by_text("Notices that were wrong")).to_be_visible()
    look(person, "notice-struck")
    assert notice_of(one) is None
    person.tab_to("#id_choice")
    person.press("ArrowDown")
    person.tab_to("#id_cost")
    person.type("42")
    person.go("Control+Enter")
    expect(person.page.get_by_text("Medicare is not billed for it.")).to_be_visible()
    look(person, "notice-anew")
    assert requisition(one).state is RequisitionState.PAPER
    noted = notice_of(one)
    assert noted is not None
    assert (noted.choice, noted.struck_at) == (Choice.PAY, None)
