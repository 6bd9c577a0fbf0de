"""Putting results on a chart: each version of each, what it replaces, and whose turn it is. Shared by the verbs."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from medoffice.clinic.orders.api import note_resulted, orders_waiting, requisition
from medoffice.clinic.orders.types import Order
from medoffice.clinic.results.models import LabMessage, LabReport, LabResult
from medoffice.clinic.results.rules.levels import highest
from medoffice.clinic.results.rules.own import may_answer
from medoffice.clinic.results.rules.versions import SETTLED, fates, reopens
from medoffice.clinic.results.types import (
    OFFICE,
    OURS,
    Fate,
    Held,
    Level,
    Line,
    MessageState,
    ReportSaid,
    ReportState,
    ResultsFiled,
)
from medoffice.kernel import clock
from medoffice.kernel.facts import publish
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, office_zone, open_work, providers, staff_member
from medoffice.practice.types import StaffMember
from medoffice.records.documents.api import take_in
from medoffice.records.documents.types.papers import Door
from medoffice.records.encounters.api import encounter
from medoffice.security.types import Actor

CRITICAL_WITHIN = timedelta(minutes=30)


def file_reports(
    actor: Actor, row: LabMessage, patient_id: UUID, reports: Sequence[ReportSaid], orders: Mapping[str, Order]
) -> None:
    """Put the reports of a message on a chart; what says nothing new changes nothing."""
    for place, said in enumerate(reports):
        order = orders.get(said.placer) or _asked_here(row, patient_id, said)
        mine = order if order is not None and order.patient_id == patient_id else None
        _file(actor, row, patient_id, said, mine, place)


def _asked_here(row: LabMessage, patient_id: UUID, said: ReportSaid) -> Order | None:
    """The one open order of the office that a result under the office's own name answers, if it is one."""
    ours = row.peer == OFFICE and said.system == OURS and not said.placer
    found = orders_waiting(patient_id, said.code) if ours else []
    if len(found) != 1 or not may_answer(said, found[0].ordered_at, clock.now(), office_zone()):
        return None
    return found[0]


def put_in_tray(actor: Actor, row: LabMessage, why: str) -> None:
    """It waits for a person."""
    row.state, row.why = MessageState.TRAY, why[:300]
    save(actor, row)
    title = f"A result of {(row.facility or row.sender)[:80] or 'a laboratory'} belongs to nobody yet"
    open_work(actor=actor, kind="lab-unmatched", title=title, ref=Ref("lab_message", row.id), key=str(row.id))


def settle(actor: Actor, row: LabMessage, state: MessageState, patient_id: UUID | None, why: str) -> None:
    """It is dealt with."""
    row.state, row.patient_id, row.why = state, patient_id, why[:300]
    row.settled_by, row.settled_at = actor.name, clock.now()
    save(actor, row)
    finish_work_about(actor=actor, ref=Ref("lab_message", row.id), outcome=state.value)


def save(actor: Actor, row: LabMessage | LabReport) -> None:
    """Save a row that was changed: a new version, by whom and when."""
    row.version, row.changed_by, row.changed_at = row.version + 1, actor.name, clock.now()
    row.save()


def _file(actor: Actor, row: LabMessage, patient_id: UUID, said: ReportSaid, order: Order | None, place: int) -> None:
    report, new = _report(row, patient_id, said, order, place)
    known = {} if new else _standing(report)
    said_at = said.reported_at or row.came_at
    found = fates(said.lines, known, said_at)
    otherwise = new or (said.status != report.status and not said.lines)
    if not otherwise and not reopens(fate for _, fate in found):
        _write(actor, row, report, found, known, said_at)
        return
    report.message_id, report.status, report.notes = row.id, said.status, said.notes or report.notes
    report.reported_at = said.reported_at or report.reported_at
    report.corrected = report.corrected or any(fate is Fate.CORRECTION for _, fate in found)
    report.state, report.signed_by, report.signed_at = ReportState.OPEN, "", None
    if new:
        report.save(force_insert=True)
    _write(actor, row, report, found, known, said_at)
    levels = LabResult.objects.filter(report=report, replaced_by=None).values_list("level", flat=True)
    report.level = highest(Level(level) for level in levels)
    report.critical_since = clock.now() if report.level == Level.CRITICAL else None
    report.raised_at = None
    save(actor, report)
    ask_sign_off(actor, report)
    _tell_order(actor, report, said)
    publish(ResultsFiled(report.id, patient_id, report.corrected), subject=report.id)


def _tell_order(actor: Actor, report: LabReport, said: ReportSaid) -> None:
    """The order is waited for no more when its results are final, or the laboratory cancelled it."""
    if report.order_id is None or said.status not in SETTLED:
        return
    note_resulted(
        actor=actor, order_id=report.order_id, by=report.laboratory or "the laboratory",
        words=f"{report.words}: {said.status}", cancelled=said.status in ("X", "D"),
    )  # fmt: skip


