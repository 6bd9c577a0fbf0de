"""One decision a claim: payments, shares of the patient, denials, and what nobody may decide but a person."""

from medoffice.revenue.billing.types import Method
from medoffice.revenue.claims.tests.hand_computed.shapes import (
    CARDS,
    CHECKS,
    CONTRACT,
    CREDITS,
    DENIED,
    DRAWER,
    EFT,
    INSURANCE,
    PAID,
    PATIENT,
    REVENUE,
    SENT,
    WITHHELD,
    Case,
    Visit,
    check,
    claim,
    line,
    no_money,
    transfer,
)

VISIT = Visit()
TWO = Visit(("visit", "culture"))

CASES = (
    Case(
        "paid in full",  # 150.00 billed, 150.00 paid, nothing left
        (VISIT,),
        (transfer("T1", "150", claim("A", "1", "150", "150", "0", line("A1", "ZZ001", "150", "150"))),),
        {EFT: 15000, REVENUE: -15000},
        {"A": PAID},
    ),
    Case(
        "contractual only",  # 150.00 = 110.00 paid + 40.00 contract
        (VISIT,),
        (check("T1", "110", claim("A", "1", "150", "110", "0", line("A1", "ZZ001", "150", "110", "CO 45 40"))),),
        {CHECKS: 11000, CONTRACT: 4000, REVENUE: -15000},
        {"A": PAID},
    ),
    Case(
        "all to the deductible",  # 150.00 = 0 paid + 30.00 contract + 120.00 deductible; no money moves
        (VISIT,),
        (no_money("T1", claim("A", "1", "150", "0", "120", line("A1", "ZZ001", "150", "0", "CO 45 30", "PR 1 120"))),),
        {PATIENT: 12000, CONTRACT: 3000, REVENUE: -15000},
        {"A": PAID},
        patient=12000,
        shares={"1": 12000},
    ),
    Case(
        "coinsurance",  # allowed 150 - 30 = 120; 20 % of 120 = 24 the patient's; 120 - 24 = 96 paid
        (VISIT,),
        (
            transfer(
                "T1", "96", claim("A", "1", "150", "96", "24", line("A1", "ZZ001", "150", "96", "CO 45 30", "PR 2 24"))
            ),
        ),
        {EFT: 9600, PATIENT: 2400, CONTRACT: 3000, REVENUE: -15000},
        {"A": PAID},
        patient=2400,
        shares={"2": 2400},
    ),
    Case(
        "copay taken at the desk is the share",  # 150 = 95 paid + 30 contract + 25 copay; 25 desk - 25 = 0 left
        (Visit(desk=2500),),
        (
            transfer(
                "T1", "95", claim("A", "1", "150", "95", "25", line("A1", "ZZ001", "150", "95", "CO 45 30", "PR 3 25"))
            ),
        ),
        {EFT: 9500, DRAWER: 2500, CONTRACT: 3000, REVENUE: -15000},
        {"A": PAID},
        shares={"3": 2500},
    ),
    Case(
        "copay taken is more than the share",  # 150 = 100 paid + 30 contract + 20 copay; 25 card - 20 = 5 held
        (Visit(desk=2500, method=Method.CARD),),
        (
            transfer(
                "T1",
                "100",
                claim("A", "1", "150", "100", "20", line("A1", "ZZ001", "150", "100", "CO 45 30", "PR 3 20")),
            ),
        ),
        {EFT: 10000, CARDS: 2500, CREDITS: -500, CONTRACT: 3000, REVENUE: -15000},
        {"A": PAID},
        unapplied=500,
        shares={"3": 2000},
    ),
    Case(
        "copay taken is less than the share",  # allowed 120; 25 + 20 % of 95 = 19; 76 paid; 44 - 25 = 19 left
        (Visit(desk=2500, method=Method.CHECK),),
        (
            transfer(
                "T1",
                "76",
                claim("A", "1", "150", "76", "44", line("A1", "ZZ001", "150", "76", "CO 45 30", "PR 3 25", "PR 2 19")),
            ),
        ),
        {EFT: 7600, CHECKS: 2500, PATIENT: 1900, CONTRACT: 3000, REVENUE: -15000},
        {"A": PAID},
        patient=1900,
        shares={"2": 1900, "3": 2500},
    ),
    Case(
        "nothing was the patient's, the copay is held",  # 150 = 120 paid + 30 contract; 25 desk - 0 = 25 held
        (Visit(desk=2500),),
        (transfer("T1", "120", claim("A", "1", "150", "120", "0", line("A1", "ZZ001", "150", "120", "CO 45 30"))),),
        {EFT: 12000, DRAWER: 2500, CREDITS: -2500, CONTRACT: 3000, REVENUE: -15000},
        {"A": PAID},
        unapplied=2500,
    ),
    Case(
        # visit: allowed 120; 50 deductible left; 20 % of 70 = 14; 70 - 14 = 56 paid: 56 + 30 + 50 + 14 = 150
        # culture: allowed 30; 20 % = 6; 24 paid: 24 + 10 + 6 = 40.  Paid 80, contract 40, patient 50 + 14 + 6 = 70
        "deductible met in the middle of the claim",
        (TWO,),
        (
            transfer(
                "T1",
                "80",
                claim(
                    "A",
                    "1",
                    "190",
                    "80",
                    "70",
                    line("A1", "ZZ001", "150", "56", "CO 45 30", "PR 1 50", "PR 2 14")
                    + line("A2", "ZZ002", "40", "24", "CO 45 10", "PR 2 6"),
                ),
            ),
        ),
        {EFT: 8000, PATIENT: 7000, CONTRACT: 4000, REVENUE: -19000},
        {"A": PAID},
        patient=7000,
        shares={"1": 5000, "2": 2000},
    ),
    Case(
        # visit: 150 = 95 + 30 + 25 copay; culture: 40 deductible; shot: 25.05 = 20 + 5.05
        # paid 115, contract 35.05, patient 65 - 20 taken at the desk = 45; billed 215.05
        "three lines, each another way",
        (Visit(("visit", "culture", "shot"), desk=2000),),
        (
            transfer(
                "T1",
                "115",
                claim(
                    "A",
                    "1",
                    "215.05",
                    "115",
                    "65",
                    line("A1", "ZZ001", "150", "95", "CO 45 30", "PR 3 25")
                    + line("A2", "ZZ002", "40", "0", "PR 1 40")
                    + line("A3", "ZZ003", "25.05", "20", "CO 45 5.05"),
                ),
            ),
        ),
        {EFT: 11500, DRAWER: 2000, PATIENT: 4500, CONTRACT: 3505, REVENUE: -21505},
        {"A": PAID},
        patient=4500,
        shares={"1": 4000, "3": 2500},
    ),
    Case(
        "cents that do not come out even",  # allowed 18.37; 20 % = 3.67; 14.70 paid; 25.05 = 14.70 + 6.68 + 3.67
        (Visit(("shot",)),),
        (
            transfer(
                "T1",
                "14.7",
                claim(
                    "A", "1", "25.05", "14.7", "3.67", line("A1", "ZZ003", "25.05", "14.7", "CO 45 6.68", "PR 2 3.67")
                ),
            ),
        ),
        {EFT: 1470, PATIENT: 367, CONTRACT: 668, REVENUE: -2505},
        {"A": PAID},
        patient=367,
        shares={"2": 367},
    ),
    Case(
        "denied as a whole",  # nothing paid, nothing given up: 150 stays owed by the insurance, one person is asked
        (VISIT,),
        (no_money("T1", claim("A", "4", "150", "0", "0", line("A1", "ZZ001", "150", "0", "CO 29 150"))),),
        {INSURANCE: 15000, REVENUE: -15000},
        {"A": DENIED},
        insurance=15000,
        items=1,
    ),
    Case(
        "both lines denied is one denial",  # 150 + 40 stay owed; one claim, one item
        (TWO,),
        (
            no_money(
                "T1",
                claim(
                    "A",
                    "4",
                    "190",
                    "0",
                    "0",
                    line("A1", "ZZ001", "150", "0", "CO 27 150") + line("A2", "ZZ002", "40", "0", "CO 27 40"),
                ),
            ),
        ),
        {INSURANCE: 19000, REVENUE: -19000},
        {"A": DENIED},
        insurance=19000,
        items=1,
    ),
    Case(
        "one line denied",  # visit 150 = 120 + 30; culture 40 denied for want of information stays owed
        (TWO,),
        (
            transfer(
                "T1",
                "120",
                claim(
                    "A",
                    "1",
                    "190",
                    "120",
                    "0",
                    line("A1", "ZZ001", "150", "120", "CO 45 30") + line("A2", "ZZ002", "40", "0", "CO 16 40"),
                ),
            ),
        ),
        {EFT: 12000, INSURANCE: 4000, CONTRACT: 3000, REVENUE: -19000},
        {"A": PAID},
        insurance=4000,
        items=1,
    ),
    Case(
        "bundled",  # the culture is said to be part of the visit (97): no money, no write-off, a person looks
        (TWO,),
        (
            transfer(
                "T1",
                "96",
                claim(
                    "A",
                    "1",
                    "190",
                    "96",
                    "24",
                    line("A1", "ZZ001", "150", "96", "CO 45 30", "PR 2 24")
                    + line("A2", "ZZ002", "40", "0", "CO 97 40"),
                ),
            ),
        ),
        {EFT: 9600, PATIENT: 2400, INSURANCE: 4000, CONTRACT: 3000, REVENUE: -19000},
        {"A": PAID},
        patient=2400,
        insurance=4000,
        items=1,
        shares={"2": 2400},
    ),
    Case(
        "paid as another code",  # billed ZZ001, paid as ZZ003: still the line of ZZ001; 150 = 80 + 70
        (VISIT,),
        (
            transfer(
                "T1", "80", claim("A", "1", "150", "80", "0", line("A1", "ZZ003", "150", "80", "CO 45 70", was="ZZ001"))
            ),
        ),
        {EFT: 8000, CONTRACT: 7000, REVENUE: -15000},
        {"A": PAID},
    ),
    Case(
        "not covered and the patient's",  # PR 96 of 150: the payer says the patient owes it
        (VISIT,),
        (no_money("T1", claim("A", "1", "150", "0", "150", line("A1", "ZZ001", "150", "0", "PR 96 150"))),),
        {PATIENT: 15000, REVENUE: -15000},
        {"A": PAID},
        patient=15000,
        shares={"96": 15000},
    ),
    Case(
        "a reason nobody knows",  # 150 = 100 + 30 + 20 for reason 999: the 20 stay owed, a person looks
        (VISIT,),
        (
            transfer(
                "T1",
                "100",
                claim("A", "1", "150", "100", "0", line("A1", "ZZ001", "150", "100", "CO 45 30", "CO 999 20")),
            ),
        ),
        {EFT: 10000, INSURANCE: 2000, CONTRACT: 3000, REVENUE: -15000},
        {"A": PAID},
        insurance=2000,
        items=1,
    ),
    Case(
        "group OA is for a person",  # denied as a duplicate with group OA: nothing moves
        (VISIT,),
        (no_money("T1", claim("A", "4", "150", "0", "0", line("A1", "ZZ001", "150", "0", "OA 18 150"))),),
        {INSURANCE: 15000, REVENUE: -15000},
        {"A": DENIED},
        insurance=15000,
        items=1,
    ),
    Case(
        "group PI is for a person",  # 150 = 100 + 30 + 20 taken off by the payer alone: not the patient's, not given up
        (VISIT,),
        (
            transfer(
                "T1",
                "100",
                claim("A", "1", "150", "100", "0", line("A1", "ZZ001", "150", "100", "CO 45 30", "PI 222 20")),
            ),
        ),
        {EFT: 10000, INSURANCE: 2000, CONTRACT: 3000, REVENUE: -15000},
        {"A": PAID},
        insurance=2000,
        items=1,
    ),
    Case(
        # allowed 100; 20 % = 20 the patient's; 2 % of 80 = 1.60 kept back; 78.40 paid: 78.40 + 50 + 20 + 1.60 = 150
        "sequestration",
        (VISIT,),
        (
            transfer(
                "T1",
                "78.4",
                claim(
                    "A",
                    "1",
                    "150",
                    "78.4",
                    "20",
                    line("A1", "ZZ001", "150", "78.4", "CO 45 50", "PR 2 20", "CO 253 1.6"),
                ),
            ),
        ),
        {EFT: 7840, PATIENT: 2000, CONTRACT: 5000, WITHHELD: 160, REVENUE: -15000},
        {"A": PAID},
        patient=2000,
        shares={"2": 2000},
    ),
    Case(
        "the contract takes all of it",  # 150 contract: taken off as agreed, but a line without pay is looked at
        (VISIT,),
        (no_money("T1", claim("A", "1", "150", "0", "0", line("A1", "ZZ001", "150", "0", "CO 45 150"))),),
        {CONTRACT: 15000, REVENUE: -15000},
        {"A": PAID},
        items=1,
    ),
    Case(
        "adjusted as a whole claim, without lines",  # one charge, so it can only be that one: 150 = 120 + 30
        (VISIT,),
        (transfer("T1", "120", claim("A", "1", "150", "120", "0", cas="CO 45 30")),),
        {EFT: 12000, CONTRACT: 3000, REVENUE: -15000},
        {"A": PAID},
    ),
    Case(
        "an estimate before the service posts nothing",  # CLP02 25: no decision, the claim waits on
        (VISIT,),
        (no_money("T1", claim("A", "25", "150", "0", "0", line("A1", "ZZ001", "150", "0", "OA 101 150"))),),
        {INSURANCE: 15000, REVENUE: -15000},
        {"A": SENT},
        insurance=15000,
    ),
)
