"""What would come back later is on the check-in page now, with a key to what mends it, and gone once mended."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.test import Client

from medoffice.front_office.check_in import offers
from medoffice.front_office.check_in.api import ask_for_visit, register_risks
from medoffice.front_office.check_in.types import Mend, Risk
from medoffice.front_office.scheduling.api import book, register_prerequisite
from medoffice.front_office.scheduling.tests.makers import (
    NOW,
    keep_prerequisites,
    make_appointment,
)
from medoffice.front_office.scheduling.types import Chip
from medoffice.practice.tests.makers import Office
from medoffice.records.coverage.api import close_case, end_coverage, open_case
from medoffice.records.coverage.tests.makers import Answering, Door, add_policy, covered, rejected
from medoffice.records.coverage.types import CaseKind
from medoffice.records.patients.api import change_patient, join_household, patient, said_by
from medoffice.records.patients.tests.makers import make_patient
from medoffice.records.patients.types.people import PatientChanges
from medoffice.security.api import label_visit
from medoffice.security.types import PROGRAM, Label

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday", "door")]
HEAD = "To put right before it is billed"


@pytest.fixture
def who(office: Office) -> UUID:
    found = make_patient()
    add_policy(found, office.payer_id)
    return found


def page(desk: Client, visit: UUID) -> str:
    answer = desk.get(f"/front/check-in/{visit}/")
    assert answer.status_code == 200
    return answer.content.decode()


def told(desk: Client, visit: UUID) -> str:
    """The list alone; empty if there is none."""
    found = page(desk, visit)
    return found.split(HEAD, 2)[2].split("</section>")[0] if HEAD in found else ""


def test_a_visit_that_is_in_order_has_no_list(desk: Client, office: Office, who: UUID) -> None:
    visit = make_appointment(office, who)
    assert "was not asked about this day." in told(desk, visit)
    ask_for_visit(actor=PROGRAM, appointment_id=visit)
    assert told(desk, visit) == ""


def test_p84_a_refusal_is_mended_from_the_list_and_the_list_is_gone(
    door: Door, desk: Client, office: Office, who: UUID
) -> None:
    visit = make_appointment(office, who)
    door.answer = rejected("71")
    ask_for_visit(actor=PROGRAM, appointment_id=visit)
    listed = told(desk, visit)
    assert (
        f'href="/patients/{who}/change/?next=%2Ffront%2Fcheck-in%2F{visit}%2F&amp;edit=person#id_birth_date"' in listed
    )
    assert 'data-key="1"' in listed
    change_patient(
        actor=PROGRAM, patient_id=who, seen_version=patient(who).version,
        changes=PatientChanges(birth_date=date(1968, 8, 3)),
    )  # fmt: skip
    door.answer = Door().answer
    assert "was not asked about this day as the office has it now." in told(desk, visit)
    ask_for_visit(actor=PROGRAM, appointment_id=visit)
    assert told(desk, visit) == ""


def test_the_member_id_is_mended_on_the_page_itself(door: Door, desk: Client, office: Office, who: UUID) -> None:
    visit = make_appointment(office, who)
    door.answer = rejected("72")
    ask_for_visit(actor=PROGRAM, appointment_id=visit)
    field = told(desk, visit).split('href="#')[1].split('"')[0]
    assert page(desk, visit).count(f'id="{field}"') == 1


def test_insurance_that_ended_leads_to_the_new_policy_and_back(desk: Client, office: Office, who: UUID) -> None:
    visit = make_appointment(office, who)
    ended = add_policy(who, office.payer_id, order=2, starts=date(2025, 1, 1), member_id="OLD1")
    end_coverage(actor=PROGRAM, coverage_id=ended, on=date(2025, 12, 31))
    assert "ended on" not in told(desk, visit)
    bare = make_patient("Quist", "Otto")
    gone = add_policy(bare, office.payer_id, starts=date(2025, 1, 1))
    end_coverage(actor=PROGRAM, coverage_id=gone, on=date(2026, 10, 31))
    later = make_appointment(office, bare, NOW + timedelta(hours=1))
    listed = told(desk, later)
    assert "Prairie Mutual ended on 10/31/2026" in listed
    here = f"/front/check-in/{later}/"
    shown = desk.get(f"/coverage/{bare}/", {"next": here}).content.decode()
    assert f'name="next" value="{here}"' in shown
    typed = {"payer": str(office.payer_id), "member_id": "PM1", "order": "1", "starts": "11/01/2026", "relation": "18"}
    assert desk.post(f"/coverage/{bare}/", {**typed, "next": here}).headers["Location"] == here
    assert desk.post(f"/coverage/{bare}/", {**typed, "order": "2", "next": "//evil.example/"}).headers["Location"] == (
        f"/coverage/{bare}/"
    )


def test_a_case_that_may_be_meant_leads_to_who_is_billed(desk: Client, office: Office, who: UUID) -> None:
    visit = make_appointment(office, who)
    ask_for_visit(actor=PROGRAM, appointment_id=visit)
    case = open_case(
        actor=PROGRAM, patient_id=who, kind=CaseKind.AUTO, payer_id=office.payer_id, injured_on=date(2026, 11, 20),
        state="il", opened_on=date(2026, 11, 21),
    )  # fmt: skip
    assert 'href="#coverage"' in told(desk, visit)
    assert 'id="coverage"' in page(desk, visit)
    booked = book(
        actor=PROGRAM, patient_id=who, provider_id=office.provider_id, site_id=office.site_id,
        starts=NOW + timedelta(hours=2), visit_type="sick", reason="neck", case_id=case,
    )  # fmt: skip
    assert f"#case-{case}" in told(desk, booked)
    close_case(actor=PROGRAM, case_id=case, on=date(2026, 11, 23))
    assert "was closed on 11/23/2026" in told(desk, booked)
    assert f'value="{case}"' not in page(desk, booked)
    desk.post(f"/front/check-in/{visit}/arrive/", {"identity_checked": "name"})
    assert told(desk, visit) == ""


def test_what_a_patient_keeps_from_the_plan_is_not_to_be_asked(desk: Client, office: Office, who: UUID) -> None:
    visit = make_appointment(office, who)
    assert told(desk, visit)
    label_visit(actor=PROGRAM, subject=who, things=[visit], label=Label.RESTRICTED, why="pays alone")
    assert told(desk, visit) == ""


def test_rooms_below_add_theirs(monkeypatch: pytest.MonkeyPatch, desk: Client, office: Office, who: UUID) -> None:
    """A prerequisite that is missing is a risk by itself; a room with another reason fills its slot."""
    visit = make_appointment(office, who)
    ask_for_visit(actor=PROGRAM, appointment_id=visit)
    keep_prerequisites(monkeypatch)
    monkeypatch.setattr(offers.risks, "_entries", {k: v for k, v in offers.risks.items() if k != "agreement"})
    register_prerequisite("authorisation", lambda _, visits: {visits[0].id: Chip("bad", "no authorisation", "/there/")})
    register_risks(
        "agreement", lambda _, told: [Risk("unsigned", f"{told.patient.mrn} must sign.", Mend.OTHER, url="/a/")]
    )
    listed = told(desk, visit)
    assert listed.index("No authorisation.") < listed.index("must sign.")
    assert 'href="/there/" data-key="1"' in listed
    with pytest.raises(ValueError, match="no kind of risk"):
        register_risks("weather", lambda _, __: [])


def test_of_more_risks_than_there_are_keys_all_are_listed(
    monkeypatch: pytest.MonkeyPatch, desk: Client, office: Office, who: UUID
) -> None:
    visit = make_appointment(office, who)
    monkeypatch.setattr(offers.risks, "_entries", {})
    many = [Risk(f"reason-{at}", f"Reason {at}.", Mend.OTHER, url="/there/") for at in range(1, 12)]
    register_risks("agreement", lambda _, __: many)
    listed = told(desk, visit)
    assert all(f"Reason {at}." in listed for at in range(1, 12))
    assert listed.count("data-key=") == 9


def test_a_missing_address_is_asked_for_where_a_claim_is_to_go_out(desk: Client, office: Office, who: UUID) -> None:
    visit = make_appointment(office, who)
    ask_for_visit(actor=PROGRAM, appointment_id=visit)
    change_patient(
        actor=PROGRAM, patient_id=who, seen_version=patient(who).version, changes=PatientChanges(line1="", zip="")
    )
    assert "address: street and ZIP code are missing." in told(desk, visit)


def born(theirs: date) -> Answering:
    """A payer that has another birth date."""
    return lambda asked: replace(covered(asked), subscriber=replace(asked.subscriber, birth_date=theirs))


def test_a_payer_that_knows_the_patient_otherwise_is_followed_or_not_by_one_key(
    door: Door, desk: Client, office: Office, who: UUID
) -> None:
    visit = make_appointment(office, who)
    door.answer = born(date(1969, 3, 8))
    ask_for_visit(actor=PROGRAM, appointment_id=visit)
    assert 'href="#said"' in told(desk, visit)
    for path in (f"/front/check-in/{visit}/", f"/check-in/insurance/{visit}/"):
        panel = desk.get(path).content.decode().split('id="said"')[1].split("</section>")[0]
        for words in ("Prairie Mutual has it otherwise", "03/08/1969", "03/08/1968", 'data-key="y"', 'data-key="l"'):
            assert words in panel, (path, words)
    (waiting,) = said_by(who)
    desk.post(f"/patients/said/{waiting.id}/decline/")
    assert told(desk, visit) == ""
    ask_for_visit(actor=PROGRAM, appointment_id=visit)
    assert told(desk, visit) == ""
    assert patient(who).birth_date == date(1968, 3, 8)
    door.answer = born(date(1970, 1, 1))
    ask_for_visit(actor=PROGRAM, appointment_id=visit)
    (waiting,) = said_by(who)
    desk.post(f"/patients/said/{waiting.id}/accept/")
    assert patient(who).birth_date == date(1970, 1, 1)
    assert "was not asked about this day as the office has it now." in told(desk, visit)
    arrived = desk.post(f"/front/check-in/{visit}/arrive/", {"identity_checked": "name"})
    assert arrived.status_code == 302


def test_a_minor_gets_somebody_who_pays_from_the_list_and_comes_back(desk: Client, office: Office) -> None:
    child, mother = make_patient("Vale", "Nils", born=date(2017, 5, 1)), make_patient("Vale", "Ingrid")
    add_policy(child, office.payer_id)
    visit = make_appointment(office, child)
    ask_for_visit(actor=PROGRAM, appointment_id=visit)
    listed, here = told(desk, visit), f"/front/check-in/{visit}/"
    assert "pays for this minor of 9 years" in listed
    join_household(actor=PROGRAM, patient_id=child, other_id=mother)
    link = listed.split('href="')[1].split("#")[0].replace("&amp;", "&")
    people = desk.get(link).content.decode()
    assert f'name="next" value="{here}"' in people
    pays = f"/patients/{child}/pays/"
    assert desk.post(pays, {"who": str(mother), "next": here}).headers["Location"] == here
    assert told(desk, visit) == ""
    assert "The patient pays" in desk.get(f"/patients/{child}/people/").content.decode()
    assert desk.post(pays, {"who": str(child)}).status_code == 409
    assert desk.post(pays).status_code == 302
    assert patient(child).guarantor_id is None
