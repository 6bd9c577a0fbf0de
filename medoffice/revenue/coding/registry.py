"""What coding offers to later rooms: its kind of work and its place in the chain."""

from uuid import UUID

from django.urls import reverse

from medoffice.clinic.charting.api import note, note_of
from medoffice.clinic.charting.types import NoteAmended
from medoffice.clinic.orders.api import order, register_coverage_judge
from medoffice.clinic.orders.types import NoticeStruck, OrderStruck
from medoffice.front_office.outreach.api import register_recall_source
from medoffice.front_office.outreach.types.recalls import Basis, CodeSource
from medoffice.kernel.facts import Delivery, listen
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref, Step, register_effects, tracers
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.practice.api import register_set_up_step, register_work_kind, today_here
from medoffice.practice.types import SetUpStep, WorkKind
from medoffice.revenue.coding.actions.ask_provider import DUE_HOURS
from medoffice.revenue.coding.actions.look_again import look_again
from medoffice.revenue.coding.queries.asked import provider_query
from medoffice.revenue.coding.queries.codings import (
    coded,
    coding_of_diagnosis,
    coding_of_service,
    diagnosed_with,
    diagnoses_named,
    had_service,
    services,
    services_named,
)
from medoffice.revenue.coding.queries.coverage import medicare_supports
from medoffice.revenue.coding.rules.evidence import check_note_evidence
from medoffice.revenue.coding.types import CodedEncounter, Evidence
from medoffice.security.types import PROGRAM, Role
from medoffice.ui.navigation import Command, NavItem, register_command, register_navigation

register_append_only("coding_left")
register_recall_source(Basis.DIAGNOSIS, CodeSource(diagnosed_with, diagnoses_named))
register_recall_source(Basis.PROCEDURE, CodeSource(had_service, services_named))


def _trace_diagnosis(diagnosis_id: UUID) -> Step | None:
    try:
        whole = coding_of_diagnosis(diagnosis_id)
    except NotFound:
        return None
    found = next(diagnosis for diagnosis in whole.diagnoses if diagnosis.id == diagnosis_id)
    return _step("code_diagnosis", diagnosis_id, "Diagnosis", f"{found.code} {found.title}", found.evidence, whole)


def _trace_service(service_id: UUID) -> Step | None:
    try:
        whole = coding_of_service(service_id)
    except NotFound:
        return None
    found = next(line for line in whole.services if line.id == service_id)
    named = tuple(Ref("code_diagnosis", d.id) for d in whole.diagnoses if d.position in found.pointers)
    return _step("code_service", service_id, "Service", f"{found.code} {found.words}", found.evidence, whole, named)


def _step(
    kind: str,
    id_: UUID,
    title: str,
    words: str,
    evidence: Evidence,
    whole: CodedEncounter,
    named: tuple[Ref, ...] = (),
) -> Step:
    needs = {"note": "chart.read", "answer": "chart.read"}.get(evidence.ref.kind, "orders.read")
    text, span = evidence.quote, (0, len(evidence.quote))
    if evidence.ref.kind == "note" and not check_note_evidence(evidence, said := note(evidence.ref.id).text):
        text, span = said, (evidence.start, evidence.end)
    return Step(
        ref=Ref(kind, id_),
        stage="code",
        title=title,
        words=words,
        causes=(evidence.ref, *named),
        who=whole.coder,
        url=reverse("coding:visit", args=[whole.encounter_id]),
        quote=text,
        quote_span=span,
        subject=whole.patient_id,
        needs=needs,
        opens="coding.read",
        visit=whole.encounter_id,
    )


def _trace_answer(query_id: UUID) -> Step | None:
    """The provider's answer that a code rests on; it stands in an addendum of the note."""
    try:
        found = provider_query(query_id)
    except NotFound:
        return None
    written = note_of(found.encounter_id)
    return Step(
        ref=Ref("answer", query_id),
        stage="note",
        title="Answer",
        words=found.question,
        causes=(Ref("note", written.id),) if written else (),
        at=found.closed_at,
        who=found.closed_by,
        url=reverse("coding:visit", args=[found.encounter_id]),
        quote=found.answer,
        quote_span=(0, len(found.answer)),
        subject=found.patient_id,
        needs="chart.read",
        opens="chart.read",
        visit=found.encounter_id,
    )


def _of_note(note_id: UUID) -> list[Ref]:
    try:
        whole = coded(note(note_id).encounter_id)
    except NotFound:
        return []
    return _resting_on(whole, Ref("note", note_id))


def _of_diagnosis(diagnosis_id: UUID) -> list[Ref]:
    try:
        whole = coding_of_diagnosis(diagnosis_id)
    except NotFound:
        return []
    place = next(d.position for d in whole.diagnoses if d.id == diagnosis_id)
    return [Ref("code_service", line.id) for line in whole.services if place in line.pointers]


def _of_order(order_id: UUID) -> list[Ref]:
    try:
        whole = coded(order(order_id).encounter_id)
    except NotFound:
        return []
    return _resting_on(whole, Ref("order", order_id))


def _resting_on(whole: CodedEncounter | None, ref: Ref) -> list[Ref]:
    if whole is None:
        return []
    found = [Ref("code_diagnosis", d.id) for d in whole.diagnoses if d.evidence.ref == ref]
    return found + [Ref("code_service", s.id) for s in whole.services if s.evidence.ref == ref]


def _work_url(ref: Ref) -> str:
    return reverse("coding:visit", args=[ref.id])


def _query_url(ref: Ref) -> str:
    return reverse("coding:answer", args=[ref.id])


def _note_amended(delivery: Delivery) -> None:
    look_again(actor=PROGRAM, encounter_id=delivery.fact.encounter_id, what=f"The note was {delivery.fact.how}")


def _order_struck(delivery: Delivery) -> None:
    look_again(actor=PROGRAM, encounter_id=delivery.fact.encounter_id, what="An order was said not to be carried out")


def _notice_struck(delivery: Delivery) -> None:
    look_again(actor=PROGRAM, encounter_id=delivery.fact.encounter_id, what="A notice (ABN) was struck as wrong")


def _services() -> str:
    found = services(today_here())
    return f"{len(found)} services" if found else ""


register_coverage_judge("medicare", medicare_supports)
listen(NoteAmended, _note_amended)
listen(NoticeStruck, _notice_struck)
listen(OrderStruck, _order_struck)
tracers.register("answer", _trace_answer)
tracers.register("code_diagnosis", _trace_diagnosis)
tracers.register("code_service", _trace_service)
register_effects("note", _of_note)
register_effects("order", _of_order)
register_effects("code_diagnosis", _of_diagnosis)
register_work_kind(WorkKind("code-again", "visit changed after coding", Role.CODER, 48, _work_url))
register_work_kind(WorkKind("to-code", "visit to code", Role.CODER, 48, _work_url))
register_work_kind(WorkKind("provider-query", "coding asks", Role.PROVIDER, DUE_HOURS, _query_url))
register_work_kind(WorkKind("query-answered", "question answered", Role.CODER, 24, _work_url))
register_command(
    Command("Diagnoses by date", "coding:facts", "coding.read", words="registry, export, released codes, provenance")
)
register_navigation(NavItem("coding", "Code", "coding:queue", "coding.read", 40))
register_set_up_step(SetUpStep("services", "Services", "What the office bills, by code.", "coding:services", _services))
