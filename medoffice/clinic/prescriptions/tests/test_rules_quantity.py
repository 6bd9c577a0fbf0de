"""How much is given and how long it lasts, for every form (P46)."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from medoffice.clinic.prescriptions.rules.forms import dose_form, strength_in
from medoffice.clinic.prescriptions.rules.quantity import Assumed, days_for, supply_for
from medoffice.clinic.prescriptions.rules.shorthand import read
from medoffice.clinic.prescriptions.tests.test_rules_sig import sigs
from medoffice.clinic.prescriptions.types.prescribing import DoseForm, Package, Sig, Supply

D = Decimal
BY = Assumed(D(20), D(1))
NONE = Package()
SOLID, LIQUID, DROPS, TOPICAL = DoseForm.SOLID, DoseForm.LIQUID, DoseForm.DROPS, DoseForm.TOPICAL
INJECTION, INHALER, SPRAY, PATCH = DoseForm.INJECTION, DoseForm.INHALER, DoseForm.SPRAY, DoseForm.PATCH
# sig, form, strength, days, package -> quantity, unit, packages. Worked by hand, before the rule was written.
GIVEN = [
    ("1 tab po bid", SOLID, "10 mg", 10, NONE, D(20), "tablets", 0),
    ("1/2 tab po daily", SOLID, "50 mg", 15, NONE, D(8), "tablets", 0),
    ("1-2 tabs po q4-6h prn pain", SOLID, "5 mg", 3, NONE, D(36), "tablets", 0),
    ("1 tab po qod", SOLID, "1 mg", 30, NONE, D(15), "tablets", 0),
    ("4 tabs po once a week", SOLID, "2.5 mg", 28, NONE, D(16), "tablets", 0),
    ("1 tab po once", SOLID, "150 mg", 30, NONE, D(1), "tablets", 0),
    ("20 mg po daily", SOLID, "10 mg", 30, NONE, D(60), "tablets", 0),
    ("25 mcg po daily", SOLID, "0.025 mg", 90, NONE, D(90), "tablets", 0),
    ("5 mL po tid", LIQUID, "250 mg/5 mL", 10, NONE, D(150), "mL", 0),
    ("400 mg po bid", LIQUID, "400 mg/5 mL", 10, NONE, D(100), "mL", 0),
    ("375 mg po bid", LIQUID, "400 mg/5 mL", 10, NONE, D(94), "mL", 0),
    ("1 tsp po qid", LIQUID, "100 mg/5 mL", 5, NONE, D(100), "mL", 0),
    ("5 mL po tid", LIQUID, "125 mg/5 mL", 7, Package(D(150), "bottle"), D(150), "mL", 1),
    ("1 gtt od qid", DROPS, "", 7, NONE, D(2), "mL", 0),
    ("1 gtt ou bid", DROPS, "", 30, Package(D("2.5"), "bottle"), D("7.5"), "mL", 3),
    ("1 gtt ou qhs", DROPS, "50 mcg/mL", 25, Package(D("2.5"), "bottle"), D("2.5"), "mL", 1),
    ("apply thin layer to affected area bid", TOPICAL, "1 mg/g", 14, Package(D(15), "tube"), D(30), "g", 2),
    ("2 g aa qid", TOPICAL, "10 mg/g", 10, NONE, D(80), "g", 0),
    ("10 units sc qhs", INJECTION, "100 units/mL", 30, Package(D(3), "pen"), D(3), "mL", 1),
    ("10 units sc qhs", INJECTION, "100 units/mL", 31, Package(D(3), "pen"), D(6), "mL", 2),
    ("10 units sc qhs", INJECTION, "100 units/mL", 30, Package(D(3), "pen", D("0.02")), D(6), "mL", 2),
    ("0.5 mL im once", INJECTION, "50 mg/mL", 1, Package(D("0.5"), "syringe"), D("0.5"), "mL", 1),
    ("2 puffs inhaled q4h", INHALER, "90 mcg", 30, Package(D(200), "inhaler"), D(400), "puffs", 2),
    ("2 puffs inhaled bid", INHALER, "110 mcg", 30, Package(D(120), "inhaler"), D(120), "puffs", 1),
    ("2 sprays en daily", SPRAY, "50 mcg", 30, Package(D(120), "bottle"), D(120), "sprays", 1),
    ("1 patch td q72h", PATCH, "25 mcg/hour", 30, NONE, D(10), "patches", 0),
    ("1 patch td once a week", PATCH, "0.1 mg/day", 28, Package(D(4), "box"), D(4), "patches", 1),
]


@pytest.mark.parametrize(("typed", "form", "strength", "days", "package", "quantity", "unit", "packages"), GIVEN)
def test_p46_what_is_given_in_every_form(
    typed: str, form: DoseForm, strength: str, days: int, package: Package, quantity: Decimal, unit: str, packages: int
) -> None:
    sig = read(typed).sig
    assert sig
    found = supply_for(sig, form, strength, days, package, BY)
    assert found
    assert (found.quantity, found.unit, found.packages) == (quantity, unit, packages)
    assert days_for(sig, form, strength, quantity, package, BY) >= (1 if sig.frequency.once else days)


def test_what_cannot_be_counted_is_not_guessed() -> None:
    for typed, form, strength in (
        ("500 mg po bid", SOLID, "10 mg; 12.5 mg"),
        ("500 mg po bid", SOLID, ""),
        ("10 units sc daily", INJECTION, "50 mg/mL"),
        ("5 mL po bid", SOLID, "10 mg"),
        ("1 patch td daily", LIQUID, "10 mg/mL"),
    ):
        sig = read(typed).sig
        assert sig
        assert supply_for(sig, form, strength, 10, NONE, BY) is None
        assert days_for(sig, form, strength, D(10), NONE, BY) == 0


def test_what_is_assumed_is_told() -> None:
    drops = read("1 gtt ou bid").sig
    layer = read("apply thin layer top bid").sig
    assert drops
    assert layer
    assert supply_for(drops, DROPS, "", 30, NONE, BY) == Supply(D(6), "mL", 30, 0, "drops in a millilitre")
    told = supply_for(layer, TOPICAL, "", 7, NONE, BY)
    assert told
    assert told.assumed == "grams of a thin layer"


@given(
    sigs(), st.sampled_from(DoseForm), st.sampled_from(["10 mg", "250 mg/5 mL", "100 units/mL", "50 mcg/mL", ""]),
    st.integers(1, 120), st.sampled_from([NONE, Package(D(3)), Package(D("2.5")), Package(D(200))]),
)  # fmt: skip
def test_what_is_given_lasts_as_long_as_was_asked_and_no_less_would(
    sig: Sig, form: DoseForm, strength: str, days: int, package: Package
) -> None:
    found = supply_for(sig, form, strength, days, package, BY)
    assume(found is not None and not sig.frequency.once)
    assert found
    assert days_for(sig, form, strength, found.quantity, package, BY) >= min(days, 999)
    less = found.quantity - (package.size or 1)
    assert days_for(sig, form, strength, less, package, BY) < days


def test_the_directorys_words_are_understood() -> None:
    for form, route, kind in (
        ("tablet, extended release", "oral", SOLID),
        ("capsule", "oral", SOLID),
        ("powder, for suspension", "oral", LIQUID),
        ("solution, drops", "ophthalmic", DROPS),
        ("solution", "auricular (otic)", DROPS),
        ("cream", "topical", TOPICAL),
        ("injection, solution", "subcutaneous", INJECTION),
        ("aerosol", "respiratory (inhalation)", INHALER),
        ("solution", "respiratory (inhalation)", LIQUID),
        ("spray", "nasal", SPRAY),
        ("patch, extended release", "transdermal", PATCH),
        ("suppository", "rectal", SOLID),
    ):
        assert dose_form(form, route) is kind
    assert strength_in("250 mg/5 mL") == (D(250), "mg", D(5), "mL")
    assert strength_in("50 mcg/mL") == (D("0.050"), "mg", D(1), "mL")
    for none in ("", "10 mg; 5 mg", "0 mg", "nan mg", "ten mg"):
        assert strength_in(none) is None
