"""One prescription: read in plain words, signed, withdrawn, ended, kept as a favourite."""

from collections.abc import Mapping
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from medoffice.clinic.prescriptions.actions.drop_favourite import drop_favourite
from medoffice.clinic.prescriptions.actions.end_prescription import end_prescription
from medoffice.clinic.prescriptions.actions.keep_favourite import keep_favourite
from medoffice.clinic.prescriptions.actions.print_prescription import print_prescription
from medoffice.clinic.prescriptions.actions.sign_prescription import sign_prescription
from medoffice.clinic.prescriptions.actions.withdraw_prescription import withdraw_prescription
from medoffice.clinic.prescriptions.forms import FavouriteForm, WhyForm
from medoffice.clinic.prescriptions.queries import prescriptions as asked
from medoffice.clinic.prescriptions.queries import safety
from medoffice.clinic.prescriptions.queries.controlled import paper_bar
from medoffice.clinic.prescriptions.queries.dispatches import dispatches_of, was_printed
from medoffice.clinic.prescriptions.queries.paper import paper_of
from medoffice.clinic.prescriptions.queries.pharmacies import pharmacies_of, pharmacy
from medoffice.clinic.prescriptions.rules.checking import check_prescribed
from medoffice.clinic.prescriptions.types.prescribing import Prescription, State
from medoffice.clinic.prescriptions.views.desk import taken_by
from medoffice.clinic.prescriptions.views.reasons import reasons_given
from medoffice.kernel.refusals import Invalid
from medoffice.practice.api import today_here
from medoffice.records.patients.api import banner
from medoffice.security.api import OfficeRequest, back, can, saw, screen, seen_version
from medoffice.standards.terminology.api import icd10
from medoffice.standards.terminology.types import MEDICINE_EDITION
from medoffice.ui.fields import refusals_in
from medoffice.ui.panels import panels_for


@screen("prescriptions.read")
def prescription(request: OfficeRequest, prescription_id: UUID) -> HttpResponse:
    """What it says, in plain words; what stands against it; what became of it."""
    return _page(request, prescription_id, WhyForm(), FavouriteForm())


@require_POST
@screen("prescriptions.sign")
def sign(request: OfficeRequest, prescription_id: UUID) -> HttpResponse:
    """Sign it as it was seen."""
    given = reasons_given(request)
    try:
        sign_prescription(
            actor=request.actor, prescription_id=prescription_id, seen_version=seen_version(request), reasons=given
        )
    except Invalid as refusal:
        return _page(request, prescription_id, WhyForm(), FavouriteForm(), unsigned=refusal, given=given)
    return redirect("prescriptions:prescription", prescription_id)


@require_POST
@screen("prescriptions.print")
def on_paper(request: OfficeRequest, prescription_id: UUID) -> HttpResponse:
    """The page to be signed by hand; the first print is valid, later ones are copies."""
    why = request.POST.get("why", "")
    try:
        count = print_prescription(actor=request.actor, prescription_id=prescription_id, why=why)
    except Invalid as refusal:
        return _page(request, prescription_id, WhyForm(), FavouriteForm(), unprinted=refusal)
    one = asked.prescription(request.actor, prescription_id, "prescriptions.print")
    saw(request, [one.patient_id])
    headers = {"Content-Disposition": f'inline; filename="{one.number}.pdf"', "Cache-Control": "no-store"}
    return HttpResponse(paper_of(one, original=count == 1), content_type="application/pdf", headers=headers)


@require_POST
@screen("prescriptions.prepare")
def withdraw(request: OfficeRequest, prescription_id: UUID) -> HttpResponse:
    """Not after all."""
    one = asked.prescription(request.actor, prescription_id, "prescriptions.prepare")
    withdraw_prescription(actor=request.actor, prescription_id=prescription_id, why=request.POST.get("why", ""))
    return redirect("prescriptions:of-patient", one.patient_id)


