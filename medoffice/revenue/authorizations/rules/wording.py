"""What a chart says, as a line of a packet."""

from medoffice.clinic.charting.types import Told, Vitals

GONE = frozenset({"stopped", "completed", "not-taken"})


def was_tried(told: Told) -> bool:
    """Whether a medicine was taken and is no more."""
    return bool(told.ended) or told.status in GONE


def days_of(told: Told) -> str:
    """From when to when, as far as it is known."""
    return f"{told.began or 'not known'} to {told.ended or 'not known'}"


def dose_of(told: Told) -> str:
    """The medicine with its dose, route and frequency, as the list has them."""
    details = (told.details.get(name, "") for name in ("dose", "route", "frequency"))
    return " ".join(filter(None, (told.words, *details)))


def vitals_words(taken: Vitals) -> str:
    """What was measured, in words with units."""
    pressure = f"{taken.systolic}/{taken.diastolic} mmHg" if taken.systolic and taken.diastolic else ""
    said = (
        ("blood pressure", pressure),
        ("pulse", f"{taken.pulse}/min" if taken.pulse else ""),
        ("oxygen", f"{taken.oxygen} %" if taken.oxygen else ""),
        ("weight", f"{taken.weight.normalize():f} kg" if taken.weight else ""),
        ("height", f"{taken.height.normalize():f} cm" if taken.height else ""),
    )
    return ", ".join(f"{name} {words}" for name, words in said if words)
