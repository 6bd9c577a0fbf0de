"""Planted advices (835): what payers send of payments, takebacks and denials, each with its expected reading."""

from medoffice.standards.x12.tests.planting import Planted, file

ACH = "ACH*CCP*01*123456780*DA*5550001*1512345678**01*123456780*DA*9876*20260302"


def era(amount: str, claims: str, method: str = ACH, handling: str = "I", trace: str = "EFT0001") -> str:
    """One advice around claims."""
    return f"""835
        BPR*{handling}*{amount}*C*{method}
        TRN*1*{trace}*1512345678
        DTM*405*20260301
        N1*PR*HARBOR HEALTH PLAN
        N3*1 PLAN WAY
        N4*DAYTON*OH*45402
        PER*BL*EDI DESK*TE*8005550100
        N1*PE*RIVERBEND MEDICAL*XX*1234567893
        REF*TJ*341234567
        LX*1
        {claims.strip()}"""


ONE = """CLP*MX1001*1*120*85*15*12*ICN900001*11*1
    NM1*QC*1*OKONKWO*ADA****MI*HHP123456
    DTM*232*20260210
    SVC*HC:99213:25*120*85**1
    DTM*472*20260210
    CAS*CO*45*20
    CAS*PR*3*15
    REF*6R*L1
    AMT*B6*100"""

REVERSED = """CLP*MX1001*22*-120*-85*-15*12*ICN900001*11*1
    NM1*QC*1*OKONKWO*ADA****MI*HHP123456
    SVC*HC:99213:25*-120*-85**-1
    DTM*472*20260210
    CAS*CO*45*-20
    CAS*PR*3*-15
    REF*6R*L1"""

