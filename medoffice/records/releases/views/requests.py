"""Requests for copies: what is due, a new one, one at hand with its paper."""

from collections import Counter
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from medoffice.practice.api import today_here
from medoffice.records.documents.api import known_documents_of
from medoffice.records.documents.types.papers import Document
from medoffice.records.faxes.types import OPEN
from medoffice.records.patients.api import banner, patient, patients_by_id
from medoffice.records.releases.actions.check_request import check_request
from medoffice.records.releases.actions.close_request import close_request
from medoffice.records.releases.actions.extend_request import extend_request
from medoffice.records.releases.actions.note_request import note_request
from medoffice.records.releases.forms import CheckForm, CloseForm, DeliverForm, ExtendForm, RequestForm, check_shown
from medoffice.records.releases.queries import requests as queries
from medoffice.records.releases.queries.data import fees, papers, terms, unsaid_why
from medoffice.records.releases.queries.picking import offered
from medoffice.records.releases.rules.papers import cost, fee_for
from medoffice.records.releases.rules.pressing import SOON
from medoffice.records.releases.rules.standing import lacks
from medoffice.records.releases.types import Request, State, Typed, Way
from medoffice.security.api import OfficeRequest, kept, saw, screen, seen_version
from medoffice.security.types import Actor
from medoffice.ui.fields import refusals_in
from medoffice.ui.lists import limit_of, rest_of

ANSWERED = 12
_ENDED = {
    "delivered": (State.DELIVERED,),
    "not delivered": (State.DENIED, State.WITHDRAWN),
}  # tabs, beside what is open


@screen("releases.note")
def desk(request: OfficeRequest) -> HttpResponse:
    """What is open, by the day it is due; or what was delivered, or answered without copies, latest first."""
    counts = queries.counts_by_state(request.actor)
    chosen = request.GET.get("show", "")
    if chosen in _ENDED:
        return _answered(request, chosen, counts)
    waiting, total = queries.open_requests(request.actor, limit_of(request))
    answered = queries.answered_requests(request.actor, ANSWERED)
    people = patients_by_id({one.patient_id for one in (*waiting, *answered)})
    saw(request, people)
    today = today_here()
    context = {
        "lines": [
            (one, people[one.patient_id], (one.due_on - today).days, terms()[one.paper.clock].own) for one in waiting
        ],
        "answered": [(one, people[one.patient_id]) for one in answered],
        "total": total,
        "soon": SOON,
        "rest": rest_of(request, len(waiting), total),
    }
    return render(request, "releases/desk.html", context | _tabs(request, "", counts))


def _answered(request: OfficeRequest, chosen: str, counts: Counter[State]) -> HttpResponse:
    """Requests that ended in one of the ways of a tab."""
    states = _ENDED[chosen]
    total = sum(counts[one] for one in states)
    found = queries.answered_requests(request.actor, limit_of(request), states)
    people = patients_by_id({one.patient_id for one in found})
    saw(request, people)
    went = queries.last_deliveries(found) if chosen == "delivered" else {}
    context = {
        "lines": [(one, people[one.patient_id], went.get(one.id)) for one in found],
        "total": total,
        "rest": rest_of(request, len(found), total),
    }
    return render(request, "releases/answered.html", context | _tabs(request, chosen, counts))


def _tabs(request: OfficeRequest, chosen: str, counts: Counter[State]) -> dict[str, object]:
    """The tabs over the list of requests, each with how many there are."""
    ended = [(name, name.capitalize(), sum(counts[one] for one in states)) for name, states in _ENDED.items()]
    tabs = [("", "Open", counts[State.OPEN]), *ended]
    return {"tabs": tabs, "chosen": chosen, "may_work": request.may("releases.work"), "room": "letters"}


