"""The supervisor's board: what is open by its time, who holds what, whose signature is waited for."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from medoffice.clinic.dictation.actions.assign_dictation import assign_dictation
from medoffice.clinic.dictation.actions.hold_dictation import hold_dictation
from medoffice.clinic.dictation.actions.release_dictation import release_dictation
from medoffice.clinic.dictation.forms.queue import BoardForm
from medoffice.clinic.dictation.queries import dictations as asked
from medoffice.clinic.dictation.queries.paces import kinds
from medoffice.clinic.dictation.queries.takes import never_sent
from medoffice.clinic.dictation.rules.board import in_hands, long, unsigned
from medoffice.clinic.dictation.types.dictations import Dictation, Priority, State, Verb
from medoffice.clinic.dictation.views.times import time_of
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.records.patients.api import patients_by_id
from medoffice.security.api import OfficeRequest, actor_of, can, saw, screen, users
from medoffice.ui.fields import refusals_in
from medoffice.ui.lists import limit_of, rest_of


@screen("dictation.assign")
def board(request: OfficeRequest) -> HttpResponse:
    """Everything that is not signed, by its time; what is ticked is given to somebody, held, or put back."""
    found, waiting, now = asked.open_dictations(request.actor), asked.dictations_to_sign(request.actor), clock.now()
    form = BoardForm(request.POST or None)
    form.offer(_typists())
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            _do(request, form)
            return redirect("dictation:board")
    shown, titles = found[: limit_of(request)], kinds()
    people = patients_by_id({one.patient_id for one in shown})
    saw(request, people)
    ticked = set(request.POST.getlist("ticked"))
    context = {
        "form": form,
        "lines": [
            (one, people.get(one.patient_id), titles.get(one.kind, one.kind), time_of(one), long(one.sent_at, now),
             f"{one.id}:{one.version}" in ticked)
            for one in shown
        ],
        "rest": rest_of(request, len(shown), len(found)),
        "figures": _figures(found, waiting),
        "hands": [(one, long(one.oldest, now)) for one in in_hands(found, now)],
        "unsigned": [(one, long(one.since, now), one.delinquent(now)) for one in unsigned(waiting)],
        "never_sent": [(one, long(one.begun_at, now)) for one in never_sent(request.actor)],
        "may_listen": request.may("dictation.listen"),
        "room": "dictation",
    }  # fmt: skip
    return render(request, "dictation/board.html", context, status=422 if form.errors else 200)


def _do(request: OfficeRequest, form: BoardForm) -> None:
    """Each of the ticked ones, in the order of the board. The first that is refused says so; those before are done."""
    do, said = request.POST.get("do", ""), form.cleaned_data
    if do == Verb.ASSIGN and not said["to"]:
        raise Invalid("nobody-chosen", "Choose somebody.", "", {"fields": {"to": ["Choose somebody."]}})
    if do not in (Verb.ASSIGN, Verb.HOLD, Verb.RELEASE):
        raise Invalid("nothing-chosen", "Choose what is to be done.", "")
    for key, version in form.chosen():
        if do == Verb.ASSIGN:
            assign_dictation(actor=request.actor, dictation_id=key, seen_version=version, to=form.whose())
        elif do == Verb.HOLD:
            hold_dictation(actor=request.actor, dictation_id=key, seen_version=version, why=said["why"])
        else:
            release_dictation(actor=request.actor, dictation_id=key, seen_version=version)


def _figures(found: list[Dictation], waiting: list[Dictation]) -> list[tuple[str, int, str]]:
    now = clock.now()
    of = {state: [one for one in found if one.state is state] for state in (State.QUEUED, State.TYPING, State.HELD)}
    stat = [one for one in found if one.priority is Priority.STAT]
    return [
        ("wait", len(of[State.QUEUED]), ""),
        ("are typed", len(of[State.TYPING]), ""),
        ("on hold", len(of[State.HELD]), ""),
        ("to sign", len(waiting), f"{sum(one.reminded > 0 for one in waiting)} reminded"),
        ("late", sum(one.due_at <= now for one in found), ""),
        ("STAT", len(stat), f"{sum(one.due_at <= now for one in stat)} late"),
    ]


def _typists() -> list[tuple[str, str]]:
    """Who types, by name; whether they may hear a dictation is asked when it is given."""
    people = [(user, actor_of(user.id)) for user in users() if user.active]
    return [(str(user.id), user.name) for user, actor in people if actor and can(actor, "dictation.type")]
