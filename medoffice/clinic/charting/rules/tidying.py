"""How tidy a chart is: what to mend in it, and a score from 0 to 100 that is made of nothing else.

The weights are ours (``source: unverified``): they say in which order an office would mend, not how ill a chart is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from medoffice.clinic.charting.rules.history import holds
from medoffice.clinic.charting.rules.kinds import KINDS
from medoffice.clinic.charting.types import Chart, ListKind, Version
from medoffice.kernel.findings import Finding, Severity

REVIEWED_WITHIN = timedelta(days=365)
REVIEWED = (ListKind.ALLERGY, ListKind.MEDICATION, ListKind.PROBLEM)


@dataclass(frozen=True, slots=True)
class Mend:
    """Something to mend: what it costs the score, in words, and the entry or list where it is mended."""

    points: int
    words: str
    where: str


@dataclass(frozen=True, slots=True)
class Tidiness:
    """A score from 0 (everything is to be mended) to 100, and what to mend, the dearest first."""

    score: int
    mends: tuple[Mend, ...]


def tidiness(chart: Chart, found: Sequence[Finding], waiting: int, now: datetime) -> Tidiness:
    """What to mend in a chart. ``found`` are its contradictions, ``waiting`` entries that came in undecided."""
    mends = [
        *(Mend(12 if one.severity is Severity.ERROR else 6, one.words, one.where) for one in found),
        *_unreviewed(chart, now),
        *_incomplete(chart),
    ]
    if waiting:
        mends.append(Mend(8, f"{waiting} came in from outside and wait for a decision.", "incoming"))
    mends.sort(key=lambda one: -one.points)
    return Tidiness(max(0, 100 - sum(one.points for one in mends)), tuple(mends))


def _unreviewed(chart: Chart, now: datetime) -> Iterator[Mend]:
    for kind in REVIEWED:
        said, title = chart.attested.get(kind), KINDS[kind].title
        if said is None and not chart.lists[kind]:
            yield Mend(10, f"{title}: nothing is known. Ask the patient.", kind.value)
        elif said is None:
            yield Mend(6, f"{title} were never looked over with the patient.", kind.value)
        elif now - said.at > REVIEWED_WITHIN:
            yield Mend(4, f"{title} were last looked over on {said.at:%m/%d/%Y}.", kind.value)


def _incomplete(chart: Chart) -> Iterator[Mend]:
    for kind in ListKind:
        for one in (entry for entry in chart.lists[kind] if holds(entry)):
            yield from _lacks(one)


def _lacks(one: Version) -> Iterator[Mend]:
    where, told = str(one.entry_id), one.told
    if one.kind is ListKind.ALLERGY and not told.details.get("reaction"):
        yield Mend(3, f"{told.words}: no reaction is noted.", where)
    if one.kind is ListKind.MEDICATION and not (told.details.get("dose") and told.details.get("frequency")):
        yield Mend(2, f"{told.words}: no dose, or not how often.", where)
    if one.kind is ListKind.PROBLEM and not told.code:
        yield Mend(3, f"{told.words}: no code.", where)
    if one.kind is ListKind.IMMUNIZATION and not told.began:
        yield Mend(2, f"{told.words}: no day.", where)
