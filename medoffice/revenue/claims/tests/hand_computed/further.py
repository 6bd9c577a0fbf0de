"""More cases by hand, of what could go wrong between decisions. These were written after the posting was read."""

from medoffice.revenue.claims.tests.hand_computed.later_decisions import (
    B_PAID,
    BACK,
    BOTH_PAYERS,
    FIRST,
    PRIMARY,
    VISIT,
)
from medoffice.revenue.claims.tests.hand_computed.shapes import (
    CHECKS,
    CONTRACT,
    EFT,
    INSURANCE,
    PAID,
    PATIENT,
    REVENUE,
    Case,
    Visit,
    check,
    claim,
    line,
    no_money,
    transfer,
)

PRIMARY_BACK = claim("A", "22", "-150", "-100", "-20", line("A1", "ZZ001", "-150", "-100", "CO 45 -30", "PR 2 -20"))
ONE = claim("A", "1", "150", "120", "0", line("A1", "ZZ001", "150", "120", "CO 45 30"))

CASES = (
    Case(
        # 100 - 100 + 110 = 110 paid, 30 contract, 10 wait for the second payer: never the patient's, before or after.
        # Its claim has gone with the first decision: one person is told
        "reversed while the second payer is asked",
        (BOTH_PAYERS,),
        (
            transfer("T1", "100", PRIMARY),
            transfer(
                "T2",
                "10",
                PRIMARY_BACK,
                claim("A", "1", "150", "110", "10", line("A1", "ZZ001", "150", "110", "CO 45 30", "PR 2 10"), icn="I2"),
            ),
        ),
        {EFT: 11000, INSURANCE: 1000, CONTRACT: 3000, REVENUE: -15000},
        {"A": PAID},
        insurance=1000,
        items=1,
    ),
    Case(
        # second payer: its fee is 100, and 100 were paid: 150 = 0 + 100 told before + 50 contract. Only 20 are left
        # after the first payer (150 - 100 - 30), so 20 are taken off, not 50: contract 30 + 20
        "the second payer's fee is no more than was paid",
        (BOTH_PAYERS,),
        (
            transfer("T1", "100", PRIMARY),
            no_money(
                "T2",
                claim("AS", "2", "150", "0", "0", line("AS1", "ZZ001", "150", "0", "OA 23 100", "CO 45 50")),
                second_payer=True,
            ),
        ),
        {EFT: 10000, CONTRACT: 5000, REVENUE: -15000},
        {"A": PAID, "AS": PAID},
    ),
    Case(
        # the culture is denied in the first part, the visit paid in the second: the denial still waits for a person
        "one part denied, the other paid later",
        (Visit(("visit", "culture")),),
        (
            no_money("T1", claim("A", "4", "40", "0", "0", line("A2", "ZZ002", "40", "0", "CO 16 40"))),
            check(
                "T2", "120", claim("A", "1", "150", "120", "0", line("A1", "ZZ001", "150", "120", "CO 45 30"), icn="I2")
            ),
        ),
        {CHECKS: 12000, INSURANCE: 4000, CONTRACT: 3000, REVENUE: -19000},
        {"A": PAID},
        insurance=4000,
        items=1,
    ),
    Case(
        # the second payer answers under the first one's claim number: 150 = 20 + 130 told before; 100 + 20 paid
        "forwarded, and the second payer pays",
        (BOTH_PAYERS,),
        (
            transfer(
                "T1",
                "100",
                claim("A", "19", "150", "100", "20", line("A1", "ZZ001", "150", "100", "CO 45 30", "PR 2 20")),
            ),
            transfer(
                "T2",
                "20",
                claim("A", "2", "150", "20", "0", line("A1", "ZZ001", "150", "20", "OA 23 130"), icn="S1"),
                second_payer=True,
            ),
        ),
        {EFT: 12000, CONTRACT: 3000, REVENUE: -15000},
        {"A": PAID, "AS": PAID},
    ),
    Case(
        # paid twice (240), then the second is taken back: 120, contract 30 once, nothing left to do
        "paid twice, the second taken back",
        (VISIT, VISIT),
        (
            check("T1", "120", ONE),
            check("T2", "120", ONE),
            check(
                "T3",
                "0",
                claim("A", "22", "-150", "-120", "0", line("A1", "ZZ001", "-150", "-120", "CO 45 -30")),
                B_PAID,
            ),
        ),
        {CHECKS: 24000, CONTRACT: 6000, REVENUE: -30000},
        {"A": PAID, "B": PAID},
    ),
    Case(
        # the same decision twice would bill the patient 24 twice: once it is, and the payer's 96 are a credit
        "decided twice with a share",
        (VISIT,),
        (check("T1", "96", FIRST), check("T2", "96", FIRST)),
        {CHECKS: 19200, PATIENT: 2400, INSURANCE: -9600, CONTRACT: 3000, REVENUE: -15000},
        {"A": PAID},
        patient=2400,
        insurance=-9600,
        items=1,
        shares={"2": 2400},
    ),
    Case(
        # decided, taken back and decided the same again: as if once. 96 - 96 + 96
        "reversed and decided as before",
        (VISIT,),
        (check("T1", "96", FIRST), check("T2", "0", BACK, FIRST)),
        {CHECKS: 9600, PATIENT: 2400, CONTRACT: 3000, REVENUE: -15000},
        {"A": PAID},
        patient=2400,
        shares={"2": 2400},
    ),
    Case(
        # lines for a whole: the culture's 40 by claim: 40 = 30 + 10 at the claim, its line says 40 paid less 10
        "a line and an adjustment of the whole claim",
        (Visit(("culture",)),),
        (check("T1", "30", claim("A", "1", "40", "30", "0", line("A1", "ZZ002", "40", "40"), cas="CO 45 10")),),
        {CHECKS: 3000, CONTRACT: 1000, REVENUE: -4000},
        {"A": PAID},
    ),
)
