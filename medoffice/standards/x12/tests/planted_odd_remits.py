"""Planted advices (835) of a second, blind round: takebacks, corrections, every PLB, odd but lawful forms.

Each was written with its expectation before a look at the readers; amounts are made up, the rules those of the guide.
"""

from medoffice.standards.x12.tests.planted_remits import ONE, REVERSED, era
from medoffice.standards.x12.tests.planting import Planted, file, group, interchange, transaction

NOTHING = "NON************20260302"
# The reasons of PLB03-1 that payers use; each pair of neighbours adds up to nothing.
REASONS = [
    "50", "51", "72", "90", "AH", "AM", "AP", "B2", "B3", "BD", "BN", "C5", "CR", "CS",
    "CT", "CV", "CW", "DM", "E3", "FB", "FC", "GO", "HM", "IP", "IR", "IS", "J1", "L3",
    "L6", "LE", "LS", "OA", "OB", "PI", "PL", "RA", "RE", "SL", "TL", "WO", "WU", "ZZ",
]  # fmt: skip
SIX = [REASONS[at : at + 6] for at in range(0, len(REASONS), 6)]
ALL_KINDS = "".join(
    "\nPLB*1234567893*20261231"
    + "".join(f"*{reason}:R{reason}*{(-1) ** place * (place // 2 + 1)}" for place, reason in enumerate(six))
    for six in SIX
)


def claim(number: str, charge: str, paid: str, *rest: str, status: str = "1", patient: str = "0") -> str:
    """A claim of one patient; what comes behind its name."""
    head = f"CLP*{number}*{status}*{charge}*{paid}*{patient}*12*ICN{number}*11*1"
    return "\n".join((head, "NM1*QC*1*PRUITT*LEE****MI*HHP99", *rest))


def line(code: str, charge: str, paid: str, *rest: str) -> str:
    """A line of a claim on one day."""
    return "\n".join((f"SVC*HC:{code}*{charge}*{paid}**1", "DTM*472*20260210", *rest))


FIFTY = claim("MX50", "60", "50", line("99212", "60", "50", "CAS*CO*45*10"))
GONE = REVERSED.replace("CLP*MX1001", "CLP*MX1001", 1)

