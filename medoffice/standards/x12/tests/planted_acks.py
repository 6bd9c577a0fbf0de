"""Planted answers to claims: acknowledgements of claims (277CA), of groups (999, 997) and of interchanges (TA1)."""

from medoffice.standards.x12.tests.planting import Planted, file, interchange, isa

HEAD = """277
    BHT*0085*08*CH0001*20260302*0920*TH
    HL*1**20*1
    NM1*PR*2*HARBOR HEALTH PLAN*****PI*77001
    TRN*1*SRC0001
    DTP*050*D8*20260301
    DTP*009*D8*20260302
    HL*2*1*21*1
    NM1*41*2*RIVERBEND MEDICAL*****46*RIVERBEND"""

BATCH = """
    TRN*2*BATCH17
    STC*A1:19:PR*20260302*WQ*320
    QTY*90*1
    QTY*AA*1
    AMT*YU*120
    AMT*YY*200
    HL*3*2*19*1
    NM1*85*2*RIVERBEND MEDICAL*****XX*1234567893
    TRN*1*0
    STC*A1:19:PR**WQ*320
    QTY*QA*1
    QTY*QC*1
    AMT*YU*120
    AMT*YY*200"""

TAKEN = """
    HL*4*3*PT
    NM1*QC*1*OKONKWO*ADA****MI*HHP123456
    TRN*2*MX1001
    STC*A2:20:PR*20260302*WQ*120
    REF*1K*ICN900001
    REF*D9*CH77
    DTP*472*D8*20260210"""

TURNED = """
    HL*5*3*PT
    NM1*QC*1*PRUITT*LEE****MI*HHP99
    TRN*2*MX1002
    STC*A7:562:85*20260302*U*200******A7:164:IL*A3:21*NPI OF BILLING PROVIDER NOT ON FILE
    STC*A7:507*20260302*U*200
    DTP*472*RD8*20260210-20260212"""

CLAIMS = (
    Planted(
        "claims taken and turned back, several statuses with words",
        file(HEAD + BATCH + TAKEN + TURNED),
        """
        0.batch = BATCH17
        0.received = 2026-03-01
        0.processed = 2026-03-02
        0.trace = SRC0001
        0.source.identifier = 77001
        0.provider.identifier = 1234567893
        0.claims.# = 2
        0.claims.0.claim_id = MX1001
        0.claims.0.accepted = yes
        0.claims.0.payer_claim_number = ICN900001
        0.claims.0.day = 2026-02-10
        0.claims.0.statuses.0.category = A2
        0.claims.1.accepted = no
        0.claims.1.day_to = 2026-02-12
        0.claims.1.statuses.# = 4
        0.claims.1.statuses.0.category = A7
        0.claims.1.statuses.0.code = 562
        0.claims.1.statuses.0.entity = 85
        0.claims.1.statuses.0.amount = 200
        0.claims.1.statuses.0.text = NPI OF BILLING PROVIDER NOT ON FILE
        0.claims.1.statuses.1.code = 164
        0.claims.1.statuses.1.entity = IL
        0.claims.1.statuses.2.category = A3
        0.claims.1.statuses.3.code = 507""",
    ),
    Planted(
        "the whole batch turned back at the receiver",
        file(
            HEAD.replace("HL*2*1*21*1", "HL*2*1*21*0")
            + """
        TRN*2*BATCH18
        STC*A3:24:41*20260302*U*320
        QTY*AA*2
        AMT*YY*320"""
        ),
        """
        0.batch = BATCH18
        0.statuses.# = 1
        0.statuses.0.accepted = no
        0.statuses.0.entity = 41
        0.claims.# = 0""",
    ),
    Planted(
        "turned back at the provider of service",
        file(
            HEAD
            + """
        TRN*2*BATCH19
        STC*A1:19:PR*20260302*WQ*320
        HL*3*2*19*0
        NM1*85*2*RIVERBEND MEDICAL*****XX*1234567893
        TRN*1*0
        STC*A8:496:85**U*320
        QTY*QC*2
        AMT*YY*320"""
        ),
        """
        0.batch = BATCH19
        0.provider.identifier = 1234567893
        0.statuses.0.accepted = yes
        0.provider_statuses.0.accepted = no
        0.provider_statuses.0.code = 496
        0.refused_whole.# = 1""",
    ),
    Planted(
        "a line turned back",
        file(
            HEAD
            + BATCH
            + """
        HL*4*3*PT
        NM1*QC*1*PRUITT*LEE****MI*HHP99
        TRN*2*MX1003
        STC*A3:21*20260302*U*200
        SVC*HC:99213:25*200*****1
        STC*A7:454*20260302*U
        REF*FJ*L2
        DTP*472*D8*20260210"""
        ),
        """
        0.claims.0.claim_id = MX1003
        0.claims.0.accepted = no
        0.claims.0.statuses.# = 2
        0.claims.0.statuses.1.code = 454
        0.claims.0.statuses.1.line = L2""",
    ),
    Planted(
        "a claim taken whose line is not",
        file(
            HEAD
            + BATCH
            + TAKEN
            + """
        SVC*HC:99213:25*200*****1
        STC*A6:454*20260302*U
        REF*FJ*L1"""
        ),
        """
        0.claims.0.accepted = no
        0.claims.0.payer_claim_number = ICN900001""",
    ),
    Planted(
        "two providers under one receiver, two reports in a group",
        file(
            HEAD
            + BATCH
            + TAKEN
            + """
        HL*5*2*19*1
        NM1*85*2*RIVERBEND ANNEX*****XX*1497758544
        TRN*1*0
        STC*A1:19:PR**WQ*50
        HL*6*5*PT
        NM1*QC*1*PRUITT*LEE****MI*HHP99
        TRN*2*MX2001
        STC*A1:20:PR*20260302*WQ*50""",
            HEAD + BATCH + TAKEN.replace("MX1001", "MX3001"),
        ),
        """
        # = 2
        0.claims.# = 2
        0.claims.1.claim_id = MX2001
        1.claims.0.claim_id = MX3001""",
    ),
    Planted(
        "a claim without its number behind one that was taken",
        file(HEAD + BATCH + TAKEN + TURNED.replace("    TRN*2*MX1002\n", "")),
        """
        0.claims.# = 1
        0.claims.0.accepted = yes
        0.claims.0.payer_claim_number = ICN900001
        0.claims.0.day_to = -""",
        ("stands outside batch, provider and claim",),
        ok=False,
    ),
    Planted(
        "a clearinghouse says the claim was forwarded",
        file(
            HEAD.replace("NM1*PR*2*HARBOR HEALTH PLAN*****PI*77001", "NM1*AY*2*CEDAR CLEARING*****46*CEDAR1")
            + BATCH
            + TAKEN.replace("A2:20:PR", "A0:16:PR")
        ),
        """
        0.source.name = CEDAR CLEARING
        0.claims.0.accepted = yes""",
    ),
    Planted(
        "no action code: the category decides",
        file(HEAD + BATCH + TAKEN.replace("*WQ*120", "**120").replace("A2:20", "A6:21")),
        "0.claims.0.accepted = no",
        ok=False,
        words=("STC",),
    ),
)

