"""A sig in plain words, as the label and the patient read it; nothing in it can be read two ways.

Numbers have no zero behind the point and always one before it; no abbreviation is used.
"""

from decimal import Decimal

from medoffice.clinic.prescriptions.types.prescribing import Frequency, Route, Sig, Unit, When

_VERBS = {
    Route.INHALED: "Inhale",
    Route.UNDER_SKIN: "Inject",
    Route.MUSCLE: "Inject",
    Route.VEIN: "Inject",
    Route.RECTAL: "Insert",
    Route.VAGINAL: "Insert",
    Route.NOSE: "Use",
    Route.BOTH_NOSTRILS: "Use",
    Route.SKIN: "Apply",
    Route.AREA: "Apply",
    Route.SUBLINGUAL: "Put",
    Route.BUCCAL: "Put",
}
_AS_THEY_ARE = frozenset({Unit.ML, Unit.MG, Unit.MCG, Unit.G, Unit.MEQ})
# What is once a day needs no other word than when.
_DAILY = {When.MORNING: "every morning", When.EVENING: "every evening", When.BEDTIME: "every day at bedtime"}
_TIMES = {1: "once", 2: "twice"}
_NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}


def english(sig: Sig) -> str:
    """``Take 1 to 2 tablets by mouth every 4 to 6 hours as needed for pain, for 3 days.``"""
    parts = [_verb(sig), _amount(sig), sig.route.value if sig.route is not Route.INHALED else "", how_often(sig)]
    words = " ".join(part for part in parts if part)
    if sig.days:
        words += f", for {sig.days} day{'s' * (sig.days > 1)}" if sig.as_needed else f" for {_days(sig.days)}"
    more = sig.more.strip().rstrip(".")
    return f"{words}. {more[:1].upper()}{more[1:]}." if more else f"{words}."


def how_often(sig: Sig) -> str:
    """How often, when, and whether only as needed: ``twice a day with meals``."""
    daily = sig.frequency == Frequency() and sig.when in _DAILY
    parts = [] if daily else [_often(sig.frequency)]
    if sig.when:
        parts.append(_DAILY[sig.when] if daily else sig.when.value)
    if sig.as_needed:
        parts.append(f"as needed for {sig.reason}" if sig.reason else "as needed")
    return " ".join(parts)


def dose(sig: Sig) -> str:
    """How much of it: ``1 to 2 tablets``."""
    return f"{_range(sig)} {unit_words(sig.unit, sig.most)}"


def number(value: Decimal) -> str:
    """As it is safe to read: 0.5 and never .5, 1 and never 1.0."""
    text = f"{value.normalize():f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _days(days: int) -> str:
    return f"{days} day{'s' * (days > 1)}"


def _verb(sig: Sig) -> str:
    if sig.unit is Unit.DROP and sig.route not in (Route.ORAL, Route.SUBLINGUAL):
        return "Put"
    return _VERBS.get(sig.route, "Put" if sig.route.places == 2 else "Take")


def _amount(sig: Sig) -> str:
    if sig.unit is Unit.APPLICATION:
        return "a thin layer" if sig.most == 1 else f"{_range(sig)} thin layers"
    return dose(sig)


def _range(sig: Sig) -> str:
    return f"{number(sig.amount)} to {number(sig.amount_to)}" if sig.amount_to else number(sig.amount)


def unit_words(unit: Unit, of: Decimal) -> str:
    """The unit's name for so many of it."""
    if unit in _AS_THEY_ARE or unit is Unit.UNITS:
        return "unit" if unit is Unit.UNITS and of == 1 else unit.value
    if of <= 1:
        return unit.value
    return {"patch": "patches", "suppository": "suppositories"}.get(unit.value, f"{unit.value}s")


def _often(often: Frequency) -> str:
    if often.once:
        return "one time only"
    if often.hours_to:
        return f"every {often.hours} to {often.hours_to} hours"
    days, rest = divmod(often.hours, 24)
    if rest or (often.times == 1 and often.hours < 24):
        return f"every {often.hours} hours" if often.hours > 1 else "every hour"
    times = _TIMES.get(often.times, f"{_NUMBERS.get(often.times, str(often.times))} times")
    if days == 1:
        return f"{times} a day"
    if often.times == 1:
        return {2: "every other day", 7: "once a week"}.get(days, f"every {days} days")
    return f"{times} a week" if days == 7 else f"{times} every {days} days"