TAKEN_BACK = (
    Planted(
        "PLB of every kind, each with its counterpart",
        file(era("85", ONE + ALL_KINDS)),
        f"""0.adjustments.# = {len(REASONS)}
        0.adjustments.0.reason = 50
        0.adjustments.1.amount = -1
        0.adjustments.19.reference = RFB
        0.adjustments.{len(REASONS) - 1}.reason = ZZ""",
        ok=True,
    ),
    Planted(
        "more is taken back than paid: the check is nothing, the rest is carried forward",
        file(era("0", GONE + "\n" + FIFTY + "\nPLB*1234567893*20261231*FB:ICN900001*-35", NOTHING, "H")),
        """0.amount = 0
        0.claims.0.paid = -85
        0.claims.1.paid = 50
        0.adjustments = FB:ICN900001 -35""",
    ),
    Planted(
        "more is taken back than paid, and the check says so below nothing",
        file(era("-35", GONE + "\n" + FIFTY)),
        "0.amount = -35",
        (r"BPR02|negative|below|less than",),
        ok=False,
    ),
    Planted(
        "recovery of an older overpayment, larger than the claims, with the rest forwarded",
        file(era("0", ONE + "\nPLB*1234567893*20261231*WO:OLDICN*100*FB:OLDICN*-15", NOTHING, "H")),
        "0.adjustments = WO:OLDICN 100 | FB:OLDICN -15",
    ),
    Planted(
        "the sign of a takeback is the wrong way round",
        file(era("35", ONE + "\nPLB*1234567893*20261231*WO:OLDICN*-50")),
        "0.amount = 35",
        (r"35\.00",),
        ok=False,
    ),
    Planted(
        "reversal of a claim that was adjusted whole, no lines",
        file(
            era(
                "0",
                claim("MX51", "-100", "0", status="22").replace("\nNM1", "\nCAS*CO*18*-100\nNM1", 1),
                NOTHING,
                "H",
            )
        ),
        """0.claims.0.is_reversal = yes
        0.claims.0.adjustments = CO18 -100
        0.claims.0.paid = 0""",
    ),
    Planted(
        "reversal, and the correction denies it",
        file(
            era(
                "50",
                GONE
                + "\n"
                + claim("MX1001", "120", "0", line("99213", "120", "0", "CAS*CO*50*120"), status="4")
                + "\n"
                + FIFTY
                + "\nPLB*1234567893*20261231*FB:MX1001*-85",
            )
        ),
        """0.claims.# = 3
        0.claims.0.is_reversal = yes
        0.claims.1.status = 4
        0.claims.1.lines.0.adjustments = CO50 120
        0.claims.2.paid = 50""",
    ),
    Planted(
        "reversal of a reversal in one advice, back where it was",
        file(era("85", ONE + "\n" + GONE + "\n" + ONE)),
        "0.claims.# = 3\n0.claims.1.paid = -85\n0.claims.2.paid = 85",
    ),
    Planted("interest of a cent", file(era("85.01", ONE + "\nPLB*1234567893*20261231*L6:X*-.01")), "0.amount = 85.01"),
    Planted(
        "interest taken back, a penalty for lateness paid",
        file(era("86", ONE + "\nPLB*1234567893*20261231*L6:X*1.5*51:Y*-2.5")),
        "0.adjustments = L6:X 1.5 | 51:Y -2.5",
    ),
    Planted(
        "everything to the deductible: paid nothing, not denied",
        file(era("0", claim("MX52", "90", "0", line("99213", "90", "0", "CAS*PR*1*90"), patient="90"), NOTHING, "H")),
        "0.claims.0.status = 1\n0.claims.0.patient_responsibility = 90\n0.claims.0.lines.0.adjustments = PR1 90",
    ),
    Planted(
        "one line paid, one denied, one to the patient",
        file(
            era(
                "40",
                claim(
                    "MX53",
                    "200",
                    "40",
                    line("99213", "100", "40", "CAS*CO*45*60", "REF*6R*1"),
                    line("36415", "50", "0", "CAS*CO*97*50", "REF*6R*2", "LQ*HE*N20"),
                    line("81002", "50", "0", "CAS*PR*96*50", "REF*6R*3"),
                    patient="50",
                ),
            )
        ),
        """0.claims.0.lines.# = 3
        0.claims.0.lines.1.remarks = N20
        0.claims.0.lines.2.adjustments = PR96 50""",
    ),
    Planted(
        "a secondary that pays more than it was left: the first payer's payment is an adjustment of the claim",
        file(
            era(
                "20",
                claim("MX54", "100", "20", line("99213", "100", "100"), status="2").replace(
                    "\nNM1", "\nCAS*OA*23*80\nNM1", 1
                ),
            )
        ),
        "0.claims.0.adjustments = OA23 80\n0.claims.0.lines.0.paid = 100",
    ),
    Planted(
        "an adjustment of the claim as well as of the line",
        file(
            era(
                "70",
                claim("MX55", "100", "70", line("99213", "100", "80", "CAS*CO*45*20")).replace(
                    "\nNM1", "\nCAS*CO*253*10\nNM1", 1
                ),
            )
        ),
        "0.claims.0.adjustments = CO253 10\n0.claims.0.lines.0.adjustments = CO45 20",
    ),
)

