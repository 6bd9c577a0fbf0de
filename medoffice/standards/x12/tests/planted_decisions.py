"""Planted decisions about claims and lines (835): bundled, split, cut, denied; and advices that do not hold."""

from medoffice.standards.x12.tests.planted_remits import ONE, REVERSED, era
from medoffice.standards.x12.tests.planting import Planted, file

DECISIONS = (
    Planted(
        "remarks of an inpatient and an outpatient claim",
        file(
            era(
                "170",
                ONE.replace("    DTM*232", "    MIA*1***250*MA02***************N510*MA13*N19*N20\n    DTM*232", 1)
                + "\n"
                + ONE.replace("    DTM*232", "    MOA*.8*12.5*MA01*MA07*N19*N20*N21*3.5\n    DTM*232", 1),
            )
        ),
        """0.claims.0.remarks = MA02 | N510 | MA13 | N19 | N20
        0.claims.1.remarks = MA01 | MA07 | N19 | N20 | N21
        0.claims.1.outpatient.0 = .8""",
    ),
    Planted(
        "six adjustments in one segment, one negative, two with quantities",
        file(
            era(
                "62.36",
                """CLP*MX7*1*100*62.36*0*12*ICN7
            NM1*QC*1*PRUITT*LEE
            SVC*HC:99213*100*62.36**1
            DTM*472*20260210
            CAS*CO*45*10*1*59*20**253*1.64**144*-2.5**96*5**237*3.5*2""",
            )
        ),
        "0.claims.0.lines.0.adjustments = CO45 10 x1 | CO59 20 | CO253 1.64 | CO144 -2.5 | CO96 5 | CO237 3.5 x2",
    ),
    Planted(
        "two lines bundled into one",
        file(
            era(
                "35",
                """CLP*MX8*1*100*35*0*12*ICN8
            NM1*QC*1*PRUITT*LEE
            SVC*HC:80053*60*35**1*HC:80048*1
            DTM*472*20260210
            CAS*OA*94*-40
            CAS*CO*45*65
            REF*6R*L1
            SVC*HC:80053*40*0**0*HC:84443:59*1
            DTM*472*20260210
            CAS*CO*97*40
            REF*6R*L2""",
            )
        ),
        """0.claims.0.lines.0.procedure = HC:80053
        0.claims.0.lines.0.original = HC:80048
        0.claims.0.lines.1.original = HC:84443:59
        0.claims.0.lines.1.units = 0
        0.claims.0.lines.1.original_units = 1
        0.claims.0.lines.1.control = L2""",
    ),
    Planted(
        "units cut and a line split in two",
        file(
            era(
                "90",
                """CLP*MX9*1*180*90*0*12*ICN9
            NM1*QC*1*PRUITT*LEE
            SVC*HC:97110:GP*120*60**2**4
            DTM*472*20260210
            CAS*CO*151*60*2
            REF*6R*L1
            SVC*HC:97140:GP*30*30**1
            DTM*150*20260210
            DTM*151*20260211
            REF*6R*L2
            SVC*HC:97140:GP:59*30*0**1
            DTM*472*20260211
            CAS*PI*B15*30
            REF*6R*L2""",
            )
        ),
        """0.claims.0.lines.0.units = 2
        0.claims.0.lines.0.original_units = 4
        0.claims.0.lines.0.adjustments = CO151 60 x2
        0.claims.0.lines.1.dates = 150 2026-02-10 | 151 2026-02-11
        0.claims.0.lines.1.control = L2
        0.claims.0.lines.2.control = L2
        0.claims.0.lines.2.procedure = HC:97140:GP:59""",
    ),
    Planted(
        "deductible, coinsurance and copay in one segment; no production date; coverage amount",
        file(
            era(
                "15",
                """CLP*MX10*1*100*15*85*12*ICN10
            NM1*QC*1*PRUITT*LEE
            AMT*AU*100
            SVC*HC:99213*100*15**1
            DTM*472*20260210
            CAS*PR*1*50**2*20**3*15""",
            ).replace("        DTM*405*20260301\n", "")
        ),
        """0.production_date = -
        0.claims.0.amounts = AU 100
        0.claims.0.lines.0.adjustments = PR1 50 | PR2 20 | PR3 15""",
    ),
    Planted(
        "adjusted at the claim, no lines",
        file(
            era("0", "CLP*MX11*4*100*0*0*12*ICN11\nCAS*CO*18*100\nNM1*QC*1*PRUITT*LEE", "NON************20260302", "H")
        ),
        """0.claims.0.lines.# = 0
        0.claims.0.adjustments = CO18 100""",
    ),
    Planted(
        "our number in other letters, and cut",
        file(era("170", ONE.replace("MX1001", "mx1001") + "\n" + ONE.replace("MX1001", "MX10"))),
        """0.claims.0.claim_id = mx1001
        0.claims.1.claim_id = MX10""",
    ),
    Planted(
        "negative charge that is no reversal",
        file(
            era(
                "35",
                ONE + "\nCLP*MX12*1*-50*-50*0*12*ICN12\nNM1*QC*1*PRUITT*LEE\nSVC*HC:99213*-50*-50**1\nDTM*472*20260210",
            )
        ),
        """0.claims.1.charge = -50
        0.claims.1.status = 1
        0.claims.1.is_reversal = no""",
    ),
    Planted(
        "names corrected, insured, rendering and priority payer",
        file(
            era(
                "85",
                ONE.replace(
                    "    DTM*232",
                    """    NM1*IL*1*OKONKWO*CHIDI****MI*HHP123450
            NM1*74*1*OKONKWO-BELL*ADAEZE*J***C*HHP123456
            NM1*82*1*VEGA*INES****XX*1497758544
            NM1*PR*2*LAKESIDE MUTUAL*****PI*77123
            REF*1L*GRP55
            REF*EA*MRN12
            DTM*050*20260215
            DTM*232""",
                    1,
                ),
            )
        ),
        """0.claims.0.patient.first = ADA
        0.claims.0.insured.identifier = HHP123450
        0.claims.0.corrected.name = OKONKWO-BELL
        0.claims.0.corrected.identifier = HHP123456
        0.claims.0.rendering.identifier = 1497758544
        0.claims.0.priority_payer.name = LAKESIDE MUTUAL
        0.claims.0.references = 1L GRP55 | EA MRN12
        0.claims.0.dates = 050 2026-02-15 | 232 2026-02-10""",
    ),
    Planted(
        "drug code, revenue code, description in the procedure",
        file(
            era(
                "30",
                """CLP*MX13*1*30*30*0*12*ICN13
            NM1*QC*1*PRUITT*LEE
            SVC*N4:00002143380*10*10**2.5
            DTM*472*20260210
            SVC*NU:0450*10*10**1
            DTM*472*20260210
            SVC*HC:99213:25::::OFFICE VISIT*10*10*0510*1
            DTM*472*20260210""",
            )
        ),
        """0.claims.0.lines.0.procedure = N4:00002143380
        0.claims.0.lines.0.units = 2.5
        0.claims.0.lines.1.procedure = NU:0450
        0.claims.0.lines.2.procedure = HC:99213:25
        0.claims.0.lines.2.procedure.description = OFFICE VISIT
        0.claims.0.lines.2.revenue = 0510""",
        ("SVC01-07 Nothing is allowed",),
        ok=False,
    ),
    Planted(
        "amounts as mainframes write them",
        file(era("085.00", ONE.replace("CO*45*20", "CO*45*019.50**253*.5").replace("120*85*15", "120.00*85.*15.0"))),
        """0.amount = 85
        0.claims.0.paid = 85
        0.claims.0.lines.0.adjustments = CO45 19.5 | CO253 0.5 | PR3 15""",
    ),
    Planted(
        "summaries of Medicare and outside facts are passed over without loss of money",
        file(era("85", "TS3*1234567893*11*20261231*1*120\nTS2*1*2\n" + ONE.replace("CLP", "CLP", 1))),
        "0.claims.0.paid = 85",
    ),
    Planted(
        "adjustment of the payer without a reference, six in a row with gaps",
        file(era("60", ONE + "\nPLB*1234567893*20261231*WO*25")),
        "0.adjustments = WO: 25",
    ),
    Planted(
        "predetermination and a claim that is not theirs",
        file(
            era(
                "0",
                "CLP*MX14*25*100*0*0*12*P1\nCAS*OA*101*100\nNM1*QC*1*PRUITT*LEE\nCLP*MX15*23*100*0*0*12*P2\n"
                "CAS*OA*B11*100\nNM1*QC*1*PRUITT*LEE\nNM1*TT*2*LAKESIDE*****PI*77",
                "NON************20260302",
                "H",
            )
        ),
        """0.claims.0.status = 25
        0.claims.1.status = 23
        0.claims.1.forwarded_to.name = LAKESIDE""",
    ),
)

