"""Released diagnoses by date, each with what it rests on: on a screen, and as a table for a registry."""

import csv
import io
from collections.abc import Iterable
from datetime import timedelta
from itertools import islice

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from medoffice.kernel.refusals import Invalid
from medoffice.practice.api import today_here
from medoffice.records.patients.api import patients_by_id
from medoffice.revenue.coding.actions.take_facts import take_facts
from medoffice.revenue.coding.forms import FactsForm, RecipientForm
from medoffice.revenue.coding.queries.facts import diagnoses_between
from medoffice.revenue.coding.types import DiagnosisFact
from medoffice.security.api import OfficeRequest, acts_of_their_own, saw, screen
from medoffice.ui.fields import refusals_in

DAYS, MOST = 30, 200
HEAD = ("mrn", "date", "code", "title", "place", "rests on", "words", "coded by", "released at")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@screen("coding.read")
def facts(request: OfficeRequest) -> HttpResponse:
    """The newest of the days that were asked."""
    today = today_here()
    days = {"first": f"{today - timedelta(days=DAYS):%m/%d/%Y}", "last": f"{today:%m/%d/%Y}"}
    form = FactsForm(request.GET if "first" in request.GET else days)
    form.offer(today)
    return _page(request, form, RecipientForm())


@require_POST
@screen("coding.take")
def take(request: OfficeRequest) -> HttpResponse:
    """All of them as a table, whence each is known with it; to whom it goes is noted."""
    form, to = FactsForm(request.POST), RecipientForm(request.POST)
    form.offer(today_here())
    if not form.is_valid():
        raise Invalid("not-acceptable", "Say from which day to which.", "Type them again.")
    if to.is_valid():
        with refusals_in(to), acts_of_their_own():  # a page stays open after its download, and each is written down
            found = take_facts(actor=request.actor, **form.cleaned_data, to=to.recipient())
            saw(request, {one.patient_id for one in found})
            return _table(found)
    return _page(request, form, to)


def _page(request: OfficeRequest, form: FactsForm, to: RecipientForm) -> HttpResponse:
    asked = form.cleaned_data if form.is_valid() else None
    every = list(islice(diagnoses_between(request.actor, **asked), MOST + 1)) if asked else []
    shown = every[:MOST]
    people = patients_by_id({one.patient_id for one in shown})
    saw(request, people)
    context = {
        "form": form,
        "to": to,
        "facts": [(one, people[one.patient_id].name.sorted_form) for one in shown],
        "most": MOST if len(every) > MOST else 0,
        "may_take": request.may("coding.take"),
        "room": "coding",
    }
    return render(request, "coding/facts.html", context, status=422 if form.errors or to.errors else 200)


def _table(found: Iterable[DiagnosisFact]) -> HttpResponse:
    out = io.StringIO()
    csv.writer(out).writerows([HEAD, *_lines(found)])
    kept = {"Content-Disposition": 'attachment; filename="diagnoses.csv"'}
    return HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8", headers=kept)


def _lines(found: Iterable[DiagnosisFact]) -> list[list[str]]:
    told = list(found)
    people = patients_by_id({one.patient_id for one in told})
    rows = (
        (
            people[one.patient_id].mrn,
            one.date.isoformat(),
            one.code,
            one.title,
            str(one.position),
            f"{one.evidence.ref.kind} {one.evidence.ref.id} {one.evidence.start}-{one.evidence.end}",
            one.evidence.quote,
            one.coded_by,
            one.released_at.isoformat(),
        )
        for one in told
    )
    return [[f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row] for row in rows]
