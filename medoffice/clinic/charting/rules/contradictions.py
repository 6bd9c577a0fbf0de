"""What in a chart cannot all be true, told with where to look. Pure: the lists as somebody knows them, and the vitals.

Drugs are compared by the words of their entries: names, and the substances and established classes that a directory has
for them. That is a comparison of words (``source: unverified``); nothing is ordered or withheld by it.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import combinations

from medoffice.clinic.charting.rules.history import holds
from medoffice.clinic.charting.rules.kinds import ICD10, KINDS
from medoffice.clinic.charting.rules.partial import earliest, latest
from medoffice.clinic.charting.rules.plausible import check_vitals
from medoffice.clinic.charting.types import Chart, ListKind, Version, Vitals
from medoffice.kernel.findings import Finding, Severity

_WORD = re.compile(r"[a-z0-9]+")
_SHORTEST = 4
Knows = Callable[[str], tuple[tuple[str, ...], tuple[str, ...]]]
# Blocks of ICD-10-CM that are of one sex by their own titles: O pregnancy, childbirth and the puerperium; N70-N98
# female and N40-N53 male genital organs; C51-C58 and C60-C63 their neoplasms; Z33, Z34, Z36, Z3A pregnancy.
_FEMALE = re.compile(r"O\d|N7\d|N8\d|N9[0-8]|C5[1-8]|Z3[346A]", re.ASCII)
_MALE = re.compile(r"N4[0-9]|N5[0-3]|C6[0-3]", re.ASCII)


def contradictions(chart: Chart, sex: str, born: date, vitals: Vitals | None, knows: Knows) -> list[Finding]:
    """Findings, gravest first. ``sex`` F or M; ``knows`` gives a drug's substances and classes by its words.

    ``where`` is the entry it is about, or the list.
    """
    found = [
        *_allergic(chart, knows),
        *_none_known(chart),
        *_twice(chart),
        *_over_and_not(chart),
        *_of_the_other_sex(chart, sex),
        *_out_of_time(chart, born),
    ]
    if vitals is not None:
        found += [one for one in check_vitals(vitals) if one.severity is Severity.ERROR]
    return sorted(found, key=lambda one: one.severity is not Severity.ERROR)


def _allergic(chart: Chart, knows: Knows) -> Iterator[Finding]:
    """An allergy to what the patient takes."""
    for allergy in _held(chart, ListKind.ALLERGY):
        against = _called(allergy, knows)
        for taken in _held(chart, ListKind.MEDICATION):
            same = sorted(against & _called(taken, knows))
            if same:
                words = f"{taken.told.words} is taken, and an allergy to {allergy.told.words} is noted ({same[0]})."
                yield Finding("allergy-to-medication", str(taken.entry_id), words)


def _called(one: Version, knows: Knows) -> frozenset[str]:
    """What a drug is called: its own first words, its substances, and the words of its classes."""
    substances, classes = knows(one.told.words)
    own = _WORD.findall(one.told.words.lower())[:1]
    classed = [name.lower().split("-class")[0].split()[0] for name in classes]
    words = (word for name in (*substances,) for word in _WORD.findall(name)[:1])
    return frozenset(word for word in (*own, *words, *classed) if len(word) >= _SHORTEST)


def _none_known(chart: Chart) -> Iterator[Finding]:
    for kind, said in chart.attested.items():
        entered = [one for one in _held(chart, kind) if chart.histories[one.entry_id][0].at <= said.at]
        if said.none and entered:
            words = f"{said.by} attested on {said.at:%m/%d/%Y}: {KINDS[kind].none}. {entered[0].told.words} is listed."
            yield Finding("none-and-some", kind.value, words)


def _twice(chart: Chart) -> Iterator[Finding]:
    """The same thing stands twice on one list and holds both times."""
    for kind in (ListKind.ALLERGY, ListKind.MEDICATION, ListKind.PROBLEM, ListKind.DEVICE):
        for one, other in combinations(_held(chart, kind), 2):
            if _same(one, other):
                words = f"{other.told.words} stands twice among the {KINDS[kind].title.lower()}."
                yield Finding("listed-twice", str(other.entry_id), words, Severity.WARNING)


def _over_and_not(chart: Chart) -> Iterator[Finding]:
    """It is over in one entry and goes on in another; or its end has been, and it still holds."""
    for kind in (ListKind.MEDICATION, ListKind.PROBLEM):
        held = _held(chart, kind)
        for over in (one for one in chart.lists[kind] if not one.struck and not holds(one)):
            for on in held:
                if _same(over, on) and not _began_after(on, over):
                    words = f"{on.told.words} is {over.told.status} in one entry and {on.told.status} in another."
                    yield Finding("over-and-active", str(on.entry_id), words, Severity.WARNING)
        for one in held:
            if one.told.ended:
                words = f"{one.told.words} has an end and is still {one.told.status}."
                yield Finding("ended-and-active", str(one.entry_id), words)


def _of_the_other_sex(chart: Chart, sex: str) -> Iterator[Finding]:
    other = {"F": _MALE, "M": _FEMALE}.get(sex)
    for one in _held(chart, ListKind.PROBLEM):
        if other and one.told.system == ICD10 and other.match(one.told.code):
            words = f"{one.told.code} {one.told.words} is of the other sex than the patient's record says ({sex})."
            yield Finding("sex-specific", str(one.entry_id), words, Severity.WARNING)


def _out_of_time(chart: Chart, born: date) -> Iterator[Finding]:
    for found in chart.lists.values():
        for one in found:
            first = latest(one.told.began)
            if first and first < born and not one.struck and one.kind is not ListKind.FAMILY:
                words = f"{one.told.words} began before the patient was born."
                yield Finding("before-birth", str(one.entry_id), words)


def _held(chart: Chart, kind: ListKind) -> list[Version]:
    return [one for one in chart.lists[kind] if holds(one)]


def _same(one: Version, other: Version) -> bool:
    if one.told.code and other.told.code:
        return (one.told.system, one.told.code) == (other.told.system, other.told.code)
    return _WORD.findall(one.told.words.lower()) == _WORD.findall(other.told.words.lower())


def _began_after(on: Version, over: Version) -> bool:
    """Whether it may have begun anew after it was over."""
    again, end = latest(on.told.began), earliest(over.told.ended)
    return bool(again and end and again >= end)
