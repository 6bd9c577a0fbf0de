"""The protocol of renewals: what must be so before a medicine is given again, by dated data of the office.

Pure: facts in, points out. A point that is not met stops nobody: it is what the prescriber looks at.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from medoffice.clinic.prescriptions.types.renewals import Facts, Point

_MONTH = 30.44  # days


@dataclass(frozen=True, slots=True)
class Protocol:
    """The office's protocol as it holds from a day on.

    ``visit_months``: seen within; ``early_days``: not before so many days are left; ``laboratory`` says, by ingredient,
    what must have been measured within how many months, by any of its words.
    """

    since: date
    visit_months: int
    early_days: int
    laboratory: Mapping[str, tuple[tuple[str, ...], int]]
    source: str


def points(facts: Facts, by: Protocol) -> list[Point]:
    """Every point of the protocol, met or not, in the order a person asks."""
    return [*_known(facts), *_seen(facts, by), *_left(facts, by), *_laboratory(facts, by), *_controlled(facts)]


def protocol_from(told: Mapping[str, object]) -> list[Protocol]:
    """The protocols of a file, by their day. Raises KeyError, ValueError for what is none."""
    made = []
    for one in told["protocol"]:  # type: ignore[attr-defined] # a list of tables
        labs = {
            name: (tuple(lab["measured"]), int(lab["months"]))
            for lab in one.get("laboratory", ())
            for name in lab["ingredients"]
        }
        made.append(Protocol(one["since"], int(one["visit_months"]), int(one["early_days"]), labs, str(one["source"])))
    return sorted(made, key=lambda each: each.since)


def _known(facts: Facts) -> Iterator[Point]:
    found = "prescribed here" if facts.ours else "it was not prescribed here"
    yield Point("ours", "Prescribed by this office", facts.ours, found)
    words = "on the medication list" if facts.on_the_list else "not on the medication list, or stopped"
    yield Point("listed", "Still taken", facts.on_the_list, words)
    if not facts.known:
        yield Point("known", "The medicine is known here", met=False, words="nobody here knows it")


def _seen(facts: Facts, by: Protocol) -> Iterator[Point]:
    asks = f"Seen within {by.visit_months} months"
    if facts.last_visit is None:
        yield Point("seen", asks, met=False, words="no visit here")
        return
    months = (facts.today - facts.last_visit).days / _MONTH
    ahead = f", next {facts.next_visit:%m/%d/%Y}" if facts.next_visit else ", none ahead"
    yield Point("seen", asks, months <= by.visit_months, f"last {facts.last_visit:%m/%d/%Y}{ahead}")


def _left(facts: Facts, by: Protocol) -> Iterator[Point]:
    if facts.lasts is None:
        return
    left = (facts.lasts - facts.today).days
    words = f"what was signed lasts until {facts.lasts:%m/%d/%Y}"
    yield Point("left", f"At most {by.early_days} days are left", left <= by.early_days, words)


def _laboratory(facts: Facts, by: Protocol) -> Iterator[Point]:
    for name in facts.ingredients:
        if name not in by.laboratory:
            continue
        wanted, months = by.laboratory[name]
        days = [day for words, day in facts.measured.items() if any(one in words for one in wanted)]
        last = max(days, default=None)
        met = last is not None and (facts.today - last).days / _MONTH <= months
        found = f"last {last:%m/%d/%Y}" if last else "not found in the chart"
        yield Point(f"lab:{wanted[0]}", f"{wanted[0]} within {months} months", met, found)


def _controlled(facts: Facts) -> Iterator[Point]:
    if facts.schedule.controlled:
        words = f"schedule {facts.schedule.value[1:]}: the prescriber looks at it anew"
        yield Point("controlled", "No controlled substance", met=False, words=words)
