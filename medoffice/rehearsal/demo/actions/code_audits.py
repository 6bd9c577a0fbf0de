"""Audits of the coder's work in the demo office: one of the weeks before that is finished, one of today that is not."""

from datetime import date, timedelta
from uuid import UUID

from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.rehearsal.demo.actions.questions import CODER
from medoffice.rehearsal.demo.actions.timeline import Script, at
from medoffice.rehearsal.demo.types import Scene
from medoffice.revenue.code_audits.api import (
    agree_rest,
    audited,
    charts_of_audit,
    codes_of,
    draw_audit,
    finish_chart,
    give_level,
    judge,
    level_coded,
)
from medoffice.revenue.code_audits.types import Audited, Sampling
from medoffice.security.types import Actor

AUDITOR = "chen"
LOWER, MISPLACED = 2, 3  # at which place of the sample a level is judged lower, a diagnosis misplaced


def audits_of_weeks(scene: Scene, today: date) -> Script:
    """Last week a sample of the weeks before is judged whole; this morning another is drawn and begun."""
    zone, auditor = scene.riverbend.office.zone, scene.riverbend.actors[AUDITOR]
    before = today - timedelta(days=3)
    yield at(before, 15, 40, zone)
    for one in _drawn(auditor, Sampling(today - timedelta(days=28), before, 6, f"audit {before}")):
        yield from _pause(before, one.place, zone)
        judge_visit(auditor, one)
    yield at(today, 9, 25, zone)
    for one in _drawn(auditor, Sampling(today - timedelta(days=14), today, 5, f"audit {today}"))[:1]:
        judge_visit(auditor, one)


def audit_of_day(scene: Scene, on: date) -> Script:
    """In the evening some visits of the day are judged; the coder looks at what was found."""
    zone, auditor = scene.riverbend.office.zone, scene.riverbend.actors[AUDITOR]
    yield at(on, 17, 20, zone)
    found = list[UUID]()
    for one in _drawn(auditor, Sampling(on, on, 3, f"audit {on}")):
        if judge_visit(auditor, one, lower=False):
            found.append(one.id)
    yield at(on, 17, 40, zone)
    for audited_id in found:
        ref = Ref("audited_chart", audited_id)
        finish_work_about(actor=scene.riverbend.actors[CODER], ref=ref, outcome="looked at; the claim stands")


def _pause(on: date, place: int, zone: str) -> Script:
    yield at(on, 15, 40 + 3 * place, zone)


def _drawn(auditor: Actor, said: Sampling) -> list[Audited]:
    """The visits of a sample; none where nothing was coded in time."""
    try:
        return charts_of_audit(auditor, draw_audit(actor=auditor, said=said))
    except Refusal:
        return []


def judge_visit(auditor: Actor, one: Audited, *, lower: bool = True) -> int:
    """Judge a visit whole: nearly always all stands. How many findings that makes."""
    codes = next(iter(codes_of([one]).values()))
    coded = level_coded(codes)
    give_level(
        actor=auditor, audited_id=one.id, level=coded - 1 if lower and one.place == LOWER and coded > 2 else coded
    )
    if one.place == MISPLACED or (not lower and one.place == 1):
        judge(actor=auditor, audited_id=one.id, code_id=codes.diagnoses[-1].id, reason="place")
    agree_rest(actor=auditor, audited_id=one.id)
    finish_chart(actor=auditor, audited_id=one.id)
    return sum(bool(each.reason) for each in audited(one.id).judged)
