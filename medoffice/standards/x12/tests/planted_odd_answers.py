"""Planted answers of a second, blind round: acknowledgements of all levels and error kinds, and benefits in odd forms.

Each was written with its expectation before a look at the readers.
"""

from medoffice.standards.x12.tests.planted_acks import HEAD, TAKEN
from medoffice.standards.x12.tests.planted_answers import HEAD as ELIGIBLE
from medoffice.standards.x12.tests.planted_answers import WHO
from medoffice.standards.x12.tests.planting import Planted, file, interchange, isa

RECEIVED = """
    TRN*2*BATCH17
    STC*A1:19:PR*20260302*WQ*320
    HL*3*2*19*1
    NM1*85*2*RIVERBEND MEDICAL*****XX*1234567893"""


def status(number: str, *stc: str, place: int = 4, rest: str = "") -> str:
    """What a 277CA says of one claim."""
    said = "".join(f"\n    STC*{one}" for one in stc)
    return f"\n    HL*{place}*3*PT\n    NM1*QC*1*PRUITT*LEE****MI*HHP99\n    TRN*2*{number}{said}{rest}"


CLAIMS = (
    Planted(
        "one batch taken; of its claims one is taken, one unprocessable, one unknown, one missing words",
        file(
            HEAD
            + RECEIVED
            + TAKEN
            + status("MX2", "A8:562:85*20260302*U*10", place=5)
            + status("MX3", "A4:35*20260302*U*10", place=6)
            + status("MX4", "A6:21*20260302*U*10", place=7)
        ),
        """0.claims.# = 4
        0.claims.0.accepted = yes
        0.claims.1.accepted = no
        0.claims.2.accepted = no
        0.claims.3.accepted = no
        0.claims.3.statuses.0.category = A6""",
    ),
    Planted(
        "a claim with one status taken and one turned back is turned back",
        file(HEAD + RECEIVED + status("MX2", "A2:20*20260302*WQ*10", "A7:21*20260302*U*10")),
        "0.claims.0.accepted = no\n0.claims.0.statuses.# = 2",
    ),
    Planted(
        "the clearinghouse takes a claim, the payer behind it turns it back, in two reports",
        file(
            HEAD + RECEIVED + status("MX2", "A1:19*20260302*WQ*10"),
            HEAD + RECEIVED + status("MX2", "A3:21*20260303*U*10"),
        ),
        "# = 2\n0.claims.0.accepted = yes\n1.claims.0.accepted = no",
    ),
    Planted(
        "numbers of the payer, of the bill and a period",
        file(
            HEAD
            + RECEIVED
            + status(
                "MX2",
                "A2:20*20260302*WQ*10",
                rest="\n    REF*1K*ICN-7/8\n    REF*BLT*111\n    DTP*472*RD8*20260201-20260228",
            )
        ),
        """0.claims.0.payer_claim_number = ICN-7/8
        0.claims.0.day = 2026-02-01
        0.claims.0.day_to = 2026-02-28""",
    ),
    Planted(
        "a batch received, no provider and no claim below it",
        file(HEAD.replace("HL*2*1*21*1", "HL*2*1*21*0") + "\n    TRN*2*BATCH17\n    STC*A1:19:PR*20260302*WQ*320"),
        "0.claims.# = 0\n0.statuses.0.accepted = yes\n0.refused_whole = ",
    ),
    Planted(
        "a status without a category",
        file(HEAD + RECEIVED + status("MX2", ":21*20260302*U*10")),
        "0.claims.0.accepted = no",
        ("STC",),
        ok=False,
    ),
    Planted(
        "a claim without any status is not taken",
        file(HEAD + RECEIVED + status("MX2")),
        "0.claims.0.accepted = no",
        ("STC",),
        ok=False,
    ),
    Planted(
        "two claims of one patient under one level",
        file(
            HEAD + RECEIVED + status("MX2", "A2:20*20260302*WQ*10", rest="\n    TRN*2*MX3\n    STC*A3:21*20260302*U*10")
        ),
        "0.claims.# = 2\n0.claims.0.accepted = yes\n0.claims.1.claim_id = MX3\n0.claims.1.accepted = no",
    ),
)

_SEGMENT_CODES = ["1", "2", "3", "4", "5", "6", "7", "8", "I4", "I6", "I7", "I8", "I9"]
_ELEMENT_CODES = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "12", "13", "I10", "I11", "I12", "I13", "I6", "I9"]
SEGMENTS = "".join(f"\n    IK3*NM1*{place}*2010*{code}" for place, code in enumerate(_SEGMENT_CODES, 10))
ELEMENTS = "".join(f"\n    IK4*{place}:1*1035*{code}*BAD{place}" for place, code in enumerate(_ELEMENT_CODES, 1))


def acknowledged(sets: str, end: str) -> bytes:
    """A 999 about a group of ours."""
    return file(f"999\n    AK1*HC*17*005010X222A1{sets}\n    AK9*{end}")


