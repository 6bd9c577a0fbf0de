"""Fictitious claims, remittances and envelopes for the tests of this package."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from medoffice.kernel.ids import npi_from
from medoffice.kernel.money import Money
from medoffice.standards.x12.types import (
    Address,
    Adjustment,
    Claim837,
    ClaimRemit,
    Envelope,
    LineAdjudication,
    LineRemit,
    OtherPayer,
    Party,
    Patient,
    Procedure,
    Provider,
    ProviderAdjustment,
    Remit835,
    ServiceLine,
    Subscriber,
)

DAY = date(2026, 3, 2)
ENVELOPE = Envelope(
    "MEDOFFICE",
    "HARBOR",
    101,
    datetime(2026, 3, 3, 9, 30),  # noqa: DTZ001 - X12 times have no zone
    submitter_name="LANTERN FAMILY MEDICINE",
    submitter_contact="CHEN",
    submitter_phone="5555550101",
    receiver_name="HARBOR HEALTH",
    usage="T",
)
STREET = Address("1 LANTERN WAY", "", "SPRINGFIELD", "IL", "627010001")
OFFICE = Provider(
    Party("LANTERN FAMILY MEDICINE", qualifier="XX", identifier=npi_from("199999998"), address=STREET),
    taxonomy="207Q00000X",
    tax_id="999999999",
    tax_qualifier="EI",
    contact="CHEN",
    phone="5555550101",
)
DOCTOR = Provider(
    Party("OKAFOR", "ADA", person=True, qualifier="XX", identifier=npi_from("199999997")), taxonomy="207Q00000X"
)
PLACE = Provider(Party("LANTERN ANNEX", qualifier="XX", identifier=npi_from("199999996"), address=STREET))
HARBOR = Party("HARBOR HEALTH", qualifier="PI", identifier="HARBR")
SUMMIT = Party("SUMMIT MUTUAL", qualifier="PI", identifier="SUMMT")
VALE = Party("VALE", "MORGAN", "Q", person=True, qualifier="MI", identifier="HH0001", address=STREET)
LINES = (
    ServiceLine(Procedure("G0438", ("25",)), Money(18000), Decimal(1), (1, 2), DAY, control="L1"),
    ServiceLine(Procedure("G0008"), Money(2550), Decimal(2), (2,), DAY, control="L2", place="11"),
)
SELF = Claim837(
    billing=OFFICE,
    subscriber=Subscriber(VALE, "P", "18", "GRP1", "", "", "CI", date(1980, 2, 29), "F"),
    payer=HARBOR,
    claim_id="CLM-1001",
    charge=Money(20550),
    place="11",
    diagnoses=("E119", "I10"),
    lines=LINES,
    rendering=DOCTOR,
)
CHILD = replace(
    SELF,
    claim_id="CLM-1002",
    subscriber=replace(SELF.subscriber, relation=""),
    patient=Patient(Party("VALE", "ROBIN", person=True, address=STREET), "19", date(2015, 5, 5), "M"),
    prior_authorization="AUTH77",
    facility=PLACE,
    note="SEEN AFTER SCHOOL",
)
CORRECTED = replace(SELF, claim_id="CLM-1003", frequency="7", original_reference="PCN555")
VOID = replace(SELF, claim_id="CLM-1004", frequency="8", original_reference="PCN556")
SECONDARY = replace(
    SELF,
    claim_id="CLM-1005",
    payer=SUMMIT,
    subscriber=replace(SELF.subscriber, order="S"),
    other_payers=(
        OtherPayer(
            HARBOR,
            VALE,
            filing="CI",
            adjustments=(Adjustment("OA", "94", Money(100)),),
            paid=Money(13450),
            remaining=Money(2000),
            decided=date(2026, 3, 20),
            claim_number="PCN557",
        ),
    ),
    lines=(
        replace(
            LINES[0],
            adjudications=(
                LineAdjudication(
                    "HARBR",
                    Money(11000),
                    LINES[0].procedure,
                    Decimal(1),
                    (Adjustment("CO", "45", Money(5000)), Adjustment("PR", "2", Money(2000), Decimal(1))),
                    date(2026, 3, 20),
                    Money(2000),
                ),
            ),
        ),
        replace(
            LINES[1],
            adjudications=(LineAdjudication("HARBR", Money(2550), LINES[1].procedure, Decimal(2), (), DAY),),
        ),
    ),
)
AT_WORK = replace(
    SELF,
    claim_id="CLM-1006",
    subscriber=Subscriber(Party("QUARRY WORKS", qualifier="MI", identifier="WC-7"), "P", "", filing="WC"),
    patient=Patient(Party("VALE", "MORGAN", person=True, address=STREET), "20", date(1980, 2, 29), "F"),
    causes=("EM",),
    case_number="WC-7",
    dates=(("439", date(2026, 3, 1)),),
)
IN_TRAFFIC = replace(
    SELF,
    claim_id="CLM-1007",
    subscriber=replace(SELF.subscriber, group_number="", filing="AM"),
    causes=("AA",),
    accident_state="IL",
    case_number="AU-9",
    dates=(("439", date(2026, 3, 1)),),
)
CLAIMS = (SELF, CHILD, CORRECTED, VOID, SECONDARY, AT_WORK, IN_TRAFFIC)

PAID = ClaimRemit(
    "CLM-1001",
    "1",
    Money(20550),
    Money(13050),
    Money(2000),
    "12",
    "PCN557",
    "11",
    "1",
    patient=replace(VALE, address=None),
    corrected=Party("VALE", "MORGANA", person=True, qualifier="C", identifier="HH0002"),
    amounts=(("AU", Money(15050)),),
    dates=(("232", DAY), ("233", DAY)),
    outpatient=("", "", "MA01"),
    lines=(
        LineRemit(
            Procedure("G0438", ("25",)),
            Money(18000),
            Money(11000),
            units=Decimal(1),
            dates=(("472", DAY),),
            adjustments=(Adjustment("CO", "45", Money(5000)), Adjustment("PR", "2", Money(2000))),
            control="L1",
            amounts=(("B6", Money(13000)),),
            remarks=("N130",),
        ),
        LineRemit(
            Procedure("G0008"),
            Money(2550),
            Money(2050),
            units=Decimal(1),
            original=Procedure("G0009"),
            original_units=Decimal(2),
            dates=(("472", DAY),),
            adjustments=(Adjustment("CO", "45", Money(500)),),
            control="L2",
        ),
    ),
)
DENIED = ClaimRemit(
    "CLM-1002",
    "4",
    Money(10000),
    Money(0),
    Money(0),
    "12",
    "PCN558",
    "11",
    "1",
    patient=Party("VALE", "ROBIN", person=True),
    adjustments=(Adjustment("CO", "29", Money(10000)),),
)
REMIT = Remit835(
    payer=Party("HARBOR HEALTH", address=STREET),
    payee=Party("LANTERN FAMILY MEDICINE", qualifier="XX", identifier=OFFICE.npi, address=STREET),
    trace="EFT0001",
    method="ACH",
    amount=Money(12050),
    paid_on=date(2026, 3, 20),
    payer_id="1999999999",
    production_date=date(2026, 3, 19),
    payer_contact="PROVIDER LINE",
    payer_phone="5555550150",
    payee_tax_id="999999999",
    claims=(PAID, DENIED),
    adjustments=(
        ProviderAdjustment(OFFICE.npi, date(2026, 12, 31), "WO", "PCN500", Money(1500)),
        ProviderAdjustment(OFFICE.npi, date(2026, 12, 31), "L6", "PCN501", Money(-500)),
    ),
)


# Transactions we do not read: ST01, its guide, the words that name it.
STRANGERS = [
    ("276", "005010X212", "276 claim status question"),
    ("277", "005010X212", "277 claim status answer"),
    ("278", "005010X217", "278 authorisation or referral"),
    ("820", "005010X218", "820 premium payment"),
    ("824", "005010X186", "824 application reporting"),
    ("834", "005010X220A1", "834 enrolment"),
    ("837I", "005010X223A2", "837I institutional claim"),
    ("837D", "005010X224A2", "837D dental claim"),
    ("997", "005010X230", "997 functional acknowledgement for health care"),
]


def interchange(group: str, version: str, segments: list[str]) -> bytes:
    """An interchange with one transaction of these segments (ST first, no SE), its counts true."""
    header = write_head()
    body = "~".join(segments)
    number = segments[0].split("*")[2]
    text = f"GS*{group}*A*B*20260303*0930*1*X*{version}~{body}~SE*{len(segments) + 1}*{number}~GE*1*1~IEA*1*000000101~"
    return (header + text).encode()


def write_head() -> str:
    """The ISA segment of the envelope above."""
    blank = " " * 10
    return f"ISA*00*{blank}*00*{blank}*ZZ*{'MEDOFFICE':15}*ZZ*{'HARBOR':15}*260303*0930*^*00501*000000101*0*T*:~"


def stranger(code: str, version: str) -> bytes:
    """A small transaction of a kind we do not read."""
    return interchange("HC", version, [f"ST*{code[:3]}*0001*{version}", "BHT*0019*00*1*20260303*0930*CH"])


def advice(*segments: str, amount: str = "50", version: str = "005010X221A1") -> bytes:
    """An 835 with these segments after its header."""
    head = [
        "ST*835*0001", f"BPR*I*{amount}*C*CHK************20260302", "TRN*1*T1*1999999999", "DTM*405*20260302",
        "N1*PR*HARBOR HEALTH", "N3*1 LANTERN WAY", "N4*SPRINGFIELD*IL*62701", "PER*BL*HELP*TE*5555550150",
        "N1*PE*LANTERN FAMILY MEDICINE*XX*1999999984",
    ]  # fmt: skip
    return interchange("HP", version, [*head, *segments])
