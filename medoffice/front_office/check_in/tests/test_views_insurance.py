"""Insurance on the screens: the answer in plain words, the fault beside the field that mends it, history kept.

Pains of insurance are named by their numbers (P22 to P26; P27 is in `revenue/claims`).
"""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.test import Client

from medoffice.front_office.check_in.api import arrival_of, ask_for_visit
from medoffice.front_office.scheduling.api import appointments_of
from medoffice.front_office.scheduling.tests.makers import NOW, make_appointment
from medoffice.practice.tests.makers import Office, make_provider, make_site
from medoffice.records.coverage.api import cases_of, checks_of_visits, coverage, coverages_of, open_case, take_answers
from medoffice.records.coverage.tests.makers import Door, add_policy, by_mail, covered, rejected
from medoffice.records.coverage.types import CaseKind
from medoffice.records.encounters.api import encounters_on
from medoffice.records.encounters.types import Encounter, Stage
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import actor_named
from medoffice.security.tests.makers import sign_in, signed_in
from medoffice.security.types import PROGRAM
from medoffice.standards.x12.types import Party

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday", "door")]


def text(client: Client, path: str, answers: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == answers, path
    return answer.content.decode()


def here() -> list[Encounter]:
    """The visits of the day."""
    return encounters_on(None, date(2026, 11, 24))


@pytest.fixture
def patient(office: Office) -> UUID:
    who = make_patient()
    add_policy(who, office.payer_id)
    return who


@pytest.fixture
def visit(office: Office, patient: UUID) -> UUID:
    return make_appointment(office, patient)


def test_the_panel_says_it_in_plain_words(desk: Client, visit: UUID) -> None:
    panel = f"/front/check-in/{visit}/"
    before = text(desk, panel)
    assert "not asked" in before
    assert "PM7719642" in before
    desk.post(f"/check-in/insurance/{visit}/ask/", {"next": panel, "once": "ask"})
    page = text(desk, panel)
    for words in (
        "Prairie Mutual covers the patient on 11/24/2026.", "$30.00 each office visit", "$500.00, $123.45 left",
        "GOLD PLAN", 'value="$30.00"',
    ):  # fmt: skip
        assert words in page
    assert "Asked 11/24/2026 8:30 AM by" in page


@pytest.mark.parametrize("reason", ["75", "72", "42", "41", "57"])
def test_p22_whatever_the_payer_says_the_patient_is_checked_in(
    door: Door, desk: Client, visit: UUID, reason: str
) -> None:
    door.answer = rejected(reason)
    ask_for_visit(actor=PROGRAM, appointment_id=visit)
    panel = text(desk, f"/front/check-in/{visit}/")
    assert "Prairie Mutual" in panel
    assert "disabled" not in panel
    policy = checks_of_visits([visit])[visit][0].coverage_id
    typed = {"identity_checked": "name, birth date", "coverage": str(policy)}
    assert desk.post(f"/front/check-in/{visit}/arrive/", typed).status_code == 302
    assert [one.stage for one in here()] == [Stage.ARRIVED]


def test_p23_the_reason_stands_where_it_is_met_with_the_field_that_mends_it(
    door: Door, desk: Client, visit: UUID
) -> None:
    door.answer = rejected("75")
    ask_for_visit(actor=PROGRAM, appointment_id=visit)
    page = text(desk, f"/front/check-in/{visit}/")
    assert "the payer does not find this policy holder. Asked about member id PM7719642" in page.split("<details")[0]
    assert "Correct and ask again" in page.split("<details")[0]


def test_p24_correcting_asks_again_and_what_was_known_at_the_visit_is_kept(
    door: Door, desk: Client, visit: UUID
) -> None:
    door.answer = rejected("75")
    ask_for_visit(actor=PROGRAM, appointment_id=visit)
    door.answer = covered
    policy = checks_of_visits([visit])[visit][0].coverage_id
    typed = {"member_id": "PM7719643", "version": "1", "once": "fix"}
    assert desk.post(f"/check-in/insurance/{visit}/{policy}/", typed).status_code == 302
    mended = text(desk, f"/check-in/insurance/{visit}/")
    assert "Prairie Mutual covers the patient" in mended
    assert "Asked before about this visit (1)" in mended
    assert "as PM7719642" in mended
    assert coverage(policy).member_id == "PM7719643"
    stale = desk.post(f"/check-in/insurance/{visit}/{policy}/", {**typed, "member_id": "PM1", "once": "other"})
    assert stale.status_code == 409
    assert "Prairie Mutual" in stale.content.decode()


def test_other_faults_lead_to_their_field(door: Door, desk: Client, visit: UUID, patient: UUID) -> None:
    for reason, words, path in (
        ("71", "Correct the birth date", f"/patients/{patient}/change/?edit=person"),
        ("78", "Correct the group", f"/coverage/{patient}/"),
    ):
        door.answer = rejected(reason)
        ask_for_visit(actor=PROGRAM, appointment_id=visit)
        page = text(desk, f"/front/check-in/{visit}/")
        assert words in page
        assert f'href="{path}"' in page


def test_p25_whatever_breaks_the_screens_show_what_the_office_knows(door: Door, desk: Client, visit: UUID) -> None:
    for broken in (OSError("x"), RuntimeError("y"), UnicodeDecodeError("utf-8", b"", 0, 1, "z")):
        door.breaks = broken
        assert desk.post(f"/check-in/insurance/{visit}/ask/", {}).status_code == 302
        for path in (f"/front/check-in/{visit}/", f"/check-in/insurance/{visit}/"):
            page = text(desk, path)
            assert "PM7719642" in page
            assert "it is asked by itself" in page
    arrive = {"identity_checked": "name, birth date", "coverage": str(checks_of_visits([visit])[visit][0].coverage_id)}
    assert desk.post(f"/front/check-in/{visit}/arrive/", arrive).status_code == 302
    assert [one.stage for one in here()] == [Stage.ARRIVED]


def test_an_answer_late_twice_or_for_somebody_else_is_shown_and_stops_nobody(
    door: Door, desk: Client, visit: UUID
) -> None:
    door.later = True
    desk.post(f"/check-in/insurance/{visit}/ask/", {})
    panel = f"/front/check-in/{visit}/"
    assert "Prairie Mutual has not answered yet; it is asked by itself." in text(desk, panel)
    typed = {"identity_checked": "name", "coverage": str(checks_of_visits([visit])[visit][0].coverage_id)}
    assert desk.post(f"/front/check-in/{visit}/arrive/", typed).status_code == 302
    answers = by_mail([covered(one) for one in door.questions])
    for _ in range(2):
        take_answers(actor=PROGRAM, data=answers)
        assert text(desk, panel).count("Prairie Mutual covers the patient on 11/24/2026.") == 1
    desk.post(f"/check-in/insurance/{visit}/ask/", {})
    (asked,) = door.questions
    stranger = Party("QUIST", "OTTO", person=True, qualifier="MI", identifier="ZZ9")
    take_answers(
        actor=PROGRAM, data=by_mail([replace(covered(asked), subscriber=replace(asked.subscriber, party=stranger))])
    )
    page = text(desk, panel)
    assert "answered about somebody else; nothing of it is used" in page
    assert "ZZ9" not in page
    assert "PM7719642" in page
    assert "Asked before about this visit (1)" in page


def test_prices_of_a_case_that_the_office_does_not_hold_are_said_to_be_missing(
    desk: Client, office: Office, patient: UUID
) -> None:
    open_case(
        actor=PROGRAM, patient_id=patient, kind=CaseKind.WORK, payer_id=office.payer_id, employer="Quarry Works",
        injured_on=date(2026, 11, 20), fee_schedule="State schedule", opened_on=date(2026, 11, 21),
    )  # fmt: skip
    assert "Not yet priced by “State schedule”." in text(desk, f"/coverage/{patient}/")


def test_p26_the_day_of_the_visit_is_asked_about_and_shown_month_first(
    door: Door, desk: Client, office: Office, patient: UUID
) -> None:
    """Neither the day on which it is asked nor the one on which the policy began; 3 December is no 12 March."""
    booked = make_appointment(office, patient, NOW + timedelta(days=9))
    desk.post(f"/check-in/insurance/{booked}/ask/", {})
    sent = door.asked[-1].decode()
    assert "DTP*291*D8*20261203~" in sent
    assert "20260101" not in sent
    page = text(desk, f"/check-in/insurance/{booked}/")
    assert "Insurance on 12/03/2026" in page
    assert "covers the patient on 12/03/2026." in page
    assert "03/12/2026" not in page


def test_the_chart_shows_the_same(desk: Client, visit: UUID) -> None:
    ask_for_visit(actor=PROGRAM, appointment_id=visit)
    desk.post(f"/front/check-in/{visit}/arrive/", {"identity_checked": "name, birth date"})
    (begun,) = here()
    assert "Prairie Mutual covers the patient" in text(sign_in("okafor"), f"/charting/{begun.id}/")


def test_a_case_is_opened_chosen_and_takes_no_copay(desk: Client, office: Office, patient: UUID, visit: UUID) -> None:
    form = {"kind": "work injury", "payer": str(office.payer_id), "employer": "Quarry Works", "opened_on": "t",
            "claim_number": "WC-7", "once": "case"}  # fmt: skip
    refused = desk.post(f"/coverage/{patient}/case/", form)
    assert refused.status_code == 422
    assert "Say on which day it happened." in refused.content.decode()
    assert desk.post(f"/coverage/{patient}/case/", {**form, "injured_on": "11/21/2026"}).status_code == 302
    (case,) = cases_of(patient)
    assert "claim WC-7" in text(desk, f"/coverage/{patient}/")
    fix = {"claim_number": "WC-8", "adjuster": "Ona Reyes", "adjuster_phone": "217-555-0160", "version": "1"}
    assert desk.post(f"/coverage/{patient}/case/{case.id}/", fix).status_code == 302
    assert desk.post(f"/coverage/{patient}/case/{case.id}/", fix | {"claim_number": "WC-9"}).status_code == 409
    assert cases_of(patient)[0].adjuster == "Ona Reyes"
    assert case.label.split(",")[0] in text(desk, f"/front/check-in/{visit}/")
    arrive = {"identity_checked": "name", "coverage": str(case.id), "amount": "25", "method": "cash"}
    refused = desk.post(f"/front/check-in/{visit}/arrive/", arrive)
    assert refused.status_code == 409
    assert "has no copay" in refused.content.decode()
    assert desk.post(f"/front/check-in/{visit}/arrive/", {**arrive, "method": ""}).status_code == 302
    (begun,) = here()
    arrived = arrival_of(begun.id)
    assert arrived is not None
    assert arrived.case_id == case.id
    assert "Billed to a case, not to health insurance." in text(desk, f"/check-in/insurance/{visit}/")
    assert desk.post(f"/coverage/{patient}/case/{case.id}/close/", {"on": "1/1/2020"}).status_code == 422
    assert desk.post(f"/coverage/{patient}/case/{case.id}/close/", {}).status_code == 302
    assert cases_of(patient)[0].closed_on == date(2026, 11, 24)


def test_a_visit_is_booked_for_a_case(desk: Client, patient: UUID, office: Office) -> None:
    case = open_case(
        actor=PROGRAM, patient_id=patient, kind=CaseKind.AUTO, payer_id=office.payer_id,
        injured_on=date(2026, 11, 20), state="il", opened_on=date(2026, 11, 21),
    )  # fmt: skip
    page = text(desk, f"/scheduling/book/{patient}/?kind=sick&case={case}")
    assert "Auto accident: Prairie Mutual, 11/20/2026" in page
    assert f'name="case" value="{case}"' in page
    slot = {"provider": str(office.provider_id), "site": str(office.site_id), "starts": "2026-11-25T15:00:00+00:00"}
    typed = {**slot, "visit_type": "sick", "reason": "neck", "case": str(case)}
    assert desk.post(f"/scheduling/book/{patient}/", typed).status_code == 302
    assert [one.case_id for one in appointments_of(PROGRAM, patient)] == [case]


def test_a_walk_in_is_at_the_desks_site_and_billed_to_the_first_policy_unless_said_otherwise(
    desk: Client, patient: UUID
) -> None:
    hers = make_site("Zephyr Court")
    make_provider(hers, "Lind", user_id=actor_named("lind").id)
    (policy,) = coverages_of(patient)
    page = text(desk, f"/check-in/walk-in/{patient}/")
    for likely in (hers, policy.id, "sick"):
        assert f'<option value="{likely}" selected>' in page
    assert '<option value="" selected>self-pay' in text(desk, f"/check-in/walk-in/{make_patient('Quist', 'Olga')}/")


def test_asking_from_the_insurance_page_and_what_was_told(desk: Client, patient: UUID, door: Door) -> None:
    assert "No payer was asked yet." in text(desk, f"/coverage/{patient}/told/")
    own = coverages_of(patient)[0].id
    assert desk.post(f"/coverage/{patient}/{own}/ask/", {"on": "11/26/2026"}).status_code == 302
    assert door.questions[0].on == date(2026, 11, 26)
    page = text(desk, f"/coverage/{patient}/told/")
    assert "Asked about member id" in page
    assert "All that the payer told" in page
    assert desk.post(f"/coverage/{patient}/{own}/ask/", {"on": "gibberish"}).status_code == 422
    assert desk.post(f"/coverage/{patient}/{own}/ask/", {"on": "1/1/2020"}).status_code == 409


def test_the_line_page_calls_again(door: Door, desk: Client, visit: UUID) -> None:
    door.breaks = OSError("dead")
    for _ in range(3):
        ask_for_visit(actor=PROGRAM, appointment_id=visit)
    page = text(desk, "/coverage/line/")
    assert "Prairie Mutual is not reached." in page
    door.breaks = None
    assert desk.post("/coverage/line/call/", {}).status_code == 302
    assert "Every payer has answered." in text(desk, "/coverage/line/")


def test_who_may_not_sees_nothing(visit: UUID, patient: UUID) -> None:
    nox = signed_in("nox")
    for path in (f"/check-in/insurance/{visit}/", f"/coverage/{patient}/told/", "/coverage/line/"):
        assert nox.get(path).status_code == 404
    assert nox.post(f"/check-in/insurance/{visit}/ask/", {}).status_code == 404