ODD = (
    Planted(
        "three advices in a group, the middle one off by a dime",
        file(era("85", ONE, trace="T1"), era("84.9", ONE, trace="T2"), era("50", FIFTY, trace="T3")),
        "# = 3\n0.trace = T1\n1.trace = T2\n1.amount = 84.9\n2.trace = T3\n2.amount = 50",
        (r"84\.90",),
        ok=False,
    ),
    Planted(
        "three groups of one payer in an interchange, each with its advice",
        interchange(
            *(group(transaction(era("85", ONE, trace=f"T{n}"), "0001"), control=n) for n in (1, 2, 3))
        ).encode(),
        "# = 3\n2.trace = T3",
    ),
    Planted(
        "two advices with one check number, other sums",
        file(era("85", ONE, trace="SAME"), era("50", FIFTY, trace="SAME")),
        "# = 2\n0.trace = SAME\n1.trace = SAME\n1.amount = 50",
    ),
    Planted(
        "delimiters that stand in words elsewhere",
        file(era("85", ONE)).translate(bytes.maketrans(b"*:~^", b"!?$;")),
        "# = 1\n0.amount = 85\n0.claims.0.lines.0.procedure = HC:99213:25",
    ),
    Planted(
        "segment names in small letters, all else as it should be",
        file(era("85", ONE)).replace(b"~CLP*", b"~clp*").replace(b"~CAS*", b"~cas*"),
        "0.claims.0.paid = 85\n0.claims.0.lines.0.adjustments = CO45 20 | PR3 15",
        ("small",),
        ok=False,
    ),
    Planted(
        "all four groups at one claim, six of one of them",
        file(
            era(
                "10",
                claim("MX56", "100", "10", patient="20").replace(
                    "\nNM1",
                    "\nCAS*CO*45*1**59*2**97*3**18*4**253*5**16*6\nCAS*PR*1*5**2*7**3*8\nCAS*OA*23*29\nCAS*PI*W1*20\nNM1",
                    1,
                ),
            )
        ),
        "0.claims.0.adjustments = CO45 1 | CO59 2 | CO97 3 | CO18 4 | CO253 5 | CO16 6 | PR1 5 | PR2 7 | PR3 8 | "
        "OA23 29 | PI W1 20".replace("PI W1", "PIW1"),
    ),
    Planted(
        "two segments of one group on a line",
        file(era("70", claim("MX57", "100", "70", line("99213", "100", "70", "CAS*CO*45*20", "CAS*CO*253*10")))),
        "0.claims.0.lines.0.adjustments = CO45 20 | CO253 10",
    ),
    Planted(
        "an empty trio between two full ones keeps both",
        file(era("80", claim("MX58", "100", "80", line("99213", "100", "80", "CAS*CO*45*10*****59*10")))),
        "0.claims.0.lines.0.adjustments = CO45 10 | CO59 10",
        ok=True,
    ),
    Planted(
        "a line split in three under one control number",
        file(
            era(
                "60",
                claim(
                    "MX59",
                    "90",
                    "60",
                    *(line("97110", "30", "20", "CAS*CO*45*10", "REF*6R*L1") for _ in range(3)),
                ),
            )
        ),
        "0.claims.0.lines.# = 3\n0.claims.0.lines.2.control = L1",
    ),
    Planted(
        "our number is not given back: zero",
        file(era("50", FIFTY.replace("CLP*MX50", "CLP*0"))),
        "0.claims.0.claim_id = 0\n0.claims.0.payer_claim_number = ICNMX50",
    ),
    Planted("our number is blank", file(era("50", FIFTY.replace("CLP*MX50", "CLP*"))), "", (r"CLP01",), ok=False),
    Planted(
        "a claim of nothing, a line of nothing",
        file(era("0", claim("MX60", "0", "0", line("G9903", "0", "0")), NOTHING, "H")),
        "0.claims.0.charge = 0\n0.claims.0.lines.0.charge = 0",
    ),
    Planted(
        "no day at the lines, first and last at the claim",
        file(
            era(
                "50",
                FIFTY.replace("DTM*472*20260210\n", "").replace("SVC", "DTM*232*20260209\nDTM*233*20260210\nSVC", 1),
            )
        ),
        "0.claims.0.dates = 232 2026-02-09 | 233 2026-02-10\n0.claims.0.lines.0.dates = ",
    ),
    Planted(
        "29 February of a leap year",
        file(era("50", FIFTY.replace("20260210", "20240229"))),
        "0.claims.0.lines.0.dates = 472 2024-02-29",
    ),
    Planted(
        "29 February of another year",
        file(era("50", FIFTY.replace("20260210", "20250229"))),
        "0.claims.0.paid = 50",
        ("20250229",),
        ok=False,
    ),
    Planted("a sign of plus", file(era("+85", ONE)), "", (r"\+85",), ok=False),
    Planted("a power of ten", file(era("8.5E1", ONE)), "", (r"8\.5E1",), ok=False),
    Planted("a comma of thousands", file(era("1,085", ONE)), "", (r"1,085",), ok=False),
    Planted("a dollar sign", file(era("85", ONE.replace("120*85*15", "120*$85*15"))), "", (r"\$85",), ok=False),
    Planted("two points in an amount", file(era("8.5.0", ONE)), "", (r"8\.5\.0",), ok=False),
    Planted("a minus behind the amount", file(era("85", ONE.replace("CO*45*20", "CO*45*20-"))), "", ("20-",), ok=False),
    Planted(
        "the second pair of a PLB lacks its amount",
        file(era("85", ONE + "\nPLB*1234567893*20261231*CS:A*0*WO:B")),
        "",
        ("PLB",),
        ok=False,
    ),
    Planted(
        "a way of payment that does not exist",
        file(era("85", ONE, "XYZ************20260302")),
        "0.method = XYZ",
        ("XYZ",),
        ok=False,
    ),
    Planted(
        "no number of the payment",
        file(era("85", ONE).replace("        TRN*1*EFT0001*1512345678\n", "")),
        "0.trace = \n0.amount = 85",
        ("TRN",),
        ok=False,
    ),
    Planted("no day of the payment", file(era("85", ONE, "CHK")), "0.paid_on = -", ("BPR16",), ok=False),
    Planted(
        "a claim behind the adjustments outside claims",
        file(era("85", ONE + "\nPLB*1234567893*20261231*CS:A*50\n" + FIFTY)),
        "0.adjustments = CS:A 50",
        ("CLP|PLB",),
        ok=False,
    ),
    Planted(
        "headers of lists with totals before each group of claims",
        file(
            era("135", "TS3*1234567893*11*20261231*1*120\n" + ONE + "\nLX*2\nTS3*1234567893*22*20261231*1*60\n" + FIFTY)
        ),
        "0.claims.# = 2\n0.claims.1.paid = 50",
    ),
    Planted(
        "a patient with an apostrophe and a suffix, no number; the payee by its tax number",
        file(
            era("50", FIFTY.replace("NM1*QC*1*PRUITT*LEE****MI*HHP99", "NM1*QC*1*O'BRIEN-DE LA CRUZ*M***JR")).replace(
                "XX*1234567893", "FI*341234567"
            )
        ),
        """0.claims.0.patient.name = O'BRIEN-DE LA CRUZ
        0.claims.0.patient.suffix = JR
        0.claims.0.patient.identifier =
        0.payee.qualifier = FI""",
    ),
    Planted(
        "quantities and amounts beside a claim and a line change no sum",
        file(
            era(
                "50",
                claim(
                    "MX61",
                    "60",
                    "50",
                    "AMT*AU*60",
                    "AMT*D8*3",
                    "QTY*CA*2",
                    line("99212", "60", "50", "CAS*CO*45*10", "AMT*B6*50", "AMT*KH*1", "QTY*ZL*1"),
                ),
            )
        ),
        "0.claims.0.amounts = AU 60 | D8 3\n0.claims.0.lines.0.amounts = B6 50 | KH 1",
    ),
    Planted(
        "the advice ends in the middle of its last segment",
        file(era("35", ONE + "\nPLB*1234567893*20261231*CS:A*50")).split(b"*50~SE")[0],
        "0.claims.0.paid = 85",
        ("SE|IEA",),
        ok=False,
    ),
)