GROUPS = (
    Planted(
        "every kind of segment error",
        acknowledged(f"\n    AK2*837*0001*005010X222A1{SEGMENTS}\n    IK5*R*5", "R*1*1*0"),
        f"""0.sets.0.errors.# = {len(_SEGMENT_CODES)}
        0.sets.0.errors.0.position = 10
        0.sets.0.errors.8.code = I4
        0.sets.0.reasons = 5""",
    ),
    Planted(
        "every kind of element error at one segment",
        acknowledged(f"\n    AK2*837*0001*005010X222A1\n    IK3*CLM*22*2300*8{ELEMENTS}\n    IK5*R*5", "R*1*1*0"),
        f"""0.sets.0.errors.0.elements.# = {len(_ELEMENT_CODES)}
        0.sets.0.errors.0.elements.0.component = 1
        0.sets.0.errors.0.elements.0.value = BAD1
        0.sets.0.errors.0.elements.11.code = 13""",
    ),
    Planted(
        "sets turned back for their signature, their check, and their content",
        acknowledged(
            "".join(f"\n    AK2*837*{n:04d}*005010X222A1\n    IK5*{code}*3*4" for n, code in enumerate("MWXAE", 1)),
            "P*5*5*2",
        ),
        """0.status = P
        0.sets.# = 5
        0.sets.0.accepted = no
        0.sets.1.accepted = no
        0.sets.2.accepted = no
        0.sets.3.accepted = yes
        0.sets.4.accepted = yes
        0.sets.0.reasons = 3 | 4
        0.accepted = 2""",
    ),
    Planted(
        "a group taken in part, only the set that is turned back is named",
        acknowledged(
            "\n    AK2*837*0002*005010X222A1\n    IK3*CLM*22**8\n    CTX*CLM01:MX1001\n    IK5*R*I5", "P*3*3*2"
        ),
        "0.sets.# = 1\n0.sets.0.control = 0002\n0.sets.0.errors.0.claim = MX1001",
    ),
    Planted(
        "a group turned back with five reasons",
        acknowledged("", "R*1*1*0*1*2*3*4*5"),
        "0.reasons = 1 | 2 | 3 | 4 | 5\n0.status = R",
    ),
    Planted(
        "a set without its verdict is not taken",
        acknowledged("\n    AK2*837*0001*005010X222A1\n    AK2*837*0002*005010X222A1\n    IK5*A", "P*2*2*1"),
        "0.sets.# = 2\n0.sets.0.accepted = no\n0.sets.1.accepted = yes",
        ("IK5",),
        ok=False,
    ),
    Planted(
        "a group without its verdict",
        file("999\n    AK1*HC*17*005010X222A1\n    AK2*837*0001*005010X222A1\n    IK5*A"),
        "",
        ("AK9",),
        ok=False,
    ),
    Planted(
        "a place that is no number",
        acknowledged("\n    AK2*837*0001*005010X222A1\n    IK3*CLM*ABC*2300*8\n    IK5*R*5", "R*1*1*0"),
        "0.sets.0.accepted = no",
        ("ABC",),
        ok=False,
    ),
    Planted(
        "the element at fault in a repeated composite, with the context it depends on",
        acknowledged(
            "\n    AK2*837*0001*005010X222A1\n    IK3*HI*30*2300*8\n    CTX*SITUATIONAL TRIGGER*CLM*22**5:3*1325\n"
            "    IK4*1:2:3*1271*7*Z99\n    IK5*E",
            "E*1*1*1",
        ),
        "0.sets.0.errors.0.elements.0.component = 2\n0.sets.0.errors.0.elements.0.code = 7\n0.sets.0.accepted = yes",
    ),
)


def ta1(*lines: str, control: int = 101) -> bytes:
    """An interchange with TA1 lines and no group."""
    return (isa(control) + "".join(f"{one}~" for one in lines) + f"IEA*0*{control:09d}~").encode()


_NOTES = (*(f"{note:03d}" for note in range(1, 32)),)
INTERCHANGES = (
    Planted(
        "every note of a refused interchange",
        ta1(*(f"TA1*{int(note):09d}*260302*0900*R*{note}" for note in _NOTES)),
        f"# = {len(_NOTES)}\n0.note = 001\n30.note = 031\n30.control = 000000031\n30.status = R",
    ),
    Planted(
        "taken with errors; the time has seconds nobody knows",
        ta1("TA1*000000017*260302*2460*E*023"),
        "0.status = E\n0.at = -",
        ("2460",),
        ok=False,
    ),
    Planted(
        "before a group of another answer",
        interchange(
            "TA1*000000017*260302*0900*A*000~"
            + acknowledged("", "A*1*1*1").decode().split("~", 1)[1].rsplit("IEA", 1)[0]
        )
        .replace("IEA*1*", "IEA*1*")
        .encode(),
        "# = 1\n0.status = A\n0.control = 000000017",
    ),
    Planted("a verdict nobody knows", ta1("TA1*000000017*260302*0900*Q*000"), "0.status = Q", ("TA104|Q",), ok=False),
)


