"""Who is observed in the treatment area, and what the office says of kinds of procedures."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.clinic.procedures import queries
from medoffice.clinic.procedures.actions import set_up_kind as setting
from medoffice.clinic.procedures.forms import KindForm
from medoffice.clinic.procedures.rules.judging import UNVERIFIED
from medoffice.kernel import clock
from medoffice.records.patients.api import patients_by_id
from medoffice.security.api import OfficeRequest, saw, screen, seen_version
from medoffice.ui.fields import refusals_in

ROOM = {"room": "procedures"}


@screen("procedures.read")
def area(request: OfficeRequest) -> HttpResponse:
    """Who is observed now, who is due first at the top."""
    found = queries.observed_now(request.actor)
    people = patients_by_id({one.patient_id for one in found})
    saw(request, people)
    context = {
        "lines": [(one, people[one.patient_id]) for one in found],
        "now": clock.now(),
        "may_set_up": request.may("procedures.set_up"),
    }
    return render(request, "procedures/area.html", context | ROOM)


@screen("procedures.set_up")
def kinds(request: OfficeRequest) -> HttpResponse:
    """What each kind needs; what the office has not said is ours and unverified."""
    return render(request, "procedures/kinds.html", {"kinds": queries.kinds(), "unverified": UNVERIFIED} | ROOM)


@screen("procedures.set_up")
def kind(request: OfficeRequest, procedure_kind: str) -> HttpResponse:
    """Say what a kind needs."""
    one = queries.kind(procedure_kind)
    form = KindForm(request.POST or None)
    form.show(one)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            setting.set_up_kind(actor=request.actor, said=form.said(one.said.key), seen_version=seen_version(request))
            messages.success(request, f"{form.cleaned_data['name']}: kept.")
            return redirect("procedures:kinds")
    context = {"one": one, "form": form, "may_stand": request.may("procedures.stand"), "unverified": UNVERIFIED}
    return render(request, "procedures/kind.html", context | ROOM, status=422 if form.errors else 200)


@require_POST
@screen("procedures.stand")
def standing(request: OfficeRequest, procedure_kind: str) -> HttpResponse:
    """Let it be done by one's standing order, or no more."""
    setting.stand(actor=request.actor, key=procedure_kind, stands=request.POST.get("stands") == "1")
    return redirect("procedures:kind", procedure_kind)
