"""Screens of the office's own lists: the directory of outside providers, and when each step is due."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from medoffice.front_office.referrals.actions.add_performer import add_performer
from medoffice.front_office.referrals.actions.change_performer import change_performer
from medoffice.front_office.referrals.actions.set_pace import set_pace
from medoffice.front_office.referrals.forms import KnownPerformerForm, PaceForm, PerformerForm, performer_shown
from medoffice.front_office.referrals.queries import referrals as asked
from medoffice.front_office.referrals.queries.paces import paces
from medoffice.front_office.referrals.rules.pacing import pace_on
from medoffice.front_office.referrals.types import Priority
from medoffice.practice.api import today_here
from medoffice.security.api import OfficeRequest, screen, seen_version
from medoffice.ui.fields import refusals_in


@screen("referrals.set_up")
def directory(request: OfficeRequest) -> HttpResponse:
    """Outside providers; add one."""
    form = PerformerForm(request.POST or None)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            add_performer(actor=request.actor, **form.filled())
            return redirect("referrals:directory")
    context = {"form": form, "lines": asked.performers(used=False), "room": "referrals"}
    return render(request, "referrals/directory.html", context, status=422 if form.errors else 200)


@screen("referrals.set_up")
def performer(request: OfficeRequest, performer_id: UUID) -> HttpResponse:
    """Correct an outside provider."""
    one = asked.performer(performer_id)
    form = KnownPerformerForm(request.POST or None, initial=performer_shown(one))
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            change_performer(
                actor=request.actor, performer_id=one.id, seen_version=seen_version(request), **form.filled()
            )
            return redirect("referrals:directory")
    context = {"form": form, "one": one, "room": "referrals"}
    return render(request, "referrals/performer.html", context, status=422 if form.errors else 200)


@screen("referrals.set_up")
def when_due(request: OfficeRequest) -> HttpResponse:
    """In how many days each step is due; set it anew from a day on."""
    form, today = PaceForm(request.POST or None), today_here()
    form.fields["since"].today = today  # type: ignore[attr-defined] # a TypedDateField
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            set_pace(actor=request.actor, pace=form.filled())
            return redirect("referrals:paces")
    known = paces()
    ahead = [one for one in known if one.since > today]
    context = {
        "form": form,
        "lines": [*(pace_on(known, one, today) for one in Priority), *ahead],
        "room": "referrals",
    }
    return render(request, "referrals/paces.html", context, status=422 if form.errors else 200)
