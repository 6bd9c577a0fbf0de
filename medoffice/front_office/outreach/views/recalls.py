"""Screens of recalls: the board, a call to somebody who is due, who was not seen for long, the rules."""

from datetime import UTC, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.front_office.outreach.actions.add_recalls import add_recalls
from medoffice.front_office.outreach.actions.book_recall import book_recall
from medoffice.front_office.outreach.actions.end_recall_rule import end_recall_rule
from medoffice.front_office.outreach.actions.note_attempt import note_attempt
from medoffice.front_office.outreach.actions.send_recall import send_recall
from medoffice.front_office.outreach.actions.set_recall_rule import set_recall_rule
from medoffice.front_office.outreach.forms import RecallRuleForm, TimeForm, ids_in
from medoffice.front_office.outreach.queries import recalls as queries
from medoffice.front_office.outreach.types.recalls import RecallState, Tried
from medoffice.front_office.scheduling.api import find_free, visit_type, visit_types
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.api import office_zone, site, staff_member, today_here
from medoffice.records.patients.api import banner, patients_by_id
from medoffice.security.api import OfficeRequest, saw, screen
from medoffice.ui.dates import day_to_show
from medoffice.ui.fields import refusals_in

BY_KEY = {Tried.LEFT_WORD: "w", Tried.NO_ANSWER: "n", Tried.LATER: "l", Tried.DECLINED: "x"}
SHOWN = 200
MONTHS = (6, 12, 18, 24, 36)


@screen("outreach.recall")
def board(request: OfficeRequest) -> HttpResponse:
    """Who is due, longest first; or whose recall ended."""
    asked = request.GET.get("show", "")
    state = RecallState(asked) if asked in set(RecallState) else RecallState.DUE
    found = queries.board(request.actor, state, SHOWN + 1)
    people = patients_by_id({one.patient_id for one in found[:SHOWN]})
    saw(request, people)
    context = {
        "lines": [(one, people[one.patient_id]) for one in found[:SHOWN]],
        "more": len(found) > SHOWN,
        "state": state,
        "states": list(RecallState),
        "today": today_here(),
        "room": "outreach",
    }
    return render(request, "outreach/recalls.html", context)


@screen("outreach.recall")
def recall(request: OfficeRequest, recall_id: UUID) -> HttpResponse:
    """A call to somebody who is due: what came of it, or a time that is booked."""
    return _recall(request, recall_id, None)


@require_POST
@screen("outreach.recall")
def act(request: OfficeRequest, recall_id: UUID, verb: str) -> HttpResponse:
    """Book a time, write to them, or note what came of the call; then on to the board."""
    try:
        if verb == "book":
            form = TimeForm(request.POST)
            if not form.is_valid():
                raise Invalid("no-time-chosen", "Nothing is booked yet.", "Choose one of the free times.")
            book_recall(actor=request.actor, recall_id=recall_id, **form.filled())
            local = form.filled()["starts"].astimezone(ZoneInfo(site(form.filled()["site_id"]).zone))
            who = staff_member(form.filled()["provider_id"]).name
            messages.success(request, f"Booked: {local:%a %m/%d %-I:%M %p}, {who}.")
        elif verb == "send":
            send_recall(actor=request.actor, recall_id=recall_id)
        elif verb in BY_KEY:
            words = request.POST.get("words", "")
            note_attempt(actor=request.actor, recall_id=recall_id, outcome=Tried(verb), words=words)
        else:
            raise NotFound
    except Refusal as refusal:
        if isinstance(refusal, NotFound):
            raise
        return _recall(request, recall_id, refusal)
    return redirect("outreach:recalls")


@screen("outreach.recall")
def long_away(request: OfficeRequest) -> HttpResponse:
    """Who was not seen for so many months: put them on the board."""
    asked = request.POST.get("months") or request.GET.get("months", "")
    months = int(asked) if asked.isascii() and asked.isdigit() and int(asked) in MONTHS else 18
    found = queries.away_for(request.actor, months)
    refusal = None
    if request.method == "POST":
        shown = {who for who, _ in found}
        chosen = tuple(one for one in ids_in(request.POST.getlist("patient")) if one in shown)
        try:
            name = f"Not seen for {months} months"
            add_recalls(actor=request.actor, patient_ids=chosen, kind=request.POST.get("kind", ""), name=name)
            return redirect("outreach:recalls")
        except Refusal as found_:
            refusal = found_
    people = patients_by_id({who for who, _ in found})
    saw(request, people)
    context = {
        "lines": [(people[who], on) for who, on in found],
        "months": months,
        "choices": MONTHS,
        "kinds": visit_types(),
        "refusal": refusal,
        "room": "outreach",
    }
    return render(request, "outreach/long_away.html", context, status=refusal.status if refusal else 200)


@screen("outreach.set_up")
def rules(request: OfficeRequest) -> HttpResponse:
    """Who is to be seen again: the rules, examples to start from, a new one."""
    examples = queries.examples()
    asked = request.GET.get("example", "")
    chosen = examples[int(asked)] if asked.isascii() and asked.isdigit() and int(asked) < len(examples) else {}
    form = RecallRuleForm(request.POST or None, initial={"valid_from": "t", **chosen})
    form.offer(visit_types(), today_here())
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            set_recall_rule(actor=request.actor, **form.filled())
            return redirect("outreach:recall-rules")
    today = today_here()
    known = queries.recall_rules()
    words, due = queries.what_they_say(known), queries.due_by_rule()
    lines = [
        (
            one,
            one.holds(today) or one.valid_from > today,
            [(code, words.get(code, "")) for code in one.codes],
            due.get(one.id, 0),
        )
        for one in known
    ]
    context = {"lines": lines, "examples": list(enumerate(examples)), "form": form, "room": "outreach"}
    return render(request, "outreach/recall_rules.html", context, status=422 if form.errors else 200)


@require_POST
@screen("outreach.set_up")
def rule_end(request: OfficeRequest, rule_id: UUID) -> HttpResponse:
    """A rule holds no longer."""
    end_recall_rule(actor=request.actor, rule_id=rule_id)
    return redirect("outreach:recall-rules")


def _from(request: OfficeRequest) -> datetime:
    """From when on free times are offered: the day that was typed, or now."""
    zone, asked = office_zone(), request.GET.get("from", "").strip()
    on = datetime.combine(day_to_show(asked, clock.today(zone)), time.min, zone).astimezone(UTC)
    return max(clock.now(), on) if asked else clock.now()


def _recall(request: OfficeRequest, recall_id: UUID, refusal: Refusal | None) -> HttpResponse:
    found = queries.recall(request.actor, recall_id)
    saw(request, [found.patient_id])
    context = {
        "recall": found,
        "kind": visit_type(found.kind),
        "attempts": queries.attempts_of(found.id),
        "outcomes": list(BY_KEY.items()),
        "asked": request.GET.get("from", ""),
        "free": find_free(found.kind, _from(request), limit=9) if found.state is RecallState.DUE else [],
        "banner": banner(request.actor, found.patient_id),
        "refusal": refusal,
        "room": "outreach",
    }
    return render(request, "outreach/recall.html", context, status=refusal.status if refusal else 200)
