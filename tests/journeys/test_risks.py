"""P84: what would come back is mended by keyboard from the check-in page, before the patient sits down."""

from datetime import date

import pytest

from medoffice.exchange.simulators.payer.api import Member, insure
from medoffice.front_office.check_in.api import ask_for_visit
from medoffice.front_office.flow.api import flow_board
from medoffice.front_office.scheduling.api import book, find_free
from medoffice.kernel import clock
from medoffice.practice.api import payers
from medoffice.records.coverage.api import checks_of_visits
from medoffice.records.coverage.tests.makers import add_policy
from medoffice.records.patients.api import change_patient, patient
from medoffice.records.patients.tests.makers import make_patient
from medoffice.records.patients.types.people import PatientChanges
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import Person

pytestmark = pytest.mark.journey
LIST = "To put right before it is billed"


def test_p84_a_wrong_member_id_and_a_missing_street_are_mended_at_check_in(person: Person) -> None:
    insure([Member("tindall", "harbor-ppo", "HMX4410779", "Tindall", "Rosa", date(1979, 5, 2), date(2026, 1, 1))])
    who = make_patient("Tindall", "Rosa", born=date(1979, 5, 2))
    payer = next(one for one in payers() if one.name == "Harbor Mutual")
    add_policy(who, payer.id, member_id="HMX4410700")
    change_patient(actor=PROGRAM, patient_id=who, seen_version=patient(who).version, changes=PatientChanges(line1=""))
    (slot,) = find_free("sick", clock.now(), limit=1)
    visit = book(
        actor=PROGRAM, patient_id=who, provider_id=slot.provider_id, site_id=slot.site_id, starts=slot.starts,
        visit_type="sick", reason="cough",
    )  # fmt: skip
    ask_for_visit(actor=PROGRAM, appointment_id=visit)
    person.come_in("lind", f"/front/check-in/{visit}/")
    person.page.get_by_text(LIST).wait_for()
    person.press("1")
    person.page.locator("input[id^=member-]:focus").wait_for()
    person.write("HMX4410779")
    with person.page.expect_navigation():
        person.press("Enter")
    person.page.get_by_text("covers the patient").first.wait_for()
    with person.page.expect_navigation():
        person.press("1")
    person.page.locator("#id_line1:focus").wait_for()
    person.write("12 Elm Street")
    with person.page.expect_navigation():
        person.press("Control+Enter")
    person.page.get_by_text("12 Elm Street").wait_for()
    assert person.page.get_by_text(LIST).count() == 0
    assert [one.result.in_order for one in checks_of_visits([visit])[visit][:1] if one.result] == [True]
    with person.page.expect_navigation():
        person.press("a")
    assert who in {card.patient_id for card in flow_board(PROGRAM) if card.column == "arrived"}
