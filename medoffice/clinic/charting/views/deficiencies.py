"""What charts lack, by author and age; and who co-signs whose notes or always gets them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from medoffice.clinic.charting.actions.route_notes import route_notes
from medoffice.clinic.charting.forms import RouteForm
from medoffice.clinic.charting.offers import lacks
from medoffice.clinic.charting.queries.chart import routes
from medoffice.clinic.charting.rules.ageing import AGES, behind, days_old
from medoffice.kernel import clock
from medoffice.practice.api import staff
from medoffice.records.patients.api import patients_by_id
from medoffice.security.api import OfficeRequest, saw, screen
from medoffice.ui.fields import refusals_in
from medoffice.ui.lists import limit_of, rest_of


@screen("chart.deficiencies")
def deficiencies(request: OfficeRequest) -> HttpResponse:
    """Who has how much to finish and how old it is; then each, the oldest first, of one author if one is named."""
    found = [(lack.title, one) for lack in lacks.values() for one in lack.read(request.actor)]
    now, author = clock.now(), request.GET.get("author", "")
    lines = behind((one for _, one in found), now)
    wanted = sorted((pair for pair in found if author in ("", pair[1].author)), key=lambda pair: pair[1].since)
    shown = wanted[: limit_of(request)]
    people = patients_by_id({one.patient_id for _, one in shown})
    saw(request, people)
    context = {
        "ages": AGES,
        "lines": lines,
        "total": len(found),
        "author": author,
        "each": [(title, one, people[one.patient_id].mrn, days_old(one, now)) for title, one in shown],
        "rest": rest_of(request, len(shown), len(wanted)),
        "room": "front",
    }
    return render(request, "charting/deficiencies.html", context)


@screen("notes.set_up")
def who_gets(request: OfficeRequest) -> HttpResponse:
    """Whose signed notes always go to whom, to co-sign or to read; say it anew."""
    known = staff()
    form = RouteForm(request.POST or None)
    form.ask(known)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            route_notes(actor=request.actor, **form.filled())
            messages.success(request, "Saved.")
            return redirect("charting:routes")
    names = {one.id: one.name for one in known}
    lines = [(names[one.author_id], names[one.reader_id], one) for one in routes()]
    context = {"form": form, "lines": sorted(lines, key=lambda line: line[:2]), "room": "front"}
    return render(request, "charting/routes.html", context, status=422 if form.errors else 200)
