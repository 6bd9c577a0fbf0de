"""What the office's own past says: how long visits take, how long people wait, and who may not come, with the reasons.

Counts of visits and nothing else: no age, sex, language or address of anybody is looked at, and their insurance only
to see whether it makes anybody wait.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from statistics import median, quantiles
from uuid import UUID

from medoffice.front_office.scheduling.types import Access, Learned, PastVisit, Risk, Waits

ENOUGH, STEP = 12, 5  # visits before a length is learned; minutes to which it is rounded up
STEADY, MOST_LIKELY = 20, 0.9  # visits as which the office's own rate counts; a chance is never told as higher
Counts = tuple[int, int]  # missed, of how many


def learned(lengths: Mapping[tuple[str, UUID], int], took: Iterable[tuple[str, UUID, float]]) -> list[Learned]:
    """For each kind and provider with enough visits whose usual length is off by five minutes or more, the real one."""
    seen: dict[tuple[str, UUID], list[float]] = defaultdict(list)
    for kind, provider_id, length in took:
        seen[kind, provider_id].append(length)
    found = []
    for (kind, provider_id), minutes in sorted(seen.items(), key=lambda one: (one[0][0], str(one[0][1]))):
        planned = lengths.get((kind, provider_id))
        real = max(STEP, math.ceil(median(minutes) / STEP) * STEP)
        if planned is not None and len(minutes) >= ENOUGH and abs(real - planned) >= STEP:
            found.append(Learned(kind, provider_id, planned, real, len(minutes)))
    return found


def waits(waited: Iterable[tuple[UUID, float]], third: Mapping[UUID, int | None]) -> list[Waits]:
    """The fairness clock: for each provider the middle wait from arrival to being seen, what nine of ten stay under,
    and the days to the third free time.
    """
    seen: dict[UUID, list[float]] = defaultdict(list)
    for provider_id, wait in waited:
        seen[provider_id].append(wait)
    found = []
    for who in {*seen, *third}:
        all_ = seen.get(who, [])
        found.append(Waits(who, *_spread(all_), len(all_), third.get(who)))
    return sorted(found, key=lambda one: (-one.middle, str(one.provider_id)))


def access(booked: Iterable[tuple[str, int]]) -> list[Access]:
    """For each payer how many days ahead its patients' visits were booked, the longest first.

    One is ``longer`` where, of twelve visits or more on both sides, the middle is three days and half again as long as
    that of everybody else's.
    """
    seen: dict[str, list[float]] = defaultdict(list)
    for payer, days in booked:
        seen[payer].append(days)
    found = []
    for payer, own in seen.items():
        others = [days for other, all_ in seen.items() if other != payer for days in all_]
        known = min(len(own), len(others)) >= ENOUGH
        longer = known and median(own) >= max(median(others) + 3, 1.5 * median(others))
        found.append(Access(payer, *_spread(own), len(own), longer))
    return sorted(found, key=lambda one: (-one.middle, one.payer))


def _spread(all_: Sequence[float]) -> tuple[int, int]:
    """The middle, and what nine of ten stay under."""
    nine = quantiles(all_, n=10)[-1] if len(all_) > 1 else sum(all_)
    return round(median(all_)) if all_ else 0, round(nine)


class Past:
    """How often visits like one were missed: counted by what a risk may look at, and by nothing else."""

    def __init__(self, visits: Iterable[PastVisit] = ()) -> None:
        """Count these."""
        self.counts: Counter[tuple[str, object, bool]] = Counter()
        for one in visits:
            self.add(one)

    def add(self, visit: PastVisit) -> None:
        """Count one more."""
        for what, value in (("all", None), *_like(visit)):
            self.counts[what, value, visit.missed] += 1

    def of(self, what: str, value: object = None) -> Counts:
        """Missed, of how many."""
        missed = self.counts[what, value, True]
        return missed, missed + self.counts[what, value, False]


def risk(past: Past, own: Counts, visit: PastVisit) -> Risk | None:
    """How likely a visit is missed, from how often ones like it were; None before there is a past to count.

    Each reason is a count and what the office as a whole has; the three that weigh most are told.
    """
    base = past.of("all")
    if base[1] < ENOUGH:
        return None
    rate = _rate(base, 0.05)
    words = (
        f"Visits booked {_LEAD[_lead(visit.lead_days)]} ahead",
        f"Visits on a {_DAYS[visit.weekday]}",
        f"Visits in the {'morning' if visit.hour < 12 else 'afternoon'}",
        f"Visits of the kind {visit.kind}",
    )
    like = [("This patient's own visits", own), *zip(words, (past.of(*one) for one in _like(visit)), strict=True)]
    weights = [
        (math.log(_odds(_rate(counts, rate)) / _odds(rate)), words, counts) for words, counts in like if counts[1]
    ]
    odds = _odds(rate) * math.exp(sum(weight for weight, _, _ in weights))
    told = sorted(weights, key=lambda one: -abs(one[0]))[:3]
    reasons = tuple(f"{words}: {missed} of {of} missed" for _, words, (missed, of) in told)
    return Risk(min(MOST_LIKELY, odds / (1 + odds)), reasons, f"All visits: {base[0]} of {base[1]} missed")


def foretold(visits: Sequence[tuple[date, UUID, PastVisit]]) -> list[float | None]:
    """What would have been said of each visit on the morning of its day, from the days before it alone.

    A visit has its day and whose it was; they stand in the order of their days. None where there was no past yet.
    """
    past, own, said = Past(), dict[UUID, Counts](), list[float | None]()
    for _, day in groupby(visits, key=lambda one: one[0]):
        today = list(day)
        found = (risk(past, own.get(who, (0, 0)), visit) for _, who, visit in today)
        said += [one.chance if one else None for one in found]
        for _, who, visit in today:
            past.add(visit)
            missed, of = own.get(who, (0, 0))
            own[who] = (missed + visit.missed, of + 1)
    return said


_LEAD = ("at most a day", "two to seven days", "one to three weeks", "more than three weeks")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _lead(days: int) -> int:
    return sum(days > most for most in (1, 7, 21))


def _like(visit: PastVisit) -> tuple[tuple[str, object], ...]:
    """By what visits are alike."""
    return (
        ("lead", _lead(visit.lead_days)),
        ("weekday", visit.weekday),
        ("morning", visit.hour < 12),
        ("kind", visit.kind),
    )


def _rate(counts: Counts, usual: float) -> float:
    """The share that was missed, drawn to the usual one where few are counted."""
    missed, of = counts
    return min(0.95, max(0.005, (missed + STEADY * usual) / (of + STEADY)))


def _odds(rate: float) -> float:
    return rate / (1 - rate)
