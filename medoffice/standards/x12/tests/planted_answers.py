"""Planted eligibility answers (271), and a professional claim (837P) as others write it."""

from medoffice.standards.x12.tests.planting import Planted, file

HEAD = """271
    BHT*0022*11*BHT0001*20260302*0915
    HL*1**20*1
    NM1*PR*2*HARBOR HEALTH PLAN*****PI*77001
    PER*IC*PROVIDER LINE*TE*8005550100*UR*WWW.HARBORPLAN.EXAMPLE
    HL*2*1*21*1
    NM1*1P*2*RIVERBEND MEDICAL*****XX*1234567893"""

WHO = """
    HL*3*2*22*0
    TRN*2*Q1001*9RIVERBEND
    TRN*1*PAYERTRACE9*9HARBORPLN
    NM1*IL*1*OKONKWO*ADA*J***MI*HHP123456
    REF*6P*GRP55*RIVERBEND WORKS
    REF*18*PLAN9
    N3*12 ELM ST
    N4*DAYTON*OH*45402
    DMG*D8*19800215*F
    INS*Y*18*001*25
    DTP*346*D8*20260101
    DTP*356*RD8*20260101-20261231"""

CHILD = """
    HL*3*2*22*1
    NM1*IL*1*OKONKWO*ADA****MI*HHP123456
    DMG*D8*19800215*F
    HL*4*3*23*0
    TRN*2*Q1002*9RIVERBEND
    NM1*03*1*OKONKWO*TOBI
    DMG*D8*20150601*M
    INS*N*19
    DTP*291*D8*20260302"""

