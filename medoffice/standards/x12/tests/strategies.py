"""Hypothesis strategies: claims and remittances of every shape we write, with balanced money where asked."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from medoffice.kernel.money import Money
from medoffice.standards.x12.tests.makers import CLAIMS, DOCTOR, OFFICE, PAID, PLACE, REMIT
from medoffice.standards.x12.types import (
    Adjustment,
    Claim837,
    ClaimRemit,
    LineRemit,
    Party,
    Procedure,
    ProviderAdjustment,
    Remit835,
    ServiceLine,
)

TEXT = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.'", min_size=1, max_size=20)
CODES = st.from_regex(r"\A[A-Z][0-9]{4}\Z")
MODIFIERS = st.lists(st.sampled_from(["25", "59", "GT", "QW"]), max_size=4, unique=True).map(tuple)
DAYS = st.dates(date(2016, 1, 1), date(2035, 12, 31))
CENTS = st.integers(0, 10_000_000)
UNITS = st.decimals(Decimal("0.01"), Decimal(999), places=2)
PROCEDURES = st.builds(Procedure, CODES, MODIFIERS)
REASONS = st.sampled_from(["1", "2", "3", "29", "45", "96", "97", "253", "A1", "B7"])
ADJUSTMENTS = st.builds(
    Adjustment,
    st.sampled_from(["CO", "PR", "OA", "PI"]),
    REASONS,
    st.integers(-9999, 99999).map(Money),
    st.none() | UNITS,
)


@st.composite
def service_lines(draw: st.DrawFn, diagnoses: int) -> ServiceLine:
    """A line that points to diagnoses the claim has."""
    pointers = draw(st.lists(st.integers(1, diagnoses), min_size=1, max_size=4, unique=True))
    first = draw(DAYS)
    return ServiceLine(
        draw(PROCEDURES), Money(draw(CENTS)), draw(UNITS), tuple(pointers), first,
        draw(st.none() | st.dates(first, date(2036, 1, 1))), control=draw(TEXT), note=draw(st.just("") | TEXT),
        rendering=draw(st.none() | st.just(DOCTOR)), place=draw(st.sampled_from(["", "11", "22"])),
        emergency=draw(st.booleans()),
    )  # fmt: skip


@st.composite
def claims(draw: st.DrawFn) -> Claim837:
    """A new, corrected, dependent or secondary claim with other lines, diagnoses and references."""
    base = draw(st.sampled_from(CLAIMS))
    diagnoses = draw(st.lists(st.from_regex(r"\A[A-T][0-9]{2}[0-9]{0,4}\Z"), min_size=1, max_size=12, unique=True))
    lines = base.lines
    if not base.other_payers:
        lines = tuple(draw(st.lists(service_lines(len(diagnoses)), min_size=1, max_size=5)))
    elif len(diagnoses) < 2:
        diagnoses = ["E119", "I10"]
    return replace(
        base, claim_id=draw(TEXT), diagnoses=tuple(diagnoses), lines=lines, note=draw(st.just("") | TEXT),
        charge=Money.total(line.charge for line in lines), facility=draw(st.none() | st.just(PLACE)),
        dates=tuple(draw(st.dictionaries(st.sampled_from(["431", "435", "439"]), DAYS, max_size=2)).items()),
        paid_by_patient=draw(st.none() | CENTS.map(Money)),
    )  # fmt: skip


@st.composite
def remit_lines(draw: st.DrawFn) -> LineRemit:
    """A line whose charge, adjustments and payment agree."""
    adjustments = tuple(draw(st.lists(ADJUSTMENTS, max_size=8)))
    paid = Money(draw(CENTS))
    charge = Money.total([paid, *(entry.amount for entry in adjustments)])
    return LineRemit(
        draw(PROCEDURES), charge, paid, "", draw(st.none() | UNITS),
        draw(st.none() | PROCEDURES), None, (("472", draw(DAYS)),), adjustments, draw(st.just("") | TEXT),
        remarks=tuple(draw(st.lists(st.sampled_from(["N130", "M15"]), max_size=2))),
    )  # fmt: skip


@st.composite
def claim_remits(draw: st.DrawFn) -> ClaimRemit:
    """A balanced claim payment."""
    lines = tuple(draw(st.lists(remit_lines(), max_size=3)))
    own = tuple(draw(st.lists(ADJUSTMENTS, max_size=3)))
    cut = Money.total(entry.amount for entry in own)
    charge = Money.total(line.charge for line in lines) if lines else Money(draw(CENTS))
    paid = Money.total(line.paid for line in lines) - cut if lines else charge - cut
    return replace(
        PAID, claim_id=draw(TEXT), charge=charge, paid=paid, lines=lines, adjustments=own, patient_responsibility=None,
        patient=Party(draw(TEXT), draw(TEXT), person=True), corrected=None,
    )  # fmt: skip


@st.composite
def remits(draw: st.DrawFn) -> Remit835:
    """A balanced payment advice."""
    entry = st.builds(
        ProviderAdjustment, st.just(OFFICE.npi), st.just(date(2026, 12, 31)), st.sampled_from(["WO", "FB", "L6", "72"]),
        TEXT, st.integers(-9999, 9999).map(Money),
    )  # fmt: skip
    found, moved = tuple(draw(st.lists(claim_remits(), max_size=3))), tuple(draw(st.lists(entry, max_size=8)))
    total = Money.total(claim.paid for claim in found) - Money.total(item.amount for item in moved)
    return replace(REMIT, trace=draw(TEXT), amount=total, claims=found, adjustments=moved)
