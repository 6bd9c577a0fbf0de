"""Adjudications against answers worked out by hand: every number below was computed on paper, in cents."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import pytest

from medoffice.exchange.simulators.payer.rules.book import PayerBook
from medoffice.exchange.simulators.payer.rules.plans import Registry
from medoffice.exchange.simulators.payer.tests.makers import MEMBERS, MONDAY, PAYERS, PLANS, claim, file, line

AUTH = "REF*G1*AUTH77~"


@dataclass
class Case:
    """Claims sent in order; the last one must come out so. ``plan`` changes the member's plan."""

    words: str
    claims: list[tuple[str, str]]
    status: str
    allowed: int
    paid: int
    cut: dict[str, int]
    plan: dict[str, Any] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()


def one(who: str, charge: str, *lines: str, number: str = "C1", **more: Any) -> tuple[str, str]:  # noqa: ANN401 - passed on
    return claim(who, number, charge, lines, **more)


def other(paid: str, payer: str = "MS002", cas: str = "") -> str:
    """The other payer's part of a claim (loop 2320)."""
    return f"SBR*P*18*******MB~{cas}AMT*D*{paid}~OI***Y***Y~NM1*IL*1*X*Y****MI*1~NM1*PR*2*OTHER*****PI*{payer}~"


V213, V214, X1 = line("ZV213", "100"), line("ZV214", "150"), line("ZX1", "420")
NO_DEDUCTIBLE: dict[str, Any] = {"deductible": 0}

