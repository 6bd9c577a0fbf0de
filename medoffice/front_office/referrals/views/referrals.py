"""Screens of referrals: what is open, the radar, a new one, one of them, its packet; its place on other pages."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from medoffice.front_office.letters.api import letter
from medoffice.front_office.letters.types.letters import Letter, Way
from medoffice.front_office.referrals.actions.chase_referral import chase_referral
from medoffice.front_office.referrals.actions.make_referral import make_referral
from medoffice.front_office.referrals.actions.move_referral import move_referral
from medoffice.front_office.referrals.actions.receive_referral import receive_referral
from medoffice.front_office.referrals.actions.send_packet import send_packet
from medoffice.front_office.referrals.forms import ChaseForm, MoveForm, PacketForm, ReferralForm
from medoffice.front_office.referrals.queries import referrals as asked
from medoffice.front_office.referrals.queries.paces import paces
from medoffice.front_office.referrals.queries.packet import not_to_go
from medoffice.front_office.referrals.rules.moving import back_from, holder_of, steps_from
from medoffice.front_office.referrals.rules.pacing import pace_on
from medoffice.front_office.referrals.rules.radar import radar_of
from medoffice.front_office.referrals.types import Reached, Referral, State
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import providers, staff_member, staff_of_user, today_here
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import banner, patients_by_id
from medoffice.security.api import OfficeRequest, can, require, saw, screen
from medoffice.ui.fields import refusals_in
from medoffice.ui.lists import limit_of, rest_of

_KEYS = {State.SENT: "g", State.ACKNOWLEDGED: "a", State.SCHEDULED: "b", State.REPORTED: "r", State.CLOSED: "x"}


@screen("referrals.read")
def desk(request: OfficeRequest) -> HttpResponse:
    """Every open referral, the most dangerous first."""
    everything = asked.open_referrals(request.actor)
    found = everything[: limit_of(request)]
    people = patients_by_id({one.patient_id for one in found})
    saw(request, people)
    context = {
        "lines": [(one, people[one.patient_id], asked.waits_for_us(one), _holder(one)) for one in found],
        "total": len(everything),
        "overdue": sum(map(asked.waits_for_us, everything)),
        "rest": rest_of(request, len(found), len(everything)),
        "today": today_here(),
        "room": "referrals",
    }
    return render(request, "referrals/desk.html", context)


@screen("referrals.read")
def radar(request: OfficeRequest) -> HttpResponse:
    """Whatever was asked for and has not come back: how old it is, who holds it."""
    everything = asked.all_loops(request.actor)
    found = everything[: limit_of(request)]
    people = patients_by_id({one.patient_id for one in found})
    saw(request, people)
    today = today_here()
    context = {
        "lines": [(one, people[one.patient_id], (today - one.since).days) for one in found],
        "picture": radar_of(everything, today),
        "total": len(everything),
        "rest": rest_of(request, len(found), len(everything)),
        "room": "referrals",
    }
    return render(request, "referrals/radar.html", context)


@screen("referrals.make", patient="patient_id")
def new(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Refer a patient, from the visit that is given or from the chart."""
    me = staff_of_user(request.actor.id)
    known, theirs = providers(), asked.who_refers(request.actor, patient_id, _visit(request))
    form = ReferralForm(request.POST or None, initial={"requester": str(theirs or "")})
    form.offer(known, needed=True, choose=theirs is None)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            chosen = form.requester_id()
            made = make_referral(
                actor=request.actor, patient_id=patient_id, performer_id=form.cleaned_data["performer"],
                asked=form.asked(), requester_id=chosen or patient_id, encounter_id=_visit(request),
            )  # fmt: skip
            return redirect("referrals:referral", made)
    signs = me is not None and me.is_provider
    return _new(request, patient_id, form, title="Refer to somebody", signs=signs)


