"""Screens of what patients book by themselves: the public page, what staff answer, and the rules."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_POST

from medoffice.front_office.outreach.actions.answer_asked import answer_asked
from medoffice.front_office.outreach.actions.ask_for_visit import ask_for_visit
from medoffice.front_office.outreach.actions.decide_self_booking import decide_self_booking
from medoffice.front_office.outreach.forms import AskForm, SelfBookingForm, ids_in, rules_shown
from medoffice.front_office.outreach.queries import self_booking as queries
from medoffice.front_office.outreach.types.visits import SelfBooking
from medoffice.front_office.scheduling.api import visit_type, visit_types
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.practice.api import practice, providers, site, staff_member, today_here
from medoffice.records.patients.api import alike_patients
from medoffice.records.patients.types.people import PatientName
from medoffice.security.api import OfficeRequest, open_door, saw, screen, seen_version
from medoffice.security.types import PROGRAM
from medoffice.ui.fields import refusals_in

SAYS = {"too-many": "too_many", "not-here": "not_here"}
STATUS = {"too-many": 429}


@open_door("whoever wants a visit has no account; the office switches it on, and nothing of any patient is shown")
def self_book(request: HttpRequest) -> HttpResponse:
    """Choose a kind and a time, say who comes. It works without a script."""
    rules = queries.self_booking()
    if not rules.on:
        raise NotFound
    language = "es" if (request.POST or request.GET).get("in") == "es" else "en"
    with translation.override(language):  # what Django says of a field, too
        return _self_book(request, rules, language)


@open_door("says thank you after a visit was asked for, and nothing of anybody")
def self_booked(request: HttpRequest) -> HttpResponse:
    """The same page for everybody who asked: that it arrived, or that it is booked."""
    if not queries.self_booking().on:
        raise NotFound
    language = "es" if request.GET.get("in") == "es" else "en"
    says = queries.words(language)
    words = says["booked"] if request.GET.get("booked") == "yes" else says["received"]
    context = {"says": says, "words": words, "office": practice(), "language": language}
    return render(request, "outreach/self_booked.html", context)


@screen("outreach.answer_asked")
def requests(request: OfficeRequest) -> HttpResponse:
    """What was asked for on the web and waits."""
    names = {one.id: one.name for one in providers()}
    kinds = {kind.key: kind.name for kind in visit_types()}
    found = queries.waiting_requests()
    lines = [(one, names.get(one.provider_id, ""), kinds.get(one.kind, one.kind)) for one in found]
    return render(request, "outreach/requests.html", {"lines": lines, "room": "outreach"})


@screen("outreach.answer_asked")
def asked(request: OfficeRequest, asked_id: UUID) -> HttpResponse:
    """What somebody asked for: who they may be, and an answer."""
    return _asked(request, asked_id, None)


@require_POST
@screen("outreach.answer_asked")
def answer(request: OfficeRequest, asked_id: UUID, verb: str) -> HttpResponse:
    """Book it for a patient or somebody new, or decline it."""
    if verb not in ("book", "decline"):
        raise NotFound
    patient = next(iter(ids_in(request.POST.getlist("patient"))), None)
    try:
        why = request.POST.get("why", "")
        made = answer_asked(actor=request.actor, asked_id=asked_id, book=verb == "book", patient_id=patient, why=why)
    except Refusal as refusal:
        if isinstance(refusal, NotFound):
            raise
        return _asked(request, asked_id, refusal)
    return redirect("scheduling:appointment", made) if made else redirect("outreach:requests")


@screen("outreach.set_up")
def rules(request: OfficeRequest) -> HttpResponse:
    """What patients may book by themselves."""
    now = queries.self_booking()
    form = SelfBookingForm(request.POST or None, initial=rules_shown(now))
    form.offer(visit_types(), providers())
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            decide_self_booking(actor=request.actor, wanted=form.filled(seen_version(request)))
            return redirect("outreach:self-booking")
    context = {"form": form, "rules": now, "room": "outreach"}
    return render(request, "outreach/self_booking.html", context, status=422 if form.errors else 200)


def _self_book(request: HttpRequest, rules: SelfBooking, language: str) -> HttpResponse:
    says, kinds = queries.words(language), queries.kinds_offered(rules)
    asked = (request.POST or request.GET).get("kind", "")
    kind = next((one.key for one in kinds if one.key == asked), kinds[0].key if kinds else "")
    form, trouble, status = AskForm(request.POST or None), "", 200
    form.speak(says, today_here())
    if form.is_bound:
        status = 422
        if form.is_valid():
            try:
                address = request.META.get("REMOTE_ADDR", "")
                booked = ask_for_visit(actor=PROGRAM, kind=kind, address=address, **form.filled(language))
                return redirect(f"{reverse('outreach:self-booked')}?in={language}{'&booked=yes' if booked else ''}")
            except Refusal as refusal:
                if isinstance(refusal, NotFound):
                    raise
                trouble = says[SAYS.get(refusal.code, "taken")]
                status = STATUS.get(refusal.code, refusal.status)
    context = {
        "says": says,
        "language": language,
        "office": practice(),
        "rules": rules,
        "kinds": kinds,
        "kind": kind,
        "times": queries.times_said(rules, kind, language),
        "form": form,
        "trouble": trouble,
    }
    return render(request, "outreach/self_book.html", context, status=status)


def _asked(request: OfficeRequest, asked_id: UUID, refusal: Refusal | None) -> HttpResponse:
    found = queries.asked(asked_id)
    name = PatientName(found.person.family, found.person.given)
    alike = alike_patients(request.actor, name, found.person.birth_date)
    alike = [one for one in alike if one.id != found.patient_id]
    saw(request, {one.id for one in alike} | ({found.patient_id} if found.patient_id else set()))
    context = {
        "asked": found,
        "alike": alike,
        "kind": visit_type(found.kind),
        "provider": staff_member(found.provider_id),
        "place": site(found.site_id),
        "refusal": refusal,
        "room": "outreach",
    }
    return render(request, "outreach/asked.html", context, status=refusal.status if refusal else 200)