@screen("releases.note", patient="patient_id")
def new(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Note a request."""
    form = RequestForm(request.POST or None, initial={"came_on": f"{today_here():%m/%d/%Y}"})
    form.offer(_papers(request.actor, patient_id))
    form.fields["came_on"].today = today_here()  # type: ignore[attr-defined] # a TypedDateField
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            who = patient(patient_id)
            place = who.mail_to
            lines = [place.line1, place.line2, f"{place.city}, {place.state} {place.zip[:5]}"] if place.line1 else []
            asked = form.asked(who.name.spoken_form, "\n".join(filter(None, lines)))
            made = note_request(actor=request.actor, patient_id=patient_id, asked=asked)
            return redirect(
                "releases:request" if request.may("releases.work") else "releases:desk", *_made(request, made)
            )
    context = {
        "banner": banner(request.actor, patient_id),
        "form": form,
        "papers": papers().values(),
        "clocks": [terms()["copies"], terms()["others"]],
        "room": "letters",
    }
    return render(request, "releases/new.html", context, status=422 if form.errors else 200)


def _made(request: OfficeRequest, made: UUID) -> tuple[UUID, ...]:
    return (made,) if request.may("releases.work") else ()


def _papers(actor: Actor, patient_id: UUID) -> list[Document]:
    """The papers of the chart that somebody may see, latest first."""
    found = known_documents_of(patient_id)
    closed = kept(actor, "documents.read", [(patient_id, one.about) for one in found])
    return [one for one in found if (patient_id, one.about) not in closed][:40]


def _scans(actor: Actor, one: Request) -> list[Document]:
    """The papers of the chart that can be this request's; none where it needs no scan."""
    return _papers(actor, one.patient_id) if one.paper.scan and one.state is State.OPEN else []


@screen("releases.work")
def request_(request: OfficeRequest, request_id: UUID) -> HttpResponse:
    """A request at hand: its paper, what goes, how it goes."""
    one = queries.request(request.actor, request_id, "releases.work")
    return shown(request, one)


def shown(request: OfficeRequest, one: Request, form: Form | None = None, typed: Typed | None = None) -> HttpResponse:
    """The page of a request, with a form, or what goes, as it was typed where that was not taken."""
    saw(request, [one.patient_id])
    opened = one.state is State.OPEN
    scans = _scans(request.actor, one)
    paper = CheckForm(initial=check_shown(one, scans))
    paper.ask(one.paper, scans, today_here())
    goes = DeliverForm()
    goes.offer(ways(request))
    forms: dict[str, Form] = {
        "check": paper,
        "deliver": goes,
        "extend": ExtendForm(auto_id="extend_%s"),
        "close": CloseForm(auto_id="close_%s"),
    }
    forms |= {name: form for name, kind in _KINDS.items() if isinstance(form, kind)} if form else {}
    today, found = today_here(), offered(request.actor, one) if opened else []
    found = [typed.over(line) for line in found] if typed else found
    priced = [(way, fee_for(fees(), one.asked.asker, way, today)) for way in ways(request)]
    sent = queries.deliveries_of(one.id)
    faxed = queries.faxed_of(sent)
    under_way = any(each.state in OPEN for each in faxed.values())
    context = {
        "one": one,
        "forms": forms,
        "typed": typed,
        "untaken": form if not opened or under_way or (isinstance(form, ExtendForm) and one.extended_why) else None,
        "needs_why": bool(unsaid_why(one.paper, "")),
        "why": typed.values.get("why", "") if typed else one.asked.why,
        "open": opened and not under_way,
        "lacks": lacks(one, today) if opened else None,
        "days": (one.due_on - today).days,
        "soon": SOON,
        "term": terms()[one.paper.clock],
        "offered": found,
        "first": next((line.item.key for line in found if not line.kept), ""),
        "prices": [(way.says, cost(fee, one.pages), fee) for way, fee in priced],
        "deliveries": [(each, faxed.get(each.id)) for each in sent],
        "under_way": under_way,
        "banner": banner(request.actor, one.patient_id),
        "room": "letters",
    }
    return render(request, "releases/request.html", context, status=422 if form or typed else 200)


def ways(request: OfficeRequest) -> list[Way]:
    """By which ways whoever asks may let copies go."""
    return [way for way in Way if way is not Way.FAX or request.may("faxes.send")]


_KINDS: dict[str, type[Form]] = {"check": CheckForm, "deliver": DeliverForm, "extend": ExtendForm, "close": CloseForm}


@require_POST
@screen("releases.work")
def check(request: OfficeRequest, request_id: UUID) -> HttpResponse:
    """What stands on the paper."""
    one = queries.request(request.actor, request_id, "releases.work")
    form = CheckForm(request.POST)
    form.ask(one.paper, _scans(request.actor, one), today_here())
    if form.is_valid():
        with refusals_in(form):
            version = seen_version(request)
            check_request(actor=request.actor, request_id=request_id, seen_version=version, checked=form.checked())
            return redirect("releases:request", request_id)
    return shown(request, one, form)


@require_POST
@screen("releases.work")
def more_time(request: OfficeRequest, request_id: UUID) -> HttpResponse:
    """It takes longer."""
    form = ExtendForm(request.POST, auto_id="extend_%s")
    if form.is_valid():
        with refusals_in(form):
            extend_request(actor=request.actor, request_id=request_id, why=form.cleaned_data["extend_why"])
            messages.success(request, "Tell who asked why it takes longer, and until when.")
            return redirect("releases:request", request_id)
    return shown(request, queries.request(request.actor, request_id, "releases.work"), form)


@require_POST
@screen("releases.work")
def close(request: OfficeRequest, request_id: UUID) -> HttpResponse:
    """Nothing goes."""
    form = CloseForm(request.POST, auto_id="close_%s")
    if form.is_valid():
        with refusals_in(form):
            state, why = State(form.cleaned_data["state"]), form.cleaned_data["closed_why"]
            close_request(actor=request.actor, request_id=request_id, state=state, why=why)
            return redirect("releases:desk")
    return shown(request, queries.request(request.actor, request_id, "releases.work"), form)


def patient_panel(request: HttpRequest, patient_id: UUID) -> SafeString | None:
    """On a patient's page: a new request by a key. No query."""
    may = getattr(request, "may", None)
    if not may or not may("releases.note"):
        return None
    return render_to_string("releases/_of_patient.html", {"who": patient_id}, request)
