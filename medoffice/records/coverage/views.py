"""Screens of coverage: a patient's policies and cases; what payers told; the lines to them."""

from uuid import UUID

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.practice.api import office_zone, payers
from medoffice.records.coverage import queries
from medoffice.records.coverage.actions.add_coverage import add_coverage
from medoffice.records.coverage.actions.ask_eligibility import ask_eligibility
from medoffice.records.coverage.actions.call_payers import call_payers
from medoffice.records.coverage.actions.change_case import change_case
from medoffice.records.coverage.actions.change_coverage import change_coverage
from medoffice.records.coverage.actions.close_case import close_case
from medoffice.records.coverage.actions.end_coverage import end_coverage
from medoffice.records.coverage.actions.open_case import open_case
from medoffice.records.coverage.actions.open_lines import open_lines
from medoffice.records.coverage.forms import UNTOUCHED, CaseForm, CoverageForm, EndForm, FirstCoverageForm
from medoffice.records.coverage.types import Asking, CaseKind, Relation
from medoffice.records.patients.api import banner
from medoffice.security.api import OfficeRequest, back, can, saw, screen, seen_version
from medoffice.ui.fields import refusals_in

CASE_FIELDS = {"claim_number": 40, "adjuster": 80, "adjuster_phone": 20, "fee_schedule": 40}


