"""Vital signs that cannot be, and such as need a second look.

The impossible limits catch slips of the keyboard (a weight typed as a height); they are not clinical limits. The second
look limits say only that the value should be measured again or shown to somebody. Those of pressure and pulse are for
adults: what is usual for a child changes with its age.
``source: unverified`` - the office's clinical lead reviews them.
"""

from decimal import Decimal

from medoffice.clinic.charting.types import Vitals
from medoffice.kernel.findings import Finding, Severity

POSSIBLE: dict[str, tuple[int | Decimal, int, str]] = {
    "systolic": (40, 300, "mmHg"),
    "diastolic": (20, 200, "mmHg"),
    "pulse": (20, 300, "a minute"),
    "respirations": (4, 90, "a minute"),
    "temperature": (25, 45, "°C"),
    "oxygen": (30, 100, "%"),
    "weight": (Decimal("0.3"), 450, "kg"),
    "height": (20, 260, "cm"),
    "pain": (0, 10, "of 10"),
    "length": (20, 130, "cm"),
    "head": (15, 75, "cm"),
}
SECOND_LOOK: dict[str, tuple[Decimal, Decimal]] = {
    "systolic": (Decimal(90), Decimal(160)),
    "pulse": (Decimal(50), Decimal(110)),
    "temperature": (Decimal(35), Decimal("38.5")),
    "oxygen": (Decimal(93), Decimal(100)),
}
GROWN = 18  # years
ONLY_GROWN = ("systolic", "pulse")


def check_vitals(vitals: Vitals, years: int = GROWN) -> list[Finding]:
    """Errors for values that cannot be; warnings for those that want a second look at this age."""
    found = []
    looks = {name: limits for name, limits in SECOND_LOOK.items() if years >= GROWN or name not in ONLY_GROWN}
    for name, (low, high, unit) in POSSIBLE.items():
        value = getattr(vitals, name)
        if value is not None and not low <= value <= high:
            words = f"{name.capitalize()} {value} {unit} cannot be; it lies outside {low} to {high}."
            found.append(Finding(f"{name}-impossible", name, words))
        elif value is not None and name in looks and not looks[name][0] <= value <= looks[name][1]:
            words = f"{name.capitalize()} {value} {unit}: measure again and tell the provider."
            found.append(Finding(f"{name}-second-look", name, words, Severity.WARNING))
    if vitals.systolic is not None and vitals.diastolic is not None and vitals.diastolic >= vitals.systolic:
        found.append(Finding("pressure-crossed", "diastolic", "The lower pressure is not below the upper one."))
    return found
