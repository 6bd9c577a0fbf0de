"""What a simulated pharmacy does with a prescription: always the same for a seed and a number."""

import hashlib
from collections.abc import Callable
from dataclasses import replace

from medoffice.exchange.simulators.pharmacy.types import Asked, Habit, News, PharmacyMood

ARRIVES, HAS_IT, DISPENSED, THE_REST = 5, 30, 240, 1560  # minutes after it was asked
A_DAY = 1440
CHANGES = ("OS", "G", "D", "U")


def drawn(mood: PharmacyMood, number: str, what: str, sides: int) -> int:
    """A throw that is always the same."""
    return int.from_bytes(hashlib.sha256(f"{mood.seed} {number} {what}".encode()).digest()[:4]) % sides


def habit_of(mood: PharmacyMood, order: str) -> Habit:
    """What becomes of this prescription."""
    left = drawn(mood, order, "habit", 100)
    for name, share in mood.habits:
        if left < share:
            return Habit(name)
        left -= share
    return Habit.PLAIN


def news_of(mood: PharmacyMood, asked: Asked, tries: int) -> list[News]:
    """All it will tell of a prescription; ``tries``: how often this one was sent under other numbers before."""
    return _HABITS[habit_of(mood, asked.order)](mood, asked, tries)


def answer_to_cancel(mood: PharmacyMood, asked: Asked, *, late: bool) -> list[News]:
    """What it says to a cancellation; ``late``: it was dispensed before."""
    if habit_of(mood, asked.order) is Habit.SILENT:
        return []
    said = "Denied" if late else "Approved"
    words = "it was dispensed before" if late else "nothing was dispensed"
    return [_one(asked, "Status", 2, "010"), _one(asked, "CancelRxResponse", 20, said, words)]


def _one(asked: Asked, kind: str, after: int, said: str = "", words: str = "") -> News:
    number = f"{asked.number}.{kind}.{said}".rstrip(".")[:80]
    return News(number, after, kind, asked.order, asked.number, said, words, asked.medicine, ends=kind == "RxFill")


def _has_it(asked: Asked) -> list[News]:
    return [_one(asked, "Status", ARRIVES, "010"), _one(asked, "Verify", HAS_IT)]


def _filled(asked: Asked, said: str = "Dispensed", after: int = DISPENSED) -> News:
    return _one(asked, "RxFill", after, said)


def _plain(mood: PharmacyMood, asked: Asked, tries: int) -> list[News]:  # noqa: ARG001 - as the others
    return [*_has_it(asked), _filled(asked)]


def _renewal(mood: PharmacyMood, asked: Asked, tries: int) -> list[News]:
    if asked.kind != "NewRx":
        return _plain(mood, asked, tries)
    when = max((asked.days - mood.ahead) * A_DAY, DISPENSED + 10)
    again = _one(asked, "RxRenewalRequest", when, "", "the last refill was dispensed")
    return [*_plain(mood, asked, tries), replace(again, to_number="")]


def _change(mood: PharmacyMood, asked: Asked, tries: int) -> list[News]:  # noqa: ARG001 - as the others
    code = CHANGES[drawn(mood, asked.order, "change", len(CHANGES))]
    return [*_has_it(asked), _one(asked, "RxChangeRequest", 60, code, "please answer"), _filled(asked)]


def _busy(mood: PharmacyMood, asked: Asked, tries: int) -> list[News]:
    return _plain(mood, asked, tries) if tries else [_one(asked, "Error", ARRIVES, "600", "not reached")]


def _twice(mood: PharmacyMood, asked: Asked, tries: int) -> list[News]:
    return [copy for one in _plain(mood, asked, tries) for copy in (one, replace(one, after=one.after + 1))]


def _disorder(mood: PharmacyMood, asked: Asked, tries: int) -> list[News]:
    told = _plain(mood, asked, tries)
    return [replace(one, after=other.after) for one, other in zip(told, reversed(told), strict=True)]


_HABITS: dict[Habit, Callable[[PharmacyMood, Asked, int], list[News]]] = {
    Habit.PLAIN: _plain,
    Habit.PARTIAL: lambda _, asked, __: [*_has_it(asked), _filled(asked, "Partially"), _filled(asked, after=THE_REST)],
    Habit.NONE: lambda _, asked, __: [*_has_it(asked), _filled(asked, "NotDispensed")],
    Habit.ELSEWHERE: lambda _, asked, __: [*_has_it(asked), _filled(asked, "Transferred")],
    Habit.RENEWAL: _renewal,
    Habit.CHANGE: _change,
    Habit.KEEPING: lambda _, asked, __: [_one(asked, "Status", 1, "010"), _filled(asked, after=2)],
    Habit.BUSY: _busy,
    Habit.REJECTING: lambda _, asked, __: [_one(asked, "Error", ARRIVES, "900", "rejected")],
    Habit.UNKNOWN: lambda _, asked, __: [_one(asked, "Error", ARRIVES, "601", "no such pharmacy")],
    Habit.SILENT: lambda *_: [],
    Habit.TWICE: _twice,
    Habit.DISORDER: _disorder,
}