@screen("coverage.read", patient="patient_id")
def of_patient(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """A patient's policies, and a form for another."""
    form = _offered(CoverageForm(request.POST or None, initial=UNTOUCHED))
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            _add(request, patient_id, form)
            return back(request, reverse("coverage:patient", args=[patient_id]))
    return _page(request, patient_id, form)


@require_POST
@screen("coverage.change", patient="patient_id")
def correct(request: OfficeRequest, patient_id: UUID, coverage_id: UUID) -> HttpResponse:
    """Correct the member id as the card says it. If somebody else did so meanwhile, both are shown to choose from."""
    typed = request.POST.get("member_id", "")
    try:
        change_coverage(
            actor=request.actor, coverage_id=coverage_id, seen_version=seen_version(request), member_id=typed
        )
        return back(request, reverse("coverage:patient", args=[patient_id]))
    except (Conflict, Invalid) as refusal:
        return _page(request, patient_id, _offered(CoverageForm(initial=UNTOUCHED)), refusal, coverage_id)


@require_POST
@screen("coverage.change", patient="patient_id")
def end(request: OfficeRequest, patient_id: UUID, coverage_id: UUID) -> HttpResponse:
    """End a policy, today if no day is typed."""
    form, today = EndForm(request.POST), clock.today(office_zone())
    form.offer(today)
    try:
        if not form.is_valid():
            raise Invalid("no-such-date", "There is no such date.", "Write one like 11/24/2026.")
        end_coverage(actor=request.actor, coverage_id=coverage_id, on=form.cleaned_data["on"] or today)
        return back(request, reverse("coverage:patient", args=[patient_id]))
    except Refusal as refusal:
        if isinstance(refusal, NotFound):
            raise
        return _page(request, patient_id, _offered(CoverageForm(initial=UNTOUCHED)), refusal, coverage_id)


@require_POST
@screen("coverage.ask", patient="patient_id")
def ask(request: OfficeRequest, patient_id: UUID, coverage_id: UUID) -> HttpResponse:
    """Ask a payer about a day, today if none is typed."""
    form, today = EndForm(request.POST), clock.today(office_zone())
    form.offer(today)
    try:
        if not form.is_valid():
            raise Invalid("no-such-date", "There is no such date.", "Write one like 11/24/2026.")
        asking = [Asking(coverage_id, form.cleaned_data["on"] or today)]
        ask_eligibility(actor=request.actor, asking=asking)
        return redirect("coverage:told", patient_id=patient_id)
    except Refusal as refusal:
        if isinstance(refusal, NotFound):
            raise
        return _page(request, patient_id, _offered(CoverageForm(initial=UNTOUCHED)), refusal, coverage_id)


@screen("coverage.read", patient="patient_id")
def told(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Everything payers were asked and told about a patient, latest first."""
    context = {"checks": queries.checks_of(patient_id), "banner": banner(request.actor, patient_id)}
    return render(request, "coverage/told.html", context)


@screen("coverage.change", patient="patient_id")
def case_page(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Open a case."""
    form = CaseForm(request.POST or None, initial={"kind": CaseKind.WORK.value, "opened_on": "t"})
    form.offer(payers(), clock.today(office_zone()))
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            open_case(actor=request.actor, patient_id=patient_id, **form.filled())
            return back(request, reverse("coverage:patient", args=[patient_id]))
    context = {"form": form, "banner": banner(request.actor, patient_id)}
    return render(request, "coverage/case.html", context, status=422 if form.errors else 200)


@require_POST
@screen("coverage.change", patient="patient_id")
def correct_case(request: OfficeRequest, patient_id: UUID, case_id: UUID) -> HttpResponse:
    """Correct the claim number and the adjuster of a case."""
    typed = {name: request.POST.get(name, "")[:most] for name, most in CASE_FIELDS.items()}
    try:
        change_case(actor=request.actor, case_id=case_id, seen_version=seen_version(request), **typed)
        return back(request, reverse("coverage:patient", args=[patient_id]))
    except (Conflict, Invalid) as refusal:
        return _page(request, patient_id, _offered(CoverageForm(initial=UNTOUCHED)), refusal)


@require_POST
@screen("coverage.change", patient="patient_id")
def close(request: OfficeRequest, patient_id: UUID, case_id: UUID) -> HttpResponse:
    """Close a case, today if no day is typed."""
    form, today = EndForm(request.POST), clock.today(office_zone())
    form.offer(today)
    try:
        if not form.is_valid():
            raise Invalid("no-such-date", "There is no such date.", "Write one like 11/24/2026.")
        close_case(actor=request.actor, case_id=case_id, on=form.cleaned_data["on"] or today)
        return back(request, reverse("coverage:patient", args=[patient_id]))
    except Refusal as refusal:
        if isinstance(refusal, NotFound):
            raise
        return _page(request, patient_id, _offered(CoverageForm(initial=UNTOUCHED)), refusal)


@screen("coverage.ask")
def line(request: OfficeRequest) -> HttpResponse:
    """Questions no payer has answered yet, and payers that are left alone because their line is dead."""
    checks = [one for one in queries.checks_open() if can(request.actor, "coverage.ask", one.patient_id)]
    saw(request, {one.patient_id for one in checks})
    return render(request, "coverage/line.html", {"checks": checks, "lines": queries.lines_shut(), "room": "front"})


@require_POST
@screen("coverage.ask")
def call(request: OfficeRequest) -> HttpResponse:
    """Call every payer whose questions wait, now, dead lines too."""
    open_lines(actor=request.actor)
    call_payers(actor=request.actor)
    return redirect("coverage:line")


def _offered(form: CoverageForm) -> CoverageForm:
    form.offer(payers(), clock.today(office_zone()))
    return form


def _add(request: OfficeRequest, patient_id: UUID, form: CoverageForm) -> None:
    data = form.cleaned_data
    add_coverage(
        actor=request.actor,
        patient_id=patient_id,
        payer_id=UUID(data["payer"]),
        plan="",
        member_id=data["member_id"],
        group=data["group"],
        relation=Relation(data["relation"]),
        subscriber=form.subscriber(),
        order=data["order"],
        starts=data["starts"],
        ends=data["ends"],
        copay=data["copay"],
    )


def at_registration(request: HttpRequest) -> CoverageForm:
    """The form of a first policy, as a part of the registration form."""
    typed = request.POST if request.method == "POST" else None
    return _offered(FirstCoverageForm(typed))


def registered(request: OfficeRequest, patient_id: UUID, form: Form) -> None:
    """Add the policy that was typed when the patient was registered."""
    if isinstance(form, CoverageForm):
        _add(request, patient_id, form)


def _page(
    request: OfficeRequest,
    patient_id: UUID,
    form: CoverageForm,
    refusal: Refusal | None = None,
    coverage_id: UUID | None = None,
) -> HttpResponse:
    context = {
        "form": form,
        "policies": queries.coverages_of(patient_id),
        "cases": queries.cases_of(patient_id),
        "banner": banner(request.actor, patient_id),
        "refusal": refusal,
        "conflict": refusal if isinstance(refusal, Conflict) else None,
        "coverage_id": coverage_id,
    }
    context["next"] = request.POST.get("next", request.GET.get("next", ""))
    status = refusal.status if refusal else 422 if form.errors else 200
    return render(request, "coverage/patient.html", context, status=status)
