"""How much is given, and for how many days it lasts: one rule for every form (P46: not for tablets alone).

It is counted by the most that may be taken: the upper end of a range, the shortest interval. What is given lasts at
least as long as was asked, and no smaller quantity would. Where a figure of the office is needed (how many drops are in
a millilitre, how much a thin layer is), it comes from dated data and is told as assumed.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from medoffice.clinic.prescriptions.rules.forms import MEASURES, PIECES, strength_in
from medoffice.clinic.prescriptions.rules.shorthand import has_steps, most_a_day
from medoffice.clinic.prescriptions.types.prescribing import DoseForm, Package, Sig, Supply, Unit

MOST_DAYS = 999
# How much of what is given one of the unit is, where it is told without a figure of the office or a strength.
_TIMES = {
    **{(DoseForm.SOLID, unit): Fraction(1) for unit in PIECES},
    **{(form, Unit.ML): Fraction(1) for form in (DoseForm.LIQUID, DoseForm.INJECTION, DoseForm.DROPS)},
    (DoseForm.LIQUID, Unit.TEASPOON): Fraction(5),
    (DoseForm.LIQUID, Unit.TABLESPOON): Fraction(15),
    (DoseForm.TOPICAL, Unit.G): Fraction(1),
    (DoseForm.INHALER, Unit.PUFF): Fraction(1),
    (DoseForm.SPRAY, Unit.SPRAY): Fraction(1),
    (DoseForm.PATCH, Unit.PATCH): Fraction(1),
}
_MILLIGRAMS = {Unit.G: Fraction(1000), Unit.MCG: Fraction(1, 1000)}
_DROPPED = frozenset({(DoseForm.DROPS, Unit.DROP), (DoseForm.LIQUID, Unit.DROP)})
_GIVEN_IN = {
    DoseForm.SOLID: "",
    DoseForm.LIQUID: "mL",
    DoseForm.DROPS: "mL",
    DoseForm.TOPICAL: "g",
    DoseForm.INJECTION: "mL",
    DoseForm.INHALER: "puffs",
    DoseForm.SPRAY: "sprays",
    DoseForm.PATCH: "patches",
}


@dataclass(frozen=True, slots=True)
class Assumed:
    """The office's figures: drops in a millilitre, grams of one thin layer."""

    drops_in_ml: Decimal
    grams_a_layer: Decimal


def supply_for(sig: Sig, form: DoseForm, strength: str, days: int, package: Package, by: Assumed) -> Supply | None:
    """What is given for so many days; None where it cannot be counted (a dose in mg of two substances).

    It is whole pieces, whole millilitres or grams, and whole packages where there are any.
    """
    dose = _dose(sig, form, strength, package, by)
    if dose is None or days <= 0:
        return None
    needed = dose * _doses(sig, days)
    if (most := _most_a_day(sig, dose)) is not None:
        needed = min(needed, most * days)
    size = Fraction(package.size)
    quantity = ceil(needed / size) * size if size else Fraction(ceil(needed))
    packages = int(quantity / size) if size else 0
    return Supply(_decimal(quantity), given_in(sig, form), days, packages, _assumed(sig, form))


def days_for(sig: Sig, form: DoseForm, strength: str, quantity: Decimal, package: Package, by: Assumed) -> int:
    """For how many whole days a quantity lasts, at most ``MOST_DAYS``; 0 where it cannot be counted."""
    dose = _dose(sig, form, strength, package, by)
    if dose is None or quantity <= 0:
        return 0
    doses = floor(Fraction(quantity) / dose)
    if sig.frequency.once:
        return 1 if doses else 0
    most = _most_a_day(sig, dose)
    lasts = doses / sig.frequency.a_day
    return min(floor(max(lasts, Fraction(quantity) / most) if most else lasts), MOST_DAYS)


def given_in(sig: Sig, form: DoseForm) -> str:
    """What the quantity is counted in."""
    if form is DoseForm.SOLID:
        return f"{sig.unit.value}s" if sig.unit not in MEASURES else "tablets"
    return _GIVEN_IN[form]


def _most_a_day(sig: Sig, dose: Fraction) -> Fraction | None:
    """The most in a day that its words allow, in what is given."""
    most = most_a_day(sig)
    return None if most is None else dose * Fraction(most) / Fraction(sig.most)


def _doses(sig: Sig, days: int) -> int:
    """How many doses so many days are."""
    return 1 if sig.frequency.once else ceil(sig.frequency.a_day * days)


def _dose(sig: Sig, form: DoseForm, strength: str, package: Package, by: Assumed) -> Fraction | None:
    """The most of one dose in what is given, with what it wastes, in every place it goes.

    Where another dose follows, the first says nothing of the whole.
    """
    if has_steps(sig):
        return None
    one = _one(sig, form, strength, by)
    return None if one is None else one * sig.route.places + Fraction(package.wasted)


def _one(sig: Sig, form: DoseForm, strength: str, by: Assumed) -> Fraction | None:
    """The most of one dose; a form that does not go with its unit is not counted."""
    if sig.unit in MEASURES and (form, sig.unit) != (DoseForm.TOPICAL, Unit.G):
        return _by_strength(sig, form, strength)
    times = _TIMES.get((form, sig.unit))
    if (form, sig.unit) in _DROPPED:
        times = 1 / Fraction(by.drops_in_ml)
    elif (form, sig.unit) == (DoseForm.TOPICAL, Unit.APPLICATION):
        times = Fraction(by.grams_a_layer)
    return None if times is None else Fraction(sig.most) * times


def _by_strength(sig: Sig, form: DoseForm, strength: str) -> Fraction | None:
    """A dose by what is in it: pieces of a tablet, millilitres of a liquid. A liquid's strength is per mL."""
    told = strength_in(strength)
    if told is None:
        return None
    amount, unit, size, per = told
    dose = Fraction(sig.most) * _MILLIGRAMS.get(sig.unit, Fraction(1))
    if unit != (sig.unit.value if sig.unit in (Unit.UNITS, Unit.MEQ) else "mg"):
        return None
    if form is DoseForm.SOLID and not per:
        return dose / Fraction(amount)
    if form in (DoseForm.LIQUID, DoseForm.INJECTION) and per == "mL":
        return dose * Fraction(size) / Fraction(amount)
    return None


def _assumed(sig: Sig, form: DoseForm) -> str:
    if (form, sig.unit) in _DROPPED:
        return "drops in a millilitre"
    return "grams of a thin layer" if sig.unit is Unit.APPLICATION else ""


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)
