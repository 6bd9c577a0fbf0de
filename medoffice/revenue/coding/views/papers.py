"""What is read of codes besides the desk: the defence sheet, missing charges, the diagnoses of a patient by date."""

from datetime import timedelta
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import staff, today_here
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import banner, patients_by_id
from medoffice.revenue.coding.forms import MissingForm
from medoffice.revenue.coding.queries import codings
from medoffice.revenue.coding.queries.defence import defence_paper
from medoffice.revenue.coding.queries.facts import diagnoses_of
from medoffice.revenue.coding.queries.missing import missing_charges
from medoffice.security.api import OfficeRequest, require, saw, screen
from medoffice.ui.lists import limit_of, rest_of

DAYS = 30


@screen("coding.print")
def defence(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """The defence sheet of a visit on paper."""
    visit, codes = encounter(encounter_id), codings.coded(encounter_id)
    require(request.actor, "coding.print", visit.patient_id, encounter_id)
    if codes is None:
        raise NotFound
    saw(request, [visit.patient_id])
    inline = {"Content-Disposition": 'inline; filename="codes.pdf"'}
    return HttpResponse(defence_paper(request.actor, codes), content_type="application/pdf", headers=inline)


@screen("coding.read")
def diagnoses(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """What released codes say that a patient had, by date, each on its words."""
    require(request.actor, "coding.read", patient_id)
    facts = diagnoses_of(request.actor, patient_id)
    shown = facts[: limit_of(request)]
    saw(request, [patient_id])
    context = {
        "facts": shown,
        "total": len(facts),
        "rest": rest_of(request, len(shown), len(facts)),
        "banner": banner(request.actor, patient_id),
        "room": "coding",
    }
    return render(request, "coding/diagnoses.html", context)


@screen("coding.code")
def missing(request: OfficeRequest) -> HttpResponse:
    """Visits that are not billed whole: of the last thirty days, or of the days that are asked; today's never."""
    yesterday = today_here() - timedelta(days=1)
    days = {"first": f"{yesterday - timedelta(days=DAYS):%m/%d/%Y}", "last": f"{yesterday:%m/%d/%Y}"}
    form = MissingForm(request.GET if "first" in request.GET else days)
    form.offer(today_here())
    asked = form.cleaned_data if form.is_valid() else {}
    found = missing_charges(request.actor, asked["first"], min(asked["last"], yesterday)) if asked else []
    shown = found[: limit_of(request)]
    people = patients_by_id({one.visit.patient_id for one in shown})
    saw(request, people)
    names = {one.id: one.name for one in staff()}
    context = {
        "found": [
            (one, people[one.visit.patient_id].name.sorted_form, names.get(one.visit.provider_id, "")) for one in shown
        ],
        "total": len(found),
        "form": form,
        "rest": rest_of(request, len(shown), len(found)),
        "room": "coding",
    }
    return render(request, "coding/missing.html", context, status=422 if form.errors else 200)
