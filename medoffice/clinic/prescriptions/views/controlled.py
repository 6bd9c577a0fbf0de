"""What is watched of a patient's controlled medicines: looks into the program, agreements, counts."""

from datetime import timedelta
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.clinic.prescriptions.actions.count_pills import count_pills
from medoffice.clinic.prescriptions.actions.keep_agreement import end_agreement, keep_agreement
from medoffice.clinic.prescriptions.actions.note_monitoring_check import note_monitoring_check
from medoffice.clinic.prescriptions.forms import AgreementForm, CheckForm, CountForm
from medoffice.clinic.prescriptions.queries import controlled as asked
from medoffice.clinic.prescriptions.types.controlled import Seen
from medoffice.kernel.refusals import Invalid
from medoffice.practice.api import providers, today_here
from medoffice.records.documents.api import documents_of
from medoffice.records.documents.types.papers import Document
from medoffice.records.patients.api import banner
from medoffice.security.api import OfficeRequest, can, screen, seen_version
from medoffice.ui.fields import refusals_in

CHECK, AGREED, COUNTED, YEAR, MOST_PAPERS = "check", "agreed", "counted", 365, 20


@screen("prescriptions.read", patient="patient_id")
def controlled(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """How the patient stands, what was given, each look, agreement and count."""
    return _page(request, patient_id)


@require_POST
@screen("prescriptions.prepare", patient="patient_id")
def check(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """The program was looked into."""
    form = CheckForm(request.POST, prefix=CHECK)
    if form.is_valid():
        said = form.cleaned_data
        with refusals_in(form):
            note_monitoring_check(
                actor=request.actor, patient_id=patient_id, program=said["program"], seen=Seen(said["seen"]),
                words=said["words"],
            )  # fmt: skip
            return redirect("prescriptions:controlled", patient_id)
    return _page(request, patient_id, checking=form)


@require_POST
@screen("prescriptions.prepare", patient="patient_id")
def agree(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """An agreement was signed."""
    form = _agreement_form(request, patient_id, bound=True)
    if form.is_valid():
        said = form.cleaned_data
        with refusals_in(form):
            keep_agreement(
                actor=request.actor, patient_id=patient_id, prescriber_id=UUID(said["prescriber"]),
                signed_on=said["signed_on"], until=said["until"],
                document_id=UUID(said["document"]) if said["document"] else None,
            )  # fmt: skip
            return redirect("prescriptions:controlled", patient_id)
    return _page(request, patient_id, agreeing=form)


@require_POST
@screen("prescriptions.prepare", patient="patient_id")
def count(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """What is left was counted."""
    form = CountForm(request.POST, prefix=COUNTED)
    form.offer(asked.controlled_of(request.actor, patient_id))
    if form.is_valid():
        said = form.cleaned_data
        with refusals_in(form):
            count_pills(
                actor=request.actor, prescription_id=UUID(said["prescription"]), counted=said["counted"],
                words=said["words"],
            )  # fmt: skip
            return redirect("prescriptions:controlled", patient_id)
    return _page(request, patient_id, counting=form)


@require_POST
@screen("prescriptions.end")
def end(request: OfficeRequest, agreement_id: UUID) -> HttpResponse:
    """An agreement holds no more."""
    patient_id, _ = asked.agreement(request.actor, agreement_id)
    try:
        end_agreement(
            actor=request.actor,
            agreement_id=agreement_id,
            why=request.POST.get("why", ""),
            seen_version=seen_version(request),
        )
    except Invalid as refusal:
        return _page(request, patient_id, unended=refusal)
    return redirect("prescriptions:controlled", patient_id)


def _agreement_form(request: OfficeRequest, patient_id: UUID, *, bound: bool) -> AgreementForm:
    today = today_here()
    initial = {"signed_on": f"{today:%m/%d/%Y}", "until": f"{today + timedelta(days=YEAR):%m/%d/%Y}"}
    form = AgreementForm(request.POST if bound else None, prefix=AGREED, initial=initial)
    papers = documents_of(request.actor, patient_id)[:MOST_PAPERS] if can(request.actor, "documents.read") else []
    form.offer(providers(), [(str(one.id), _called(one)) for one in papers])
    return form


def _called(one: Document) -> str:
    return f"{one.title} {one.dated:%m/%d/%Y}" if one.dated else one.title


def _page(
    request: OfficeRequest,
    patient_id: UUID,
    *,
    checking: CheckForm | None = None,
    agreeing: AgreementForm | None = None,
    counting: CountForm | None = None,
    unended: Invalid | None = None,
) -> HttpResponse:
    actor, today = request.actor, today_here()
    given, looked = asked.controlled_of(actor, patient_id), asked.checks_of(actor, patient_id)
    program = looked[0].program if looked else ""
    if counting is None:
        counting = CountForm(prefix=COUNTED)
        counting.offer([one for one in given if one.signed_at])
    context = {
        "banner": banner(actor, patient_id),
        "patient_id": patient_id,
        "given": given,
        "checks": looked,
        "agreements": [(one, one.holds(today)) for one in asked.agreements_of(actor, patient_id)],
        "counts": asked.counts_of(actor, patient_id),
        "stands": asked.standing_of(actor, patient_id),
        "rules": asked.watches(),
        "may": can(actor, "prescriptions.prepare", patient_id),
        "may_end": can(actor, "prescriptions.end", patient_id),
        "checking": checking or CheckForm(prefix=CHECK, initial={"program": program}),
        "agreeing": agreeing or _agreement_form(request, patient_id, bound=False),
        "counting": counting,
        "unended": unended,
        "room": "prescriptions",
    }
    wrong = unended or any(form is not None and form.errors for form in (checking, agreeing, counting))
    return render(request, "prescriptions/controlled.html", context, status=422 if wrong else 200)
