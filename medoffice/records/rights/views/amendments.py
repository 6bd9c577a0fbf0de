"""Amendments: what is due, a new one, one at hand with its answer and what was said to that."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.practice.api import today_here
from medoffice.records.patients.api import banner, patients_by_id
from medoffice.records.releases.api import terms
from medoffice.records.rights.actions.add_line import add_line
from medoffice.records.rights.actions.answer_amendment import accept_amendment, deny_amendment, withdraw_amendment
from medoffice.records.rights.actions.ask_amendment import ask_amendment
from medoffice.records.rights.actions.extend_amendment import extend_amendment
from medoffice.records.rights.forms import AcceptForm, DenyForm, ExtendForm, LineForm, WantedForm, WithdrawForm
from medoffice.records.rights.offers import amendables
from medoffice.records.rights.queries import amendments as queries
from medoffice.records.rights.queries.data import grounds
from medoffice.records.rights.queries.restrictions import open_restrictions
from medoffice.records.rights.rules.amendments import goes_along, in_force, may_say
from medoffice.records.rights.types import Amendment, LineKind
from medoffice.security.api import OfficeRequest, can, saw, screen, seen_version
from medoffice.ui.fields import refusals_in
from medoffice.ui.lists import limit_of, rest_of
from medoffice.ui.panels import panels_for

SOON = 10  # days before the end from which a request is marked
ANSWERED = 12


@screen("rights.note")
def desk(request: OfficeRequest) -> HttpResponse:
    """What waits for an answer, by the day it is due, and what was answered last."""
    waiting, total = queries.open_amendments(request.actor, limit_of(request))
    answered = queries.answered_amendments(request.actor, ANSWERED)
    restrictions = open_restrictions(request.actor, ANSWERED)
    people = patients_by_id(
        {one.patient_id for one in (*waiting, *answered)} | {one.patient_id for one in restrictions}
    )
    saw(request, people)
    today = today_here()
    context = {
        "lines": [(one, people[one.patient_id], (one.due_on - today).days) for one in waiting],
        "answered": [(one, people[one.patient_id]) for one in answered],
        "restrictions": [(one, people[one.patient_id]) for one in restrictions],
        "total": total,
        "soon": SOON,
        "rest": rest_of(request, len(waiting), total),
        "room": "letters",
    }
    return render(request, "rights/desk.html", context)


@screen("rights.note", patient="patient_id")
def new(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Note that somebody asks for an amendment."""
    form = WantedForm(request.POST or None, initial={"came_on": f"{today_here():%m/%d/%Y}"})
    form.offer(queries.things_seen(request.actor, patient_id))
    form.fields["came_on"].today = today_here()  # type: ignore[attr-defined] # a TypedDateField
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            made = ask_amendment(actor=request.actor, patient_id=patient_id, wanted=form.wanted())
            return redirect("rights:amendment", made)
    context = {
        "banner": banner(request.actor, patient_id),
        "form": form,
        "term": terms()["amendment"],
        "room": "letters",
    }
    return render(request, "rights/new.html", context, status=422 if form.errors else 200)


@screen("rights.note")
def amendment(request: OfficeRequest, amendment_id: UUID) -> HttpResponse:
    """A request at hand."""
    return _shown(request, queries.amendment(request.actor, amendment_id))


def _shown(request: OfficeRequest, one: Amendment, form: Form | None = None) -> HttpResponse:
    """The page of a request, with a form as it was typed where that was not taken."""
    saw(request, [one.patient_id])
    decides = can(request.actor, "rights.decide", one.patient_id, one.thing.about)
    today, amendable = today_here(), amendables.get(one.thing.kind)
    context = {
        "one": one,
        "forms": _forms(one, form, decides=decides),
        "untaken": None if form is None or _asked_for(one, form) else form,
        "decides": decides,
        "days": (one.due_on - today).days,
        "soon": SOON,
        "term": terms()["amendment"],
        "grounds": in_force(grounds(), today),
        "goes": goes_along(one),
        "amendable": amendable,
        "thing_at": amendable.where(request.actor, one) if amendable else "",
        "accept_at": amendable.accept_at(request.actor, one) if amendable and one.open else "",
        "panels": panels_for("amendment", request, one),
        "banner": banner(request.actor, one.patient_id),
        "room": "letters",
    }
    return render(request, "rights/amendment.html", context, status=422 if form else 200)


