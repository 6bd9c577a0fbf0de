"""The queue of dictations, sending one, one with its story and sound."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from medoffice.clinic.dictation.actions.add_recording import add_recording
from medoffice.clinic.dictation.actions.assign_dictation import assign_dictation
from medoffice.clinic.dictation.actions.claim_dictation import claim_dictation
from medoffice.clinic.dictation.actions.hold_dictation import hold_dictation
from medoffice.clinic.dictation.actions.reject_dictation import reject_dictation
from medoffice.clinic.dictation.actions.release_dictation import release_dictation
from medoffice.clinic.dictation.actions.resume_dictation import resume_dictation
from medoffice.clinic.dictation.actions.revive_dictation import revive_dictation
from medoffice.clinic.dictation.actions.send_dictation import send_dictation
from medoffice.clinic.dictation.forms.queue import MoveForm
from medoffice.clinic.dictation.forms.sending import FurtherForm, ReadersForm, SendForm, TakeForm
from medoffice.clinic.dictation.queries import dictations as asked
from medoffice.clinic.dictation.queries.copies import copies_of
from medoffice.clinic.dictation.queries.loose import loose_recordings, refused_recordings
from medoffice.clinic.dictation.queries.paces import kinds
from medoffice.clinic.dictation.queries.takes import open_take
from medoffice.clinic.dictation.rules.moving import DESK, OPEN, verbs_at
from medoffice.clinic.dictation.rules.parts import with_starts
from medoffice.clinic.dictation.rules.takes import starts_of
from medoffice.clinic.dictation.types.dictations import Dictation, Priority, State, Verb
from medoffice.clinic.dictation.types.takes import Take
from medoffice.clinic.dictation.views.hands import player_of
from medoffice.clinic.dictation.views.sound import player_with
from medoffice.clinic.dictation.views.times import time_of
from medoffice.front_office.referrals.api import performers, performers_like
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.practice.api import staff_member
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import banner, patients_by_id
from medoffice.security.api import OfficeRequest, actor_of, can, require, saw, screen, seen_version, users
from medoffice.ui.fields import refusals_in
from medoffice.ui.lists import limit_of, rest_of

REJECTED = 20  # the latest that are shown


@screen("dictation.read")
def desk(request: OfficeRequest) -> HttpResponse:
    """What waits to be typed: STAT before all, then what is due first; what was rejected lately."""
    found, now = asked.open_dictations(request.actor), clock.now()
    shown = found[: limit_of(request)]
    gone, waiting = asked.rejected_dictations(request.actor, REJECTED), asked.dictations_to_sign(request.actor)
    people, titles = patients_by_id({one.patient_id for one in (*shown, *gone, *waiting)}), kinds()
    saw(request, people)
    context = {
        "lines": [(one, people.get(one.patient_id), titles.get(one.kind, one.kind), time_of(one)) for one in shown],
        "late": sum(one.due_at <= now for one in found),
        "total": len(found),
        "rest": rest_of(request, len(shown), len(found)),
        "rejected": [(one, people.get(one.patient_id)) for one in gone],
        "may_set_up": request.may("dictation.set_up"),
        "may_type": request.may("dictation.type"),
        "may_assign": request.may("dictation.assign"),
        "may_listen": request.may("dictation.listen"),
        "to_sign": [(one, people.get(one.patient_id)) for one in waiting],
        "loose": len(loose_recordings()) + len(refused_recordings()) if request.may("dictation.place") else 0,
        "me": request.actor.id,
        "room": "dictation",
    }
    return render(request, "dictation/desk.html", context)


@screen("dictation.send")
def send(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """A recording about a visit, made here or as a file."""
    visit = encounter(encounter_id)
    require(request.actor, "dictation.send", visit.patient_id, encounter_id)
    form, readers = (
        SendForm(request.POST or None, request.FILES or None),
        ReadersForm(request.POST or None, performers()),
    )
    if form.is_bound and form.is_valid() and readers.is_valid():
        said = form.cleaned_data
        with refusals_in(form):
            made = send_dictation(
                actor=request.actor, encounter_id=encounter_id, kind=said["kind"],
                priority=Priority(said["priority"]), data=form.content(), name=form.called(), note=said["note"],
                copies=readers.cleaned_data["copy"],
            )  # fmt: skip
            return redirect("dictation:dictation", made)
    return send_page(request, encounter_id, form, readers)


@require_POST
@screen("dictation.send")
def find_reader(request: OfficeRequest) -> HttpResponse:
    """Who of the directory may get a copy, as typed."""
    return render(request, "dictation/_readers.html", {"found": performers_like(request.POST.get("q", ""))})


def send_page(
    request: OfficeRequest, encounter_id: UUID, form: SendForm | TakeForm, readers: ReadersForm
) -> HttpResponse:
    """The recorder, and beside it a file; or what was recorded and is not sent yet."""
    visit = encounter(encounter_id)
    require(request.actor, "dictation.send", visit.patient_id, encounter_id)
    take = open_take(request.actor, encounter_id)
    saw(request, [visit.patient_id])
    context = {
        "form": form if not take or isinstance(form, TakeForm) else TakeForm(initial={"take": take.id}),
        "readers": readers,
        "take": take,
        **player_of(request, _sounds_of(take, encounter_id) if take else []),
        "visit": visit,
        "author": staff_member(visit.provider_id).name,
        "banner": banner(request.actor, visit.patient_id),
        "room": "dictation",
    }
    return render(request, "dictation/send.html", context, status=422 if form.errors or readers.errors else 200)


def _sounds_of(take: Take, encounter_id: UUID) -> list[tuple[str, int, str]]:
    return [
        (f"{reverse('dictation:take-sound', args=[encounter_id, part])}?seen={take.seen}", at, one.long)
        for part, (one, at) in enumerate(starts_of(take.spans), 1)
    ]


@screen("dictation.read")
def dictation(request: OfficeRequest, dictation_id: UUID) -> HttpResponse:
    """A dictation: what it is, how it stands, its sound, what can be done with it."""
    return _page(request, dictation_id, MoveForm(), FurtherForm())


@require_POST
@screen("dictation.send")
def add(request: OfficeRequest, dictation_id: UUID) -> HttpResponse:
    """A further recording."""
    form = FurtherForm(request.POST, request.FILES)
    if form.is_valid():
        with refusals_in(form):
            add_recording(
                actor=request.actor, dictation_id=dictation_id, data=form.content(), name=form.called(),
                seen_visit=form.cleaned_data["visit"],
            )  # fmt: skip
            return redirect("dictation:dictation", dictation_id)
    return _page(request, dictation_id, MoveForm(), form)


@require_POST
@screen("dictation.read")
def move(request: OfficeRequest, dictation_id: UUID) -> HttpResponse:
    """Take it, put it back, hold it, take it up, give it to somebody, reject it, take that back."""
    form = MoveForm(request.POST)
    form.offer(_typists(request, asked.dictation(request.actor, dictation_id)))
    if form.is_valid():
        with refusals_in(form):
            _move(request, dictation_id, form)
            return redirect("dictation:dictation", dictation_id)
    return _page(request, dictation_id, form, FurtherForm())


def _move(request: OfficeRequest, dictation_id: UUID, form: MoveForm) -> None:
    actor, version, said = request.actor, seen_version(request), form.cleaned_data
    do = request.POST.get("do", "")
    plain = {
        Verb.CLAIM: claim_dictation,
        Verb.RELEASE: release_dictation,
        Verb.RESUME: resume_dictation,
        Verb.REVIVE: revive_dictation,
    }
    because = {Verb.HOLD: hold_dictation, Verb.REJECT: reject_dictation}
    if do in plain:
        plain[Verb(do)](actor=actor, dictation_id=dictation_id, seen_version=version)
    elif do in because:
        because[Verb(do)](actor=actor, dictation_id=dictation_id, seen_version=version, why=said["why"])
    elif do == Verb.ASSIGN and said["to"]:
        assign_dictation(actor=actor, dictation_id=dictation_id, seen_version=version, to=UUID(said["to"]))
    else:
        fields = {"to": ["Choose somebody."]} if do == Verb.ASSIGN else {}
        raise Invalid("nothing-chosen", "Choose what is to be done.", "", {"fields": fields})


def _page(request: OfficeRequest, dictation_id: UUID, form: MoveForm, more: FurtherForm) -> HttpResponse:
    one = asked.dictation(request.actor, dictation_id)
    saw(request, [one.patient_id])
    can_here = [verb for verb in verbs_at(one.state) if verb in DESK and request.may(_word(verb))]
    if Verb.ASSIGN in can_here:
        form.offer(_typists(request, one))
    found = asked.recordings_of(one.id)
    context = {
        "one": one,
        "time": time_of(one),
        "kind": kinds().get(one.kind, one.kind),
        "steps": asked.steps_of(one.id),
        "copies": copies_of([one.id]).get(one.id, []),
        "recordings": with_starts(found),
        **player_with(request, one.id, found),
        "mine": one.state is State.TYPING and one.owner_id == request.actor.id,
        "may_type": request.may("dictation.type"),
        "may_listen": can(request.actor, "dictation.listen", one.patient_id, one.encounter_id),
        "may_add": one.state in OPEN and can(request.actor, "dictation.send", one.patient_id, one.encounter_id),
        "may_move": one.state in OPEN | {State.TO_SIGN}
        and can(request.actor, "dictation.type", one.patient_id, one.encounter_id),
        "can": {verb.name.lower(): verb.value for verb in can_here},
        "form": form,
        "more": more,
        "banner": banner(request.actor, one.patient_id),
        "room": "dictation",
    }
    return render(request, "dictation/dictation.html", context, status=422 if form.errors or more.errors else 200)


def _word(verb: Verb) -> str:
    return "dictation.assign" if verb in (Verb.ASSIGN, Verb.HOLD, Verb.RELEASE) else "dictation.type"


def _typists(request: OfficeRequest, one: Dictation) -> list[tuple[str, str]]:
    """Who types and may hear this one, by name."""
    if not request.may("dictation.assign"):
        return []
    people = [(user, actor_of(user.id)) for user in users() if user.active]
    return [
        (str(user.id), user.name)
        for user, actor in people
        if actor and can(actor, "dictation.type", one.patient_id, one.encounter_id)
    ]


def visit_panel(request: HttpRequest, encounter_id: UUID) -> SafeString | None:
    """In the chart: what was dictated about this visit, and a new one by a key."""
    actor = getattr(request, "actor", None)
    if actor is None or not can(actor, "dictation.read"):
        return None
    found = asked.dictations_of_visit(actor, encounter_id)
    copies = copies_of([one.id for one in found])
    context = {
        "dictations": [(one, kinds().get(one.kind, one.kind), copies.get(one.id, [])) for one in found],
        "visit_id": encounter_id,
        "may_send": can(actor, "dictation.send"),
    }
    return render_to_string("dictation/_of_visit.html", context, request)
