"""Eligibility: every case the payers answer, read back by the tests' own eyes; wire faults; the same bytes again."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.exchange.simulators.payer.rules.eligibility import GARBAGE, Way, answer
from medoffice.exchange.simulators.payer.rules.plans import Member, Plan, Registry
from medoffice.exchange.simulators.payer.tests.makers import NPI, PAYERS, PPO, SENIOR, STATE

NOW = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
PLANS = (
    Plan("ppo", PPO, deductible=50000, coinsurance_percent=20, copay=2500, name="Harbor Gold", insurance="PR",
         out_of_pocket=400000, visits={"PT": 20}, excluded=("35",)),
    Plan("senior", SENIOR, deductible=25700, coinsurance_percent=20, name="Part B", insurance="MB"),
    Plan("state", STATE, name="State HMO", insurance="HM"),
)  # fmt: skip
MEMBERS = (
    Member("vale", "ppo", "HMX100", "Vale", "Rosa", date(1980, 5, 1), date(2020, 1, 1)),
    Member("robin", "ppo", "HMX100", "Vale", "Robin", date(2015, 5, 6), date(2020, 1, 1)),
    Member("quist", "ppo", "HMX200", "Quist", "Per", date(1975, 2, 3), date(2020, 1, 1), date(2026, 1, 31)),
    Member("amaro", "senior", "1EG4TE5MK73", "Amaro", "Lucía", date(1950, 7, 9), date(2016, 1, 1)),
    Member("both", "state", "SF888", "Both", "Ann", date(1990, 1, 1), date(2016, 1, 1), None, PPO, "", "Ada Okafor"),
    Member("moved", "ppo", "HMX555", "Novak", "Jan", date(1991, 3, 4), date(2026, 1, 1), previous_id="HMX554"),
)
REGISTRY = Registry(PAYERS, PLANS, MEMBERS)


def question(
    member: str = "HMX100",
    last: str = "VALE",
    first: str = "ROSA",
    birth: str = "19800501",
    *,
    payer: str = PPO,
    on: str = "20260304",
    npi: str = NPI,
    dependent: tuple[str, str, str] | None = None,
    trace: str = "EL1",
) -> str:
    """One ST to SE of a question, written here by hand."""
    who = f"NM1*IL*1*{last}*{first}****MI*{member}~DMG*D8*{birth}~"
    tail = f"DTP*291*D8*{on}~EQ*30~" if on else "EQ*30~"
    if dependent:
        name, given, born = dependent
        who += f"HL*4*3*23*0~TRN*1*{trace}*9999999999~NM1*03*1*{name}*{given}~DMG*D8*{born}~"
    ask = "" if dependent else f"TRN*1*{trace}*9999999999~"
    text = (
        f"ST*270*0001*005010X279A1~BHT*0022*13*{trace}*20260302*1500~HL*1**20*1~NM1*PR*2*P*****PI*{payer}~HL*2*1*21*1~"
        f"NM1*1P*2*RIVERBEND*****XX*{npi}~HL*3*2*22*{1 if dependent else 0}~{ask}{who}{tail}"
    )
    return f"{text}SE*{text.count('~') + 1}*0001~"


def file(*questions: str) -> bytes:
    isa = f"ISA*00*{'':10}*00*{'':10}*ZZ*{'OFFICE1':15}*ZZ*{'CLEAR1':15}*260302*1500*^*00501*000000007*0*T*:~"
    group = f"GS*HS*OFFICE1*CLEAR1*20260302*1500*7*X*005010X279A1~{''.join(questions)}GE*{len(questions)}*7~"
    return f"{isa}{group}IEA*1*000000007~".encode()


def rows(data: bytes) -> list[list[str]]:
    return [row.split("*") for row in data.decode().replace("~\n", "~").split("~") if row]


def told(*questions: str, met: dict[str, int] | None = None, **asked: str) -> list[list[str]]:
    return rows(
        answer(file(*questions), REGISTRY, met or {}, {k.replace("_", ""): v for k, v in asked.items()}, NOW).data
    )


def of(found: list[list[str]], *names: str) -> list[list[str]]:
    return [row for row in found if row[0] in names]


def test_an_active_member_with_all_the_money() -> None:
    found = told(question(), met={"vale|2026": 37655})
    assert of(found, "EB") == [
        ["EB", "1", "IND", "30", "PR", "HARBOR GOLD"],
        ["EB", "B", "IND", "98", "PR", "HARBOR GOLD", "27", "25", "", "", "", "", "Y"],
        ["EB", "C", "IND", "30", "PR", "HARBOR GOLD", "23", "500", "", "", "", "", "Y"],
        ["EB", "C", "IND", "30", "PR", "HARBOR GOLD", "29", "123.45", "", "", "", "", "Y"],
        ["EB", "A", "IND", "30", "PR", "HARBOR GOLD", "", "", ".2", "", "", "", "Y"],
        ["EB", "G", "IND", "30", "PR", "HARBOR GOLD", "23", "4000", "", "", "", "", "Y"],
        ["EB", "F", "IND", "PT", "PR", "HARBOR GOLD", "23", "", "", "VS", "20", "", "Y"],
        ["EB", "I", "IND", "35", "PR", "HARBOR GOLD"],
    ]
    assert of(found, "TRN") == [["TRN", "2", "EL1", "9999999999"]]
    assert ["DTP", "346", "D8", "20200101"] in found
    assert (found[0][6].strip(), found[0][8].strip(), found[0][13]) == ("CLEAR1", "OFFICE1", "000000007")


def test_who_is_no_longer_or_not_yet_covered() -> None:
    ended = told(question("HMX200", "QUIST", "PER", "19750203"))
    assert of(ended, "EB")[0][:2] == ["EB", "6"]
    assert ["DTP", "347", "D8", "20260131"] in ended
    assert of(told(question("HMX555", "NOVAK", "JAN", "19910304", on="20251230")), "EB")[0][1] == "6"


@pytest.mark.parametrize(
    ("asked", "level", "aaa"),
    [
        (question("NOBODY"), "22", ["N", "", "75", "C"]),
        (question(""), "22", ["N", "", "72", "C"]),
        (question(birth="19800105"), "22", ["N", "", "71", "C"]),
        (question(birth=""), "22", ["N", "", "58", "C"]),
        (question(dependent=("VALE", "ROBIN", "20150605")), "23", ["N", "", "71", "C"]),
        (question(dependent=("VALE", "UNA", "20110605")), "23", ["N", "", "77", "C"]),
        (question(payer="XX"), "20", ["N", "", "79", "S"]),
        (question(npi="1234567890"), "21", ["N", "", "43", "C"]),
        (question(on=""), "22", ["N", "", "57", "C"]),
        (question(on="20200101"), "22", ["N", "", "62", "N"]),
    ],
)
def test_who_cannot_be_answered_for(asked: str, level: str, aaa: list[str]) -> None:
    found = told(asked)
    assert of(found, "AAA") == [["AAA", *aaa]]
    assert of(found, "HL")[-1][3] == level
    assert of(found, "EB") == []


@pytest.mark.parametrize(
    ("way", "level", "aaa"),
    [
        (Way.DOWN, "20", ["Y", "", "42", "R"]),
        (Way.NO_RESPONSE, "20", ["Y", "", "80", "R"]),
        (Way.NOT_ALLOWED, "21", ["N", "", "50", "N"]),
        (Way.UNKNOWN_PROVIDER, "21", ["N", "", "51", "C"]),
    ],
)
def test_what_the_payers_door_says(way: Way, level: str, aaa: list[str]) -> None:
    found = told(question(), HMX100=way)
    assert of(found, "AAA") == [["AAA", *aaa]]
    assert of(found, "HL")[-1][3] == level


def test_a_dependent_is_told_under_the_policy_holder() -> None:
    found = told(question(dependent=("VALE", "ROBIN", "20150506")))
    assert [row[3] for row in of(found, "HL")] == ["20", "21", "22", "23"]
    assert of(found, "EB")[0][1] == "1"
    assert ["NM1", "03", "1", "VALE", "ROBIN"] in found


def test_medicare_hmo_and_who_pays_first() -> None:
    medicare = told(question("1EG4-TE5-MK73", "AMARO", "LUCIA", "19500709", payer=SENIOR))
    assert {row[4] for row in of(medicare, "EB")} == {"MB"}
    hmo = told(question("SF888", "BOTH", "ANN", "19900101", payer=STATE))
    assert [row[1] for row in of(hmo, "EB")] == ["1", "R", "L"]
    assert of(hmo, "NM1")[-2:] == [
        ["NM1", "PRP", "2", "HARBOR MUTUAL", "", "", "", "", "PI", PPO],
        ["NM1", "P3", "1", "OKAFOR", "ADA"],
    ]


def test_a_new_member_id_is_told_to_whoever_asks_by_the_old_one() -> None:
    found = told(question("HMX554", "NOVAK", "JAN", "19910304"))
    assert ["NM1", "IL", "1", "NOVAK", "JAN", "", "", "", "MI", "HMX555"] in found
    assert ["REF", "Q4", "HMX554"] in found
    assert ["INS", "Y", "18", "001", "25"] in found


def test_another_name_is_corrected() -> None:
    found = told(question(last="WALE"))
    assert ["NM1", "IL", "1", "VALE", "ROSA", "", "", "", "MI", "HMX100"] in found
    assert ["INS", "Y", "18", "001", "25"] in found


def test_the_answer_about_somebody_else() -> None:
    found = told(question(), HMX100=Way.OTHER)
    assert ["NM1", "IL", "1", "QUIST", "PER", "", "", "", "MI", "HMX200"] in found
    assert of(found, "TRN") == [["TRN", "2", "EL1", "9999999999"]]


def test_questions_that_go_astray() -> None:
    ask = [question(trace="EL1"), question("SF888", "BOTH", "ANN", "19900101", payer=STATE, trace="EL2")]
    for way in (Way.TIMEOUT, Way.GARBAGE, Way.CUT_OFF, Way.LATE):
        found = answer(file(*ask), REGISTRY, {}, {"HMX100": way}, NOW)
        assert b"TRN*2*EL2" in found.data
        assert (b"TRN*2*EL1*9999999999~\nNM1*IL*1*VALE*ROSA****MI*HMX100~\nDMG" in found.data) == (way is Way.CUT_OFF)
        assert (GARBAGE in found.data) == (way is Way.GARBAGE)
        assert [later.due_at > NOW for later in found.later] == ([True] if way is Way.LATE else [])
    twice = answer(file(ask[0]), REGISTRY, {}, {PPO: Way.TWICE}, NOW)
    assert twice.data == twice.later[0].data
    nobody = answer(file(*ask), REGISTRY, {}, {"*": Way.TIMEOUT}, NOW)
    assert (nobody.data, nobody.later) == (b"", ())


def test_the_same_question_has_the_same_answer() -> None:
    ask = file(question())
    assert answer(ask, REGISTRY, {}, {}, NOW) == answer(ask, REGISTRY, {}, {}, NOW)
    twins = replace(REGISTRY, members=(*MEMBERS, replace(MEMBERS[1], key="twin", first="Rory")))
    found = rows(answer(file(question(dependent=("VALE", "RO", "20150506"))), twins, {}, {}, NOW).data)
    assert of(found, "AAA") == [["AAA", "N", "", "68", "C"]]


@given(st.binary(max_size=200), st.integers(0, 500))
def test_nothing_raises(data: bytes, place: int) -> None:
    whole = file(question())
    for asked in (data, whole[:place] + data, whole[:place] + data + whole[place + len(data) :]):
        answer(asked, REGISTRY, {}, {}, NOW)
