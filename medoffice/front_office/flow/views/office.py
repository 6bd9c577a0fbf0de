"""What the office decides about the flow, what it learns of it, and the screen in the waiting room itself."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from medoffice.front_office.flow.actions.end_display import end_display
from medoffice.front_office.flow.actions.set_limit import set_limit
from medoffice.front_office.flow.actions.start_display import start_display
from medoffice.front_office.flow.forms import LimitForm
from medoffice.front_office.flow.queries.display import called, displays
from medoffice.front_office.flow.queries.limits import limits
from medoffice.front_office.flow.queries.timelines import figures as stage_figures
from medoffice.front_office.flow.rules.limits import USUAL
from medoffice.front_office.scheduling.api import visit_types
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import sites, staff
from medoffice.security.api import OfficeRequest, open_door, screen
from medoffice.ui.fields import refusals_in


@screen("flow.figures")
def figures(request: OfficeRequest) -> HttpResponse:
    """How long visits of the last thirty days stayed at each stage, altogether and with each provider."""
    names = {member.id: member.name for member in staff()}
    lines = [
        (names.get(one.provider_id, "Everybody") if one.provider_id else "Everybody", one) for one in stage_figures()
    ]
    return render(request, "flow/figures.html", {"lines": lines, "room": "front"})


@screen("flow.set_up")
def set_up(request: OfficeRequest) -> HttpResponse:
    """How long is long for each kind of visit, and the screens in the waiting rooms."""
    kinds = visit_types()
    form = LimitForm(request.POST or None)
    form.offer(kinds)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            set_limit(actor=request.actor, **form.cleaned_data)
            return redirect("flow:set-up")
    return _set_up(request, form, "", 422 if form.errors else 200)


@require_POST
@screen("flow.set_up")
def display(request: OfficeRequest, site_id: UUID) -> HttpResponse:
    """An address for the screen in a waiting room; it is shown once."""
    token = start_display(actor=request.actor, site_id=site_id)
    form = LimitForm()
    form.offer(visit_types())
    return _set_up(request, form, request.build_absolute_uri(reverse("flow:queue", args=[token])), 200)


@require_POST
@screen("flow.set_up")
def display_end(request: OfficeRequest, site_id: UUID) -> HttpResponse:
    """Nothing is shown there any more."""
    end_display(actor=request.actor, site_id=site_id)
    return redirect("flow:set-up")


@open_door(
    "a screen on a wall cannot sign in; its token opens what patients agreed to be called, and is ended by the office"
)
def queue(request: HttpRequest, token: str) -> HttpResponse:
    """Who waits and who is called, by token and by what each agreed to; it asks again by itself."""
    if request.method not in ("GET", "HEAD"):
        raise NotFound
    place, lines = called(token)
    polled = "X-Poll" in request.headers
    return render(request, "flow/_queue.html" if polled else "flow/queue.html", {"place": place, "lines": lines})


def _set_up(request: OfficeRequest, form: LimitForm, address: str, status: int) -> HttpResponse:
    names = {kind.key: kind.name for kind in visit_types()}
    since = displays()
    context = {
        "form": form,
        "lines": [(names.get(one.kind, "any"), one) for one in limits()],
        "usual": [(stage.value, look, act) for stage, (look, act) in USUAL.items()],
        "places": [(place, since.get(place.id)) for place in sites()],
        "address": address,
        "room": "front",
    }
    return render(request, "flow/set_up.html", context, status=status)
