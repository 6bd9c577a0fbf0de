"""Eligibility: the question carries the visit's own day, answers come back as written, and each is said in words."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from medoffice.standards.x12.api import (
    UnwritableError,
    acknowledge,
    check_bytes,
    read_270,
    read_271,
    show_bytes,
    show_text,
    write_270,
    write_271,
)
from medoffice.standards.x12.tests.eligibility_makers import (
    ACTIVE,
    ANSWERS,
    ASKED,
    DOWN,
    FOR_CHILD,
    NOT_FOUND,
    OF_CHILD,
    REQUESTS,
    UNKNOWN_OFFICE,
    answers,
    requests,
)
from medoffice.standards.x12.tests.makers import ENVELOPE, interchange
from medoffice.standards.x12.types import EligibilityAnswer, EligibilityRequest, Rejection

few = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
GOLDEN = """\
ISA*00*          *00*          *ZZ*MEDOFFICE      *ZZ*HARBOR         *260303*0930*^*00501*000000101*0*T*:
GS*HS*MEDOFFICE*HARBOR*20260303*0930*101*X*005010X279A1
ST*270*0001*005010X279A1
BHT*0022*13*EL10001*20260303*0930
HL*1**20*1
NM1*PR*2*HARBOR HEALTH*****PI*HARBR
HL*2*1*21*1
NM1*1P*2*LANTERN FAMILY MEDICINE*****XX*1999999984
HL*3*2*22*0
TRN*1*EL10001*9999999999
NM1*IL*1*VALE*MORGAN*Q***MI*HH0001
DMG*D8*19800229*F
DTP*291*D8*20261124
EQ*30
SE*13*0001
ST*270*0002*005010X279A1
BHT*0022*13*EL10002*20260303*0930
HL*1**20*1
NM1*PR*2*HARBOR HEALTH*****PI*HARBR
HL*2*1*21*1
NM1*1P*2*LANTERN FAMILY MEDICINE*****XX*1999999984
HL*3*2*22*1
NM1*IL*1*VALE*MORGAN*Q***MI*HH0001
DMG*D8*19800229*F
HL*4*3*23*0
TRN*1*EL10002*9999999999
NM1*03*1*VALE*ROBIN
DMG*D8*20150506*M
INS*N*19
DTP*291*RD8*20261124-20261130
EQ*30
EQ*98
SE*18*0002
GE*2*101
IEA*1*000000101
"""


def test_the_question_as_it_goes_out() -> None:
    assert write_270(REQUESTS, ENVELOPE).decode().replace("~", "\n") == GOLDEN


def test_the_day_asked_about_is_the_visits_and_the_months_stay_months() -> None:
    """P26: a day whose month and day could be exchanged without anybody noticing."""
    data = write_270([replace(ASKED, on=date(2026, 5, 6))], ENVELOPE)
    assert re.findall(rb"DTP\*291\*D8\*(\d+)", data) == [b"20260506"]
    assert read_270(data)[0][0].on == date(2026, 5, 6)
    assert "for 2026-05-06" in show_text(data)
    with pytest.raises(UnwritableError, match="names no day"):
        write_270([replace(ASKED, on=None)], ENVELOPE)


@few
@given(st.lists(requests(), min_size=1, max_size=3))
def test_questions_come_back_as_they_were(given_requests: list[EligibilityRequest]) -> None:
    data = write_270(given_requests, ENVELOPE)
    found, findings = read_270(data)
    assert findings == []
    assert found == given_requests
    assert write_270(found, ENVELOPE) == data


@few
@given(st.lists(answers(), min_size=1, max_size=3))
def test_answers_come_back_as_they_were(given_answers: list[EligibilityAnswer]) -> None:
    data = write_271(given_answers, ENVELOPE)
    found, findings = read_271(data)
    assert findings == []
    assert found == given_answers
    assert write_271(found, ENVELOPE) == data


@few
@given(st.lists(requests(), min_size=1, max_size=2), st.lists(answers(), min_size=1, max_size=2))
def test_what_we_write_is_sound(questions: list[EligibilityRequest], told: list[EligibilityAnswer]) -> None:
    for data in (write_270(questions, ENVELOPE), write_271(told, ENVELOPE)):
        for result in check_bytes(data, "own"):
            assert result.supported
            assert [found for found in result.findings if found.code not in ("x12.birth", "x12.says-nothing")] == []
        assert [ack.status for ack in acknowledge(data)] == ["A"]


def test_the_examples_come_back_and_are_clean() -> None:
    data = write_271(ANSWERS, ENVELOPE)
    assert tuple(read_271(data)[0]) == ANSWERS
    for file in (data, write_270(REQUESTS, ENVELOPE)):
        assert [result.findings for result in check_bytes(file, "own")] == [()] * file.count(b"~ST*")


def test_an_answer_in_words() -> None:
    words = show_text(write_271([ACTIVE], ENVELOPE))
    for line in (
        "Eligibility answer EL10001 from HARBOR HEALTH about VALE, MORGAN, born 1980-02-29, member id HH0001",
        "  copay: person; office visit, urgent care; $25.00; visit; in network; GOLD PLAN",
        "    says: PER VISIT",
        "  coinsurance: person; the plan; 20 %; in network",
        "  deductible: person; the plan; $123.45; remaining; in network",
        "  limit: person; physical therapy; 20 visits; authorisation needed",
        "    payer that pays first: SUMMIT MUTUAL 5555550199",
        "    primary care provider: OKAFOR, ADA",
    ):
        assert line in words.splitlines()


def test_a_rejection_in_words() -> None:
    words = show_text(write_271([NOT_FOUND, UNKNOWN_OFFICE, DOWN], ENVELOPE))
    assert "(subscriber, 75): the payer does not find this policy holder; correct it and ask again" in words
    assert "(provider, 51): the payer does not know this provider" in words
    assert "(payer, 42): the payer cannot answer now; ask again later" in words


def test_as_json() -> None:
    (row,) = show_bytes(write_271([OF_CHILD], ENVELOPE))
    assert (row["kind"], row["transaction"]) == ("eligibility answer", "271 eligibility answer")
    assert row["content"]["dependent"]["birth_date"] == "2015-05-06"
    assert row["content"]["benefits"][1]["amount"] == "25.00"
    (asked,) = show_bytes(write_270([FOR_CHILD], ENVELOPE))
    assert (asked["kind"], asked["content"]["on"]) == ("eligibility question", "2026-11-24")


QUESTION = write_270([ASKED], ENVELOPE).decode()
ANSWER = write_271([ACTIVE], ENVELOPE).decode()


@pytest.mark.parametrize(
    ("text", "old", "new", "code"),
    [
        (QUESTION, "DTP*291*D8*20261124~", "", "x12.no-plan-day"),
        (QUESTION, "D8*20261124", "D8*20261324", "x12.bad-day"),
        (QUESTION, "NM1*PR*2*HARBOR HEALTH*****PI*HARBR~", "", "x12.missing"),
        (QUESTION, "MI*HH0001~DMG*D8*19800229*F", "", "x12.nobody"),
        (QUESTION, "1999999984", "1999999985", "x12.npi"),
        (QUESTION, "19800229", "20270101", "x12.birth"),
        (QUESTION, "HL*3*2*22*0", "HL*3*2*22*1", "x12.level-children"),
        (QUESTION, "TRN*1*EL10001*9999999999~", "", "x12.no-trace"),
        (QUESTION, "EQ*30~", "", "x12.no-service"),
        (ANSWER, "EB*B*", "EB*Z*", "x12.code"),
        (ANSWER, "*27*25*", "*27*2S*", "x12.bad-amount"),
        (ANSWER, "**0.2*", "**20*", "x12.percent"),
        (ANSWER, "*29*123.45*", "*29*-123.45*", "x12.negative-benefit"),
        (ANSWER, "LS*2120~NM1*PRP", "LS*2120~NM1*PRP*3", "x12.code"),
        (ANSWER, "RD8*20260101-20261231", "RD8*20260101-20261331", "x12.bad-day"),
    ],
)
def test_one_fault_is_found(text: str, old: str, new: str, code: str) -> None:
    assert old in text
    found = [
        finding.code for result in check_bytes(text.replace(old, new, 1).encode(), "x") for finding in result.findings
    ]
    assert code in found


def test_a_person_with_no_answer_says_so() -> None:
    silent = write_271([replace(OF_CHILD, benefits=())], ENVELOPE)
    assert "x12.says-nothing" in [found.code for found in check_bytes(silent, "x")[0].findings]
    assert read_271(b"ISA")[0] == []
    assert [found.code for found in read_270(ANSWER.encode())[1]] == ["x12.no-270"]


def test_many_people_in_one_transaction() -> None:
    """A batch may hold several providers and people: each is answered for, under the right payer and provider."""
    rows = [
        "ST*271*0001*005010X279A1", "BHT*0022*11*1*20260303*0930", "HL*1**20*1", "NM1*PR*2*HARBOR*****PI*H1",
        "HL*2*1*21*1", "NM1*1P*2*FIRST*****XX*1999999984", "HL*3*2*22*0", "TRN*2*A*9999999999",
        "NM1*IL*1*VALE*MORGAN****MI*H1", "EB*1**30", "HL*4*2*22*1", "NM1*IL*1*QUIST*OTTO****MI*H2",
        "HL*5*4*23*0", "TRN*2*B*9999999999", "NM1*03*1*QUIST*UNA", "AAA*N**77*C",
        "HL*6*1*21*0", "NM1*1P*2*SECOND*****XX*1999999984", "AAA*N**50*N",
        "HL*7**20*0", "NM1*PR*2*SUMMIT*****PI*S2", "AAA*Y**42*R",
    ]  # fmt: skip
    data = interchange("HB", "005010X279A1", rows)
    found, findings = read_271(data)
    assert findings == []
    assert [(one.payer.name, one.provider.name, one.patient.party.first, one.trace) for one in found] == [
        ("HARBOR", "FIRST", "MORGAN", "A"), ("HARBOR", "FIRST", "UNA", "B"), ("HARBOR", "SECOND", "", "1"),
        ("SUMMIT", "", "", "1"),
    ]  # fmt: skip
    assert [one.rejections for one in found][1:] == [
        (Rejection("dependent", "77", "C"),), (Rejection("provider", "50", "N"),),
        (Rejection("payer", "42", "R", True),),
    ]  # fmt: skip
    assert check_bytes(data, "batch")[0].findings == ()