@screen("referrals.make", patient="patient_id")
def received(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Somebody sent this patient here."""
    form = ReferralForm(request.POST or None)
    form.offer(providers(), needed=False)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            made = receive_referral(
                actor=request.actor, patient_id=patient_id, performer_id=form.cleaned_data["performer"],
                asked=form.asked(), requester_id=form.requester_id(),
            )  # fmt: skip
            return redirect("referrals:referral", made)
    return _new(request, patient_id, form, title="Sent here by somebody", signs=False)


def _visit(request: OfficeRequest) -> UUID | None:
    typed = request.POST.get("visit") or request.GET.get("visit", "")
    try:
        return UUID(typed) if typed else None
    except ValueError:
        return None


def _new(request: OfficeRequest, patient_id: UUID, form: ReferralForm, *, title: str, signs: bool) -> HttpResponse:
    typed = str(form["performer"].value() or "")
    known = {str(one.id): one for one in asked.performers()} if typed else {}
    context = {
        "form": form,
        "title": title,
        "signs": signs,
        "visit": _visit(request),
        "chosen": known.get(typed),
        "banner": banner(request.actor, patient_id),
        "patient_id": patient_id,
        "room": "referrals",
    }
    return render(request, "referrals/new.html", context, status=422 if form.errors else 200)


@require_POST
@screen("referrals.make")
def find(request: OfficeRequest) -> HttpResponse:
    """Outside providers, as typed."""
    return render(request, "referrals/_found.html", {"found": asked.performers_like(request.POST.get("q", ""))})


@screen("referrals.read")
def referral(request: OfficeRequest, referral_id: UUID) -> HttpResponse:
    """A referral: what it asks, where it stands, what became of it, and what can be done."""
    return _referral(request, referral_id, MoveForm(), ChaseForm())


@require_POST
@screen("referrals.follow")
def move(request: OfficeRequest, referral_id: UUID) -> HttpResponse:
    """The next step."""
    form = MoveForm(request.POST)
    form.fields["visit_on"].today = today_here()  # type: ignore[attr-defined] # a TypedDateField
    if form.is_valid():
        with refusals_in(form):
            said = form.cleaned_data
            move_referral(
                actor=request.actor, referral_id=referral_id, to=State(said["back"] or said["to"]),
                words=said["words"], visit_on=said["visit_on"], back=bool(said["back"]),
            )  # fmt: skip
            return redirect("referrals:referral", referral_id)
    return _referral(request, referral_id, form, ChaseForm())


@require_POST
@screen("referrals.follow")
def chase(request: OfficeRequest, referral_id: UUID) -> HttpResponse:
    """Somebody asked."""
    form = ChaseForm(request.POST)
    if form.is_valid():
        with refusals_in(form):
            said = form.cleaned_data
            chase_referral(
                actor=request.actor, referral_id=referral_id, how=Reached(said["how"]), words=said["words"],
                until=said["until"],
            )  # fmt: skip
            return redirect("referrals:referral", referral_id)
    return _referral(request, referral_id, MoveForm(), form)


def _referral(request: OfficeRequest, referral_id: UUID, form: MoveForm, chased: ChaseForm) -> HttpResponse:
    one = asked.referral(request.actor, referral_id)
    saw(request, [one.patient_id])
    its, story = _letter_of(request, one), asked.events_of(one.id)
    context = {
        "one": one,
        "back": None if one.report_id else back_from(one.state, [event.what for event in story]),
        "pace": pace_on(paces(), one.priority, today_here()),
        "overdue": asked.waits_for_us(one),
        "holder": _holder(one),
        "requester": staff_member(one.requester_id).name if one.requester_id else "",
        "story": story,
        "letter": its.state.value if its else "",
        "steps": [(to, words, _KEYS[to]) for to, words in steps_from(one.direction, one.state) if to is not State.SENT],
        "form": form,
        "chased": chased,
        "may": can(request.actor, "referrals.follow", one.patient_id, one.encounter_id),
        "banner": banner(request.actor, one.patient_id),
        "room": "referrals",
    }
    return render(request, "referrals/referral.html", context, status=422 if form.errors or chased.errors else 200)


@screen("referrals.send")
def packet(request: OfficeRequest, referral_id: UUID) -> HttpResponse:
    """What goes with a referral: its letter and what is chosen of the chart; sent as one."""
    one = asked.referral(request.actor, referral_id)
    require(request.actor, "referrals.send", one.patient_id, one.encounter_id)
    saw(request, [one.patient_id])
    parts = asked.parts_for(request.actor, one)
    ways = [Way.FAX, Way.MAIL, Way.HAND] if one.performer.fax else [Way.MAIL, Way.HAND]
    form = PacketForm(request.POST or None)
    form.offer([key for key, _ in parts], [way.value for way in ways])
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            said = form.cleaned_data
            send_packet(
                actor=request.actor, referral_id=one.id, way=Way(said["way"] or ways[0]), chosen=tuple(said["part"])
            )
            return redirect("referrals:referral", one.id)
    picked = set(request.POST.getlist("part")) if form.is_bound else {key for key, part in parts if part.usual}
    its = _letter_of(request, one)
    context = {
        "one": one,
        "form": form,
        "parts": [(key, part, key in picked) for key, part in parts],
        "ways": ways,
        "letter": its.state.value if its else "",
        "unsigned": not_to_go(its) if its else None,
        "banner": banner(request.actor, one.patient_id),
        "room": "referrals",
    }
    return render(request, "referrals/packet.html", context, status=422 if form.errors else 200)


def _letter_of(request: OfficeRequest, one: Referral) -> Letter | None:
    """Its letter; none where a label keeps it from whoever asks."""
    try:
        return letter(request.actor, one.letter_id) if one.letter_id else None
    except NotFound:
        return None


def _holder(one: Referral) -> str:
    return holder_of(one.direction, one.state, one.performer.name)


def patient_panel(request: HttpRequest, patient_id: UUID) -> SafeString | None:
    """On a patient's page: their referrals, and a new one by a key."""
    actor = getattr(request, "actor", None)
    if actor is None or not can(actor, "referrals.read", patient_id):
        return None
    context = {"referrals": asked.referrals_of(actor, patient_id)[:6], "patient_id": patient_id, "key": "f"}
    return render_to_string("referrals/_of_patient.html", context, request)


def visit_panel(request: HttpRequest, encounter_id: UUID) -> SafeString | None:
    """In the chart: what was referred at this visit, and a new one."""
    actor = getattr(request, "actor", None)
    if actor is None or not can(actor, "referrals.read"):
        return None
    context = {
        "referrals": asked.referrals_of_visit(actor, encounter_id),
        "patient_id": encounter(encounter_id).patient_id,
        "visit_id": encounter_id,
        "key": "z",
    }
    return render_to_string("referrals/_of_patient.html", context, request)
