"""The insurance of visits: asked about ahead, on a list that clears itself; cases; arrival is never held up."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from medoffice.front_office.check_in.api import (
    arrival_of,
    ask_ahead,
    ask_for_visit,
    check_in,
    copay_of,
    insurance_of,
    payables,
    walk_in,
)
from medoffice.front_office.check_in.models import Arrival
from medoffice.front_office.scheduling.api import appointment, book, cancel, move
from medoffice.front_office.scheduling.tests.makers import local, make_appointment
from medoffice.kernel import clock, facts
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import Refusal
from medoffice.practice.api import work_items
from medoffice.practice.tests.makers import Office
from medoffice.records.coverage.api import change_coverage, checks_of_visits, close_case, coverage, open_case
from medoffice.records.coverage.tests.makers import Door, add_policy, covered, rejected
from medoffice.records.coverage.types import CaseKind
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import person
from medoffice.security.types import PROGRAM, Actor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday", "door")]
TODAY = local(24, 9).date()


@pytest.fixture
def lind(office: Office) -> Actor:  # noqa: ARG001 - receptionist Lind works in an office
    return person("lind")


def insured(office: Office, **typed: object) -> tuple[UUID, UUID]:
    patient = make_patient()
    return patient, add_policy(patient, office.payer_id, **typed)


def case(office: Office, patient: UUID, **typed: object) -> UUID:
    said = {"kind": CaseKind.WORK, "payer_id": office.payer_id, "employer": "Quarry Works", "claim_number": "WC-7",
            "injured_on": TODAY - timedelta(days=3), "opened_on": TODAY, **typed}  # fmt: skip
    return open_case(actor=PROGRAM, patient_id=patient, **said)  # type: ignore[arg-type] # fields of a case


def exceptions(actor: Actor) -> list[str]:
    facts.deliver()
    return [item.title for item in work_items(actor) if item.kind == "eligibility"]


def test_visits_are_asked_about_three_days_ahead_and_once(door: Door, office: Office) -> None:
    patient, _ = insured(office)
    visits = [make_appointment(office, patient, local(day, 9)) for day in (24, 25, 26, 27, 30)]
    assert ask_ahead(actor=PROGRAM) == 4
    assert ask_ahead(actor=PROGRAM) == 0
    asked = checks_of_visits(visits)
    assert [len(asked[visit]) for visit in visits[:4]] == [1, 1, 1, 1]
    assert [check.on.day for visit in visits[:4] for check in asked[visit]] == [24, 25, 26, 27]
    assert asked[visits[4]] == []
    assert len(door.asked) == 1


def test_the_exception_list_clears_itself(door: Door, office: Office, lind: Actor) -> None:
    patient, policy = insured(office)
    visit = make_appointment(office, patient, local(25, 9))
    door.answer = rejected("75")
    ask_ahead(actor=PROGRAM)
    assert exceptions(lind) == ["Prairie Mutual: not found, visit of 11/25/2026"]
    assert exceptions(lind) == exceptions(lind)
    change_coverage(actor=PROGRAM, coverage_id=policy, seen_version=1, member_id="PM7719643")
    door.answer = covered
    assert ask_ahead(actor=PROGRAM) == 1
    assert exceptions(lind) == []
    assert len(checks_of_visits([visit])[visit]) == 2


@pytest.mark.parametrize("how", ["cancelled", "moved", "over"])
def test_an_exception_goes_with_its_visit(door: Door, office: Office, lind: Actor, how: str) -> None:
    patient, _ = insured(office)
    visit = make_appointment(office, patient, local(25, 9))
    door.answer = rejected("71")
    ask_ahead(actor=PROGRAM)
    assert len(exceptions(lind)) == 1
    if how == "cancelled":
        cancel(actor=PROGRAM, appointment_id=visit, why="feels better")
    elif how == "moved":
        move(actor=PROGRAM, appointment_id=visit, starts=local(30, 9))
    else:
        clock.freeze(local(26, 9))
    ask_ahead(actor=PROGRAM)
    assert exceptions(lind) == []


def test_what_the_payer_cannot_answer_yet_bothers_nobody(door: Door, office: Office, lind: Actor) -> None:
    patient, _ = insured(office)
    make_appointment(office, patient, local(25, 9))
    door.answer = rejected("42", "R", "payer")
    ask_ahead(actor=PROGRAM)
    assert exceptions(lind) == []


def test_failure_never_holds_up_arrival_nor_hides_the_insurance(door: Door, office: Office) -> None:
    """P22, P25."""
    patient, policy = insured(office)
    visit = make_appointment(office, patient)
    door.breaks = RuntimeError("the adapter broke")
    ask_for_visit(actor=PROGRAM, appointment_id=visit)
    (row,) = insurance_of(appointment(visit)).policies
    assert (row.policy.member_id, row.latest is not None and row.latest.chip) == ("PM7719642", "no answer yet")
    arrived = arrival_of(check_in(actor=PROGRAM, appointment_id=visit, identity_checked="name", coverage_id=policy))
    assert arrived is not None
    assert arrived.coverage_id == policy


def test_the_copay_is_what_the_payer_says_else_what_the_card_says(door: Door, office: Office) -> None:
    patient, _ = insured(office)
    booked = appointment(make_appointment(office, patient))
    assert copay_of(insurance_of(booked)) == Money(2500)
    ask_for_visit(actor=PROGRAM, appointment_id=booked.id)
    assert copay_of(insurance_of(booked)) == Money(3000)
    door.answer = rejected("42", "R", "payer")
    ask_for_visit(actor=PROGRAM, appointment_id=booked.id)
    assert copay_of(insurance_of(booked)) == Money(2500)
    uninsured = appointment(make_appointment(office, make_patient("Quist", "Otto"), local(24, 10)))
    assert copay_of(insurance_of(uninsured)) is None


def test_a_visit_is_billed_to_a_case_or_to_health_coverage(office: Office) -> None:
    patient, policy = insured(office)
    injury = case(office, patient)
    assert [(one.id, one.is_case) for one in payables(patient, TODAY)] == [(policy, False), (injury, True)]
    visit = make_appointment(office, patient)
    with pytest.raises(Refusal) as both:
        check_in(
            actor=PROGRAM, appointment_id=visit, identity_checked="name", coverage_id=policy, case_id=injury
        )  # fmt: skip
    assert both.value.code == "billed-twice"
    arrived = arrival_of(check_in(actor=PROGRAM, appointment_id=visit, identity_checked="name", case_id=injury))
    assert arrived is not None
    assert (arrived.case_id, arrived.coverage_id) == (injury, None)
    with pytest.raises(IntegrityError), transaction.atomic():
        Arrival.objects.update(coverage_id=policy)


def test_a_case_is_the_patients_and_open_that_day(office: Office) -> None:
    patient, _ = insured(office)
    other = case(office, make_patient("Quist", "Otto"))
    own = case(office, patient)
    close_case(actor=PROGRAM, case_id=own, on=TODAY)
    visit = make_appointment(office, patient)
    with pytest.raises(Refusal) as strange:
        check_in(actor=PROGRAM, appointment_id=visit, identity_checked="name", case_id=other)
    assert strange.value.code == "case-not-theirs"
    assert check_in(actor=PROGRAM, appointment_id=visit, identity_checked="name", case_id=own)
    typed = {"provider_id": office.provider_id, "site_id": office.site_id, "visit_type": "sick", "reason": "back"}
    with pytest.raises(Refusal) as late:
        book(actor=PROGRAM, patient_id=patient, starts=local(25, 9), case_id=own, **typed)  # type: ignore[arg-type]
    assert late.value.code == "case-not-theirs"


def test_a_visit_of_a_case_has_no_copay_and_asks_no_health_insurance(door: Door, office: Office) -> None:
    patient, _ = insured(office)
    injury = case(office, patient)
    typed = {"provider_id": office.provider_id, "site_id": office.site_id, "visit_type": "sick", "reason": "back"}
    visit = book(actor=PROGRAM, patient_id=patient, starts=local(25, 9), case_id=injury, **typed)  # type: ignore[arg-type]
    assert ask_ahead(actor=PROGRAM) == 0
    assert door.asked == []
    assert copay_of(insurance_of(appointment(visit))) is None
    moved = appointment(move(actor=PROGRAM, appointment_id=visit, starts=local(26, 9)))
    assert moved.case_id == injury
    shown = insurance_of(moved).case
    assert shown is not None
    assert shown.label == "Work injury: Prairie Mutual, claim WC-7, 11/21/2026"


def test_a_walk_in_may_be_for_a_case(office: Office) -> None:
    patient, policy = insured(office)
    injury = case(office, patient, kind=CaseKind.EMPLOYER, payer_id=None, injured_on=None)
    came = walk_in(
        actor=PROGRAM, patient_id=patient, provider_id=office.provider_id, site_id=office.site_id, visit_type="sick",
        reason="cut", identity_checked="name", case_id=injury,
    )  # fmt: skip
    arrived = arrival_of(came)
    assert arrived is not None
    assert arrived.case_id == injury
    assert appointment(arrived.appointment_id).case_id == injury
    assert coverage(policy).id == policy
