"""Fax numbers, and when a number is called again."""

import re
from datetime import timedelta

from medoffice.kernel.retries import Retry
from medoffice.records.faxes.types import Outcome

# Calls in all, and how long to wait after each: a busy line is free soon, one that does not answer may be so at night.
_AGAIN = {
    Outcome.BUSY: Retry(5, first=timedelta(minutes=2), longest=timedelta(minutes=15)),
    Outcome.NO_ANSWER: Retry(4, first=timedelta(minutes=10), longest=timedelta(hours=1)),
    Outcome.BROKEN: Retry(4, first=timedelta(minutes=1), longest=timedelta(minutes=15)),
}
_SAID = {
    Outcome.BUSY: "The line was busy.",
    Outcome.NO_ANSWER: "Nobody answered.",
    Outcome.BROKEN: "The call broke off after {} of {} pages.",
    Outcome.NOBODY: "No fax machine answered at this number.",
}
_DIGITS = re.compile(r"[2-9]\d{2}[2-9]\d{6}")


def wait_after(outcome: Outcome, calls: int) -> timedelta | None:
    """How long to wait after so many calls; None if the fax is given up."""
    again = _AGAIN.get(outcome)
    return again.wait_after(calls) if again else None


def said_of(outcome: Outcome, arrived: int, pages: int) -> str:
    """What became of a call that delivered nothing whole."""
    return _SAID[outcome].format(arrived, pages)


def digits_of(typed: str) -> str:
    """The ten digits of a fax number as typed, with or without a leading 1. Raises ValueError."""
    digits = "".join(one for one in typed if one.isascii() and one.isdigit())
    digits = digits[1:] if len(digits) == 11 and digits[0] == "1" else digits
    if not _DIGITS.fullmatch(digits):
        raise ValueError("Write a fax number of ten digits, such as 217-555-0123.")
    return digits


def as_said(digits: str) -> str:
    """``(217) 555-0123``."""
    return f"({digits[:3]}) {digits[3:6]}-{digits[6:]}"