REFUSED = (
    Planted(
        "a line is off by a cent",
        file(era("85", ONE.replace("CO*45*20", "CO*45*20.01"))),
        "0.claims.0.lines.0.adjustments.0.amount = 20.01",
        (r"\$35\.01",),
        ok=False,
    ),
    Planted(
        "a claim is off by a cent",
        file(era("85.01", ONE.replace("120*85*15", "120*85.01*15"))),
        "0.claims.0.paid = 85.01\n0.claims.0.lines.0.paid = 85",
        (r"85\.01",),
        ok=False,
    ),
    Planted("the advice is off by a cent", file(era("85.01", ONE)), "0.amount = 85.01", (r"85\.01",), ok=False),
    Planted(
        "the charge of a claim is not that of its lines",
        file(era("85", ONE.replace("CLP*MX1001*1*120*", "CLP*MX1001*1*121*"))),
        "0.claims.0.charge = 121",
        (r"121",),
        ok=False,
    ),
    Planted(
        "the paid amount of a claim is missing",
        file(era("85", ONE.replace("120*85*15", "120**15"))),
        "",
        (r"CLP|paid|amount",),
        ok=False,
    ),
    Planted(
        "a payment below nothing", file(era("-85", REVERSED)), "0.amount = -85", (r"negative|below|-\$?85",), ok=False
    ),
    Planted(
        "an adjustment without an amount",
        file(era("85", ONE.replace("CO*45*20", "CO*45"))),
        "",
        (r"CAS|amount",),
        ok=False,
    ),
    Planted("half a cent", file(era("85", ONE.replace("*120*85**1", "*120*85.005**1"))), "", (r"85\.005",), ok=False),
    Planted("a comma for a point", file(era("85", ONE.replace("CO*45*20", "CO*45*20,00"))), "", (r"20,00",), ok=False),
    Planted("a letter in an amount", file(era("85", ONE.replace("120*85*15", "120*85O*15"))), "", (r"85O",), ok=False),
    Planted(
        "a seventh adjustment in one segment",
        file(era("85", ONE.replace("CO*45*20", "CO*45*1**59*1**97*1**96*1**16*1**18*1**50*14"))),
        "",
        (r"CAS|too many|adjustments",),
        ok=False,
    ),
    Planted(
        "a seventh adjustment outside claims",
        file(era("78", ONE + "\nPLB*1234567893*20261231" + "*CS:A*1" * 7)),
        "",
        (r"PLB",),
        ok=False,
    ),
    Planted(
        "a day that is none",
        file(era("85", ONE.replace("DTM*472*20260210", "DTM*472*20260231"))),
        "",
        (r"20260231",),
        ok=False,
    ),
    Planted(
        "a segment nobody knows",
        file(era("85", ONE + "\nZZT*SOMETHING*9")),
        "0.claims.0.paid = 85",
        (r"ZZT",),
        ok=False,
    ),
    Planted(
        "money before any claim", file(era("85", "SVC*HC:99213*40*40**1\nCAS*CO*45*5\n" + ONE)), "", (r"SVC",), ok=False
    ),
    Planted(
        "a reversal whose amounts are not below zero",
        file(era("0", REVERSED.replace("-", "") + "\nPLB*1234567893*20261231*FB:X*85")),
        "0.claims.0.is_reversal = yes\n0.claims.0.charge = 120",
        (r"below zero, not \$120\.00",),
        ok=False,
    ),
)
