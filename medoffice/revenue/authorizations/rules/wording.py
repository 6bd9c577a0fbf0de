"""What a chart says, as a line of a packet; what a payer allowed, as a pharmacist reads it."""

from collections.abc import Sequence
from datetime import date

from medoffice.clinic.charting.types import Told, Version, Vitals
from medoffice.revenue.authorizations.types import Approved

GONE = frozenset({"stopped", "completed"})
NEVER = frozenset({"not-taken", "intended"})


def was_tried(told: Told, today: date) -> bool:
    """Whether a medicine was taken and is no more: not what nobody took, was refuted, or is to end on a day to come."""
    now = today.isoformat()[: len(told.ended)]
    if told.status in NEVER or told.verification == "refuted" or told.ended > now:
        return False
    return told.status in GONE or bool(told.ended and told.ended < now)


def why_it_ended(history: Sequence[Version], today: date) -> str:
    """The reason of the version that ended it, "" for none. What was said elsewhere than the last one is left out: the

    labels of a line are those of its last version.
    """
    ending = last = history[-1]
    for one in reversed(history):
        if not was_tried(one.told, today):
            break
        ending = one
    return ending.why if ending.about in (None, last.about) else ""


def result_words(status: str, *, corrected: bool) -> str:
    """How sure the laboratory is of a result; "" for a final one."""
    if corrected:
        return "corrected"
    return "" if status == "F" else "not final"


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


def number_words(approved: Approved) -> str:
    """A payer's number as it goes to the pharmacist."""
    return f"Prior authorization {approved.number} to {approved.ends:%m/%d/%Y}"
