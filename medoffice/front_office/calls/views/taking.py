"""Screens of a call that comes in: who it is, what they say, an emergency in it; and taking it."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.front_office.calls.actions.answer_ring import answer_ring
from medoffice.front_office.calls.actions.take_call import take_call
from medoffice.front_office.calls.forms import CHECKS, CallForm
from medoffice.front_office.calls.queries.calls import call
from medoffice.front_office.calls.queries.door import ring, ringing
from medoffice.front_office.calls.queries.lists import lists
from medoffice.front_office.calls.queries.people import About, about, callers
from medoffice.front_office.calls.rules.flags import red_flags
from medoffice.kernel.refusals import Refusal
from medoffice.security.api import OfficeRequest, require, saw, screen, users
from medoffice.ui.fields import refusals_in


@screen("calls.take")
def new(request: OfficeRequest) -> HttpResponse:
    """A call comes in, or goes out to a patient: an empty form, or the number that rings with those it may be."""
    rings = _ring_asked(request)
    found = callers(request.actor, rings.phone) if rings else []
    saw(request, {one.hit.id for one in found})
    only = found[0].hit.id if len(found) == 1 else _patient_asked(request)
    given: dict[str, Any] = {"ring": rings.id, "phone": rings.phone, "q": rings.phone} if rings else {}
    return _form_page(request, CallForm(initial={**given, "patient": only}), only, found=found)


@screen("calls.take", patient="patient_id")
def also(request: OfficeRequest, call_id: UUID, patient_id: UUID) -> HttpResponse:
    """The same caller about somebody else of the household: a call of its own, with its own permission."""
    first = call(call_id)
    require(request.actor, "calls.take", first.patient_id)
    given = {"caller": first.caller, "phone": first.phone, "kind": first.kind, "with_call": first.with_call or first.id}
    return _form_page(request, CallForm(initial={**given, "patient": patient_id}), patient_id)


@require_POST
@screen("calls.take")
def take(request: OfficeRequest) -> HttpResponse:
    """Take a call and go to its page; what cannot be taken is shown again as it was typed."""
    form = CallForm(request.POST)
    if form.is_valid():
        with refusals_in(form):
            call_id = take_call(actor=request.actor, **form.filled())
            if form.cleaned_data["ring"]:
                answer_ring(actor=request.actor, ring_id=form.cleaned_data["ring"], call_id=call_id)
            return redirect("calls:call", call_id=call_id)
    chosen = form.cleaned_data.get("patient")
    return _form_page(request, form, chosen, status=422)


@require_POST
@screen("patients.find")
def find(request: OfficeRequest) -> HttpResponse:
    """Who the caller may be, as typed: a number, a name, a birth date."""
    asked = request.POST.get("q", "").strip()
    found = callers(request.actor, asked)
    saw(request, {one.hit.id for one in found})
    return render(request, "calls/_found.html", {"found": found, "asked": asked})


@require_POST
@screen("calls.take")
def who(request: OfficeRequest) -> HttpResponse:
    """Whom the call is about: how to know them, who may be told, how to meet them."""
    form = CallForm(request.POST)
    form.is_valid()
    chosen = form.cleaned_data.get("patient")
    return render(request, "calls/_who.html", {"about": _about(request, chosen), "checks": CHECKS, "checked": []})


@require_POST
@screen("calls.take")
def flags(request: OfficeRequest) -> HttpResponse:
    """The emergencies in what was typed so far, with what to say."""
    typed = request.POST.get("reason", "") or request.POST.get("words", "")
    return render(request, "calls/_flags.html", {"flags": red_flags(typed, lists().flags.values())})


@screen("calls.take")
def ringing_(request: OfficeRequest) -> HttpResponse:
    """What rings now, asked again by the page itself."""
    return render(request, "calls/_ringing.html", {"rings": ringing()})


def _ring_asked(request: OfficeRequest) -> Any:  # noqa: ANN401 - a RingTold or nothing
    """The ring the address names, else what rings now."""
    try:
        return ring(UUID(request.GET.get("ring", "")))
    except ValueError:
        waiting = ringing() if "ring" in request.GET else []
        return waiting[0] if waiting else None
    except Refusal:
        return None


def _patient_asked(request: OfficeRequest) -> UUID | None:
    """The patient whose page the call is made from."""
    try:
        return UUID(request.GET.get("who", ""))
    except ValueError:
        return None


def _about(request: OfficeRequest, patient_id: UUID | None) -> About | None:
    if patient_id is None:
        return None
    require(request.actor, "patients.read", patient_id)
    shown = about(request.actor, patient_id)
    saw(request, {patient_id, *(one.id for one in shown.family)})
    return shown


def _form_page(
    request: OfficeRequest, form: CallForm, patient_id: UUID | None, *, status: int = 200, **more: object
) -> HttpResponse:
    known = lists()
    typed = {name: form[name].value() for name in form.fields}
    context = {
        "form": form,
        "typed": typed,
        "lists": known,
        "about": _about(request, patient_id),
        "checks": CHECKS,
        "checked": typed["checked"] or [],
        "flags": red_flags(typed["reason"] or "", known.flags.values()),
        "people": [one for one in users() if one.active],
        "rings": ringing(),
        "room": "calls",
        **more,
    }
    return render(request, "calls/new.html", context, status=status)