ANSWERS = (
    Planted(
        "active, several plans",
        file(
            HEAD
            + WHO
            + """
        EB*1**30*PR*GOLD PPO
        EB*1**1^33^47^86^98^UC*PR*GOLD PPO
        EB*1**35*HM*DENTAL HMO
        EB*1**88**EXPRESS PHARMACY"""
        ),
        """
        # = 1
        0.trace = Q1001
        0.payer_trace = PAYERTRACE9
        0.subscriber.party.identifier = HHP123456
        0.subscriber.corrected = yes
        0.subscriber.birth_date = 1980-02-15
        0.subscriber.dates = 346 2026-01-01 - | 356 2026-01-01 2026-12-31
        0.benefits.# = 4
        0.benefits.0.kind = 1
        0.benefits.0.plan = GOLD PPO
        0.benefits.1.services = 1 | 33 | 47 | 86 | 98 | UC
        0.benefits.2.insurance = HM
        0.benefits.2.plan = DENTAL HMO
        0.benefits.3.plan = EXPRESS PHARMACY""".replace("- | 356", "- | 356"),
    ),
    Planted(
        "deductible and stop loss, whole and remaining, one and family, in and out of network",
        file(
            HEAD
            + WHO
            + """
        EB*C*IND*30***23*1500*****Y
        EB*C*IND*30***29*412.37*****Y
        EB*C*FAM*30***23*3000*****Y
        EB*C*FAM*30***29*1912.37*****Y
        EB*C*IND*30***23*4000*****N
        EB*G*IND*30***23*6000*****W
        EB*G*IND*30***29*.5*****U"""
        ),
        """
        0.benefits.# = 7
        0.benefits.0.amount = 1500
        0.benefits.0.network = Y
        0.benefits.0.period = 23
        0.benefits.1.period = 29
        0.benefits.1.amount = 412.37
        0.benefits.2.level = FAM
        0.benefits.4.network = N
        0.benefits.5.network = W
        0.benefits.6.amount = 0.5""",
    ),
    Planted(
        "copay and coinsurance by service, with words and place",
        file(
            HEAD
            + WHO
            + """
        EB*B*IND*98^UC**OFFICE VISIT*27*25*****Y
        MSG*PRIMARY CARE ONLY
        MSG*TELEHEALTH SAME
        III*ZZ*11
        EB*A*IND*30****   *.2****Y
        EB*A*IND*98*****0****Y
        EB*B*IND*86***27*0*****Y
        EB*A*IND*47*****1****N""".replace("****   *.2", "*****.2")
        ),
        """
        0.benefits.# = 5
        0.benefits.0.services = 98 | UC
        0.benefits.0.amount = 25
        0.benefits.0.messages = PRIMARY CARE ONLY | TELEHEALTH SAME
        0.benefits.0.places = 11
        0.benefits.1.percent = 0.2
        0.benefits.1.amount = -
        0.benefits.1.authorization =
        0.benefits.2.percent = 0
        0.benefits.3.amount = 0
        0.benefits.4.percent = 1""",
    ),
    Planted(
        "inactive, with the day it ended",
        file(
            HEAD
            + WHO
            + """
        EB*6**30
        DTP*349*D8*20260131
        EB*I**35"""
        ),
        """
        0.benefits.0.kind = 6
        0.benefits.0.dates = 349 2026-01-31 -
        0.benefits.1.kind = I""",
    ),
    Planted(
        "a dependent, primary care, limits, another payer",
        file(
            HEAD
            + CHILD
            + """
        EB*1**30**FAMILY HMO
        EB*L
        LS*2120
        NM1*P3*1*VEGA*INES****XX*1497758544
        PER*IC**TE*9375550101
        LE*2120
        EB*F*IND*33***23***VS*20*Y*Y
        HSD*VS*20***23
        EB*F*IND*33***29***VS*7.5
        DTP*348*RD8*20260101-20261231
        EB*R**30
        REF*6P*OTHERGRP
        LS*2120
        NM1*SEP*2*LAKESIDE MUTUAL*****PI*77123
        LE*2120
        EB*CB*IND*AL***23*150*****W
        EB*D**30********Y*W*HC:97110:GP"""
        ),
        """
        0.dependent.party.first = TOBI
        0.dependent.relation = 19
        0.patient.birth_date = 2015-06-01
        0.trace = Q1002
        0.benefits.# = 7
        0.benefits.1.kind = L
        0.benefits.1.parties.0.kind = P3
        0.benefits.1.parties.0.party.identifier = 1497758544
        0.benefits.1.parties.0.phones = 9375550101
        0.benefits.2.quantity = 20
        0.benefits.2.quantity_kind = VS
        0.benefits.2.authorization = Y
        0.benefits.2.network = Y
        0.benefits.2.deliveries.# = 1
        0.benefits.3.quantity = 7.5
        0.benefits.3.dates = 348 2026-01-01 2026-12-31
        0.benefits.4.parties.0.party.name = LAKESIDE MUTUAL
        0.benefits.4.references = 6P OTHERGRP
        0.benefits.5.services = AL
        0.benefits.6.procedure = HC:97110:GP
        0.benefits.6.authorization = Y""",
    ),
    Planted(
        "not answered by the payer",
        file("""271
        BHT*0022*11*BHT0001*20260302*0915
        HL*1**20*0
        AAA*Y**42*R
        NM1*PR*2*HARBOR HEALTH PLAN*****PI*77001
        AAA*Y**80*P"""),
        """
        # = 1
        0.rejections.# = 2
        0.rejections.0.level = payer
        0.rejections.0.reason = 42
        0.rejections.0.valid = yes
        0.rejections.1.reason = 80""",
    ),
    Planted(
        "not answered for the provider",
        file(
            HEAD.replace("HL*2*1*21*1", "HL*2*1*21*0")
            + """
        AAA*N**51*C"""
        ),
        """
        0.rejections.0.level = provider
        0.rejections.0.reason = 51
        0.rejections.0.follow_up = C
        0.rejections.0.valid = no""",
    ),
    Planted(
        "subscriber not found, two reasons",
        file(
            HEAD
            + """
        HL*3*2*22*0
        TRN*2*Q1003*9RIVERBEND
        NM1*IL*1*OKONKWO*ADA****MI*HHP000
        AAA*N**72*C
        AAA*N**73*C
        DMG*D8*19800215"""
        ),
        """
        0.trace = Q1003
        0.rejections.# = 2
        0.rejections.0.level = subscriber
        0.rejections.1.reason = 73
        0.subscriber.birth_date = 1980-02-15""",
    ),
    Planted(
        "dependent not found, and one benefit not answered",
        file(
            HEAD
            + CHILD.replace("    DMG*D8*2015", "    AAA*N**67*C\n    DMG*D8*2015")
            + """
        EB*1**30
        EB*V**35
        AAA*N**70*C"""
        ),
        """
        0.rejections.0.level = dependent
        0.rejections.0.reason = 67
        0.rejections.1.level = benefit
        0.rejections.1.reason = 70""",
    ),
    Planted(
        "two people in one answer",
        file(
            HEAD
            + WHO
            + """
        EB*1**30
        HL*4*2*22*0
        TRN*2*Q2*9RIVERBEND
        NM1*IL*1*PRUITT*LEE****MI*HHP9
        EB*6**30"""
        ),
        """
        # = 2
        0.benefits.0.kind = 1
        1.trace = Q2
        1.benefits.0.kind = 6""",
    ),
    Planted(
        "a day and an amount that are none",
        file(
            HEAD
            + WHO
            + """
        EB*C*IND*30***23*1500.005
        DTP*348*D8*20260231"""
        ),
        "0.benefits.0.amount = -",
        (r"1500\.005", "20260231"),
        ok=False,
    ),
)

