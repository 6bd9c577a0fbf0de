"""Literal 837P files and plain registries for the tests: written here, by no other code of the product."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from medoffice.exchange.simulators.payer.rules.plans import LESSER, Member, Payer, Plan, Registry

PPO, SENIOR, STATE = "HM001", "MS002", "SF003"
NPI, DOCTOR = "1234567893", "1992999882"
MONDAY = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)


def payer(key: str, name: str, filing: str, **more: object) -> Payer:
    """A payer with an address that is nobody's."""
    return Payer(key, name, filing, "999999999", "1 Example Way", "Riverbend", "OH", "43001", **more)  # type: ignore[arg-type] # keywords are passed on


PAYERS = (
    payer(PPO, "Harbor Mutual", "12", interest_percent=10),
    payer(SENIOR, "Meridian Senior", "MB", pay_after_days=14, routing="999999992", account="0001",
          payee_routing="999999992", payee_account="0002"),
    payer(STATE, "Sunfield State Plan", "MC", pay_weekdays=(4,)),
)  # fmt: skip
PLANS = (
    Plan("ppo", PPO, fees={"ZV213": 8000, "ZV214": 12000, "ZL001": 1500}, deductible=50000, coinsurance_percent=20,
         copay=2500, copay_codes=("ZV213",), copay_waives_deductible=True, preventive=("ZP001",),
         authorization=("ZX900",), drug_codes=("ZJ001",), not_covered={"ZC001": ("PR", "96"), "ZC002": ("PR", "204")},
         bundled={"ZL002": ("ZV214",)}, necessity={"ZL003": ("E11", "R73")}, downcode={"ZV215": "ZV214"}),
    Plan("senior", SENIOR, allowed_percent=60, deductible=25700, coinsurance_percent=20, sequestration_percent=2,
         claim_remarks=("MA01",)),
    Plan("state", STATE, allowed_percent=45, secondary=LESSER, timely_days=180),
)  # fmt: skip
MEMBERS = (
    Member("vale", "ppo", "HMX100", "Vale", "Rosa", date(1980, 5, 1), date(2020, 1, 1)),
    Member("quist", "ppo", "HMX200", "Quist", "Per", date(1975, 2, 3), date(2020, 1, 1), date(2026, 1, 31)),
    Member("amaro", "senior", "9XX9XX9XX99", "Amaro", "Lucía", date(1950, 7, 9), date(2016, 1, 1)),
    Member("amaro2", "state", "SF777", "Amaro", "Lucia", date(1950, 7, 9), date(2016, 1, 1)),
    Member("both", "state", "SF888", "Both", "Ann", date(1990, 1, 1), date(2016, 1, 1), primary_elsewhere=PPO),
)
REGISTRY = Registry(PAYERS, PLANS, MEMBERS)
PEOPLE = {
    "vale": ("VALE", "ROSA", "HMX100", "19800501", PPO),
    "quist": ("QUIST", "PER", "HMX200", "19750203", PPO),
    "amaro": ("AMARO", "LUCIA", "9XX9XX9XX99", "19500709", SENIOR),
    "amaro2": ("AMARO", "LUCIA", "SF777", "19500709", STATE),
    "both": ("BOTH", "ANN", "SF888", "19900101", STATE),
    "nox": ("NOX", "NN", "HMX999", "19700101", PPO),
}


def line(code: str, charge: str, *, units: str = "1", day: str = "20260223", control: str = "", more: str = "") -> str:
    """A service line without its LX; ``more`` is segments to put behind it."""
    reference = f"REF*6R*{control}~" if control else ""
    return f"SV1*HC:{code}*{charge}*UN*{units}***1~DTP*472*D8*{day}~{reference}{more}"


def claim(
    who: str,
    number: str,
    charge: str,
    lines: Sequence[str],
    *,
    order: str = "P",
    frequency: str = "1",
    references: str = "",
    other: str = "",
    diagnosis: str = "J069",
) -> tuple[str, str]:
    """The subscriber level's content and the claim itself, to be joined by ``file``."""
    last, first, member, birth, payer_id = PEOPLE[who]
    level = (
        f"SBR*{order}*18*******CI~NM1*IL*1*{last}*{first}****MI*{member}~DMG*D8*{birth}*F~NM1*PR*2*P*****PI*{payer_id}~"
    )
    numbered = "".join(f"LX*{place}~{text}" for place, text in enumerate(lines, 1))
    body = f"CLM*{number}*{charge}***11:B:{frequency}*Y*A*Y*Y~{references}HI*ABK:{diagnosis}~"
    return level, f"{body}NM1*82*1*OKAFOR*ADA****XX*{DOCTOR}~{other}{numbered}"


def transaction(claims: Sequence[tuple[str, str]], number: str = "0001") -> str:
    """ST to SE, the count true."""
    levels = "".join(f"HL*{place}*1*22*0~{level}{body}" for place, (level, body) in enumerate(claims, 2))
    text = (
        f"ST*837*{number}*005010X222A1~BHT*0019*00*B{number}*20260302*1500*CH~NM1*41*2*RIVERBEND*****46*OFFICE1~"
        "PER*IC*CHEN*TE*8005550111~NM1*40*2*CLEARING*****46*CLEAR1~HL*1**20*1~"
        f"NM1*85*2*RIVERBEND FAMILY MEDICINE*****XX*{NPI}~N3*2 EXAMPLE RD~N4*RIVERBEND*OH*430010001~REF*EI*999999998~"
        f"{levels}"
    )
    return f"{text}SE*{text.count('~') + 1}*{number}~"


def interchange(transactions: Sequence[str], control: int = 1, *, ta1: str = "0") -> bytes:
    """ISA to IEA around whole transactions."""
    isa = f"ISA*00*{'':10}*00*{'':10}*ZZ*{'OFFICE1':15}*ZZ*{'CLEAR1':15}*260302*1500*^*00501*{control:09d}*{ta1}*T*:~"
    gs = f"GS*HC*OFFICE1*CLEAR1*20260302*1500*{control}*X*005010X222A1~"
    return f"{isa}{gs}{''.join(transactions)}GE*{len(transactions)}*{control}~IEA*1*{control:09d}~".encode()


def file(*claims: tuple[str, str], control: int = 1) -> bytes:
    """One interchange of one transaction."""
    return interchange([transaction(claims)], control)
