"""Fictitious eligibility questions and answers, and strategies for others."""

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from medoffice.kernel.money import Money
from medoffice.standards.x12.eligibility_types import Level
from medoffice.standards.x12.tests.makers import HARBOR, OFFICE, STREET, SUMMIT
from medoffice.standards.x12.tests.strategies import CENTS, CODES, DAYS, TEXT, UNITS
from medoffice.standards.x12.types import (
    Benefit,
    BenefitParty,
    EligibilityAnswer,
    EligibilityRequest,
    Member,
    Party,
    Procedure,
    Rejection,
)

VISIT = date(2026, 11, 24)
CLINIC = Party("LANTERN FAMILY MEDICINE", qualifier="XX", identifier=OFFICE.npi)
VALE = Party("VALE", "MORGAN", "Q", person=True, qualifier="MI", identifier="HH0001")
HOLDER = Member(VALE, date(1980, 2, 29), "F")
CHILD = Member(Party("VALE", "ROBIN", person=True), date(2015, 5, 6), "M", "19")
ASKED = EligibilityRequest(HARBOR, CLINIC, HOLDER, "EL10001", VISIT, origin="9999999999")
FOR_CHILD = EligibilityRequest(
    HARBOR, CLINIC, HOLDER, "EL10002", VISIT, ("30", "98"), CHILD, date(2026, 11, 30), "9999999999"
)
REQUESTS = (ASKED, FOR_CHILD)

PLAN_DATES = (("346", date(2026, 1, 1), None), ("291", date(2026, 1, 1), date(2026, 12, 31)))
BENEFITS = (
    Benefit("1", "IND", ("30",), "PR", "GOLD PLAN"),
    Benefit("B", "IND", ("98", "UC"), "PR", "GOLD PLAN", "27", Money(2500), network="Y", messages=("PER VISIT",)),
    Benefit("A", "IND", ("30",), percent=Decimal("0.2"), network="Y"),
    Benefit("C", "IND", ("30",), period="23", amount=Money(50000), network="Y"),
    Benefit("C", "IND", ("30",), period="29", amount=Money(12345), network="Y"),
    Benefit("F", "IND", ("PT",), quantity_kind="VS", quantity=Decimal(20), authorization="Y", places=("11",)),
    Benefit(
        "R", parties=(BenefitParty("PRP", SUMMIT, ("5555550199",)),), dates=(("290", date(2026, 3, 1), None),),
        references=(("1L", "GRP9"),),
    ),
    Benefit("L", parties=(BenefitParty("P3", Party("OKAFOR", "ADA", person=True, address=STREET)),)),
    Benefit("F", procedure=Procedure("G0438"), deliveries=(("VS", "1", "", "", "21", "1"),)),
)  # fmt: skip
ACTIVE = EligibilityAnswer(
    HARBOR, CLINIC,
    Member(Party("VALE", "MORGAN", person=True, qualifier="MI", identifier="HH0001", address=STREET),
           date(1980, 2, 29), "F", "18", True, (("6P", "GRP1"),), PLAN_DATES),
    trace="EL10001", payer_trace="HB77", benefits=BENEFITS,
)  # fmt: skip
OF_CHILD = EligibilityAnswer(HARBOR, CLINIC, HOLDER, CHILD, "EL10002", benefits=BENEFITS[:2])
NOT_FOUND = EligibilityAnswer(
    HARBOR, CLINIC, HOLDER, trace="EL10003", rejections=(Rejection("subscriber", "75", "C"),)
)  # fmt: skip
UNKNOWN_OFFICE = EligibilityAnswer(HARBOR, CLINIC, rejections=(Rejection("provider", "51", "C"),))
DOWN = EligibilityAnswer(HARBOR, rejections=(Rejection("payer", "42", "R", True),))
ANSWERS = (ACTIVE, OF_CHILD, NOT_FOUND, UNKNOWN_OFFICE, DOWN)

