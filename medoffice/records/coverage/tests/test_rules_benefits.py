"""A payer's answer as the desk reads it: every case that payers answer, in plain words with what to look at."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings

from medoffice.kernel.money import Money
from medoffice.records.coverage.rules.benefits import understand
from medoffice.records.coverage.rules.case_fields import check_case
from medoffice.records.coverage.rules.line import shut_until
from medoffice.records.coverage.types import AskedAs, CaseKind, Eligibility, Fix, Standing
from medoffice.standards.x12.tests.eligibility_makers import ACTIVE, HOLDER, NOT_FOUND, answers
from medoffice.standards.x12.types import Benefit, BenefitParty, EligibilityAnswer, Party, Rejection

ON = date(2026, 11, 24)
ASKED = AskedAs("HH0001", "Vale", "Morgan", date(1980, 2, 29))


def told(answer: EligibilityAnswer) -> Eligibility:
    return understand(answer, ASKED, "Harbor Health", ON)


def having(*benefits: Benefit) -> EligibilityAnswer:
    return replace(ACTIVE, benefits=benefits)


def test_what_is_to_be_paid() -> None:
    found = told(ACTIVE)
    assert found.standing is Standing.ACTIVE
    assert (found.plan, found.copay, found.coinsurance) == ("GOLD PLAN", Money(2500), 20)
    assert (found.deductible, found.deductible_left) == (Money(50000), Money(12345))
    assert (found.pcp, found.first) == ("Ada Okafor", "Summit Mutual")
    assert found.headline == (
        "Harbor Health covers the patient on 11/24/2026, but Summit Mutual pays first. Ask the patient for that card."
    )
    assert ("Limit", "physical therapy, 20 visits, needs an authorisation") in [
        (d.about, d.words) for d in found.details
    ]
    assert ("The payer says", "PER VISIT") in [(d.about, d.words) for d in found.details]
    assert ("Plan begin", "01/01/2026") in [(d.about, d.words) for d in found.details]


def test_nothing_to_do_when_the_plan_is_active() -> None:
    found = told(having(Benefit("1", "IND", ("30",))))
    assert (found.in_order, found.tone, found.fix) == (True, "ok", Fix.NOTHING)
    assert (found.copay, found.deductible, found.coinsurance) == (None, None, None)


@pytest.mark.parametrize(
    ("benefits", "copay"),
    [
        ([Benefit("B", "IND", ("98",), amount=Money(3000), network="N")], None),
        ([Benefit("B", "IND", ("UC",), amount=Money(7500), network="Y")], None),
        ([Benefit("B", "IND", ("30",), amount=Money(1000)), Benefit("B", "IND", ("98",), amount=Money(2000))], 2000),
        ([Benefit("B", "FAM", ("98",), amount=Money(3000))], None),
        ([Benefit("B", amount=Money(1500))], 1500),
    ],
)
def test_the_copay_of_an_office_visit_in_network(benefits: list[Benefit], copay: int | None) -> None:
    found = told(having(Benefit("1", "IND", ("30",)), *benefits))
    assert found.copay == (None if copay is None else Money(copay))


def test_who_is_not_covered() -> None:
    ended = replace(
        having(Benefit("6", "IND", ("30",))), subscriber=replace(HOLDER, dates=(("347", date(2026, 1, 31), None),))
    )
    found = told(ended)
    assert (found.standing, found.fix, found.tone) == (Standing.INACTIVE, Fix.POLICY, "bad")
    assert found.headline == (
        "Harbor Health does not cover the patient on 11/24/2026. It ended on 01/31/2026. Ask for another card."
    )
    later = replace(ended, subscriber=replace(HOLDER, dates=(("346", date(2027, 1, 1), None),)))
    assert "It begins on 01/01/2027." in told(later).headline


@pytest.mark.parametrize(
    ("reason", "follow_up", "standing", "fix"),
    [
        ("75", "C", Standing.NOT_FOUND, Fix.MEMBER_ID),
        ("67", "C", Standing.NOT_FOUND, Fix.MEMBER_ID),
        ("77", "C", Standing.NOT_FOUND, Fix.RELATION),
        ("71", "C", Standing.TO_CORRECT, Fix.BIRTH_DATE),
        ("72", "C", Standing.TO_CORRECT, Fix.MEMBER_ID),
        ("73", "C", Standing.TO_CORRECT, Fix.NAME),
        ("74", "C", Standing.TO_CORRECT, Fix.SEX),
        ("78", "C", Standing.TO_CORRECT, Fix.GROUP),
        ("79", "S", Standing.TO_CORRECT, Fix.PAYER),
        ("50", "N", Standing.NOT_TOLD, Fix.PROVIDER),
        ("51", "C", Standing.NOT_TOLD, Fix.PROVIDER),
        ("62", "N", Standing.NOT_TOLD, Fix.NOTHING),
        ("42", "R", Standing.LATER, Fix.NOTHING),
        ("80", "R", Standing.LATER, Fix.NOTHING),
        ("33", "P", Standing.LATER, Fix.NOTHING),
        ("ZZ", "C", Standing.UNCLEAR, Fix.NOTHING),
    ],
)
def test_each_rejection_names_what_to_look_at(reason: str, follow_up: str, standing: Standing, fix: Fix) -> None:
    found = told(replace(NOT_FOUND, rejections=(Rejection("subscriber", reason, follow_up),)))
    assert (found.standing, found.fix) == (standing, fix)
    assert found.headline.startswith("Harbor Health")
    assert not found.in_order


def test_the_desk_reads_what_it_had_asked() -> None:
    birth = told(replace(NOT_FOUND, rejections=(Rejection("subscriber", "71", "C"),)))
    assert birth.headline == "Harbor Health: the birth date is not the one the payer has. The office has 02/29/1980."
    found = told(replace(NOT_FOUND, rejections=(Rejection("payer", "42", "R"), Rejection("subscriber", "75", "C"))))
    assert "Asked about member id HH0001, born 02/29/1980." in found.headline


def test_another_member_id_is_offered() -> None:
    new = replace(ACTIVE.subscriber, party=replace(ACTIVE.subscriber.party, identifier="HH0002"))
    found = told(replace(having(Benefit("1", "IND", ("30",))), subscriber=new))
    assert (found.standing, found.member_id, found.fix) == (Standing.ACTIVE, "HH0002", Fix.MEMBER_ID)
    assert (found.in_order, found.tone) == (False, "warn")
    same = replace(new, party=replace(new.party, identifier="hh-0001"))
    assert told(replace(having(Benefit("1")), subscriber=same)).in_order


def test_an_answer_about_somebody_else_is_not_used() -> None:
    other = replace(HOLDER, party=Party("QUIST", "OTTO", person=True, qualifier="MI", identifier="HH0009"))
    found = told(replace(ACTIVE, subscriber=other))
    assert found.standing is Standing.SOMEBODY_ELSE
    assert (found.copay, found.plan, found.details) == (None, "", ())
    married = replace(HOLDER, party=replace(HOLDER.party, name="QUIST"))
    assert told(replace(ACTIVE, subscriber=married)).standing is Standing.ACTIVE


def test_silence_is_unclear() -> None:
    found = told(having(Benefit("U", parties=(BenefitParty("PR", Party("SUMMIT MUTUAL")),))))
    assert found.standing is Standing.UNCLEAR
    assert ("Payer", "Summit Mutual") in [(d.about, d.words) for d in found.details]


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(answers())
def test_every_answer_is_understood(answer: EligibilityAnswer) -> None:
    found = told(answer)
    assert found.headline
    assert found.coinsurance is None or 0 <= found.coinsurance <= 100
    assert found.in_order == (found.tone == "ok")


def test_twelve_and_a_half_percent_is_said() -> None:
    found = told(having(Benefit("1"), Benefit("A", "IND", ("30",), percent=Decimal("0.125"))))
    assert ("Coinsurance", "the plan, 12.5 %") in [(d.about, d.words) for d in found.details]


def test_a_dead_line_is_left_alone_longer_and_longer() -> None:
    now = datetime(2026, 11, 24, 15, tzinfo=UTC)
    waits = [shut_until(failures, now) for failures in range(9)]
    minutes = [None if until is None else (until - now) / timedelta(minutes=1) for until in waits]
    assert minutes == [None, None, 5, 10, 20, 40, 60, 60, 60]


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, []),
        ({"has_payer": False}, ["case-payer-missing"]),
        ({"employer": ""}, ["case-employer-missing"]),
        ({"injured_on": None}, ["case-injury-missing"]),
        ({"injured_on": date(2026, 12, 1)}, ["case-injury-later"]),
        ({"closed_on": date(2026, 11, 1)}, ["case-closed-early"]),
        ({"kind": CaseKind.EMPLOYER, "has_payer": False, "injured_on": None}, []),
        ({"kind": CaseKind.EMPLOYER, "has_payer": False, "employer": " ", "injured_on": None}, ["case-payer-missing"]),
        ({"kind": CaseKind.AUTO, "employer": "", "state": "IL"}, []),
        ({"kind": CaseKind.AUTO, "employer": ""}, ["case-state-missing"]),
        ({"state": "Illinois"}, ["case-state-missing"]),
    ],
)
def test_what_a_case_must_say(changes: dict[str, object], codes: list[str]) -> None:
    case: dict[str, object] = {
        "kind": CaseKind.WORK, "has_payer": True, "employer": "Quarry Works", "injured_on": date(2026, 11, 2),
        "state": "", "opened_on": ON, "closed_on": None, **changes,
    }  # fmt: skip
    assert [finding.code for finding in check_case(**case)] == codes  # type: ignore[arg-type] # fields of a case


@pytest.mark.parametrize(
    ("theirs", "otherwise"),
    [
        ({}, []),
        ({"family": "VALÉ", "given": "MORGAN J"}, []),
        ({"given": "MO"}, []),
        ({"family": "QUIST"}, [("family", "Quist")]),
        ({"given": "MARGO"}, [("given", "Margo")]),
        ({"born": date(1981, 2, 28)}, [("birth_date", "1981-02-28")]),
        ({"born": None}, []),
    ],
)
def test_as_whom_the_payer_knows_the_patient(theirs: dict[str, object], otherwise: list[tuple[str, str]]) -> None:
    party = replace(HOLDER.party, name=str(theirs.get("family", "VALE")), first=str(theirs.get("given", "MORGAN")))
    born = theirs.get("born", HOLDER.birth_date)
    assert born is None or isinstance(born, date)
    holder = replace(HOLDER, party=party, birth_date=born)
    found = told(replace(having(Benefit("1", "IND", ("30",))), subscriber=holder))
    assert [(one.about, one.words) for one in found.otherwise] == otherwise
    assert found.in_order
