"""Laboratory orders: a new one, one of them with its paper and labels, what is open."""

from typing import TypeVar
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.clinic.charting.api import last_period_of
from medoffice.clinic.orders.actions.cancel_requisition import cancel_requisition, send_again, send_on_paper
from medoffice.clinic.orders.actions.collect_specimens import collect_specimens
from medoffice.clinic.orders.actions.give_notice import give_notice, keep_notice_paper
from medoffice.clinic.orders.actions.judge_again import judge_again
from medoffice.clinic.orders.actions.order_tests import order_by_protocol, order_tests
from medoffice.clinic.orders.actions.sign_requisition import sign_requisition
from medoffice.clinic.orders.actions.strike_notice import strike_notice
from medoffice.clinic.orders.forms import LabOrderForm, NoticeForm, NoticePaperForm, StrikeNoticeForm
from medoffice.clinic.orders.queries import labs as queries
from medoffice.clinic.orders.queries.notices import judged, notices_struck
from medoffice.clinic.orders.queries.orders import open_orders, orders_of
from medoffice.clinic.orders.queries.paper import labels, requisition_paper
from medoffice.clinic.orders.queries.problems import problems_coded
from medoffice.clinic.orders.rules.asking import asks_last_period
from medoffice.clinic.orders.rules.notices import against, modifiers_for
from medoffice.clinic.orders.types import (
    OPEN,
    Judged,
    Laboratory,
    LabTest,
    Notice,
    Requisition,
    RequisitionState,
    Sheet,
)
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.practice.api import day_here, today_here
from medoffice.records.documents.api import documents_of
from medoffice.records.encounters.api import visit_shown
from medoffice.records.encounters.types import Encounter
from medoffice.records.patients.api import banner, patients_by_id
from medoffice.security.api import OfficeRequest, can, require, saw, screen, seen_version
from medoffice.standards.terminology.api import modifiers
from medoffice.ui.fields import refusals_in
from medoffice.ui.lists import limit_of, rest_of

ROOM = {"room": "results"}
_MOST_PAPERS = 50
_Form = TypeVar("_Form", NoticeForm, NoticePaperForm)
_ACTS = {"collect": collect_specimens, "paper": send_on_paper, "again": send_again, "judge": judge_again}