CASES = [
    # 150.00 billed, 120.00 allowed: 30.00 off; 20 % of 120.00 is 24.00.
    Case("coinsurance", [one("vale", "150", V214)], "1", 12000, 9600, {"CO:45": 3000, "PR:2": 2400}, NO_DEDUCTIBLE),
    Case("deductible takes it all", [one("vale", "150", V214)], "1", 12000, 0, {"CO:45": 3000, "PR:1": 12000}),
    # 420.00 went before, 80.00 of 500.00 are left; 20 % of the other 40.00 is 8.00.
    Case("deductible partly met", [one("vale", "420", X1), one("vale", "150", V214, number="C2")],
         "1", 12000, 3200, {"CO:45": 3000, "PR:1": 8000, "PR:2": 800}),
    Case("deductible met", [one("vale", "500", line("ZX1", "500")), one("vale", "150", V214, number="C2")],
         "1", 12000, 9600, {"CO:45": 3000, "PR:2": 2400}),
    # 600.00: 500.00 deductible, 20 % of 100.00.
    Case("deductible exceeded in a line", [one("vale", "600", line("ZX1", "600"))],
         "1", 60000, 8000, {"PR:1": 50000, "PR:2": 2000}),
    Case("deductible over two lines", [one("vale", "600", line("ZX1", "300"), line("ZX2", "300"))],
         "1", 60000, 8000, {"PR:1": 50000, "PR:2": 2000}),
    Case("a new year, a new deductible",
         [one("vale", "500", line("ZX1", "500", day="20251230")), one("vale", "150", V214, number="C2")],
         "1", 12000, 0, {"CO:45": 3000, "PR:1": 12000}),
    # 20 % of 12.33 is 2.466.
    Case("coinsurance rounds up", [one("vale", "12.33", line("ZX1", "12.33"))],
         "1", 1233, 986, {"PR:2": 247}, NO_DEDUCTIBLE),
    # 25 % of 10.02 is 2.505: half a cent goes up.
    Case("coinsurance rounds half up", [one("vale", "10.02", line("ZX1", "10.02"))],
         "1", 1002, 751, {"PR:2": 251}, {"deductible": 0, "coinsurance_percent": 25}),
    # 20 % of 12.32 is 2.464.
    Case("coinsurance rounds down", [one("vale", "12.32", line("ZX1", "12.32"))],
         "1", 1232, 986, {"PR:2": 246}, NO_DEDUCTIBLE),
    # 60 % of 500.00; 257.00 deductible; 20 % of 43.00 is 8.60; 2 % of 34.40 is 0.688.
    Case("sequestration after deductible", [one("amaro", "500", line("ZX1", "500"))],
         "1", 30000, 3371, {"CO:45": 20000, "CO:253": 69, "PR:1": 25700, "PR:2": 860}),
    # 60.00 allowed, 12.00 coinsurance, 2 % of 48.00 is 0.96.
    Case("sequestration", [one("amaro", "100", line("ZX1", "100"))],
         "1", 6000, 4704, {"CO:45": 4000, "CO:253": 96, "PR:2": 1200}, NO_DEDUCTIBLE),
    Case("copay instead of deductible", [one("vale", "100", V213)], "1", 8000, 5500, {"CO:45": 2000, "PR:3": 2500}),
    Case("copay greater than allowed", [one("vale", "18", line("ZV213", "18"))], "1", 1800, 0, {"PR:3": 1800}),
    Case("copay, then deductible", [one("vale", "100", V213)], "1", 8000, 0,
         {"CO:45": 2000, "PR:3": 2500, "PR:1": 5500}, {"copay_waives_deductible": False}),
    # 80.00: 25.00 copay, 30.00 deductible, 20 % of 25.00.
    Case("copay, deductible and coinsurance", [one("vale", "100", V213)], "1", 8000, 2000,
         {"CO:45": 2000, "PR:3": 2500, "PR:1": 3000, "PR:2": 500},
         {"copay_waives_deductible": False, "deductible": 3000}),
    Case("one copay a day", [one("vale", "200", V213, line("ZV213:25", "100"))], "1", 16000, 5500,
         {"CO:45": 4000, "PR:3": 2500, "PR:1": 8000}),
    Case("preventive is free", [one("vale", "150", line("ZP001", "150"))], "1", 15000, 15000, {}),
    # 3 x 15.00 of 60.00; 20 % of 45.00.
    Case("units", [one("vale", "60", line("ZL001", "60", units="3"))], "1", 4500, 3600,
         {"CO:45": 1500, "PR:2": 900}, NO_DEDUCTIBLE),
    Case("downcoded", [one("vale", "200", line("ZV215", "200"))], "1", 12000, 9600,
         {"CO:45": 8000, "PR:2": 2400}, NO_DEDUCTIBLE),
    Case("billed below the fee", [one("vale", "100", line("ZV214", "100"))], "1", 10000, 8000,
         {"PR:2": 2000}, NO_DEDUCTIBLE),
    Case("not a member", [one("nox", "50", line("ZV213", "50"))], "4", 0, 0, {"CO:31": 5000}),
    Case("coverage ended", [one("quist", "100", V213)], "4", 0, 0, {"CO:27": 10000}),
    Case("before coverage", [one("vale", "100", line("ZV213", "100", day="20191231"))], "4", 0, 0, {"CO:26": 10000}),
    Case("duplicate", [one("vale", "150", V214), one("vale", "150", V214, number="C2")], "4", 0, 0, {"OA:18": 15000}),
    # 28 February 2025 to 2 March 2026 is 367 days.
    Case("too late", [one("vale", "100", line("ZV213", "100", day="20250228"))], "4", 0, 0, {"CO:29": 10000}),
    # 2 March 2025 to 2 March 2026 is 365 days: the last day.
    Case("on the last day", [one("vale", "100", line("ZV213", "100", day="20250302"))], "1", 8000, 5500,
         {"CO:45": 2000, "PR:3": 2500}),
    Case("no authorisation", [one("vale", "900", line("ZX900", "900"))], "4", 0, 0, {"CO:197": 90000}),
    Case("authorised", [one("vale", "900", line("ZX900", "900"), references=AUTH)], "1", 90000, 72000,
         {"PR:2": 18000}, NO_DEDUCTIBLE),
    Case("not covered", [one("vale", "40", line("ZC001", "40"))], "4", 0, 0, {"PR:96": 4000}),
    Case("not covered by this plan", [one("vale", "40", line("ZC002", "40"))], "4", 0, 0, {"PR:204": 4000}),
    Case("bundled", [one("vale", "180", V214, line("ZL002", "30"))], "1", 12000, 9600,
         {"CO:45": 3000, "PR:2": 2400, "CO:97": 3000}, NO_DEDUCTIBLE, ("M15",)),
    # The distinct service adds 30.00: 6.00 coinsurance, 24.00 paid.
    Case("not bundled: distinct", [one("vale", "180", V214, line("ZL002:59", "30"))], "1", 15000, 12000,
         {"CO:45": 3000, "PR:2": 3000}, NO_DEDUCTIBLE),
    Case("drug without NDC", [one("vale", "80", line("ZJ001", "80"))], "4", 0, 0, {"CO:16": 8000}, {}, ("M119",)),
    Case("not necessary", [one("vale", "60", line("ZL003", "60"))], "4", 0, 0, {"CO:50": 6000}),
    Case("necessary", [one("vale", "60", line("ZL003", "60"), diagnosis="E119")], "1", 6000, 4800,
         {"PR:2": 1200}, NO_DEDUCTIBLE),
    Case("another insurance first", [one("both", "70", line("ZX1", "70"))], "4", 0, 0, {"CO:22": 7000}),
    # 500.00: 33.71 paid before, 265.60 left to the patient. Own 45 % is 225.00, less 33.71 is 191.29.
    # Told before: 500.00 - 265.60 = 234.40. The rest: 265.60 - 191.29 = 74.31.
    Case("secondary, the lesser of",
         [one("amaro2", "500", line("ZX1", "500", more="SVD*MS002*33.71*HC:ZX1**1~CAS*CO*45*200**253*0.69~"
              "CAS*PR*1*257**2*8.6~DTP*573*D8*20260301~"), order="S", other=other("33.71"))],
         "2", 22500, 19129, {"OA:23": 23440, "CO:45": 7431}),
    Case("secondary, the patient's share",
         [one("vale", "150", line("ZV214", "150", more="SVD*MS002*90*HC:ZV214**1~CAS*CO*45*50~CAS*PR*2*10~"
              "DTP*573*D8*20260301~"), order="S", other=other("90"))],
         "2", 12000, 1000, {"OA:23": 14000}),
    # 60.00 left on the claim as a whole: all on the first line of 70.00.
    Case("secondary, decided as a whole",
         [one("vale", "100", line("ZX1", "70"), line("ZX2", "30"), order="S", other=other("40", cas="CAS*PR*1*60~"))],
         "2", 10000, 6000, {"OA:23": 4000}),
    Case("secondary, nothing told", [one("vale", "150", V214, order="S")], "4", 0, 0, {"CO:16": 15000}, {}, ("N4",)),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.words)
def test_by_hand(case: Case) -> None:
    plans = tuple(replace(plan, **case.plan) if case.plan else plan for plan in PLANS)
    book = PayerBook(Registry(PAYERS, plans, MEMBERS))
    for control, one_claim in enumerate(case.claims, 1):
        book.receive(file(one_claim, control=control), MONDAY)
    book.due(MONDAY + timedelta(days=30))
    number = "C2" if len(case.claims) > 1 else "C1"
    decision = next(decision for remit in book.remits() for decision in remit.decisions if decision.claim_id == number)
    cut: dict[str, int] = {}
    for decided in decision.lines:
        for part in decided.adjustments:
            key = f"{part.group}:{part.reason}"
            cut[key] = cut.get(key, 0) + part.cents
    remarks = tuple(remark for decided in decision.lines for remark in decided.remarks)
    assert (decision.status, decision.allowed, decision.paid, cut) == (case.status, case.allowed, case.paid, case.cut)
    assert set(case.remarks) <= set(remarks)