def told(*benefits: str) -> bytes:
    """An answer about one person with these benefits."""
    return file(ELIGIBLE + WHO + "".join(f"\n    {one}" for one in benefits))


ANSWERS = (
    Planted(
        "coinsurance of all and of none, a deductible of nothing",
        told("EB*A*IND*98***27**1", "EB*A*IND*98***27**0", "EB*C*IND*30***23*0"),
        "0.benefits.0.percent = 1\n0.benefits.1.percent = 0\n0.benefits.2.amount = 0",
    ),
    Planted(
        "visits: how many, how many are left, who decides of them",
        told("EB*F*IND*PT***23***VS*20*Y*Y", "HSD*VS*20***34*1", "EB*F*IND*PT***29***VS*7.5**N", "EB*CB**98"),
        """0.benefits.0.quantity = 20
        0.benefits.0.quantity_kind = VS
        0.benefits.0.authorization = Y
        0.benefits.0.network = Y
        0.benefits.0.deliveries.# = 1
        0.benefits.1.quantity = 7.5
        0.benefits.1.period = 29
        0.benefits.2.kind = CB""",
    ),
    Planted(
        "a procedure with modifiers, several places and words",
        told(
            "EB*D****GOLD",
            "EB*B*IND****27*25*****Y*HC:99213:25:95",
            "MSG*FIRST",
            "MSG*SECOND",
            "III*ZZ*11",
            "III*ZZ*02",
        ),
        """0.benefits.1.procedure = HC:99213:25:95
        0.benefits.1.amount = 25
        0.benefits.1.messages = FIRST | SECOND
        0.benefits.1.places = 11 | 02""",
    ),
    Planted(
        "kinds payers seldom send: exclusions, spend down, cannot process, contact, other source",
        told(
            "EB*E**35",
            "EB*Y*IND*30***24*125.5",
            "EB*V**30",
            "EB*U**30",
            "EB*W**30",
            "EB*I**AL",
            "EB*X**30",
            "EB*P**30",
            "EB*H*IND*98***27*10",
        ),
        "0.benefits.# = 9\n0.benefits.1.amount = 125.5\n0.benefits.5.kind = I\n0.benefits.5.services = AL",
    ),
    Planted(
        "another payer with its number, dates and telephone; who keeps the record",
        told(
            "EB*R**30*MB",
            "REF*1W*1EG4TE5MK73",
            "DTP*290*RD8*20260101-20261231",
            "LS*2120",
            "NM1*PRP*2*MEDICARE*****PI*00882",
            "PER*IC**TE*8005550100*FX*8005550101",
            "LE*2120",
            "EB*L",
            "LS*2120",
            "NM1*P3*1*OKAFOR*NGOZI****XX*1234567893",
            "NM1*P3*1*VEGA*INES****XX*1497758544",
            "LE*2120",
        ),
        """0.benefits.0.references = 1W 1EG4TE5MK73
        0.benefits.0.dates = 290 2026-01-01 2026-12-31
        0.benefits.0.parties.0.party.name = MEDICARE
        0.benefits.1.parties.# = 2""",
    ),
    Planted(
        "a period that ends before it begins, and one without its end",
        told("EB*1**30", "DTP*291*RD8*20261231-20260101", "EB*1**98", "DTP*291*RD8*20260101"),
        "0.benefits.# = 2",
        ("20261231-20260101", "DTP"),
        ok=False,
    ),
    Planted(
        "a percentage written as a number of hundreds",
        told("EB*A*IND*98***27**20"),
        "0.benefits.# = 1",
        (r"20 is no share",),
    ),
    Planted(
        "a member with only a family name; the day of death; a plan that ended",
        file(
            ELIGIBLE
            + """
    HL*3*2*22*0
    TRN*2*Q1003*9RIVERBEND
    NM1*IL*1*OKONKWO*****MI*HHP123456
    INS*Y*18*001*25*****D*****
    DTP*442*D8*20260115
    DTP*357*D8*20260115
    EB*6**30"""
        ),
        """0.subscriber.party.first =
        0.subscriber.dates = 442 2026-01-15 - | 357 2026-01-15 -
        0.benefits.0.kind = 6""",
    ),
    Planted(
        "answered in part: a benefit of one kind, another not given",
        told("EB*1**30", "EB*V**35", "AAA*N**70*C"),
        "0.benefits.# = 2\n0.rejections.0.level = benefit\n0.rejections.0.reason = 70",
    ),
    Planted(
        "two answers in two transactions, the first turned back for the birth date",
        file(
            ELIGIBLE + "\n    HL*3*2*22*0\n    TRN*2*Q1*9RIVERBEND\n    NM1*IL*1*OKONKWO*ADA\n    AAA*N**71*C",
            ELIGIBLE + WHO + "\n    EB*1**30",
        ),
        "# = 2\n0.rejections.0.reason = 71\n0.rejections.0.level = subscriber\n1.benefits.# = 1",
    ),
)