@screen("orders.standing")
def new(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """Order tests for a visit: quick picks, order sets, single tests; why; what the laboratory asks."""
    visit = visit_shown(request, "orders.standing", encounter_id)
    labs = queries.laboratories()
    lab = _chosen(request, labs)
    tests = queries.offered_tests(lab.id) if lab else []
    form = LabOrderForm(request.POST or None, initial={"diagnoses": ""})
    problems = problems_coded(request.actor, visit.patient_id)
    form.offer(tests, problems)
    may_place = can(request.actor, "orders.place", visit.patient_id, encounter_id)
    if form.is_bound and form.is_valid() and lab is not None:
        with refusals_in(form):
            standing, asked = request.POST.get("standing", ""), form.asked(tests, _of_set(request))
            if standing or not may_place:
                made = order_by_protocol(
                    actor=request.actor, encounter_id=encounter_id, set_key=standing, asked=asked
                )  # fmt: skip
            else:
                made = order_tests(
                    actor=request.actor, encounter_id=encounter_id, laboratory_id=lab.id, asked=asked
                )  # fmt: skip
            return redirect("orders:requisition", made)
    chosen = set(form["codes"].value() or [])
    context = {
        "form": form,
        "labs": labs,
        "lab": lab,
        "problems": [(*one, one[0] in (form["problems"].value() or [])) for one in problems],
        "tests": [(one, one.code in chosen) for one in tests],
        "asks": _asks(request, visit, tests),
        "sets": [one for one in queries.order_sets() if lab and one.laboratory_id == lab.id],
        "may_place": may_place,
        "banner": banner(request.actor, visit.patient_id),
        "encounter_id": encounter_id,
    }
    return render(request, "orders/new.html", context | ROOM, status=422 if form.errors else 200)


def _asks(request: OfficeRequest, visit: Encounter, tests: list[LabTest]) -> list[tuple[str, str, str]]:
    """What the laboratory asks with these tests, each with what stands in its field, and what is known of it.

    What was typed stands; else the last menstrual period if it was said at this visit. One said before is only shown.
    """
    asks = dict.fromkeys(ask for one in tests for ask in one.asks)
    asked = any(map(asks_last_period, asks))
    period = last_period_of(request.actor, visit.patient_id) if asked else None
    day = f"{period.began:%m/%d/%Y}" if period else ""
    found = []
    for ask in asks:
        known = period if asks_last_period(ask) else None
        hint = f"{day}, as noted on {known.noted_on:%m/%d/%Y}" if known else ""
        mine = day if known and known.encounter_id == visit.id else ""
        found.append((ask, request.POST.get(f"ask:{ask}", mine), hint))
    return found


def _of_set(request: OfficeRequest) -> tuple[str, ...]:
    """The tests of the set whose button was pressed."""
    pressed = request.POST.get("standing") or request.POST.get("set", "")
    return next((one.codes for one in queries.order_sets() if one.key == pressed), ())


def _chosen(request: OfficeRequest, labs: list[Laboratory]) -> Laboratory | None:
    typed = request.POST.get("laboratory") or request.GET.get("laboratory", "")
    return next((one for one in labs if one.key == typed), labs[0] if labs else None)


@screen("orders.read")
def requisition(request: OfficeRequest, requisition_id: UUID) -> HttpResponse:
    """A requisition: what it asks, where it stands, what can be done next."""
    return _requisition(request, requisition_id)


def _requisition(
    request: OfficeRequest,
    requisition_id: UUID,
    giving: NoticeForm | None = None,
    filing: NoticePaperForm | None = None,
    striking: StrikeNoticeForm | None = None,
) -> HttpResponse:
    one = queries.requisition(requisition_id)
    require(request.actor, "orders.read", one.patient_id, one.encounter_id)
    saw(request, [one.patient_id])
    actor, about = request.actor, (one.patient_id, one.encounter_id)
    sheet = queries.sheet(requisition_id)
    found = judged(one.patient_id, one.laboratory_id, one.asked.codes, one.asked.diagnoses, day_here(one.made_at))
    struck = notices_struck(requisition_id)
    early = one.state in OPEN and not one.on_wire
    context = {
        "one": one,
        "sheet": sheet,
        "judged": found,
        "notice": sheet.notice,
        "struck": struck,
        "marks": _marks(sheet.notice),
        "giving": giving or _noticing(request, sheet, NoticeForm(initial=_proposed(against(found)))),
        "filing": filing or _with_papers(request, one, NoticePaperForm()),
        "striking": striking or StrikeNoticeForm(),
        "gone": one.on_wire or one.sent_at is not None,
        "may_give": sheet.notice is None
        and bool(found)
        and (early or (bool(struck) and one.state is not RequisitionState.CANCELLED)),
        "orders": [order for order in orders_of(one.encounter_id) if order.requisition_id == one.id],
        "may_sign": can(actor, "orders.sign", *about),
        "may_do": can(actor, "orders.perform", *about),
        "may_print": request.may("orders.print"),
        "banner": banner(actor, one.patient_id),
    }
    wrong = any(form is not None and form.errors for form in (giving, filing, striking))
    return render(request, "orders/requisition.html", context | ROOM, status=422 if wrong else 200)


def _proposed(held: list[Judged]) -> dict[str, object]:
    why = " ".join(each.says for each in held)
    return {"codes": [one.code for one in held], "signed_on": f"{today_here():%m/%d/%Y}", "reason": why[:300]}


def _noticing(request: OfficeRequest, sheet: Sheet, form: NoticeForm) -> NoticeForm:
    form.ask_about(test for _, test in sheet.tests)
    return _with_papers(request, sheet.requisition, form)


def _marks(notice: Notice | None) -> list[tuple[str, str]]:
    """The modifiers that follow of a notice, with CMS's words for each."""
    if notice is None:
        return []
    known = modifiers(day_here(notice.noted_at))
    marks = modifiers_for(notice.choice, notice.ground)
    return [(mark, known[mark].words if mark in known else "") for mark in marks]


def _with_papers(request: OfficeRequest, one: Requisition, form: _Form) -> _Form:
    papers = documents_of(request.actor, one.patient_id) if can(request.actor, "documents.read") else []
    form.offer(papers[:_MOST_PAPERS])
    return form


@require_POST
@screen("orders.perform")
def give(request: OfficeRequest, requisition_id: UUID) -> HttpResponse:
    """What the patient was told and chose (ABN), or that no notice was given."""
    one = queries.requisition(requisition_id)
    require(request.actor, "orders.perform", one.patient_id, one.encounter_id)
    form = _noticing(request, queries.sheet(requisition_id), NoticeForm(request.POST))
    if form.is_valid():
        with refusals_in(form):
            give_notice(
                actor=request.actor, requisition_id=requisition_id, seen_version=seen_version(request), **form.told()
            )  # fmt: skip
            messages.success(request, "Noted.")
            return redirect("orders:requisition", requisition_id)
    return _requisition(request, requisition_id, giving=form)


@require_POST
@screen("orders.perform")
def file_paper(request: OfficeRequest, requisition_id: UUID) -> HttpResponse:
    """The signed notice is in the chart."""
    one = queries.requisition(requisition_id)
    require(request.actor, "orders.perform", one.patient_id, one.encounter_id)
    form = _with_papers(request, one, NoticePaperForm(request.POST))
    if form.is_valid():
        with refusals_in(form):
            keep_notice_paper(
                actor=request.actor, requisition_id=requisition_id, seen_version=seen_version(request),
                document_id=UUID(form.cleaned_data["document"]),
            )  # fmt: skip
            return redirect("orders:requisition", requisition_id)
    return _requisition(request, requisition_id, filing=form)


@require_POST
@screen("orders.perform")
def strike(request: OfficeRequest, requisition_id: UUID) -> HttpResponse:
    """The notice was noted wrongly."""
    one = queries.requisition(requisition_id)
    require(request.actor, "orders.perform", one.patient_id, one.encounter_id)
    form = StrikeNoticeForm(request.POST)
    if form.is_valid():
        with refusals_in(form):
            strike_notice(
                actor=request.actor, requisition_id=requisition_id, seen_version=seen_version(request),
                why=form.cleaned_data["why"],
            )  # fmt: skip
            messages.success(request, "Struck; it stays to be read.")
            return redirect("orders:requisition", requisition_id)
    return _requisition(request, requisition_id, striking=form)


@require_POST
@screen("orders.sign")
def sign(request: OfficeRequest, requisition_id: UUID) -> HttpResponse:
    """Sign it."""
    sign_requisition(actor=request.actor, requisition_id=requisition_id, seen_version=seen_version(request))
    messages.success(request, "Signed.")
    return redirect("orders:requisition", requisition_id)


@require_POST
@screen("orders.perform")
def act(request: OfficeRequest, requisition_id: UUID, step: str) -> HttpResponse:
    """Specimens taken, sent on paper, tried again, looked at again, cancelled."""
    actor, seen = request.actor, seen_version(request)
    if step == "cancel":
        why = request.POST.get("why", "")
        cancel_requisition(actor=actor, requisition_id=requisition_id, seen_version=seen, why=why)
    elif step in _ACTS:
        _ACTS[step](actor=actor, requisition_id=requisition_id, seen_version=seen)
    else:
        raise NotFound
    if step == "judge" and queries.requisition(requisition_id).state is RequisitionState.NOTICE:
        messages.info(request, "Looked at again: Medicare may still not pay.")
    return redirect("orders:requisition", requisition_id)


@screen("orders.print")
def paper(request: OfficeRequest, requisition_id: UUID) -> HttpResponse:
    """The requisition on paper."""
    return _pdf(request, requisition_id, "requisition")


@screen("orders.print")
def specimen_labels(request: OfficeRequest, requisition_id: UUID) -> HttpResponse:
    """A label for each specimen."""
    return _pdf(request, requisition_id, "labels")


def _pdf(request: OfficeRequest, requisition_id: UUID, what: str) -> HttpResponse:
    one = queries.requisition(requisition_id)
    require(request.actor, "orders.print", one.patient_id, one.encounter_id)
    if what == "requisition" and one.state is RequisitionState.NOTICE:
        words = "It does not go before the patient has chosen (ABN)."
        raise Refusal("notice-first", words, "Note what was chosen first; its labels can be printed.")
    saw(request, [one.patient_id])
    pages = requisition_paper(requisition_id) if what == "requisition" else labels(requisition_id)
    inline = {"Content-Disposition": f'inline; filename="{what}.pdf"'}
    return HttpResponse(pages, content_type="application/pdf", headers=inline)


@screen("orders.read")
def open_list(request: OfficeRequest) -> HttpResponse:
    """What was ordered and is not done: the audit of open orders. None of it keeps a note from being signed."""
    asked, inside = queries.open_requisitions(request.actor), open_orders(request.actor)
    inside = [one for one in inside if one.requisition_id is None]
    shown = asked[: limit_of(request)]
    people = patients_by_id([*(one.patient_id for one in shown), *(one.patient_id for one in inside)])
    saw(request, people)
    names = {one.id: one.name for one in queries.laboratories(used=False)}
    context = {
        "asked": [(one, people[one.patient_id], names.get(one.laboratory_id, "")) for one in shown],
        "inside": [(one, people[one.patient_id]) for one in inside],
        "total": len(asked) + len(inside),
        "rest": rest_of(request, len(shown), len(asked)),
    }
    return render(request, "orders/open.html", context | ROOM)
