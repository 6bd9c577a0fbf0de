"""A file that was attached at a visit: what it is, and putting right what was wrong."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.clinic.devices.actions.correct_attached import correct_attached, strike_attached
from medoffice.clinic.devices.forms import CorrectForm, WhyForm
from medoffice.clinic.devices.queries.attached import attached_file
from medoffice.clinic.devices.queries.devices import services
from medoffice.clinic.devices.rules.correcting import in_order
from medoffice.clinic.devices.types import Attached
from medoffice.clinic.orders.api import order
from medoffice.clinic.results.api import report, results_of
from medoffice.kernel.refusals import NotFound
from medoffice.records.encounters.api import visit_shown
from medoffice.records.patients.api import banner
from medoffice.security.api import OfficeRequest, can, screen, seen_version
from medoffice.ui.fields import refusals_in

ROOM = {"room": "devices"}


@screen("devices.read")
def attached(request: OfficeRequest, encounter_id: UUID, attached_id: UUID) -> HttpResponse:
    """One file with its device, and what may be put right of it."""
    return _page(request, _one(request, "devices.read", encounter_id, attached_id))


@require_POST
@screen("devices.attach")
def correct(request: OfficeRequest, encounter_id: UUID, attached_id: UUID) -> HttpResponse:
    """Other values stand."""
    one = _one(request, "devices.attach", encounter_id, attached_id)
    form = _correction(one, CorrectForm(request.POST, auto_id="c_%s"))
    if form.is_valid():
        with refusals_in(form):
            correct_attached(
                actor=request.actor, file_id=one.id, seen_version=seen_version(request), values=form.values(),
                why=form.cleaned_data["why"], more=form.more(),
            )  # fmt: skip
            messages.success(request, "Corrected; what it said before stays to be read, and the result waits again.")
            return redirect("devices:attached", encounter_id, attached_id)
    return _page(request, one, correction=form)


@require_POST
@screen("devices.attach")
def strike(request: OfficeRequest, encounter_id: UUID, attached_id: UUID) -> HttpResponse:
    """Nothing of it stands."""
    one = _one(request, "devices.attach", encounter_id, attached_id)
    form = WhyForm(request.POST, auto_id="s_%s")
    if form.is_valid():
        with refusals_in(form):
            strike_attached(actor=request.actor, file_id=one.id, why=form.cleaned_data["why"])
            messages.success(request, "Struck; what was ordered is ordered again if it is needed.")
            return redirect("devices:attached", encounter_id, attached_id)
    return _page(request, one, striking=form)


def _one(request: OfficeRequest, word: str, encounter_id: UUID, attached_id: UUID) -> Attached:
    visit_shown(request, word, encounter_id)
    one = attached_file(attached_id)
    if one.encounter_id != encounter_id:
        raise NotFound
    return one


def _correction(one: Attached, form: CorrectForm) -> CorrectForm:
    stands = results_of([one.report_id]).get(one.report_id, [])
    form.ask(services()[order(one.order_id).key], in_order(stands))
    return form


def _page(
    request: OfficeRequest, one: Attached, correction: CorrectForm | None = None, striking: WhyForm | None = None
) -> HttpResponse:
    may = not one.struck_by and can(request.actor, "devices.attach", one.patient_id, one.encounter_id)
    context = {
        "one": one,
        "version": report(one.report_id).version,
        "correction": (correction or _correction(one, CorrectForm(auto_id="c_%s"))) if may else None,
        "striking": (striking or WhyForm(auto_id="s_%s")) if may else None,
        "banner": banner(request.actor, one.patient_id),
    }
    wrong = (correction and correction.errors) or (striking and striking.errors)
    return render(request, "devices/attached.html", context | ROOM, status=422 if wrong else 200)