@require_POST
@screen("prescriptions.end")
def end(request: OfficeRequest, prescription_id: UUID) -> HttpResponse:
    """No more of it, and why."""
    form = WhyForm(request.POST)
    if form.is_valid():
        with refusals_in(form):
            end_prescription(actor=request.actor, prescription_id=prescription_id, why=form.cleaned_data["why"])
            return redirect("prescriptions:prescription", prescription_id)
    return _page(request, prescription_id, form, FavouriteForm())


@require_POST
@screen("prescriptions.favour")
def favour(request: OfficeRequest, prescription_id: UUID) -> HttpResponse:
    """Keep what it says under a name."""
    form = FavouriteForm(request.POST)
    if form.is_valid():
        with refusals_in(form):
            one = asked.prescription(request.actor, prescription_id)
            keep_favourite(actor=request.actor, name=form.cleaned_data["name"], says=one.says)
            return redirect("prescriptions:prescription", prescription_id)
    return _page(request, prescription_id, WhyForm(), form)


@require_POST
@screen("prescriptions.favour")
def drop(request: OfficeRequest, favourite_id: UUID) -> HttpResponse:
    """It is offered no more."""
    drop_favourite(actor=request.actor, favourite_id=favourite_id)
    return back(request, "/prescriptions/")


def _page(
    request: OfficeRequest,
    prescription_id: UUID,
    why: WhyForm,
    name: FavouriteForm,
    *,
    unsigned: Invalid | None = None,
    unprinted: Invalid | None = None,
    given: Mapping[str, str] | None = None,
) -> HttpResponse:
    one = asked.prescription(request.actor, prescription_id)
    saw(request, [one.patient_id])
    code = icd10(one.says.diagnosis, today_here()) if one.says.diagnosis else None

    def may(word: str) -> bool:
        return can(request.actor, word, one.patient_id, one.encounter_id)

    context = {
        "one": one,
        "diagnosis": code.title if code else "",
        "found": check_prescribed(one.says, asked.assumed_on(today_here())),
        **_safety(request, one, given or {}),
        "unsigned": unsigned,
        "unprinted": unprinted,
        "paper_bar": None if was_printed(one.id) else paper_bar(one.says.schedule, today_here()),
        "story": asked.story_of(one.id),
        "banner": banner(request.actor, one.patient_id),
        "taken": taken_by(request, one.patient_id),
        "may_sign": may("prescriptions.sign"),
        "may_prepare": may("prescriptions.prepare"),
        "may_end": may("prescriptions.end"),
        "may_print": may("prescriptions.print") and one.state is State.SIGNED,
        "sent": dispatches_of(request.actor, one.id) if one.signed_at else [],
        "pharmacy": pharmacy(one.pharmacy_id) if one.pharmacy_id else None,
        "theirs": pharmacies_of(one.patient_id),
        "theirs_at": reverse("prescriptions:their-pharmacies", args=[one.patient_id]),
        "may_direct": may("prescriptions.prepare") and one.state in (State.PREPARED, State.SIGNED),
        "edition": MEDICINE_EDITION,
        "panels": panels_for("prescription", request, one),
        "why": why,
        "name": name,
        "room": "prescriptions",
    }
    wrong = bool(why.errors or name.errors or unsigned or unprinted)
    return render(request, "prescriptions/prescription.html", context, status=422 if wrong else 200)


def _safety(request: OfficeRequest, one: Prescription, given: Mapping[str, str]) -> dict[str, object]:
    """What stands against it now, or stood when it was signed; how the checker stands."""
    if one.state is not State.PREPARED:
        return {"stood": safety.alerts_of(request.actor, one.id), "tried": safety.self_test()}
    found, often = safety.checked(request.actor, one.patient_id, one.says, one.entry_id), safety.overridden()
    return {
        "checked": found,
        "alerts": [(alert, often.get(alert.rule), given.get(alert.key, "")) for alert in found.alerts],
        "tried": safety.self_test(),
    }
