"""Screens of the telephone: taking a call, saying whom it is about, closing it. The call's page is the schedule's."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from medoffice.front_office.calls.actions.close_call import close_call
from medoffice.front_office.calls.actions.link_patient import link_patient
from medoffice.front_office.calls.actions.take_call import take_call
from medoffice.front_office.calls.forms import CallForm
from medoffice.front_office.calls.types import CallKind
from medoffice.kernel.refusals import Invalid
from medoffice.security.api import OfficeRequest, back, screen


@require_POST
@screen("calls.take")
def take(request: OfficeRequest) -> HttpResponse:
    """Take a call and go to its page."""
    form = CallForm(request.POST)
    if not form.is_valid():
        fields = {name: [str(error) for error in errors] for name, errors in form.errors.items()}
        raise Invalid("not-acceptable", "The call needs a caller and what they say.", "", {"fields": fields})
    typed = {**form.cleaned_data, "kind": CallKind(form.cleaned_data["kind"])}
    call_id = take_call(actor=request.actor, **typed)
    return redirect("scheduling:call", call_id=call_id)


@require_POST
@screen("calls.take")
def about(request: OfficeRequest, call_id: UUID, patient_id: UUID) -> HttpResponse:
    """Say whom a call is about."""
    checked = request.POST.get("identity_checked", "")
    link_patient(actor=request.actor, call_id=call_id, patient_id=patient_id, identity_checked=checked)
    return redirect("scheduling:call", call_id=call_id)


@require_POST
@screen("calls.take")
def close(request: OfficeRequest, call_id: UUID) -> HttpResponse:
    """Close a call with its outcome."""
    close_call(actor=request.actor, call_id=call_id, outcome=request.POST.get("outcome", ""))
    return back(request, "/front/")
