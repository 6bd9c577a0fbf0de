"""What an audit found: agreement, dollars at the office's own fees, what to speak about with whom."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from medoffice.kernel.money import ZERO, Money
from medoffice.revenue.code_audits.rules.agreement import kappa
from medoffice.revenue.code_audits.rules.judging import NAMES_ANOTHER, NOT_PRICED, SAYS, level_coded
from medoffice.revenue.code_audits.types import Audited, Difference, Judged, Kind, Lesson, Outcome, Verdict
from medoffice.revenue.coding.types import CodedEncounter

Fees = Mapping[date, Mapping[str, Money]]


def outcome(charts: Sequence[tuple[Audited, CodedEncounter]], fees: Fees) -> Outcome:
    """What the finished visits of an audit come to; ``fees`` are those of each day of service."""
    done = [(chart, codes) for chart, codes in charts if chart.finished_at is not None]
    every = [one for chart, _ in done for one in chart.judged]
    levels = [(level_coded(codes), chart.own_level) for chart, codes in done]
    return Outcome(
        visits=len(done),
        codes=len(every),
        agreed=sum(one.verdict is Verdict.AGREES for one in every),
        missed=sum(one.verdict is Verdict.MISSED for one in every),
        levels=len(levels),
        levels_same=sum(coded == own for coded, own in levels),
        kappa=kappa(levels),
        difference=_difference(done, fees),
        lessons=tuple(lessons(done)),
    )


def difference(codes: CodedEncounter, judged: Iterable[Judged], fees: Mapping[str, Money]) -> Difference:
    """What one visit's services would come to otherwise. Diagnoses have no fee; a code without one is said."""
    units: dict[UUID | None, int] = {one.id: one.units for one in codes.services}
    more, less, unknown = ZERO, ZERO, list[str]()
    for one in judged:
        if one.kind is not Kind.SERVICE or one.verdict is Verdict.AGREES:
            continue
        if one.reason in NOT_PRICED:
            unknown.append(f"{one.code}: what a {one.reason.removesuffix('s')} changes stands in no fee schedule")
            continue
        if one.reason in NAMES_ANOTHER and not one.instead:
            unknown.append(f"{one.code}: the office has no service of the level it should be")
            continue
        now = one.code and (one.code, units.get(one.code_id, 1))
        then = one.instead and (one.instead, one.units)
        lacks = [code for code, _ in (each for each in (now, then) if each) if code not in fees]
        if lacks:
            unknown.append(f"no fee is known for {' and '.join(lacks)} on {codes.date:%m/%d/%Y}")
            continue
        by = (fees[then[0]] * then[1] if then else ZERO) - (fees[now[0]] * now[1] if now else ZERO)
        if by.cents < 0:
            more -= by
        else:
            less += by
    return Difference(more, less, tuple(unknown))


def _difference(done: Iterable[tuple[Audited, CodedEncounter]], fees: Fees) -> Difference:
    each = [difference(codes, chart.judged, fees.get(codes.date, {})) for chart, codes in done]
    return Difference(
        Money.total(one.too_much for one in each),
        Money.total(one.too_little for one in each),
        tuple(words for one in each for words in one.unknown),
    )


def lessons(done: Iterable[tuple[Audited, CodedEncounter]]) -> list[Lesson]:
    """By coder and reason, what was found most often first."""
    found = defaultdict[tuple[str, str], list[str]](list)
    for chart, codes in done:
        for one in chart.judged:
            if one.verdict is not Verdict.AGREES:
                told = " → ".join(part for part in (one.code, one.instead) if part)
                found[codes.coder, SAYS[one.reason]].append(told)
    every = [Lesson(coder, why, len(told), tuple(dict.fromkeys(told))) for (coder, why), told in found.items()]
    return sorted(every, key=lambda one: (one.coder, -one.times, one.reason))
