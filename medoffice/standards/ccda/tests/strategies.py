"""Hypothesis strategies: what a document can state, as it is read back after it is written."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

from hypothesis import strategies as st

from medoffice.standards.ccda import oids
from medoffice.standards.ccda.outgoing import Outgoing, Referral
from medoffice.standards.ccda.types import (
    Address,
    Allergy,
    Code,
    Entries,
    Identifier,
    Immunization,
    Measurement,
    Medication,
    Moment,
    Party,
    Patient,
    Period,
    PersonName,
    Precision,
    Problem,
    Procedure,
    Quantity,
    Range,
    Reaction,
    Telecom,
    Value,
)
from medoffice.standards.ccda.writing_entries import VITAL_PANEL

LETTERS = "ABCXYZabcxyz0189 <>&'\"]\u00e4\u0142\u738b/#%.,-"
WORDS = st.text(LETTERS, min_size=1, max_size=12).map(lambda text: "w" + " ".join(text.split()))
UNSAID = st.just("")
CODES = st.from_regex(r"\A[1-9][0-9]{2,8}\Z", fullmatch=True)
SYSTEMS = st.sampled_from([oids.SNOMED, oids.LOINC, oids.RXNORM, oids.ICD10CM, oids.CVX])
IDS = st.lists(st.builds(Identifier, st.just("2.25.7"), UNSAID | CODES), max_size=2, unique=True).map(tuple)
COMMENTS = st.lists(WORDS, max_size=2).map(tuple)
DAYS = st.dates(date(1900, 1, 1), date(2035, 12, 31))
UNITS = st.sampled_from(["mg", "mm[Hg]", "%", "10*3/uL", "h"])
NUMBERS = st.decimals(Decimal("-999.99"), Decimal("99999.99"), places=2)
QUANTITIES = st.builds(Quantity, NUMBERS, UNSAID | UNITS)
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    """A time of any precision."""
    day, precision = draw(DAYS), draw(st.sampled_from(Precision))
    if precision is Precision.YEAR:
        return Moment(day.replace(month=1, day=1), precision)
    if precision is Precision.MONTH:
        return Moment(day.replace(day=1), precision)
    if precision is Precision.DAY:
        return Moment(day)
    second = draw(st.integers(0, 59)) if precision is Precision.SECOND else 0
    clock = draw(st.integers(0, 23)), draw(st.integers(0, 59)), second
    return Moment(day, precision, datetime(day.year, day.month, day.day, *clock, tzinfo=draw(ZONES)))


MOMENTS = moments()
DATED = MOMENTS.filter(lambda moment: moment.precision not in (Precision.YEAR, Precision.MONTH))
TIMES = st.builds(Period, at=MOMENTS)
SPANS = st.builds(Period, low=st.none() | MOMENTS, high=st.none() | MOMENTS)
PERIODS = st.just(Period()) | TIMES | SPANS
PLAIN = st.builds(Code, CODES, SYSTEMS, UNSAID | WORDS)
CODED = st.builds(Code, CODES, SYSTEMS, UNSAID | WORDS, UNSAID | WORDS, others=st.lists(PLAIN, max_size=2).map(tuple))
UNCODED = st.builds(Code, text=WORDS, missing=st.sampled_from(["UNK", "OTH"]))
THINGS = CODED | UNCODED
OPTIONAL = st.just(Code()) | THINGS
LOINCED = st.builds(Code, CODES, st.just(oids.LOINC), WORDS)
STANDINGS = st.sampled_from(["", "active", "inactive", "resolved"])
CONCERNS = st.sampled_from(["active", "completed", "suspended"])
NAMES = st.builds(PersonName, UNSAID | WORDS, st.lists(WORDS, max_size=2).map(tuple), UNSAID | WORDS, UNSAID | WORDS)
SAID_NAMES = NAMES.filter(lambda name: bool(name.words))
ADDRESSES = st.builds(
    Address,
    st.lists(WORDS, max_size=4).map(tuple),
    WORDS,
    UNSAID | WORDS,
    UNSAID | WORDS,
    UNSAID | st.just("US"),
    UNSAID | st.just("HP"),
)
TELECOMS = st.lists(st.builds(Telecom, WORDS, UNSAID | st.just("WP")), max_size=2).map(tuple)
PERFORMERS = st.builds(
    Party, SAID_NAMES, UNSAID | WORDS, ids=IDS, address=st.none() | ADDRESSES, telecoms=TELECOMS, at=st.none() | MOMENTS
)
RANGES = st.builds(Range, st.none() | QUANTITIES, st.none() | QUANTITIES, UNSAID | WORDS).filter(lambda r: r != Range())
LIMITS = st.builds(Range, QUANTITIES, st.none() | QUANTITIES)
SPREAD = st.builds(Range, QUANTITIES, QUANTITIES)
DOSES = st.none() | QUANTITIES | SPREAD
VALUES = st.none() | QUANTITIES | LIMITS | THINGS | WORDS
NONE = Code(missing="NA")


NO_PROBLEM = Problem(
    Code("55607006", oids.SNOMED, "Problem"), Code("64572001", oids.SNOMED), "", "active", none_known=True
)
PROBLEMS = st.builds(
    Problem, THINGS, CODED, STANDINGS, CONCERNS, SPANS, st.booleans(), ids=IDS, comments=COMMENTS
) | st.just(NO_PROBLEM)
REACTIONS = st.lists(st.builds(Reaction, THINGS, OPTIONAL, PERIODS), max_size=2).map(tuple)
ALLERGIES = st.builds(
    Allergy,
    THINGS,
    CODED,
    STANDINGS,
    CONCERNS,
    SPANS,
    REACTIONS,
    OPTIONAL,
    OPTIONAL,
    st.booleans(),
    ids=IDS,
    comments=COMMENTS,
) | st.just(Allergy(NONE, Code("416098002", oids.SNOMED, "Drug allergy"), "", "active", none_known=True))


@st.composite
def medications(draw: st.DrawFn) -> Medication:
    """A drug that is taken every so often, or at an event, or neither."""
    every = draw(st.none() | st.builds(Quantity, NUMBERS, UNITS) | SPREAD)
    return Medication(
        draw(THINGS), draw(st.sampled_from(["active", "completed", "aborted"])), draw(st.booleans()), draw(PERIODS),
        every,
        "" if every else draw(st.sampled_from(["", "HS", "ACM"])), draw(st.booleans()), draw(DOSES),
        draw(OPTIONAL), draw(OPTIONAL), draw(UNSAID | WORDS), draw(OPTIONAL), draw(st.booleans()), ids=draw(IDS),
        comments=draw(COMMENTS),
    )  # fmt: skip


MEDICATIONS = medications() | st.just(Medication(NONE, "active", none_known=True))


def _measurements(
    what: st.SearchStrategy[Code],
    value: st.SearchStrategy[Value],
    panel: st.SearchStrategy[Code],
    period: st.SearchStrategy[Period],
    status: st.SearchStrategy[str],
) -> st.SearchStrategy[Measurement]:
    return st.builds(
        Measurement, what, value, panel, status, period,
        st.lists(PLAIN, max_size=2).map(tuple), st.lists(RANGES, max_size=2).map(tuple), st.booleans(), IDS,
        COMMENTS,
    )  # fmt: skip


RESULTS = _measurements(THINGS, VALUES, CODED, PERIODS, st.sampled_from(["completed", "active"]))
VITALS = _measurements(CODED, QUANTITIES, st.just(VITAL_PANEL), TIMES, st.just("completed"))
SMOKING = st.builds(
    Measurement, st.just(Code("72166-2", oids.LOINC)), CODED, st.just(Code()), st.just("completed"), TIMES
)
SOCIAL = SMOKING | st.builds(Measurement, LOINCED, VALUES, st.just(Code()), st.just("completed"), PERIODS, ids=IDS)
IMMUNIZATIONS = st.builds(
    Immunization, THINGS, st.just("completed"), PERIODS, DOSES, OPTIONAL, UNSAID | WORDS,
    UNSAID | WORDS,
    st.sampled_from(["", "1", "2"]), st.none() | PERFORMERS, OPTIONAL, st.booleans(), st.booleans(), IDS, COMMENTS,
)  # fmt: skip


@st.composite
def procedures(draw: st.DrawFn) -> Procedure:
    """Something that was done; an act has no site."""
    element = draw(st.sampled_from(["procedure", "observation", "act"]))
    sites = () if element == "act" else tuple(draw(st.lists(THINGS, max_size=2)))
    return Procedure(
        draw(THINGS), element, "completed", False, draw(PERIODS), sites, draw(st.none() | PERFORMERS),
        draw(st.booleans()), draw(IDS), draw(COMMENTS),
    )  # fmt: skip


def _some(one: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(one, max_size=3).map(tuple)


ENTRIES = st.builds(
    Entries, _some(PROBLEMS), _some(ALLERGIES), _some(MEDICATIONS), _some(RESULTS), _some(VITALS), _some(IMMUNIZATIONS),
    _some(procedures()), _some(SOCIAL),
)  # fmt: skip
PATIENTS = st.builds(
    Patient, SAID_NAMES, MOMENTS, CODED, IDS, st.lists(ADDRESSES, max_size=2).map(tuple), TELECOMS, OPTIONAL, CODED,
    CODED,
    UNSAID | st.just("en"),
)  # fmt: skip
AUTHORS = st.builds(replace, PERFORMERS, at=DATED) | st.builds(Party, st.none(), WORDS, WORDS, IDS, at=DATED)
CUSTODIANS = st.builds(
    Party, st.none(), WORDS, ids=IDS, address=st.none() | ADDRESSES, telecoms=TELECOMS.map(lambda t: t[:1])
)
OUTGOING = st.builds(
    Outgoing, st.builds(Identifier, st.just("2.25.3"), CODES), WORDS, DATED, PATIENTS, AUTHORS, CUSTODIANS, SPANS
)  # fmt: skip
REFERRALS = st.builds(Referral, st.builds(Party, SAID_NAMES, UNSAID | WORDS, ids=IDS), UNSAID | WORDS, UNSAID | WORDS)
