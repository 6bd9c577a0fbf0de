"""The audits, a sample to draw, and what one found."""

from datetime import datetime, timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from medoffice.kernel import clock
from medoffice.practice.api import providers, staff, today_here
from medoffice.records.patients.api import patients_by_id
from medoffice.revenue.code_audits.actions.draw_audit import draw_audit
from medoffice.revenue.code_audits.forms import DrawForm
from medoffice.revenue.code_audits.queries import audits as queries
from medoffice.revenue.code_audits.queries.population import coders
from medoffice.revenue.code_audits.rules.agreement import percent
from medoffice.revenue.code_audits.rules.judging import SAYS
from medoffice.revenue.code_audits.rules.outcome import lessons
from medoffice.revenue.code_audits.types import Verdict
from medoffice.security.api import OfficeRequest, can, saw, screen
from medoffice.ui.fields import refusals_in
from medoffice.ui.lists import limit_of, rest_of

ROOM = {"room": "coding"}
DAYS, LATELY = 30, 90


@screen("code_audits.read")
def samples(request: OfficeRequest) -> HttpResponse:
    """Every audit, the latest first."""
    every = queries.audits()
    shown = every[: limit_of(request)]
    context = {
        "audits": shown,
        "open": sum(one.closed_at is None for one in every),
        "may_audit": request.may("code_audits.audit"),
        "rest": rest_of(request, len(shown), len(every)),
    }
    return render(request, "code_audits/all.html", context | ROOM)


@screen("code_audits.read")
def mine(request: OfficeRequest) -> HttpResponse:
    """What audits found of one's own codes lately, or ever, and what to speak about."""
    since = None if request.GET.get("since") == "ever" else _lately()
    charts = queries.charts_of_coder(request.actor, since)
    codes = queries.codes_of(charts)
    every = [
        (each, codes[each.coding_id], told, SAYS[told.reason])
        for each in charts
        for told in each.judged
        if told.verdict is not Verdict.AGREES
    ]
    shown = every[: limit_of(request)]
    people = patients_by_id({each.patient_id for each, *_ in shown})
    saw(request, people)
    context = {
        "found": [(*one, people[one[0].patient_id].name.sorted_form) for one in shown],
        "visits": len(charts),
        "since": since,
        "lessons": lessons((each, codes[each.coding_id]) for each in charts),
        "total": len(every),
        "rest": rest_of(request, len(shown), len(every)),
    }
    return render(request, "code_audits/mine.html", context | ROOM)


def desk_panel(request: HttpRequest, _subject: object) -> SafeString | None:
    """The way from the coder's desk to the audits, and how often one's own codes were found otherwise lately."""
    actor = getattr(request, "actor", None)
    if actor is None or not can(actor, "code_audits.read"):
        return None
    charts = queries.charts_of_coder(actor, _lately())
    found = sum(told.verdict is not Verdict.AGREES for each in charts for told in each.judged)
    return render_to_string("code_audits/_desk.html", {"found": found, "days": LATELY}, request)


def _lately() -> datetime:
    """From when on what was judged is lately."""
    return clock.now() - timedelta(days=LATELY)


@screen("code_audits.audit")
def draw(request: OfficeRequest) -> HttpResponse:
    """Draw a sample."""
    today = today_here()
    form = DrawForm(request.POST or None, initial={"first": f"{today - timedelta(days=DAYS):%m/%d/%Y}", "last": "t"})
    form.offer(today, coders(request.actor), providers())
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            made = draw_audit(actor=request.actor, said=form.sampling())
            return redirect("code_audits:audit", made)
    return render(request, "code_audits/draw.html", {"form": form} | ROOM, status=422 if form.errors else 200)


@screen("code_audits.read")
def sample(request: OfficeRequest, code_audit_id: UUID) -> HttpResponse:
    """A sample: its visits, and what was found by now."""
    one = queries.audit(code_audit_id)
    charts = queries.charts_of_audit(request.actor, code_audit_id)
    people, codes = patients_by_id({each.patient_id for each in charts}), queries.codes_of(charts)
    saw(request, people)
    found = queries.outcome_of(charts, codes)
    lines = [
        (
            each,
            codes[each.coding_id],
            people[each.patient_id].name.sorted_form,
            sum(told.verdict is not Verdict.AGREES for told in each.judged),
        )
        for each in charts
    ]
    names = {each.id: each.name for each in staff()}
    context = {
        "one": one,
        "lines": lines,
        "kept": one.drawn - len(charts),
        "provider": names.get(one.said.provider_id, "") if one.said.provider_id else "",
        "found": found,
        "percent_codes": percent(found.agreed, found.codes),
        "percent_levels": percent(found.levels_same, found.levels),
        "following": next((each.id for each in charts if each.finished_at is None), None),
        "mine": request.may("code_audits.audit") and queries.is_auditor(request.actor, code_audit_id),
    }
    return render(request, "code_audits/audit.html", context | ROOM)