def _asked_for(one: Amendment, form: Form) -> bool:
    """Whether its page still has this form; what was answered meanwhile asks for another."""
    if isinstance(form, LineForm):
        return not one.open
    return one.open and not (isinstance(form, ExtendForm) and one.extended_why)


_KINDS: dict[str, type[Form]] = {
    "accept": AcceptForm,
    "deny": DenyForm,
    "line": LineForm,
    "extend": ExtendForm,
    "withdraw": WithdrawForm,
}


def _forms(one: Amendment, typed: Form | None, *, decides: bool) -> dict[str, Form]:
    """The forms of its page by name; the one that was typed as it was typed."""
    return {
        name: typed if isinstance(typed, kind) else _form(one, name, None, decides=decides)
        for name, kind in _KINDS.items()
    }


def _form(one: Amendment, name: str, data: QueryDict | None, *, decides: bool) -> Form:
    form = _KINDS[name](data, auto_id=f"{name}_%s")
    if isinstance(form, DenyForm):
        form.offer(in_force(grounds(), today_here()))
    if isinstance(form, LineForm):
        form.offer(tuple(kind for kind in may_say(one) if decides or kind is not LineKind.REBUTTAL))
    return form


def _done(
    request: OfficeRequest, amendment_id: UUID, name: str, act: Callable[[dict[str, Any]], object], told: str
) -> HttpResponse:
    """Answer a form of the page: do it and show the page again, or show what was typed with what is wrong."""
    one = queries.amendment(request.actor, amendment_id)
    decides = can(request.actor, "rights.decide", one.patient_id, one.thing.about)
    form = _form(one, name, request.POST, decides=decides)
    if form.is_valid():
        with refusals_in(form):
            act(form.cleaned_data)
            messages.success(request, told)
            return redirect("rights:amendment", amendment_id)
    return _shown(request, queries.amendment(request.actor, amendment_id), form)


@require_POST
@screen("rights.decide")
def accept(request: OfficeRequest, amendment_id: UUID) -> HttpResponse:
    """It is right: a statement stands beside the item."""

    def act(said: dict[str, Any]) -> None:
        accept_amendment(actor=request.actor, amendment_id=amendment_id, seen_version=seen_version(request), **said)

    return _done(request, amendment_id, "accept", act, "Accepted. The statement stands beside it and goes with it.")


@require_POST
@screen("rights.decide")
def deny(request: OfficeRequest, amendment_id: UUID) -> HttpResponse:
    """It stays as it is, for a reason of the rule."""

    def act(said: dict[str, Any]) -> None:
        deny_amendment(
            actor=request.actor,
            amendment_id=amendment_id,
            seen_version=seen_version(request),
            ground=said["ground"],
            why=said["answered_why"],
        )

    return _done(request, amendment_id, "deny", act, "Denied. Who asked is told by letter.")


@require_POST
@screen("rights.note")
def line(request: OfficeRequest, amendment_id: UUID) -> HttpResponse:
    """What is said after the answer."""

    def act(said: dict[str, Any]) -> None:
        add_line(actor=request.actor, amendment_id=amendment_id, **said)

    return _done(request, amendment_id, "line", act, "Noted.")


@require_POST
@screen("rights.decide")
def more_time(request: OfficeRequest, amendment_id: UUID) -> HttpResponse:
    """It takes longer."""

    def act(said: dict[str, Any]) -> None:
        extend_amendment(actor=request.actor, amendment_id=amendment_id, why=said["extend_why"])

    told = "Tell who asked why it takes longer, and until when."
    return _done(request, amendment_id, "extend", act, told)


@require_POST
@screen("rights.note")
def withdraw(request: OfficeRequest, amendment_id: UUID) -> HttpResponse:
    """Who asked takes it back."""

    def act(said: dict[str, Any]) -> None:
        withdraw_amendment(actor=request.actor, amendment_id=amendment_id, why=said["closed_why"])

    return _done(request, amendment_id, "withdraw", act, "Withdrawn.")