def _report(
    row: LabMessage, patient_id: UUID, said: ReportSaid, order: Order | None, place: int
) -> tuple[LabReport, bool]:
    """The report that this is a version of, locked; or a new one, not saved."""
    laboratory = row.facility or row.sender
    found = _before(laboratory, patient_id, said)
    if found is not None:
        return found, False
    number = said.filler or said.placer or f"{row.id} {place}"
    key = _free(patient_id, f"{patient_id}|{laboratory}|{number}|{said.code or said.words}")
    signer = _signer(said, order)
    made = LabReport(
        id=new_id(),
        patient_id=patient_id,
        encounter_id=order.encounter_id if order else None,
        order_id=order.id if order else None,
        laboratory=laboratory,
        key=key,
        placer=said.placer[:199],
        filler=said.filler[:199],
        code=said.code,
        system=said.system,
        words=said.words,
        collected_on=said.collected_on,
        collected_at=said.collected_at,
        came_at=clock.now(),
        ordered_by=said.ordered_by or (order.ordered_by if order else ""),
        signer_id=signer.id if signer else None,
    )
    made.about_id = made.encounter_id or made.id
    return made, True


def _free(patient_id: UUID, key: str) -> str:
    """What makes two who file the same at once meet; another where one under it went to another chart with a merge."""
    found = hashlib.sha256(key.encode()).hexdigest()
    elsewhere = LabReport.objects.filter(key=found).exclude(patient_id=patient_id)
    return _free(patient_id, found) if elsewhere.exists() else found


def _before(laboratory: str, patient_id: UUID, said: ReportSaid) -> LabReport | None:
    """What this laboratory said of the same order before, locked: by its own number, else by ours."""
    number = {"filler": said.filler} if said.filler else {"placer": said.placer, "filler": ""} if said.placer else {}
    if not number:
        return None
    rows = LabReport.objects.select_for_update().filter(patient_id=patient_id, laboratory=laboratory, **number)
    return rows.filter(**({"code": said.code} if said.code else {"words": said.words})).order_by("id").first()


def _signer(said: ReportSaid, order: Order | None) -> StaffMember | None:
    """Who is to see it: who ordered it, whoever's visit it was in; else whom the laboratory names by number."""
    if order is not None:
        asked = requisition(order.requisition_id).provider_id if order.requisition_id else None
        whose = staff_member(asked or encounter(order.encounter_id).provider_id)
        if whose.is_provider:
            return whose
    return next((one for one in providers() if one.npi and one.npi == said.ordered_npi), None)


def _standing(report: LabReport) -> dict[str, Held]:
    rows = LabResult.objects.filter(report=report, replaced_by=None)
    return {
        row.key: Held(
            row.id, row.key, row.value, row.unit, row.range, row.flags, row.status, row.notes, row.said_at,
            row.number,
        )
        for row in rows
    }  # fmt: skip


def _write(
    actor: Actor,
    row: LabMessage,
    report: LabReport,
    found: Sequence[tuple[Line, Fate]],
    known: Mapping[str, Held],
    said_at: datetime,
) -> None:
    for place, (line, fate) in enumerate(found):
        if fate is Fate.SAME:
            continue
        made = _result(actor, row, report, line, place, said_at)
        if fate is Fate.LATE:
            made.replaced_by_id = known[line.key].id
        elif line.key in known:
            LabResult.objects.filter(id=known[line.key].id).update(replaced_by_id=made.id)
        made.save(force_insert=True)


def _result(actor: Actor, row: LabMessage, report: LabReport, line: Line, place: int, said_at: datetime) -> LabResult:
    """A version of a result, not saved; the paper it came with is kept."""
    paper = None
    if line.paper is not None:
        kept = take_in(
            actor=actor, door=Door.LABORATORY, name=line.words, data=line.paper, sender=report.laboratory,
            patient_id=report.patient_id,
        )  # fmt: skip
        paper = kept.file_id
    return LabResult(
        id=new_id(),
        report_id=report.id,
        message_id=row.id,
        place=place,
        key=line.key,
        code=line.code,
        system=line.system,
        words=line.words,
        kind=line.kind,
        value=line.value,
        number=line.number,
        unit=line.unit,
        range=line.range,
        flags="~".join(line.flags)[:60],
        level=line.level,
        status=line.status,
        observed_at=line.observed_at,
        said_at=said_at,
        notes=line.notes,
        came_at=clock.now(),
        file_id=paper,
    )


def ask_sign_off(actor: Actor, report: LabReport) -> None:
    """Put it before the provider who is to see it, else before all of them; a critical one is due at once."""
    critical = report.level == Level.CRITICAL
    ref = Ref("lab_report", report.id)
    if critical:
        finish_work_about(actor=actor, ref=ref, kind="result-sign", outcome="critical")
    kind = "result-critical" if critical else "result-sign"
    words = "Critical result" if critical else "Corrected result" if report.corrected else "Result to sign off"
    for owner in (account(report), None):
        try:
            with transaction.atomic():
                open_work(
                    actor=actor,
                    kind=kind,
                    title=f"{words}: {report.words}"[:200],
                    ref=ref,
                    patient_id=report.patient_id,
                    visit_id=report.about_id,
                    priority=1 if report.level else 2,
                    due_at=clock.now() + CRITICAL_WITHIN if critical else None,
                    key=str(report.id),
                    owner_id=owner,
                )
        except Refusal:
            if owner is None:
                raise
        else:
            return


def account(report: LabReport) -> UUID | None:
    """The account of whoever is to see it."""
    return staff_member(report.signer_id).user_id if report.signer_id else None
