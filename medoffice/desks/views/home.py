"""Screens of the desks: the front desk, work, finding a patient, a patient's page, follow the dollar, the tour."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from medoffice.desks import queries
from medoffice.desks.forms import ArriveForm
from medoffice.desks.rules.chain import subjects
from medoffice.desks.rules.telling import papers, tell
from medoffice.front_office.check_in.api import arriving, billed_to, check_in, copay_of, may_be_billed, payables
from medoffice.front_office.flow.api import call_on_display, has_display, today_of
from medoffice.front_office.scheduling.api import (
    appointment,
    appointments_of,
    arriving_now,
    move,
    visit_type,
)
from medoffice.front_office.scheduling.types import OPEN
from medoffice.kernel import certificates, clock, trace
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.trace import FLOW, Ref
from medoffice.kernel.worlds import current
from medoffice.practice.api import site, sites, staff, take_work, work_items
from medoffice.records.coverage.api import coverages_of
from medoffice.records.encounters.api import encounter, encounters_of_patient, with_reasons
from medoffice.records.patients.api import banner, household, patient, permitted_people, search
from medoffice.revenue.billing.api import patient_balance, receipt, take_payment
from medoffice.revenue.billing.types import Method
from medoffice.security.api import OfficeRequest, back, open_door, require, saw, screen
from medoffice.ui.panels import panels_for

LATELY = timedelta(minutes=1)  # who was moved within it is on a board that is asked for again for the first time
AUTHORITY_FILE = "medoffice-ca.crt"


@screen("desks.home")
def home(request: OfficeRequest) -> HttpResponse:
    """Everybody's start: a provider's own day, the front desk for those who work there, their work for the others; a
    new office's set-up.
    """
    if request.may("practice.set_up") and not sites():
        return redirect("practice:set-up")
    if request.may("desks.day"):
        return redirect("desks:day")
    return redirect("desks:front" if request.may("check_in.arrive") else "desks:work")


@screen("check_in.board")
def front(request: OfficeRequest) -> HttpResponse:
    """The living desk of today."""
    desk = queries.front_desk(request.actor, request.GET.get("site", ""))
    saw(request, {card.patient_id for card in desk.cards})
    context = {"desk": desk, "room": "front", "moves": request.may("check_in.room")}
    context["takes"] = request.may("calls.take")
    return render(request, "desks/front.html", context)


@screen("check_in.board")
def board(request: OfficeRequest) -> HttpResponse:
    """The board again, if somebody was moved since it was seen; the page asks by itself and nobody's session lasts
    longer for it. Who is on it anew is noted as seen.
    """
    found = queries.board_since(request.actor, request.GET.get("site", ""), request.GET.get("seen", ""))
    if found is None:
        return HttpResponse(status=204)
    lately = clock.now() - LATELY
    saw(request, {card.patient_id for card in found.cards if card.since >= lately})
    return render(request, "desks/_board.html", {"desk": found, "moves": request.may("check_in.room")})


@screen("check_in.arrive")
def check_in_panel(request: OfficeRequest, appointment_id: UUID) -> HttpResponse:
    """Everything the desk needs to check a patient in, on one screen."""
    booked = appointment(appointment_id)
    require(request.actor, "check_in.arrive", booked.patient_id)
    (booked,) = with_reasons(request.actor, [booked])
    saw(request, [booked.patient_id])
    found = arriving(request.actor, booked)
    offered = may_be_billed(found.held, found.cases)
    context = {
        "booked": booked,
        "banner": banner(request.actor, booked.patient_id),
        "patient": found.patient,
        "offered": offered,
        "chosen": next(
            (one.id for one in offered if one.id == booked.case_id or not (booked.case_id or one.is_case)), None
        ),
        "copay": copay_of(found.insurance) if visit_type(booked.visit_type).takes_copay else None,
        "risks": panels_for("risks", request, found),
        "panels": panels_for("check-in", request, found),
        "balance": patient_balance(booked.patient_id),
        "identity": panels_for("identity", request, booked.patient_id),
        "chips": found.chips,
        "advice": arriving_now(booked),
        "display": has_display(booked.site_id),
        "room": "front",
    }
    return render(request, "desks/check_in.html", context)


@require_POST
@screen("check_in.arrive")
def see_at_once(request: OfficeRequest, appointment_id: UUID) -> HttpResponse:
    """Somebody early is seen earlier, somebody too late at the next free time: the visit is moved, and nobody is told
    that anything was cancelled.
    """
    booked = appointment(appointment_id)
    require(request.actor, "check_in.arrive", booked.patient_id)
    advice = arriving_now(booked)
    if advice is None or advice.free is None:
        raise Refusal("nothing-earlier", "There is no other time now.", "Keep the time, or take them as a walk-in.")
    moved = move(actor=request.actor, appointment_id=appointment_id, starts=advice.free)
    messages.success(request, "The visit was moved; its first time is free for others.")
    return redirect("desks:check-in", moved)


@require_POST
@screen("check_in.arrive")
def arrive(request: OfficeRequest, appointment_id: UUID) -> HttpResponse:
    """Check in and take the copay: two acts, each once, from one form."""
    form = ArriveForm(request.POST)
    if not form.is_valid():
        raise Invalid("not-acceptable", " ".join(str(e) for errors in form.errors.values() for e in errors))
    typed, booked = form.cleaned_data, appointment(appointment_id)
    offered = payables(booked.patient_id, clock.today(ZoneInfo(site(booked.site_id).zone)))
    coverage_id, case_id = billed_to(offered, typed["coverage"])
    if case_id and typed["amount"] and typed["method"]:
        words = "A visit that is billed to a case has no copay."
        raise Refusal("no-copay", words, "Go back and choose that none is taken.")
    encounter_id = check_in(
        actor=request.actor,
        appointment_id=appointment_id,
        identity_checked=typed["identity_checked"],
        coverage_id=coverage_id,
        case_id=case_id,
    )
    who = patient(booked.patient_id).name.sorted_form
    if typed["display"]:
        call_on_display(actor=request.actor, encounter_id=encounter_id, how=typed["display"])
    if typed["amount"] and typed["method"]:
        receipt_id = take_payment(
            actor=request.actor,
            patient_id=encounter(encounter_id).patient_id,
            amount=typed["amount"],
            method=Method(typed["method"]),
            encounter_id=encounter_id,
            copay=True,
        )
        messages.success(request, f"{who}: checked in. {typed['amount']} taken, receipt {receipt(receipt_id).number}.")
    else:
        messages.success(request, f"{who}: checked in.")
    return back(request, f"{reverse('desks:front')}?site={booked.site_id}#ticket-{encounter_id}")


@screen("work.do")
def work(request: OfficeRequest) -> HttpResponse:
    """What waits for this person, most pressing first."""
    items = work_items(request.actor)
    saw(request, {item.patient_id for item in items if item.patient_id})
    return render(request, "desks/work.html", {"items": items, "room": "work"})


@require_POST
@screen("work.do")
def work_take(request: OfficeRequest, item_id: UUID) -> HttpResponse:
    """Take an item and go to its page."""
    take_work(actor=request.actor, item_id=item_id)
    return back(request, "/work/")


@require_POST
@screen("patients.find")
def find_patient(request: OfficeRequest) -> HttpResponse:
    """The hits of a search as typed; by POST, so that no address ever holds a name."""
    hits = search(request.actor, request.POST.get("q", ""))
    saw(request, {hit.id for hit in hits})
    return render(request, "desks/hits.html", {"hits": hits, "asked": request.POST.get("q", "").strip()})


@screen("patients.read", patient="patient_id")
def patient_page(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """One patient: visits, appointments, insurance, household, account."""
    who = patient(patient_id)
    family = household(request.actor, who.household_id)
    appointments, visits = appointments_of(request.actor, patient_id), encounters_of_patient(request.actor, patient_id)
    ahead = [one for one in appointments if one.state in OPEN and one.starts >= clock.now()]
    saw(request, {member.id for member in family})
    context = {
        "who": who,
        "banner": banner(request.actor, patient_id),
        "visits": visits,
        "today": today_of(request.actor, appointments, visits),
        "appointments": appointments,
        "coming": min(ahead, key=lambda one: one.starts).id if ahead else None,
        "policies": coverages_of(patient_id),
        "permitted": permitted_people(patient_id),
        "family": [member for member in family if member.id != patient_id],
        "balance": patient_balance(patient_id) if request.may("billing.read") else None,
        "audited": request.may("security.read_audit"),
        "reviews": request.may("security.review"),
        "panels": panels_for("patient", request, patient_id),
        "providers": {member.id: member.family_name for member in staff()},
    }
    return render(request, "desks/patient.html", context)


@screen("desks.follow")
def follow_search(request: OfficeRequest) -> HttpResponse:
    """Ask for any number: encounter, appointment, call, charge, claim, receipt, journal entry.

    It is sent, not put into the address: somebody may type a name.
    """
    asked = request.POST.get("n", "").strip()
    found = trace.find(asked) if asked else None
    if found is not None:
        return redirect("desks:follow", kind=found.kind, thing_id=found.id)
    context = {"asked": asked, "room": "follow"}
    return render(request, "desks/follow_search.html", context, status=404 if asked else 200)


@screen("desks.follow")
def follow(request: OfficeRequest, kind: str, thing_id: UUID) -> HttpResponse:
    """The whole chain through one thing, in words and amounts."""
    steps = queries.chain_of(request.actor, Ref(kind, thing_id))
    if not steps:
        raise NotFound
    people = subjects(steps)
    for person in people:
        require(request.actor, "desks.follow", person)
    saw(request, people)
    shown = banner(request.actor, next(iter(people))) if len(people) == 1 else None
    context = {
        "told": tell(steps),
        "papers": papers(steps),
        "veiled": any(step.veiled for step in steps),
        "fate": queries.fate_of(steps),
        "here": Ref(kind, thing_id),
        "stages": [stage for stage in FLOW if any(step.stage == stage for step in steps)],
        "banner": shown,
        "room": "follow",
    }
    return render(request, "desks/follow.html", context)


@screen("desks.home")
def tour(request: OfficeRequest) -> HttpResponse:
    """From call to ledger in two minutes, for a newcomer."""
    shown = queries.settled_claim(request.actor) if request.may("claims.read") else None
    context = {"claim": shown, "codes": request.may("coding.read"), "claims": request.may("claims.read")}
    return render(request, "desks/tour.html", {**context, "demo": current.kind() == "demo", "room": "front"})


@open_door("whoever is to trust the office's certificate cannot sign in before that")
def trust(request: HttpRequest) -> HttpResponse:
    """How another computer of the office comes to trust it; only where the office has an authority of its own."""
    authority = _authority()
    pairs = certificates.fingerprint(authority)
    context = {
        "pairs": [pairs[:47], pairs[48:]],
        "names": certificates.vouches_for(authority),
        "file": "medoffice-ca.crt",
    }
    return render(request, "desks/trust.html", context)


@open_door("the authority's certificate is public")
def trust_certificate(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - a view
    """The authority's certificate as a file."""
    told = {"Content-Disposition": f'attachment; filename="{AUTHORITY_FILE}"'}
    return HttpResponse(certificates.as_file(_authority()), content_type="application/x-x509-ca-cert", headers=told)


def _authority() -> Path:
    if not settings.TLS_AUTHORITY:
        raise NotFound
    return Path(settings.TLS_AUTHORITY)
