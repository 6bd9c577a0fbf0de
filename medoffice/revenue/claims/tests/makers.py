"""Claims for tests, made through the actions, and remittances written by hand: no writer of the product is used."""

from dataclasses import dataclass, field
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.ids import new_id, npi_from
from medoffice.kernel.money import Money
from medoffice.practice.api import add_payer, office_zone, work_items
from medoffice.practice.tests.makers import ADDRESS, Office
from medoffice.practice.types import WorkItem
from medoffice.records.coverage.api import add_coverage
from medoffice.records.coverage.types import Relation
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.billing.api import capture_charges, take_payment
from medoffice.revenue.billing.tests.makers import insure, make_office
from medoffice.revenue.billing.types import Method
from medoffice.revenue.claims.api import claim, claims_of, prepare_claims, receive_file, send_claims
from medoffice.revenue.claims.types import Claim
from medoffice.revenue.coding.tests.makers import START, make_coded
from medoffice.security.types import PROGRAM, Actor, Role

CHEN = Actor(new_id(), "Wei Chen", frozenset({Role.BILLER, Role.BOOKKEEPER}))
FIRST_PAYER, SECOND_PAYER = ("99901", "PRAIRIE MUTUAL"), ("99902", "SUNFIELD STATE PLAN")


@dataclass
class Place:
    """An office with two payers, and a patient whose claims are known by letters."""

    office: Office
    second_payer_id: UUID
    patient_id: UUID
    member: str
    visits: dict[str, UUID] = field(default_factory=dict)
    claims: dict[str, UUID] = field(default_factory=dict)
    files: int = 0

    def visit(self, *services: str, desk: int = 0, method: Method = Method.CASH) -> str:
        """A visit with charges and a claim that was sent; money is taken at the desk first. Returns its letter."""
        letter = "ABCDEFGH"[len(self.visits)]
        if desk:
            take_payment(actor=PROGRAM, patient_id=self.patient_id, amount=Money(desk), method=method, copay=True)
        encounter_id = make_coded(self.office, self.patient_id, *services)
        capture_charges(actor=PROGRAM, encounter_id=encounter_id)
        (claim_id,) = prepare_claims(actor=PROGRAM, encounter_id=encounter_id)
        send_claims(actor=PROGRAM)
        self.visits[letter], self.claims[letter] = encounter_id, claim_id
        return letter

    def claim(self, name: str) -> Claim:
        """The claim by its name: A, AS (second payer), AC (correction)."""
        if name not in self.claims:
            order, frequency = (2, "1") if name.endswith("S") else (1, "7")
            found = [c for c in claims_of(self.visits[name[0]]) if (c.order, c.frequency) == (order, frequency)]
            self.claims[name] = found[-1].id
        return claim(self.claims[name])

    def names(self) -> dict[str, str]:
        """What the names in a remittance stand for: claim numbers, line control numbers, the patient."""
        known = {"day": f"{clock.today(office_zone()):%Y%m%d}"}
        for letter, encounter_id in self.visits.items():
            for found in claims_of(encounter_id):
                name = letter + ("S" if found.order == 2 else "C" if found.frequency == "7" else "")
                known[name] = found.number
                known |= {f"{name}{line.line}": line.control for line in found.lines}
                known |= {f"{name}last": "VALE", f"{name}first": "INGRID", f"{name}member": self.member}
        return known

    def receive(self, data: bytes) -> UUID:
        """The office receives a file."""
        self.files += 1
        return receive_file(actor=PROGRAM, name=f"file-{self.files}.x12", data=data)


def make_place(*, second_payer: bool = False) -> Place:
    """An office, and Ingrid Vale with one insurance or two."""
    office = make_office()
    second = add_payer(
        actor=PROGRAM,
        key="sunfield",
        name="Sunfield State Plan",
        number=SECOND_PAYER[0],
        filing_code="MC",
        timely_filing_days=180,
        phone="217-555-0111",
        address=ADDRESS,
    )
    patient_id = make_patient()
    insure(office, patient_id)
    if second_payer:
        insure_second(patient_id, second)
    return Place(office, second, patient_id, "PM" + patient_id.hex[-8:].upper())


def insure_second(patient_id: UUID, payer_id: UUID) -> UUID:
    """A second policy, with another payer."""
    return add_coverage(
        actor=PROGRAM,
        patient_id=patient_id,
        payer_id=payer_id,
        plan="State",
        member_id="SF" + patient_id.hex[-8:].upper(),
        group="",
        relation=Relation.SELF,
        subscriber=None,
        order=2,
        starts=START,
        copay=Money(),
    )


