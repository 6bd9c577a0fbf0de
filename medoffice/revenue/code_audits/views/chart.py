"""A visit of an audit: the note first, its level unseen; then the codes, each agreed with or not."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from medoffice.clinic.charting.api import note_of
from medoffice.clinic.orders.api import orders_of
from medoffice.clinic.orders.types import OrderState
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.practice.api import staff_member
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import banner
from medoffice.revenue.code_audits.actions.add_missed import add_missed
from medoffice.revenue.code_audits.actions.agree_rest import agree_rest
from medoffice.revenue.code_audits.actions.drop_missed import drop_missed
from medoffice.revenue.code_audits.actions.finish_chart import finish_chart
from medoffice.revenue.code_audits.actions.give_level import give_level
from medoffice.revenue.code_audits.actions.judge import judge
from medoffice.revenue.code_audits.forms import JudgeForm, MissedForm
from medoffice.revenue.code_audits.queries import audits as queries
from medoffice.revenue.code_audits.rules.judging import REASONS, SAYS, level_coded, unjudged
from medoffice.revenue.code_audits.types import Audited, Kind, Verdict
from medoffice.revenue.coding.api import coding
from medoffice.revenue.coding.types import CodedDiagnosis, CodedEncounter, CodedService
from medoffice.security.api import OfficeRequest, back, can, require, saw, screen

LEVELS = ((1, "Level 1"), (2, "Level 2"), (3, "Level 3"), (4, "Level 4"), (5, "Level 5"), (0, "No level"))


@screen("code_audits.read")
def chart(request: OfficeRequest, audited_id: UUID) -> HttpResponse:
    """The visit, as far as it is judged."""
    return _chart(request, audited_id)


def _chart(request: OfficeRequest, audited_id: UUID, refusal: Refusal | None = None) -> HttpResponse:
    """The visit, with what was refused on it."""
    one = queries.audited(audited_id)
    visit, sample = encounter(one.encounter_id), queries.audit(one.audit_id)
    require(request.actor, "code_audits.read", one.patient_id, one.encounter_id)
    saw(request, [one.patient_id])
    readable = can(request.actor, "chart.read", one.patient_id, one.encounter_id)
    mine = request.may("code_audits.audit") and queries.is_auditor(request.actor, one.audit_id)
    context = {
        "one": one,
        "sample": sample,
        "visit": visit,
        "provider": staff_member(visit.provider_id),
        "banner": banner(request.actor, one.patient_id),
        "note": note_of(one.encounter_id) if readable else None,
        "orders": [each for each in orders_of(one.encounter_id) if each.state is OrderState.DONE],
        "works": mine and one.finished_at is None,
        "levels": LEVELS,
        "refusal": refusal,
        "room": "coding",
        **(_seen(one, coding(one.coding_id)) if one.own_level is not None else {}),
    }
    return render(request, "code_audits/chart.html", context, status=refusal.status if refusal else 200)


def _seen(one: Audited, codes: CodedEncounter) -> dict[str, object]:
    """The codes, each with what is said of it; what is missing; what is still to be judged."""
    told = {each.code_id: each for each in one.judged}
    reasons = {kind: list(enumerate(words.items(), 1)) for kind, words in REASONS.items()}

    def lines(kind: Kind, those: tuple[CodedDiagnosis | CodedService, ...]) -> list[tuple[object, ...]]:
        judged = ((each, told.get(each.id)) for each in those)
        return [(each, said, SAYS[said.reason] if said and said.reason else "", reasons[kind]) for each, said in judged]

    evidence = [(each.evidence, each.code) for each in codes.every]
    return {
        "codes": codes,
        "groups": [
            ("Diagnoses", Kind.DIAGNOSIS.value, lines(Kind.DIAGNOSIS, codes.diagnoses)),
            ("Services", Kind.SERVICE.value, lines(Kind.SERVICE, codes.services)),
        ],
        "missing": [each for each in one.judged if each.verdict is Verdict.MISSED],
        "left": unjudged(codes, one.judged),
        "coded_level": level_coded(codes),
        "marks": [(words.start, words.end, code) for words, code in evidence if words.ref.kind == "note"],
    }


def _done(request: OfficeRequest, audited_id: UUID, act: Callable[[], object]) -> HttpResponse:
    """Act and go back to the visit; what was not acceptable is shown on it."""
    try:
        act()
    except Invalid as refusal:
        return _chart(request, audited_id, refusal)
    return back(request, reverse("code_audits:chart", args=[audited_id]))


@require_POST
@screen("code_audits.audit")
def level(request: OfficeRequest, audited_id: UUID) -> HttpResponse:
    """Give the level, unseen."""
    typed = request.POST.get("level", "")
    number = int(typed) if typed in tuple("012345") else -1
    return _done(
        request, audited_id, partial(give_level, actor=request.actor, audited_id=audited_id, level=number)
    )  # fmt: skip


@require_POST
@screen("code_audits.audit")
def judged(request: OfficeRequest, audited_id: UUID) -> HttpResponse:
    """Say of a code that it stands, or why not."""
    form = JudgeForm(request.POST)

    def act() -> None:
        if not form.is_valid():
            raise Invalid("not-acceptable", " ".join(f"{name}: {errors[0]}" for name, errors in form.errors.items()))
        typed = form.cleaned_data
        judge(
            actor=request.actor,
            audited_id=audited_id,
            code_id=typed["code_id"],
            reason=typed["reason"],
            instead=typed["instead"] if typed["reason"] else "",
            units=typed["units"] or 1,
        )

    return _done(request, audited_id, act)


@require_POST
@screen("code_audits.audit")
def agree(request: OfficeRequest, audited_id: UUID) -> HttpResponse:
    """Agree with the rest."""
    return _done(request, audited_id, partial(agree_rest, actor=request.actor, audited_id=audited_id))


@require_POST
@screen("code_audits.audit")
def missed(request: OfficeRequest, audited_id: UUID) -> HttpResponse:
    """Say that a code is missing."""
    form = MissedForm(request.POST)

    def act() -> None:
        if not form.is_valid():
            raise Invalid("not-acceptable", " ".join(f"{name}: {errors[0]}" for name, errors in form.errors.items()))
        typed = form.cleaned_data
        add_missed(
            actor=request.actor,
            audited_id=audited_id,
            kind=Kind(typed["kind"]),
            code=typed["code"],
            start=typed["start"] or 0,
            end=typed["end"] or 0,
            quote=(typed["quote"] or "").replace("\r\n", "\n"),
        )

    return _done(request, audited_id, act)


@require_POST
@screen("code_audits.audit")
def drop(request: OfficeRequest, judgement_id: UUID) -> HttpResponse:
    """Take back that a code is missing."""
    drop_missed(actor=request.actor, judgement_id=judgement_id)
    return back(request, "/code-audits/")


@require_POST
@screen("code_audits.audit")
def finish(request: OfficeRequest, audited_id: UUID) -> HttpResponse:
    """Finish the visit; on to the next of the sample."""
    finish_chart(actor=request.actor, audited_id=audited_id)
    one = queries.audited(audited_id)
    rest = [each for each in queries.charts_of_audit(request.actor, one.audit_id) if each.finished_at is None]
    return redirect("code_audits:chart", rest[0].id) if rest else redirect("code_audits:audit", one.audit_id)
