"""From what somebody typed to what a prescription says: the sig is read, the quantity counted, nothing guessed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from medoffice.clinic.prescriptions.rules.forms import dose_form, usual_route, usual_unit
from medoffice.clinic.prescriptions.rules.quantity import Assumed, days_for, given_in, supply_for
from medoffice.clinic.prescriptions.rules.shorthand import Read, has_steps, read
from medoffice.clinic.prescriptions.types.prescribing import (
    DoseForm,
    Prescribed,
    Schedule,
    Sig,
    Supply,
    Typed,
    Unit,
)
from medoffice.kernel.findings import Finding
from medoffice.standards.terminology.types import Medicine

_FORMS = {
    Unit.ML: DoseForm.LIQUID,
    Unit.TEASPOON: DoseForm.LIQUID,
    Unit.TABLESPOON: DoseForm.LIQUID,
    Unit.DROP: DoseForm.DROPS,
    Unit.APPLICATION: DoseForm.TOPICAL,
    Unit.G: DoseForm.TOPICAL,
    Unit.UNITS: DoseForm.INJECTION,
    Unit.PUFF: DoseForm.INHALER,
    Unit.SPRAY: DoseForm.SPRAY,
    Unit.PATCH: DoseForm.PATCH,
}


@dataclass(frozen=True, slots=True)
class Filled:
    """What it comes to: what it says, or what it still lacks; and how the quantity was counted."""

    says: Prescribed | None
    found: tuple[Finding, ...]
    read: Read
    supply: Supply | None = None


def prescribed(typed: Typed, known: Medicine | None, substances: Iterable[str], by: Assumed) -> Filled:
    """``known`` is the medicine of the directory, None for words of its own; ``substances`` are what is known of those.

    The findings are errors, by field.
    """
    form = dose_form(known.form, known.route) if known else None
    unit = usual_unit(form, known.form, known.strength) if form and known else None
    told = read(typed.sig, unit, usual_route(known.route) if known else None)
    found = [] if typed.medicine.strip() else [Finding("medicine-missing", "medicine", "Say what is prescribed.")]
    if told.sig is None:
        found.append(Finding("sig-unread", "sig", f"Say {', '.join(told.lacks)}." if typed.sig.strip() else "Say how."))
        return Filled(None, tuple(found), told)
    sig = replace(told.sig, days=told.sig.days or 0)
    counted = form or _FORMS.get(sig.unit, DoseForm.SOLID)
    strength = known.strength if known else ""
    supply, lack = _supply(typed, told, sig, counted, strength, by)
    found += lack
    if supply is None or found:
        return Filled(None, tuple(found), told, supply)
    says = Prescribed(
        medicine=typed.medicine.strip(),
        sig=sig,
        quantity=supply.quantity,
        quantity_unit=supply.unit,
        days_supply=supply.days,
        refills=typed.refills if typed.refills is not None else told.refills or 0,
        daw=typed.daw,
        indication=typed.indication,
        diagnosis=typed.diagnosis,
        to_pharmacist=typed.to_pharmacist,
        key=known.key if known else "",
        substances=known.substances if known else tuple(substances),
        form=counted,
        strength=strength,
        schedule=Schedule(known.schedule) if known else Schedule.UNKNOWN,
        package=typed.package,
    )
    return Filled(says, (), told, supply)


def _supply(
    typed: Typed, told: Read, sig: Sig, form: DoseForm, strength: str, by: Assumed
) -> tuple[Supply | None, list[Finding]]:
    """How much and for how long: what was said, and what is counted from it."""
    quantity, package = typed.quantity if typed.quantity is not None else told.quantity, typed.package
    steps = has_steps(sig)  # then what is told of days is the first's
    days = typed.days or (0 if steps else sig.days)
    if quantity is not None and not days:
        days = days_for(sig, form, strength, quantity, package, by)
    if not days and (steps or not sig.frequency.once):
        return None, [Finding("days-missing", "days", "For how many days?")]
    counted = supply_for(sig, form, strength, days or 1, package, by)
    if quantity is None:
        if counted is None:
            return None, [Finding("quantity-uncounted", "quantity", "This cannot be counted: say how much is given.")]
        return counted, []
    packages = int(quantity / package.size) if package.size else 0
    return Supply(quantity, given_in(sig, form), days or 1, packages, counted.assumed if counted else ""), []