def open_work() -> list[WorkItem]:
    """What waits for biller Chen."""
    return work_items(CHEN)


def advice(
    claims: str,
    *,
    trace: str,
    amount: str,
    method: str = "ACH",
    provider: str = "",
    payer: tuple[str, str] = FIRST_PAYER,
) -> str:
    """ST to SE without its own number; ``provider`` is what stands behind the date of a PLB."""
    number, name = payer
    adjusted = f"PLB*{npi_from('199999998')}*20261231*{provider}~" if provider else ""
    return (
        f"BPR*I*{amount}*C*{method}************{clock.now():%Y%m%d}~TRN*1*{trace}*1{number}~"
        f"N1*PR*{name}*XV*{number}~N3*1 EXAMPLE WAY~N4*RIVERBEND*IL*627990001~PER*BL*CLAIMS*TE*2175550110~"
        f"N1*PE*RIVERBEND FAMILY MEDICINE*XX*{npi_from('199999998')}~LX*1~{claims}{adjusted}"
    )


def interchange(*advices: str, control: int = 1) -> bytes:
    """ISA to IEA around payment advices, the counts true."""
    transactions = "".join(
        f"ST*835*{place:04d}~{text}SE*{text.count('~') + 2}*{place:04d}~" for place, text in enumerate(advices, 1)
    )
    isa = f"ISA*00*{'':10}*00*{'':10}*ZZ*{'CLEAR1':15}*ZZ*{'999999999':15}*261125*1500*^*00501*{control:09d}*0*P*:~"
    gs = f"GS*HP*CLEAR1*999999999*20261125*1500*{control}*X*005010X221A1~"
    return f"{isa}{gs}{transactions}GE*{len(advices)}*{control}~IEA*1*{control:09d}~".encode()


def answer(code: str, guide: str, body: str, *, ta1: str = "", control: int = 7) -> bytes:
    """An interchange with one answer (999 or 277), or with a TA1 only where ``code`` is empty."""
    isa = f"ISA*00*{'':10}*00*{'':10}*ZZ*{'CLEAR1':15}*ZZ*{'999999999':15}*261125*1500*^*00501*{control:09d}*0*P*:~"
    groups = group(code, guide, body, control) if code else ""
    return f"{isa}{ta1}{groups}IEA*{1 if code else 0}*{control:09d}~".encode()


def group(code: str, guide: str, body: str, control: int = 7) -> str:
    """GS to GE around one answer, the counts true."""
    kind = {"999": "FA", "277": "HN"}[code]
    segments = f"ST*{code}*0001*{guide}~{body}"
    whole = f"{segments}SE*{segments.count('~') + 1}*0001~"
    return f"GS*{kind}*CLEAR1*999999999*20261125*1500*{control}*X*{guide}~{whole}GE*1*{control}~"


def ta1_of(control: int, status: str) -> str:
    """The answer to an interchange."""
    return f"TA1*{control:09d}*261125*1500*{status}*006~"


def body_999(control: int, status: str, *, group_status: str = "") -> str:
    """What a 999 says about the one transaction of a group of ours."""
    wrong = "" if status == "A" else "IK3*NM1*8**8~IK4*9*67*7~"
    taken = "0" if status == "R" else "1"
    return (
        f"AK1*HC*{control}*005010X222A1~AK2*837*0001*005010X222A1~{wrong}IK5*{status}{'*5' if wrong else ''}~"
        f"AK9*{group_status or status}*1*1*{taken}~"
    )


def body_277ca(*claims: tuple[str, str]) -> str:
    """What a 277CA says about claims: (our number, status as ``A2:20`` with its action)."""
    head = (
        "BHT*0085*08*1*20261125*1500*TH~HL*1**20*1~NM1*PR*2*PRAIRIE MUTUAL*****PI*99901~TRN*1*X1~"
        "DTP*050*D8*20261125~DTP*009*D8*20261125~HL*2*1*21*1~NM1*41*2*RIVERBEND*****46*999999999~TRN*2*1~"
        "STC*A1:19:PR*20261125*WQ*150~HL*3*2*19*1~NM1*85*2*RIVERBEND*****XX*1999999984~"
    )
    said = "".join(
        f"HL*{place}*3*PT~NM1*QC*1*VALE*INGRID****MI*X~TRN*2*{number}~STC*{status}*20261125*"
        f"{'WQ' if status.startswith('A2') else 'U'}*150~REF*1K*ICN{place}~DTP*472*D8*20261125~"
        for place, (number, status) in enumerate(claims, 4)
    )
    return head + said
