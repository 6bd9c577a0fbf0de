"""What an update of the diagnosis codes changed, what of it the office uses, and what is to be mended."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render

from medoffice.records.patients.api import patients_by_id
from medoffice.revenue.coding.queries.updates import update_of
from medoffice.security.api import OfficeRequest, saw, screen
from medoffice.standards.terminology.api import last_day, update_days
from medoffice.ui.lists import limit_of, rest_of

MOST_DAYS = 9


@screen("coding.code")
def updates(request: OfficeRequest) -> HttpResponse:
    """The latest update that is loaded, or the one of the day that the address names."""
    days = update_days()[:MOST_DAYS]
    chosen = next((one for one in days if f"{one:%Y-%m-%d}" == request.GET.get("from")), None)
    day = chosen or (days[0] if days else date.min)
    found = update_of(request.actor, day) if days else None
    shown = found.problems[: limit_of(request)] if found else ()
    people = patients_by_id({one.patient_id for one in shown})
    saw(request, people)
    context = {
        "days": days,
        "found": found,
        "problems": [(one, people[one.patient_id].name.sorted_form) for one in shown],
        "rest": rest_of(request, len(shown), len(found.problems) if found else 0),
        "until": last_day(),
        "room": "coding",
    }
    return render(request, "coding/updates.html", context)
