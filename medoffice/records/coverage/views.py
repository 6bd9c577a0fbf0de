"""Screens of coverage: a patient's policies; adding, correcting, ending them."""

from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.practice.api import payers, sites
from medoffice.records.coverage import queries
from medoffice.records.coverage.actions.add_coverage import add_coverage
from medoffice.records.coverage.actions.change_coverage import change_coverage
from medoffice.records.coverage.actions.end_coverage import end_coverage
from medoffice.records.coverage.forms import CoverageForm
from medoffice.records.coverage.types import Relation
from medoffice.records.patients.api import banner
from medoffice.security.api import screen
from medoffice.security.screens import OfficeRequest


@screen("coverage.read", patient="patient_id")
def of_patient(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """A patient's policies, and a form for another."""
    form = CoverageForm(request.POST or None, initial={"starts": "t"})
    form.offer(payers(), clock.today(ZoneInfo(sites()[0].zone)))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            add_coverage.once(
                request.POST.get("once", ""),
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
                copay=data["copay"],
            )
            return redirect("coverage:patient", patient_id=patient_id)
        except Refusal as refusal:
            form.add_error(None, f"{refusal.words} {refusal.fix}".strip())
    context = {"form": form, "policies": queries.coverages_of(patient_id)}
    context["banner"] = banner(request.actor, patient_id)
    return render(request, "coverage/patient.html", context, status=422 if form.errors else 200)


@require_POST
@screen("coverage.change", patient="patient_id")
def correct(request: OfficeRequest, patient_id: UUID, coverage_id: UUID) -> HttpResponse:
    """Correct the member id as the card says it."""
    change_coverage(
        actor=request.actor,
        coverage_id=coverage_id,
        seen_version=int(request.POST.get("version", "0") or 0),
        member_id=request.POST.get("member_id", ""),
    )
    return redirect("coverage:patient", patient_id=patient_id)


@require_POST
@screen("coverage.change", patient="patient_id")
def end(request: OfficeRequest, patient_id: UUID, coverage_id: UUID) -> HttpResponse:
    """End a policy today."""
    end_coverage(actor=request.actor, coverage_id=coverage_id, on=clock.today(ZoneInfo(sites()[0].zone)))
    return redirect("coverage:patient", patient_id=patient_id)