IDS = st.from_regex(r"\A[A-Z0-9]{2,20}\Z")
PERSONS = st.builds(Party, TEXT, TEXT, st.just("") | TEXT, person=st.just(True))
ADDRESSED = st.builds(Party, TEXT, person=st.just(False), address=st.none() | st.just(STREET))
DATED = st.lists(
    st.tuples(st.sampled_from(["346", "347", "356"]), DAYS, st.none() | st.just(date(2036, 1, 1))), max_size=3
).map(tuple)
REFERENCES = st.lists(st.tuples(st.sampled_from(["6P", "18", "1L"]), TEXT), max_size=2).map(tuple)
HOLDERS = st.builds(
    Member,
    st.builds(Party, TEXT, TEXT, person=st.just(True), qualifier=st.just("MI"), identifier=IDS),
    DAYS,
    st.sampled_from(["", "F", "M", "U"]),
    references=REFERENCES,
)
DEPENDENTS = st.builds(Member, PERSONS, DAYS, st.sampled_from(["F", "M"]), st.sampled_from(["01", "19", "G8"]))
SERVICES = st.lists(st.sampled_from(["30", "98", "UC", "MH", "1"]), max_size=3, unique=True).map(tuple)


@st.composite
def requests(draw: st.DrawFn) -> EligibilityRequest:
    """A question about the policy holder or somebody else, for a day or a period."""
    on = draw(DAYS)
    services = draw(SERVICES.filter(bool))
    dependent, until = draw(st.none() | DEPENDENTS), draw(st.none() | st.dates(on, date(2036, 1, 1)))
    return EligibilityRequest(HARBOR, CLINIC, draw(HOLDERS), draw(TEXT), on, services, dependent, until, "9999999999")


@st.composite
def benefits(draw: st.DrawFn) -> Benefit:
    """A benefit of any kind, with what may hang on it."""
    counted = draw(st.booleans())
    party = st.builds(BenefitParty, st.sampled_from(["P3", "PRP", "SEP"]), ADDRESSED, st.just(()) | TEXT.map(_one))
    return Benefit(
        draw(st.sampled_from(["1", "6", "A", "B", "C", "F", "G", "I", "R"])),
        draw(st.sampled_from(["", "IND", "FAM"])), draw(SERVICES), draw(st.sampled_from(["", "PR", "HM"])),
        draw(st.just("") | TEXT), draw(st.sampled_from(["", "23", "27", "29"])), draw(st.none() | CENTS.map(Money)),
        draw(st.none() | st.sampled_from([Decimal("0.2"), Decimal(0), Decimal(1)])),
        "VS" if counted else "", draw(UNITS).normalize() if counted else None,
        draw(st.sampled_from(["", "N", "Y"])), draw(st.sampled_from(["", "N", "W", "Y"])),
        draw(st.none() | st.builds(Procedure, CODES)), references=draw(REFERENCES), dates=draw(DATED),
        messages=draw(st.lists(TEXT, max_size=2).map(tuple)), places=draw(st.just(()) | st.just(("11",))),
        parties=draw(st.lists(party, max_size=2).map(tuple)),
    )  # fmt: skip


def _one(text: str) -> tuple[str, ...]:
    return (text,)


@st.composite
def answers(draw: st.DrawFn) -> EligibilityAnswer:
    """An answer with benefits, or with a rejection at any level."""
    holder, dependent = draw(HOLDERS), draw(st.none() | DEPENDENTS)
    levels: list[Level] = ["payer", "provider", "subscriber", "benefit"]
    level = draw(st.sampled_from(levels))
    refused = draw(st.booleans())
    rejection = Rejection(level, draw(st.sampled_from(["42", "71", "75"])), "C", draw(st.booleans()))
    told = draw(st.lists(benefits(), min_size=1 if not refused or level == "benefit" else 0, max_size=4))
    return EligibilityAnswer(
        HARBOR, CLINIC, holder, dependent, draw(TEXT), draw(st.just("") | TEXT), (rejection,) if refused else (),
        tuple(told),
    )  # fmt: skip
