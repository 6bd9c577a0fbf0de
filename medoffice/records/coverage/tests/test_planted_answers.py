"""Payers' answers written segment by segment, each with what the desk should read, before the rules were read."""

from datetime import date

import pytest

from medoffice.kernel.money import Money
from medoffice.records.coverage.rules.benefits import understand
from medoffice.records.coverage.types import AskedAs, Eligibility, Fix, Standing
from medoffice.standards.x12.api import read_271

HEAD = """ISA*00*          *00*          *ZZ*HARBOR         *ZZ*LANTERN        *261124*1200*^*00501*000000001*0*T*:
GS*HB*HARBOR*LANTERN*20261124*1200*1*X*005010X279A1
ST*271*0001*005010X279A1
BHT*0022*11*REF1*20261124*1200
HL*1**20*1
NM1*PR*2*HARBOR HEALTH*****PI*HARB1
HL*2*1*21*1
NM1*1P*2*LANTERN FAMILY MEDICINE*****XX*1234567893
HL*3*2*22*0
TRN*2*EL1*9999999999
NM1*IL*1*VALE*MORGAN****MI*HH0001"""
BORN = "DMG*D8*19800229*F"
ON = date(2026, 11, 24)


def desk(*told: str) -> Eligibility:
    """What the desk reads of these segments."""
    lines = [*HEAD.splitlines(), *told]
    data = "~".join([*lines, f"SE*{len(lines) - 1}*0001", "GE*1*1", "IEA*1*000000001", ""]).encode()
    answers, findings = read_271(data)
    assert len(answers) == 1, findings
    return understand(answers[0], AskedAs("HH0001", "Vale", "Morgan", date(1980, 2, 29)), "Harbor Health", ON)


ACTIVE = (BORN, "EB*1*IND*30**GOLD PLAN")


@pytest.mark.parametrize(
    ("benefits", "copay"),
    [
        (["EB*B*IND*98***27*30*****Y", "EB*B*IND*98***27*60*****N"], 3000),
        (["EB*B*IND*98***27*60*****N", "EB*B*IND*98***27*30*****Y"], 3000),
        (["EB*B*IND*98***27*0*****Y"], 0),
        (["EB*B*IND*98***27*12.5*****Y"], 1250),
        (["EB*B*IND*UC***27*75*****Y", "EB*B*IND*86***27*250*****Y"], None),
        (["EB*B*IND*UC^98***27*25*****Y"], 2500),
        (["EB*B*IND*98***27*40*****W"], 4000),
        (["EB*B*IND*98***27*40"], 4000),
        (["EB*B*IND*98***27*60*****N"], None),
        (["EB*A*IND*98****.2****Y"], None),
        (["EB*B*IND*30***27*20*****Y", "EB*B*IND*98***27*35*****Y"], 3500),
    ],
)
def test_the_copay_is_that_of_an_office_visit_in_network(benefits: list[str], copay: int | None) -> None:
    assert desk(*ACTIVE, *benefits).copay == (None if copay is None else Money(copay))


@pytest.mark.parametrize(
    ("benefits", "whole", "left"),
    [
        (["EB*C*IND*30***23*1500*****Y", "EB*C*IND*30***29*400.55*****Y"], 150000, 40055),
        (["EB*C*IND*30***29*400.55*****Y", "EB*C*IND*30***23*1500*****Y"], 150000, 40055),
        (["EB*C*IND*30***23*1500*****Y", "EB*C*IND*30***29*0*****Y"], 150000, 0),
        (["EB*C*FAM*30***23*3000*****Y", "EB*C*FAM*30***29*900*****Y", "EB*C*IND*30***23*1500*****Y"], 150000, None),
        (["EB*C*IND*30***23*5000*****N", "EB*C*IND*30***29*5000*****N", "EB*C*IND*30***23*500*****Y"], 50000, None),
        (["EB*C*IND*30***25*1200*****Y", "EB*C*IND*30***29*1200*****Y"], 120000, 120000),
        (["EB*C*IND*30***23*1000*****Y", "EB*C*IND*30***24*600*****Y"], 100000, None),  # 24: met so far, not left
        (["EB*G*IND*30***23*6000*****Y", "EB*G*IND*30***29*5100*****Y"], None, None),  # out of pocket is another
        (["EB*C*IND*35***23*50*****Y", "EB*C*IND*35***29*50*****Y"], None, None),  # of the dentist
    ],
)
def test_the_deductible_and_what_is_left_of_it(benefits: list[str], whole: int | None, left: int | None) -> None:
    found = desk(*ACTIVE, *benefits)
    wanted = [None if one is None else Money(one) for one in (whole, left)]
    assert [found.deductible, found.deductible_left] == wanted


@pytest.mark.parametrize(
    ("told", "standing", "fix"),
    [
        ((BORN, "EB*1**30"), Standing.ACTIVE, Fix.NOTHING),
        ((BORN, "EB*1**30", "EB*6**35"), Standing.ACTIVE, Fix.NOTHING),  # no dentist, and no matter here
        ((BORN, "EB*6**30"), Standing.INACTIVE, None),
        ((BORN, "EB*1**35", "EB*6**30"), Standing.INACTIVE, None),
    ],
)
def test_whether_the_visit_is_covered(told: tuple[str, ...], standing: Standing, fix: Fix | None) -> None:
    found = desk(*told)
    assert found.standing is standing
    assert fix is None or found.fix is fix


def test_a_plan_of_the_dentist_alone_covers_no_visit() -> None:
    assert not desk(BORN, "EB*1*IND*35**DENTAL").in_order


def test_the_day_is_month_before_day() -> None:
    assert "11/24/2026" in desk(*ACTIVE).headline


def test_two_copays_of_one_service_are_both_told() -> None:
    found = desk(
        *ACTIVE, "EB*B*IND*98***27*25*****Y", "MSG*PRIMARY CARE", "EB*B*IND*98***27*50*****Y", "MSG*SPECIALIST"
    )
    assert found.copay in (None, Money(2500))
    words = " / ".join(f"{one.about} {one.words}".lower() for one in found.details)
    assert "specialist" in words
    assert "50" in words