GROUPS = (
    Planted(
        "all accepted",
        file("""999
        AK1*HC*17*005010X222A1
        AK2*837*0001*005010X222A1
        IK5*A
        AK9*A*1*1*1"""),
        """
        0.status = A
        0.group_control = 17
        0.accepted = 1
        0.sets.0.status = A
        0.sets.0.accepted = yes""",
    ),
    Planted(
        "accepted with errors, with place and context",
        file("""999
        AK1*HC*17*005010X222A1
        AK2*837*0001*005010X222A1
        IK3*NM1*30*2310*8
        CTX*CLM01:MX1001
        CTX*SITUATIONAL TRIGGER*NM1*30**9*66
        IK4*9*67*7*1999999999
        CTX*SITUATIONAL TRIGGER*NM1*30
        IK3*SV1*44*2400*8
        IK4*1:2*234*I12*ZZZZZ
        IK4*7:1**6
        IK5*E*5
        AK9*E*1*1*1"""),
        """
        0.status = E
        0.sets.0.accepted = yes
        0.sets.0.reasons = 5
        0.sets.0.errors.# = 2
        0.sets.0.errors.0.segment = NM1
        0.sets.0.errors.0.position = 30
        0.sets.0.errors.0.loop = 2310
        0.sets.0.errors.0.claim = MX1001
        0.sets.0.errors.0.elements.0.element = 9
        0.sets.0.errors.0.elements.0.code = 7
        0.sets.0.errors.0.elements.0.value = 1999999999
        0.sets.0.errors.1.elements.0.component = 2
        0.sets.0.errors.1.elements.0.code = I12
        0.sets.0.errors.1.elements.1.component = 1""",
    ),
    Planted(
        "one of three rejected",
        file("""999
        AK1*HC*18*005010X222A1
        AK2*837*0001*005010X222A1
        IK5*A
        AK2*837*0002*005010X222A1
        IK3*CLM*22**3
        IK5*R*5*I5
        AK2*837*0003*005010X222A1
        IK5*A
        AK9*P*3*3*2"""),
        """
        0.status = P
        0.included = 3
        0.accepted = 2
        0.sets.# = 3
        0.sets.1.control = 0002
        0.sets.1.accepted = no
        0.sets.1.reasons = 5 | I5
        0.sets.1.errors.0.code = 3
        0.sets.1.errors.0.loop =""",
    ),
    Planted(
        "a group rejected whole, without its transactions",
        file("""999
        AK1*HC*19*005010X222A1
        AK9*R*1*1*0*4*5"""),
        """
        0.status = R
        0.accepted = 0
        0.sets.# = 0
        0.reasons = 4 | 5""",
    ),
    Planted(
        "the older 997",
        file("""997
        AK1*HC*20
        AK2*837*0001
        AK3*CLM*22**8
        AK4*1*1028*1
        AK5*R*5
        AK9*R*1*1*0"""),
        """
        0.status = R
        0.sets.0.status = R
        0.sets.0.errors.0.segment = CLM
        0.sets.0.errors.0.elements.0.code = 1""",
    ),
)

INTERCHANGES = (
    Planted(
        "taken",
        (isa() + "TA1*000000017*260302*0915*A*000~IEA*0*000000101~").encode(),
        """
        # = 1
        0.control = 000000017
        0.status = A
        0.note = 000""",
    ),
    Planted(
        "rejected for its version",
        (isa() + "TA1*000000017*260302*0915*R*017~IEA*0*000000101~").encode(),
        """
        0.status = R
        0.note = 017""",
    ),
    Planted(
        "two answers in one interchange, a 999 beside them",
        interchange().replace("IEA", "TA1*000000017*260302*0915*A*000~TA1*000000018*260302*0915*E*022~IEA").encode(),
        """
        # = 2
        1.control = 000000018
        1.status = E""",
    ),
)
