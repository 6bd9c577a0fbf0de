"""What charts lack, by author and age: unsigned, uncoded, and what other rooms count."""

from django.http import HttpResponse
from django.shortcuts import render

from medoffice.clinic.charting.offers import lacks
from medoffice.clinic.charting.rules.ageing import AGES, behind, days_old
from medoffice.kernel import clock
from medoffice.records.patients.api import patients_by_id
from medoffice.security.api import OfficeRequest, saw, screen
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