CLAIMS = (
    Planted(
        "a dependent's secondary claim of another program",
        file("""837
        BHT*0019*00*B55*20260302*0915*CH
        NM1*41*2*OTHER BILLING*****46*OTHER1
        PER*IC*DESK*TE*9375550100
        NM1*40*2*LAKESIDE MUTUAL*****46*77123
        HL*1**20*1
        PRV*BI*PXC*207Q00000X
        NM1*85*2*RIVERBEND MEDICAL*****XX*1234567893
        N3*1 RIVER RD
        N4*DAYTON*OH*454020001
        REF*EI*341234567
        HL*2*1*22*1
        SBR*S**GRP9******CI
        NM1*IL*1*OKONKWO*CHIDI****MI*LM77
        NM1*PR*2*LAKESIDE MUTUAL*****PI*77123
        HL*3*2*23*0
        PAT*19
        NM1*QC*1*OKONKWO*TOBI
        N3*12 ELM ST
        N4*DAYTON*OH*45402
        DMG*D8*20150601*M
        CLM*MX77*120.5***11:B:1*Y*A*Y*Y
        REF*G1*AUTH5
        HI*ABK:J069*ABF:R509
        NM1*82*1*VEGA*INES****XX*1497758544
        PRV*PE*PXC*208000000X
        SBR*P*18*GRP55******12
        CAS*PR*3*15
        AMT*D*85.5
        AMT*EAF*15
        OI***Y*P**Y
        NM1*IL*1*OKONKWO*ADA****MI*HHP123456
        NM1*PR*2*HARBOR HEALTH PLAN*****PI*77001
        DTP*573*D8*20260220
        REF*F8*ICN1
        LX*1
        SV1*HC:99213:25*120.5*UN*1***1:2
        DTP*472*RD8*20260210-20260210
        REF*6R*L1
        SVD*77001*85.5*HC:99213:25**1
        CAS*CO*45*20
        DTP*573*D8*20260220"""),
        """
        # = 1
        0.claim_id = MX77
        0.charge = 120.5
        0.patient.party.first = TOBI
        0.subscriber.order = S
        0.subscriber.group_number = GRP9
        0.diagnoses = J069 | R509
        0.prior_authorization = AUTH5
        0.rendering.party.identifier = 1497758544
        0.other_payers.0.paid = 85.5
        0.other_payers.0.remaining = 15
        0.other_payers.0.adjustments = PR3 15
        0.other_payers.0.claim_number = ICN1
        0.lines.0.procedure = HC:99213:25
        0.lines.0.pointers = 1 | 2
        0.lines.0.adjudications.0.paid = 85.5
        0.lines.0.adjudications.0.adjustments = CO45 20
        0.lines.0.control = L1""",
    ),
)