PAYMENTS = (
    Planted(
        "paid with contractual adjustment and copay",
        file(era("85", ONE)),
        """# = 1
        0.amount = 85
        0.paid_on = 2026-03-02
        0.production_date = 2026-03-01
        0.method = ACH
        0.trace = EFT0001
        0.payee.identifier = 1234567893
        0.payee_tax_id = 341234567
        0.payer.name = HARBOR HEALTH PLAN
        0.payer_phone = 8005550100
        0.claims.0.claim_id = MX1001
        0.claims.0.patient_responsibility = 15
        0.claims.0.dates = 232 2026-02-10
        0.claims.0.lines.0.procedure = HC:99213:25
        0.claims.0.lines.0.adjustments = CO45 20 | PR3 15
        0.claims.0.lines.0.control = L1
        0.claims.0.lines.0.amounts = B6 100""",
    ),
    Planted(
        "reversal and the corrected claim after it",
        file(era("10", REVERSED + "\n" + ONE.replace("*85", "*95").replace("CO*45*20", "CO*45*10"))),
        """0.claims.# = 2
        0.claims.0.is_reversal = yes
        0.claims.0.charge = -120
        0.claims.0.paid = -85
        0.claims.0.lines.0.units = -1
        0.claims.0.lines.0.adjustments = CO45 -20 | PR3 -15
        0.claims.1.paid = 95
        0.claims.1.is_reversal = no
        0.amount = 10""",
    ),
    Planted(
        "reversal alone, balance carried forward, no payment",
        file(era("0", REVERSED + "\nPLB*1234567893*20261231*FB:ICN900001*-85", "NON************20260302", "H")),
        """0.amount = 0
        0.method = NON
        0.handling = H
        0.paid_on = 2026-03-02
        0.adjustments = FB:ICN900001 -85""",
    ),
    Planted(
        "takeback across two checks in one group",
        file(
            era("0", REVERSED + "\nPLB*1234567893*20261231*FB:T1*-85", "NON************20260302", "H", "T1"),
            era(
                "115",
                ONE.replace("120*85*15", "220*200*0").replace("*120*85", "*220*200").replace("\n    CAS*PR*3*15", "")
                + "\nPLB*1234567893*20261231*FB:T1*85",
                ACH,
                "I",
                "T2",
            ),
        ),
        """# = 2
        0.trace = T1
        0.adjustments.0.amount = -85
        1.trace = T2
        1.control = 0002
        1.adjustments.0.amount = 85
        1.amount = 115""",
    ),
    Planted(
        "secondary and tertiary payers",
        file(
            era(
                "22.5",
                """CLP*MX2*2*120*15*0*MB*ICN2*11*1
            NM1*QC*1*PRUITT*LEE
            SVC*HC:99213*120*15**1
            DTM*472*20260210
            CAS*OA*23*85
            CAS*CO*45*20
            CLP*MX3*3*50*7.5*0*12*ICN3
            NM1*QC*1*PRUITT*LEE
            SVC*HC:36415*50*7.5**1
            DTM*472*20260210
            CAS*OA*23*42.5""",
            )
        ),
        """0.claims.0.status = 2
        0.claims.0.filing = MB
        0.claims.0.lines.0.adjustments = OA23 85 | CO45 20
        0.claims.1.status = 3
        0.claims.1.paid = 7.5""",
    ),
    Planted(
        "processed as primary and forwarded to the next payer",
        file(
            era(
                "60",
                """CLP*MX4*19*100*60*15*MB*ICN4
            NM1*QC*1*PRUITT*LEE****MI*1EG4TE5MK73
            NM1*TT*2*LAKESIDE SUPPLEMENT*****PI*77123
            MOA***MA01*MA18
            SVC*HC:99213*100*60**1
            DTM*472*20260210
            CAS*CO*45*23.77**253*1.23
            CAS*PR*2*15""",
            )
        ),
        """0.claims.0.status = 19
        0.claims.0.forwarded_to.name = LAKESIDE SUPPLEMENT
        0.claims.0.forwarded_to.identifier = 77123
        0.claims.0.remarks = MA01 | MA18
        0.claims.0.lines.0.adjustments = CO45 23.77 | CO253 1.23 | PR2 15""",
    ),
    Planted(
        "every usual adjustment outside claims",
        file(
            era(
                "58.75",
                ONE
                + """
            PLB*1234567893*20261231*WO:ICN8*50*FB:OLD1*20*72:CHK77*-30*L6*-1.25*CS:ADJ*5*J1*-10
            PLB*1234567893*20261231*B2:X*-7.5""",
            )
        ),
        """0.adjustments = WO:ICN8 50 | FB:OLD1 20 | 72:CHK77 -30 | L6: -1.25 | CS:ADJ 5 | J1: -10 | B2:X -7.5
        0.adjustments.0.fiscal_date = 2026-12-31
        0.adjustments.6.provider = 1234567893
        0.amount = 58.75""",
    ),
    Planted(
        "nothing but capitation, no claim at all",
        file(era("500", "PLB*1234567893*20261231*CT:MARCH*-500").replace("LX*1\n", "\n").replace("\n        \n", "\n")),
        """0.claims.# = 0
        0.adjustments = CT:MARCH -500
        0.amount = 500""",
    ),
    Planted(
        "capitated claim",
        file(
            era(
                "0",
                """CLP*MX5*1*100*0*0*HM*ICN5
            NM1*QC*1*PRUITT*LEE
            SVC*HC:99213*100*0**1
            DTM*472*20260210
            CAS*CO*24*100""",
                "NON************20260302",
                "H",
            )
        ),
        """0.claims.0.paid = 0
        0.claims.0.lines.0.adjustments = CO24 100""",
    ),
    Planted(
        "denied, with remarks of the line",
        file(
            era(
                "0",
                """CLP*MX6*4*100*0**12*ICN6
            NM1*QC*1*PRUITT*LEE
            SVC*HC:99213*100*0**0**1
            DTM*472*20260210
            CAS*CO*16*100
            LQ*HE*M15
            LQ*HE*N657
            LQ*RX*75""",
                "NON************20260302",
                "H",
            )
        ),
        """0.claims.0.status = 4
        0.claims.0.patient_responsibility = -
        0.claims.0.lines.0.units = 0
        0.claims.0.lines.0.original_units = 1
        0.claims.0.lines.0.remarks = M15 | N657 | 75""",
    ),
    Planted(
        "paper check",
        file(era("85", ONE, "CHK************20260305", trace="CHK001234")),
        """0.method = CHK
        0.paid_on = 2026-03-05
        0.trace = CHK001234""",
    ),
    Planted(
        "money taken from the office's account, the telephone behind an address of mail",
        file(era("85", ONE).replace("BPR*I*85*C", "BPR*D*85*D").replace("DESK*TE", "DESK*EM*EDI@HARBOR.EXAMPLE*TE")),
        "0.credit = D\n0.payer_phone = 8005550100",
        ("taken from the office's account",),
    ),
    Planted(
        "federal wire",
        file(era("85", ONE, "FWT**01*123456780*DA*5*1512345678**01*123456780*DA*9*20260302")),
        "0.method = FWT\n0.paid_on = 2026-03-02",
    ),
    Planted(
        "interest, told at the claim and paid outside it",
        file(
            era(
                "86.25",
                ONE.replace("    SVC", "    AMT*I*1.25\n    SVC", 1) + "\nPLB*1234567893*20261231*L6:ICN900001*-1.25",
            )
        ),
        """0.claims.0.amounts = I 1.25
        0.claims.0.paid = 85
        0.adjustments = L6:ICN900001 -1.25""",
    ),
)
